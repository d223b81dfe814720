namespace Quarterdeck.Domain.Findings;

/// <summary>How sure a finding is: an error is certainly wrong, a warning needs a look, a note is worth knowing.</summary>
public enum Severity
{
    Note,
    Warning,
    Error,
}

/// <summary>One thing that is wrong or doubtful, with what a person needs to find it and correct it.</summary>
/// <param name="Code">Permanent name of the rule, e.g. <c>ytd-outside-periods</c>.</param>
/// <param name="Severity">How sure it is.</param>
/// <param name="Message">What is the matter, in one or two plain sentences, figures included.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record Finding(string Code, Severity Severity, string Message, string Remedy)
{
    /// <summary>The file or sheet, as the person knows it: <c>results.csv</c>.</summary>
    public string? File { get; init; }

    /// <summary>Row in the file, the header being row 1; null when it is not about one row.</summary>
    public int? Row { get; init; }

    /// <summary>The cell as a workbook names it, <c>C4</c>; null where it is not of a workbook.</summary>
    public string? Cell { get; init; }

    public string? Column { get; init; }

    /// <summary>What the cell holds.</summary>
    public string? Value { get; init; }

    /// <summary>What was expected there.</summary>
    public string? Expected { get; init; }

    /// <summary>The indicator it concerns, when it concerns one.</summary>
    public string? Ref { get; init; }

    /// <summary>Why an error is published all the same, in the council's words; null where nobody accepted it.</summary>
    public string? Accepted { get; init; }

    /// <summary>The finding once somebody accepted it: a note, with the reason.</summary>
    public Finding AcceptedBecause(string reason) => this with
    {
        Severity = Severity.Note,
        Message = Message + AcceptedWords(reason),
        Accepted = Severity == Severity.Error ? reason : Accepted,
    };

    /// <summary>What was found, without the reason it was accepted for.</summary>
    public string Found => Accepted is null ? Message : Message[..^AcceptedWords(Accepted).Length];

    private static string AcceptedWords(string reason) => $" Accepted: {reason}";

    /// <summary>Where, in words: <c>results.csv, row 12, column value</c>, or the indicator.</summary>
    public string Where
    {
        get
        {
            var parts = new List<string>();
            if (Ref is not null)
            {
                parts.Add(Ref);
            }

            if (File is not null)
            {
                parts.Add(File);
            }

            if (Cell is not null)
            {
                parts.Add($"cell {Cell}");
            }
            else if (Row is { } row)
            {
                parts.Add($"row {row}");
            }

            if (Column is not null)
            {
                parts.Add($"column {Column}");
            }

            return string.Join(", ", parts);
        }
    }
}
