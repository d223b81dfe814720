using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Results;
using Quarterdeck.Interchange.Tables;
using Quarterdeck.Interchange.Values;

namespace Quarterdeck.Interchange.Packs;

/// <summary>One row, read column by column. A cell that cannot be read becomes a finding with its place, and the row fails.</summary>
internal sealed class RowReader(string file, RawRow row, IReadOnlyDictionary<string, int> columns, FindingLog log)
{
    /// <summary>Whether any cell was refused: the row is then left out, and so is the pack.</summary>
    public bool Failed { get; private set; }

    public Origin At => new(row.Number);

    public int Number => row.Number;

    public bool Has(string column) => Cell(column).Text.Trim().Length > 0;

    /// <summary>Words, or null where the cell is blank.</summary>
    public string? Text(string column)
    {
        var cell = Cell(column);
        var text = cell.Text.Trim();
        if (cell.IsFormula)
        {
            Note(column, "formula-cell", "The cell is a formula; the result stored with it was read.", "Paste values instead of formulas, so that what is imported is what you see.");
        }

        return text.Length == 0 ? null : ProtectedText.Restore(text.ReplaceLineEndings("\n"));
    }

    /// <summary>Words that must be there.</summary>
    public string Needed(string column)
    {
        if (Text(column) is { } text)
        {
            return text;
        }

        Refuse(column, "missing-value", "The cell is blank.", "a value", $"Fill in {column}, or delete the row.");
        return string.Empty;
    }

    public decimal? Amount(string column) => Figure(column) switch
    {
        { Number: { } number } => number,
        { Marker: not null } => Refused<decimal>(column, "not-a-number", "The cell holds a marker where a number is needed.", "a number"),
        _ => null,
    };

    public int? Whole(string column, int least, int most)
    {
        if (Amount(column) is not { } number)
        {
            return null;
        }

        return number == decimal.Truncate(number) && number >= least && number <= most
            ? (int)number
            : Refused<int>(column, "out-of-bounds", "The number is outside what the column takes.", $"a whole number from {least} to {most}");
    }

    /// <summary>A number or a marker.</summary>
    public Figure? Figure(string column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        var problem = "is not a number";
        if (MarkerText.Read(text) is { } marker)
        {
            if (text.StartsWith("#N/A", StringComparison.OrdinalIgnoreCase))
            {
                Warn(column, "spreadsheet-error", "The cell holds a spreadsheet's error; it is read as not available.", "Say why there is no figure: n/a, new: New this year, not returned.");
            }

            return marker;
        }

        if (text.StartsWith('#') && text.EndsWith('!') || text is "#NAME?")
        {
            return Refused<Figure>(column, "spreadsheet-error", "The cell holds a spreadsheet's error.", "a number, or a marker such as n/a");
        }

        return NumberText.TryRead(text, out var number, out problem)
            ? Domain.Results.Figure.Of(number.Number)
            : Refused<Figure>(column, "not-a-number", $"'{Short(text)}' {problem}.", "a number such as 97%, 42,563, £1,250 or 1.2m, or a marker such as n/a, - or suspended");
    }

    public DateOnly? Date(string column) =>
        Text(column) is not { } text ? null
        : DateText.TryRead(text, out var date) ? date
        : Refused<DateOnly>(column, "not-a-date", $"'{Short(text)}' is not a date we can read without guessing.", DateText.Expected);

    public T? Word<T>(string column, Vocabulary<T> words)
        where T : struct =>
        Text(column) is not { } text ? null
        : words.TryRead(text, out var value) ? value
        : Refused<T>(column, "unknown-word", $"'{Short(text)}' is not a word this column knows.", "one of: " + words.Known);

    /// <summary>The month a period closes in, read with a calendar.</summary>
    public Month? Period(string column, PeriodCalendar calendar)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        return PeriodText.TryRead(text, calendar, out var closing, out var problem)
            ? closing
            : Refused<Month>(column, "period-unreadable", $"'{Short(text)}' {problem}.", PeriodText.Expected(calendar));
    }

    public IndicatorRef? Ref(string column) =>
        Text(column) is not { } text ? null
        : IndicatorRef.IsValid(text) ? new IndicatorRef(text)
        : Refused<IndicatorRef>(column, "not-a-reference", $"'{Short(text)}' is not a reference.", "up to 40 letters, digits, hyphens, dots or underscores");

    /// <summary>A reference that must be there and be an indicator of the pack.</summary>
    public IndicatorRef? Known(string column, PackDraft draft)
    {
        Needed(column);
        return Ref(column) is not { } reference ? null
            : draft.Versions.ContainsKey(reference) ? reference
            : Refused<IndicatorRef>(column, "unknown-reference", $"No indicator has the reference '{reference}'.", "a reference of the indicators table");
    }

    public IReadOnlyList<string> List(string column) =>
        Text(column) is { } text ? text.Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [];

    public void Refuse(string column, string code, string message, string expected, string remedy)
    {
        Failed = true;
        log.Add(new Finding(code, Severity.Error, message, remedy) { File = file, Row = row.Number, Column = column, Value = Short(Cell(column).Text), Expected = expected });
    }

    public void Warn(string column, string code, string message, string remedy) =>
        log.Add(new Finding(code, Severity.Warning, message, remedy) { File = file, Row = row.Number, Column = column, Value = Short(Cell(column).Text) });

    private void Note(string column, string code, string message, string remedy) =>
        log.Add(new Finding(code, Severity.Note, message, remedy) { File = file, Row = row.Number, Column = column, Value = Short(Cell(column).Text) });

    private T? Refused<T>(string column, string code, string message, string expected)
        where T : struct
    {
        Refuse(column, code, message, expected, $"Type {expected}.");
        return null;
    }

    private RawCell Cell(string column) => columns.TryGetValue(column, out var index) ? row[index] : RawCell.Blank;

    private static string Short(string text) => text.Length <= 80 ? text : text[..77] + "...";
}
