using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Results;
using Quarterdeck.Packs.Cells;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Rows;
using Quarterdeck.Packs.Tables;

namespace Quarterdeck.Packs.Schemas;

internal sealed class ResultsTable : PackTable<Result>
{
    private static readonly Vocabulary<ResultStatus> Statuses = new(
        ("actual", ResultStatus.Final),
        ("revised", ResultStatus.Final),
        ("estimate", ResultStatus.Estimated),
        ("prov", ResultStatus.Provisional));

    private static readonly PackColumn Ref = new("ref", ColumnType.Code, "The indicator.") { IsRequired = true, From = "indicators.ref" };
    private static readonly PackColumn PeriodColumn = new("period", ColumnType.Period, "The period the result is for.") { IsRequired = true };
    private static readonly PackColumn Value = new(
        "value",
        ColumnType.Figure,
        "The result, or a marker that says why there is none. A blank is nothing, not zero.");
    private static readonly PackColumn Numerator = new("numerator", ColumnType.Number, "What was counted, of a rate.");
    private static readonly PackColumn Denominator = new("denominator", ColumnType.Number, "Out of how many.");
    private static readonly PackColumn Ytd = new(
        "ytd",
        ColumnType.Figure,
        "The year to date, where only the published figure is known. It wins over a computed one.");
    private static readonly PackColumn MarkerColumn = new(
        "marker",
        ColumnType.Text,
        "Why there is no value, with the council's words after a colon: `new: New in 2025/26`.");
    private static readonly PackColumn Status = new(
        "status",
        ColumnType.Word,
        "How settled the result is. A forecast is never the latest result.")
    { Words = Statuses.Words, Blank = "final" };
    private static readonly PackColumn Breakdown = new(
        "breakdown",
        ColumnType.Text,
        "The part of the whole it speaks for: a district, a directorate.")
    { Blank = "the whole" };
    private static readonly PackColumn Note = new("note", ColumnType.Text, "A remark on this result.");
    private static readonly PackColumn Decimals = new("decimals", ColumnType.Integer, "Decimal places shown, 0 to 9, where the indicator does not say.")
    {
        Blank = "as the workbook's cell shows them, or as typed, at most four",
    };

    private static readonly PackColumn PreviousYear = new(
        "previous_year",
        ColumnType.Figure,
        "The same period of the year before, where its own row is not held.");
    private static readonly PackColumn PreviousYearYtd = new(
        "previous_year_ytd",
        ColumnType.Figure,
        "The year to date of the same months of the year before, where they are not held.");

    private static readonly PackColumn Rating = new(
        "rating",
        ColumnType.Text,
        "A rating given by hand: the word of a band. It needs the three columns that follow.");
    private static readonly PackColumn RatingReason = new("rating_reason", ColumnType.Text, "Why the rating is given by hand.");
    private static readonly PackColumn RatingBy = new("rating_by", ColumnType.Text, "The post that gave it.");
    private static readonly PackColumn RatingApprovedBy = new("rating_approved_by", ColumnType.Text, "The post that approved it: a second person.");

    /// <summary>Reference, period, value, numerator and denominator: all there is in a plain row.</summary>
    internal static readonly PackColumn[] PlainColumns = [Ref, PeriodColumn, Value, Numerator, Denominator];

    public override string Name => "results";

    public override string Summary => "What was returned, one row for each indicator and period.";

    public override bool IsRequired => true;

    public override IReadOnlyList<PackColumn> Key => [Ref, PeriodColumn, Breakdown];

    protected override IReadOnlyList<PackField<Result>> Fields { get; } =
    [
        new(Ref, row => row.Ref.Value),
        new(PeriodColumn, row => row.Period.ToString()),
        new(Value, row => row.Value is { Number: not null } figure ? figure.ToString() : null),
        new(Numerator, row => CellWriting.Number(row.Numerator)),
        new(Denominator, row => CellWriting.Number(row.Denominator)),
        new(Ytd, row => row.Ytd?.ToString()),
        new(MarkerColumn, row => row.Value is { Marker: not null } marker ? marker.ToString() : null),
        new(Status, row => CellWriting.Unless(row.Status, ResultStatus.Final, Statuses.Write(row.Status))),
        new(Breakdown, row => row.Breakdown),
        new(Note, row => row.Note),
        new(Decimals, row => CellWriting.Integer(row.Decimals)),
        new(Rating, row => row.Rating),
        new(RatingReason, row => row.RatingReason),
        new(RatingBy, row => row.RatingBy),
        new(RatingApprovedBy, row => row.RatingApprovedBy),
        new(PreviousYear, row => row.PreviousYear?.ToString()),
        new(PreviousYearYtd, row => row.PreviousYearYtd?.ToString()),
    ];

    protected override IReadOnlyList<Result> RowsOf(Pack pack) => pack.Results;

    protected override int MostRows(PackReadContext pack) => int.MaxValue;

    protected override object KeyOf(Result row) => (row.Ref, row.Period.Closing, row.Breakdown?.ToLowerInvariant());

    /// <summary>A large CSV is read into columns, whenever that gives the same rows and findings.</summary>
    public override IReadOnlyList<Result> ReadAll(RawTable? table, PackReadContext pack)
    {
        if (table?.LargeCsv() is not { } csv)
        {
            return base.ReadAll(table, pack);
        }

        var mark = pack.Log.Mark();
        if (RawTable.Refusing(() => new ResultsCsv(this, table, pack).Read(csv.Open, csv.Limits)) is { } results)
        {
            Check(results, table.File, pack);
            return results;
        }

        pack.Log.BackTo(mark);
        pack.Percents.Forget(Name);
        pack.Periods.Forget();
        return base.ReadAll(table, pack);
    }

    internal Result? ReadRow(RowReader row, PackReadContext pack) => Read(row, pack);

    protected override Result? Read(RowReader row, PackReadContext pack)
    {
        if (pack.KnownRef(row, Ref) is not { } reference)
        {
            row.Spoil();
            return null;
        }

        RefuseDerived(row, pack.Versions(reference)[0]);
        var period = pack.ResultPeriod(row, PeriodColumn, reference);
        var (figure, typed) = Seen(row, Value, reference, pack);
        var (ytd, _) = Seen(row, Ytd, reference, pack);
        var (before, _) = Seen(row, PreviousYear, reference, pack);
        var (beforeYtd, _) = Seen(row, PreviousYearYtd, reference, pack);
        var value = Marked(row, figure);
        var result = new Result
        {
            Ref = reference,
            Period = period ?? default,
            Value = value,
            Numerator = row.Number(Numerator),
            Denominator = row.Number(Denominator),
            Ytd = ytd,
            Status = StatusOf(row, typed),
            Breakdown = row.Text(Breakdown),
            Note = NoteOf(row, typed),
            Decimals = row.Integer(Decimals, 0, 9) ?? typed?.Places,
            Rating = row.Text(Rating),
            RatingReason = row.Text(RatingReason),
            RatingBy = row.Text(RatingBy),
            RatingApprovedBy = row.Text(RatingApprovedBy),
            PreviousYear = before,
            PreviousYearYtd = beforeYtd,
            At = row.At,
        };
        if (ManualRating.Gap(result) is { } gap)
        {
            row.Error(
                Rating,
                "manual-rating-incomplete",
                result.Rating!,
                $"The rating \"{result.Rating}\" is given by hand without {gap}.",
                "rating_reason, rating_by and rating_approved_by, the last two different",
                "Fill in what is missing, or leave rating blank so that the figure is rated by the rules.");
        }

        return period is null ? null : result;
    }

    private static void RefuseDerived(RowReader row, Indicator indicator)
    {
        if (indicator.NumeratorRef is { } numerator && row.Text(Ref) is { } text)
        {
            row.Error(
                Ref,
                "result-of-formula",
                text,
                $"{indicator.Ref} is made of {numerator} over {indicator.DenominatorRef}, so it has no results of its own.",
                "results of the two indicators it is made of",
                "Remove the row, or take numerator_ref and denominator_ref from the indicator.");
        }
    }

    protected override void Check(IReadOnlyList<Result> rows, string file, PackReadContext pack)
    {
        if (!pack.IsCanonical)
        {
            // Rows this program wrote have no percent signs left to watch.
            pack.Percents.Tell(Name, file);
        }

        pack.Periods.Tell(file);
    }

    private static (Figure? Figure, TypedNumber? Typed) Seen(RowReader row, PackColumn column, IndicatorRef reference, PackReadContext pack)
    {
        var cell = row.Figure(column, pack.Versions(reference)[0]);
        if (cell.Typed is { } typed)
        {
            pack.Percents.See("results", row, column, reference, pack.Versions(reference), typed);
        }

        return cell;
    }

    private static Figure? Marked(RowReader row, Figure? figure)
    {
        if (row.Text(MarkerColumn) is not { } text)
        {
            return figure;
        }

        if (!MarkerText.TryRead(text, out var marker))
        {
            row.Error(
                MarkerColumn,
                "unknown-word",
                text,
                $"\"{text}\" is no marker.",
                string.Join(", ", MarkerText.Codes),
                "Write one of them, with your own words after a colon: suspended: Survey paused.");
        }
        else if (figure is { } given && (given.Number is not null || given.Marker != marker.Marker))
        {
            row.Error(
                MarkerColumn,
                "value-and-marker",
                text,
                $"The row has both the value {given} and the marker {text}.",
                "a value or a marker",
                "Remove the one that is wrong.");
        }

        return marker;
    }

    /// <summary>The note of a row; an asterisk after the figure must lead to one.</summary>
    private static string? NoteOf(RowReader row, TypedNumber? typed)
    {
        var note = row.Text(Note);
        if (note is null && typed is { HasNoteMark: true })
        {
            row.Tell(
                Severity.Warning,
                Value,
                "note-missing",
                NumberText.Write(typed.Value.Value) + "*",
                "An asterisk after the figure sends the reader to a note, and the row has none.",
                "a note in the column note",
                "Write the note in the column note, or take the asterisk out.");
        }

        return note;
    }

    private static ResultStatus StatusOf(RowReader row, TypedNumber? typed)
    {
        var status = row.Word(Status, Statuses);
        if (status is { } given && typed?.Status is { } shorthand && given != shorthand)
        {
            row.Error(
                Status,
                "two-statuses",
                Statuses.Write(given),
                $"The status is {Statuses.Write(given)}, but the shorthand after the value says {Statuses.Write(shorthand)}.",
                "one status",
                "Remove the one that is wrong.");
        }

        return status ?? typed?.Status ?? ResultStatus.Final;
    }
}
