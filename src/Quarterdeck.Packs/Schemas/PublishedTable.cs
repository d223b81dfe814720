using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Publications;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Rows;

namespace Quarterdeck.Packs.Schemas;

internal sealed class PublishedTable : PackTable<PublishedFigure>
{
    private static readonly PackColumn Ref = new("ref", ColumnType.Code, "The indicator.") { IsRequired = true, From = "indicators.ref" };
    private static readonly PackColumn Round = new("round", ColumnType.Period, "The reporting round of the report.") { IsRequired = true };
    private static readonly PackColumn PeriodColumn = new(
        "period",
        ColumnType.Period,
        "The period printed; one row for each period of a printed trend.")
    { Blank = "the latest in the round" };
    private static readonly PackColumn YtdPeriod = new("ytd_period", ColumnType.Period, "The period the year to date runs to.") { Blank = "as period" };
    private static readonly PackColumn Value = new("value", ColumnType.Figure, "The result as printed.");
    private static readonly PackColumn Rating = new("rating", ColumnType.Text, "The band's label as printed.");
    private static readonly PackColumn Ytd = new("ytd", ColumnType.Figure, "The year to date as printed.");
    private static readonly PackColumn YtdRating = new("ytd_rating", ColumnType.Text, "The rating of the year to date as printed.");
    private static readonly PackColumn Range = new("range", ColumnType.Text, "`Yes`, `Above` or `Below` the expected range.");
    private static readonly PackColumn Direction = new(
        "direction",
        ColumnType.Text,
        "The direction of travel as printed: `improved`, `worsened`, `no change`.");
    private static readonly PackColumn PreviousRating = new("previous_rating", ColumnType.Text, "The rating of the period before as printed.");

    public override string Name => "published";

    public override string Summary => "What a past report printed, kept beside what is computed and never overwritten.";

    public override IReadOnlyList<PackColumn> Key => [Ref, Round, PeriodColumn];

    protected override IReadOnlyList<PackField<PublishedFigure>> Fields { get; } =
    [
        new(Ref, row => row.Ref.Value),
        new(Round, row => row.Round.ToString()),
        new(PeriodColumn, row => row.Period?.ToString()),
        new(YtdPeriod, row => row.YtdPeriod?.ToString()),
        new(Value, row => row.Value?.ToString()),
        new(Rating, row => row.Rating),
        new(Ytd, row => row.Ytd?.ToString()),
        new(YtdRating, row => row.YtdRating),
        new(Range, row => row.Range),
        new(Direction, row => row.Direction),
        new(PreviousRating, row => row.PreviousRating),
    ];

    protected override IReadOnlyList<PublishedFigure> RowsOf(Pack pack) => pack.Published;

    protected override object KeyOf(PublishedFigure row) => (row.Ref, row.Round, row.Period);

    protected override PublishedFigure? Read(RowReader row, PackReadContext pack)
    {
        if (pack.KnownRef(row, Ref) is not { } reference)
        {
            return null;
        }

        return new PublishedFigure
        {
            Ref = reference,
            Round = pack.Closing(row, Round) ?? default,
            Period = pack.Period(row, PeriodColumn, reference)?.Closing,
            YtdPeriod = pack.Period(row, YtdPeriod, reference)?.Closing,
            Value = Seen(row, Value, reference, pack),
            Rating = pack.BandWord(row.Text(Rating)),
            Ytd = Seen(row, Ytd, reference, pack),
            YtdRating = pack.BandWord(row.Text(YtdRating)),
            Range = RangeWord(row.Text(Range)),
            Direction = row.Text(Direction),
            PreviousRating = pack.BandWord(row.Text(PreviousRating)),
            At = row.At,
        };
    }

    protected override void Check(IReadOnlyList<PublishedFigure> rows, string file, PackReadContext pack) => pack.Percents.Tell(Name, file);

    private static Figure? Seen(RowReader row, PackColumn column, IndicatorRef reference, PackReadContext pack)
    {
        var indicator = pack.Versions(reference)[0];
        var (figure, number) = row.Figure(column, indicator.Unit.IsGraded ? indicator : null);
        if (number is { } typed)
        {
            pack.Percents.See("published", row, column, reference, pack.Versions(reference), typed);
        }

        return figure;
    }

    private static string? RangeWord(string? text) => text?.ToLowerInvariant() switch
    {
        "yes" => "Yes",
        "above" => "Above",
        "below" => "Below",
        _ => text,
    };
}
