using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Interchange.Packs;

internal sealed class IndicatorsTable : PackTable<Indicator>
{
    public override string Name => "indicators";

    public override string Means => "What is measured and how it is rated. Several rows of one reference are its versions, told apart by from and to.";

    public override bool Required => true;

    public override IReadOnlyList<PackColumn> Columns { get; } =
    [
        new("ref", "Stable reference: CS04a.", true),
        new("title", "Full title, as in the detail.", true),
        new("kind", "kpi, activity, milestone, context, or highlight (rated but outside the counts).", true),
        new("short_title", "For summaries, where it differs."),
        new("area", "Code of the area that answers for it."),
        new("summary_group", "Heading in the summary, over the area's."),
        new("parent", "Reference of the KPI it gives context to."),
        new("objectives", "Codes of objectives, with semicolons between."),
        new("unit", "percent, number, gbp, days, seconds, per-10000, kg-per-household, fte, or the council's own word. Default number."),
        new("scale", "Units in one typed value: with 1000, 752.8 is 752,800. Default 1."),
        new("per", "What numerator / denominator is multiplied by. Default 100 for percent, else 1."),
        new("decimals", "Decimal places shown, 0 to 9; blank: as typed."),
        new("target_decimals", "Decimal places of target, floor and thresholds; blank: as typed."),
        new("polarity", "higher, lower, on-target, range or neutral. Default higher for what is rated, else neutral."),
        new("frequency", "month, quarter, term, half or year. Default month; year for milestones."),
        new("calendar", "financial, academic or calendar. Default financial; academic for terms."),
        new("year_start", "First month of its year, 1 to 12, over the calendar's."),
        new("basis", "period, snapshot, cumulative, rolling-12 (any number of months), average or last-month. Default period."),
        new("ytd", "sum, ratio, weighted, mean, latest, supplied or none. Default by basis: none for snapshot and last-month, latest for cumulative and rolling, mean for average, else sum for number and gbp and ratio for rates."),
        new("ytd_from", "First month the year to date counts, 1 to 12, where it is not the year's first."),
        new("weight", "Reference of the indicator that weights a weighted year to date."),
        new("lag", "Months a later period may be closed before the rating is stale. Default 1."),
        new("rate_on", "displayed (default) or exact."),
        new("range_on", "ytd or latest; blank: the year to date where there is one."),
        new("direction", "previous (default), attainment, same-period-last-year, relative-to-target, baseline; several with semicolons; 'dead-band 0.5' as one of them sets the smallest movement that counts."),
        new("scheme", "Rating scheme, over the organisation's."),
        new("delivered_by", "A delivery partner: splits the area's tables."),
        new("source", "Where the data comes from."),
        new("definition", "What is counted, included and excluded."),
        new("data_note", "A note on the data."),
        new("from", "First month of this version."),
        new("to", "Last month of this version."),
    ];

    protected override Indicator? Row(RowReader row, PackDraft draft)
    {
        row.Needed("ref");
        row.Needed("kind");
        var (reference, kind) = (row.Ref("ref"), row.Word("kind", Words.IndicatorKinds));
        var (title, basis) = (row.Needed("title"), BasisText.Read(row));
        if (reference is not { } known || kind is not { } knownKind)
        {
            return null;
        }

        var unit = UnitText.Read(row.Text("unit"));
        var frequency = row.Word("frequency", Words.Frequencies) ?? (knownKind == IndicatorKind.Milestone ? Frequency.Year : Frequency.Month);
        var year = row.Word("calendar", Words.Years) ?? (frequency == Frequency.Term ? YearKind.Academic : YearKind.Financial);
        var yearStart = row.Whole("year_start", 1, 12);
        var rated = knownKind is IndicatorKind.Kpi or IndicatorKind.Milestone or IndicatorKind.Highlight;
        var indicator = new Indicator
        {
            Ref = known,
            Title = title,
            Kind = knownKind,
            ShortTitle = row.Text("short_title"),
            Area = References.Code(row, "area", draft.AreaCodes, "area"),
            SummaryGroup = row.Text("summary_group"),
            Parent = row.Ref("parent"),
            Objectives = References.Codes(row, "objectives", draft.ObjectiveCodes, "objective"),
            Unit = unit,
            Scale = Positive(row, "scale") ?? 1,
            Per = Positive(row, "per") ?? (unit.IsPercent ? 100 : 1),
            Decimals = row.Whole("decimals", 0, 9),
            TargetDecimals = row.Whole("target_decimals", 0, 9),
            Polarity = row.Word("polarity", Words.Polarities) ?? (rated ? Polarity.Higher : Polarity.Neutral),
            Calendar = draft.CalendarOf(frequency, year, yearStart),
            Year = year,
            YearStart = yearStart,
            Basis = basis,
            Ytd = row.Word("ytd", Words.YtdMethods) ?? Default(basis.Kind, unit, knownKind),
            YtdFrom = row.Whole("ytd_from", 1, 12),
            Weight = row.Ref("weight"),
            Lag = row.Whole("lag", 0, 60) ?? 1,
            RateOn = row.Word("rate_on", Words.RateOns) ?? RateOn.Displayed,
            RangeOn = row.Word("range_on", Words.RangeOns),
            Direction = DirectionText.Read(row),
            Scheme = row.Text("scheme"),
            DeliveredBy = row.Text("delivered_by"),
            Source = row.Text("source"),
            Definition = row.Text("definition"),
            DataNote = row.Text("data_note"),
            From = References.Any(row, "from", draft.Monthly, draft, opening: true),
            To = References.Any(row, "to", draft.Monthly, draft),
            At = row.At,
        };
        Versions(row, draft, indicator);
        return indicator;
    }

    protected override ICollection<Indicator> Keep(PackDraft draft) => draft.Indicators;

    protected override IEnumerable<Indicator> Rows(Pack pack) => pack.Indicators;

    protected override void Cells(Indicator row, RowWriter cells) => cells
        .Code("ref", row.Ref).Text("title", row.Title).Word("kind", Words.IndicatorKinds, row.Kind).Text("short_title", row.ShortTitle)
        .Text("area", row.Area).Text("summary_group", row.SummaryGroup).Code("parent", row.Parent).List("objectives", row.Objectives)
        .Text("unit", row.Unit.Code).Number("scale", row.Scale).Number("per", row.Per).Whole("decimals", row.Decimals)
        .Whole("target_decimals", row.TargetDecimals).Word("polarity", Words.Polarities, row.Polarity)
        .Word("frequency", Words.Frequencies, row.Calendar.Frequency).Word("calendar", Words.Years, row.Year).Whole("year_start", row.YearStart)
        .Code("basis", BasisText.Write(row.Basis)).Word("ytd", Words.YtdMethods, row.Ytd).Whole("ytd_from", row.YtdFrom).Code("weight", row.Weight)
        .Whole("lag", row.Lag).Word("rate_on", Words.RateOns, row.RateOn).Word("range_on", Words.RangeOns, row.RangeOn)
        .Code("direction", DirectionText.Write(row.Direction)).Text("scheme", row.Scheme).Text("delivered_by", row.DeliveredBy)
        .Text("source", row.Source).Text("definition", row.Definition).Text("data_note", row.DataNote).Code("from", row.From).Code("to", row.To);

    private static YtdMethod Default(BasisKind basis, Unit unit, IndicatorKind kind) => kind == IndicatorKind.Milestone ? YtdMethod.None : basis switch
    {
        BasisKind.Snapshot or BasisKind.LastMonth => YtdMethod.None,
        BasisKind.Cumulative or BasisKind.Rolling => YtdMethod.Latest,
        BasisKind.Average => YtdMethod.Mean,
        BasisKind.Period => unit.IsAdditive ? YtdMethod.Sum : YtdMethod.Ratio,
    };

    private static decimal? Positive(RowReader row, string column)
    {
        var number = row.Amount(column);
        if (number <= 0)
        {
            row.Refuse(column, "out-of-bounds", "The number is not above zero.", "a number above zero", "Correct it, or leave it blank for the default.");
            return null;
        }

        return number;
    }

    private static void Versions(RowReader row, PackDraft draft, Indicator indicator)
    {
        if (!draft.Versions.TryGetValue(indicator.Ref, out var versions))
        {
            draft.Versions[indicator.Ref] = versions = [];
        }

        var clash = versions.FirstOrDefault(other =>
            (other.To is not { } end || indicator.From is not { } start || start <= end) && (indicator.To is not { } last || other.From is not { } first || first <= last));
        if (clash is not null)
        {
            row.Refuse("ref", "duplicate", $"{indicator.Ref} stands here and in row {clash.At.Row} for the same months.", "one row for each reference, or versions whose months do not overlap", "Delete one row, or set from and to so that one version ends before the next begins.");
        }

        versions.Add(indicator);
    }
}
