using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Results;
using Quarterdeck.Interchange.Values;

namespace Quarterdeck.Interchange.Packs;

internal sealed class ResultsTable : PackTable<Result>
{
    public override string Name => "results";

    public override string Means => "What was returned, one row an indicator and period.";

    public override bool Required => true;

    public override IReadOnlyList<PackColumn> Columns { get; } =
    [
        new("ref", "The indicator.", true),
        new("period", "The period, by its closing month or as typed: 2025-10, Q2 2025/26.", true),
        new("value", "The figure, or a marker such as n/a."),
        new("numerator", "With denominator: the rate is numerator / denominator x per."),
        new("denominator", "See numerator."),
        new("ytd", "A year to date typed by hand, where only the published figure is known. It wins over a computed one."),
        new("marker", "Why there is no figure: suspended, not yet due, not returned, not collected, new, not applicable, not available, suppressed, nil, withheld; words may follow a colon."),
        new("status", "final (default), provisional, forecast or estimated."),
        new("breakdown", "Part of the whole (a district); blank: the whole."),
        new("note", "A note on this result."),
        new("previous_year", "The same period a year before, where history is not held: a number, or marker: words."),
        new("previous_year_ytd", "The year to date of the same months a year before."),
    ];

    protected override Result? Row(RowReader row, PackDraft draft)
    {
        if (row.Known("ref", draft) is not { } reference || References.Own(row, "period", draft.Versions[reference]) is not { } period)
        {
            return null;
        }

        var (value, status) = StatedValue(row);
        var (numerator, denominator) = (row.Amount("numerator"), row.Amount("denominator"));
        if (denominator < 0)
        {
            row.Refuse("denominator", "out-of-bounds", "The denominator is below zero.", "zero or more", "Correct it.");
        }

        if (numerator is null != denominator is null)
        {
            var missing = numerator is null ? "numerator" : "denominator";
            row.Refuse(missing, "missing-value", $"A rate needs both numbers, and the {missing} is blank.", "a number", $"Fill in the {missing}, or clear the other one.");
        }

        var breakdown = row.Text("breakdown");
        References.Once(row, draft, Name, "period", $"{reference}, {period}{(breakdown is null ? string.Empty : ", " + breakdown)}");
        return new Result
        {
            Ref = reference,
            Period = period,
            Value = value,
            Numerator = numerator,
            Denominator = denominator,
            Ytd = row.Figure("ytd"),
            Status = row.Word("status", Words.Statuses) ?? status,
            Breakdown = breakdown,
            Note = row.Text("note"),
            PreviousYear = row.Figure("previous_year"),
            PreviousYearYtd = row.Figure("previous_year_ytd"),
            At = row.At,
        };
    }

    protected override ICollection<Result> Keep(PackDraft draft) => draft.Results;

    protected override IEnumerable<Result> Rows(Pack pack) => pack.Results;

    protected override void Cells(Result row, RowWriter cells) => cells
        .Code("ref", row.Ref).Code("period", row.Period).Number("value", row.Value?.Number).Number("numerator", row.Numerator)
        .Number("denominator", row.Denominator).Figure("ytd", row.Ytd).Figure("marker", row.Value is { Marker: not null } ? row.Value : null)
        .Word("status", Words.Statuses, row.Status == ResultStatus.Final ? null : row.Status).Text("breakdown", row.Breakdown).Text("note", row.Note)
        .Figure("previous_year", row.PreviousYear).Figure("previous_year_ytd", row.PreviousYearYtd);

    /// <summary>The value with its marker, and the status that a shorthand behind the number gives.</summary>
    private static (Figure? Value, ResultStatus Status) StatedValue(RowReader row)
    {
        var status = ResultStatus.Final;
        Figure? value = null;
        if (row.Text("value") is { } text && StatusShorthand.TryRead(text, out var number, out var shorthand))
        {
            (value, status) = (Figure.Of(number), shorthand);
        }
        else
        {
            value = row.Figure("value");
        }

        if (row.Text("marker") is not { } words)
        {
            return (value, status);
        }

        if (MarkerText.Read(words) is not { } marker)
        {
            row.Refuse("marker", "unknown-word", $"'{words}' is not a marker.", "one of: " + string.Join(", ", MarkerText.Known) + "; words may follow a colon", "Type one of the words.");
        }
        else if (value is { Number: not null })
        {
            row.Refuse("marker", "value-and-marker", "The row has a value and a marker that says there is none.", "one of the two", "Clear the value or the marker.");
        }
        else
        {
            value = marker;
        }

        return (value, status);
    }
}

/// <summary>The government's shorthand behind a number: <c>97.1 [p]</c> is provisional.</summary>
internal static class StatusShorthand
{
    public static bool TryRead(string text, out decimal number, out ResultStatus status)
    {
        (number, status) = (0, ResultStatus.Final);
        var open = text.LastIndexOf('[');
        if (open <= 0 || text[open..].ToLowerInvariant() is not { } shorthand || !NumberText.TryRead(text[..open], out var read, out _))
        {
            return false;
        }

        number = read.Number;
        switch (shorthand)
        {
            case "[p]":
                status = ResultStatus.Provisional;
                return true;
            case "[f]":
                status = ResultStatus.Forecast;
                return true;
            case "[e]":
                status = ResultStatus.Estimated;
                return true;
            case "[r]":
                return true;
            default:
                return false;
        }
    }
}
