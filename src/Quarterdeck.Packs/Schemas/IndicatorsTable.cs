using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Packs.Cells;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Rows;

namespace Quarterdeck.Packs.Schemas;

internal sealed partial class IndicatorsTable : PackTable<Indicator>
{
    private static readonly Vocabulary<IndicatorKind> Kinds = new();
    private static readonly Vocabulary<Polarity> Polarities = new(
        ("high", Polarity.Higher),
        ("higher-is-better", Polarity.Higher),
        ("low", Polarity.Lower),
        ("lower-is-better", Polarity.Lower),
        ("none", Polarity.Neutral));
    private static readonly Vocabulary<Frequency> Frequencies = new(
        ("monthly", Frequency.Month),
        ("quarterly", Frequency.Quarter),
        ("termly", Frequency.Term),
        ("half-year", Frequency.Half),
        ("half-yearly", Frequency.Half),
        ("annual", Frequency.Year),
        ("annually", Frequency.Year),
        ("yearly", Frequency.Year));
    private static readonly Vocabulary<YearKind> Years = new();
    private static readonly Vocabulary<YtdMethod> YtdMethods = new();
    private static readonly Vocabulary<FromMonths> FromMonthsWords = new();
    private static readonly Vocabulary<RateOn> RateOns = new();
    private static readonly Vocabulary<RangeOn> RangeOns = new();

    private static readonly PackColumn Ref = new(
        "ref", ColumnType.Code, "Stable reference, such as `FN06`, `NI 192` or `BV/12`: up to 40 characters, no line break and no semicolon.")
    { IsRequired = true };
    private static readonly PackColumn Title = new("title", ColumnType.Text, "Title in full, as printed.") { IsRequired = true };
    private static readonly PackColumn Kind = new(
        "kind",
        ColumnType.Word,
        "What it is for. A highlight is rated but stands outside the counts; activity and context are not rated.")
    { IsRequired = true, Words = Kinds.Words };
    private static readonly PackColumn ShortTitle = new("short_title", ColumnType.Text, "Title in summaries.") { Blank = "the title" };
    private static readonly PackColumn Area = new("area", ColumnType.Code, "The area that answers for it.") { From = "areas.code" };
    private static readonly PackColumn SummaryGroup = new("summary_group", ColumnType.Text, "Heading in the summary.") { Blank = "the area's" };
    private static readonly PackColumn Parent = new("parent", ColumnType.Code, "The KPI it gives context to.") { From = "indicators.ref" };
    private static readonly PackColumn Objectives = new("objectives", ColumnType.Codes, "The objectives it serves.") { From = "objectives.code" };
    private static readonly PackColumn Scale = new(
        "scale",
        ColumnType.Number,
        "Units in one typed value: 752.8 with scale 1000 is 752,800. Targets and thresholds likewise.")
    { Blank = "1" };
    private static readonly PackColumn Per = new(
        "per",
        ColumnType.Number,
        "What a numerator over a denominator is multiplied by.")
    { Blank = "100 for percent, else 1" };
    private static readonly PackColumn Decimals = new("decimals", ColumnType.Integer, "Decimal places shown, 0 to 9.") { Blank = "as typed, cell by cell" };
    private static readonly PackColumn TargetDecimals = new(
        "target_decimals",
        ColumnType.Integer,
        "Decimal places of target, floor and thresholds, 0 to 9.")
    { Blank = "as typed, cell by cell" };
    private static readonly PackColumn PolarityColumn = new(
        "polarity",
        ColumnType.Word,
        "Which way is good.")
    { Words = Polarities.Words, Blank = "neutral for activity and context; else higher where the floor standard lies below the target, lower where above" };
    private static readonly PackColumn FrequencyColumn = new(
        "frequency",
        ColumnType.Word,
        "How often it has a result.")
    { Words = Frequencies.Words, Blank = "year for milestones, else month" };
    private static readonly PackColumn Calendar = new(
        "calendar",
        ColumnType.Word,
        "Which year it is counted in.")
    { Words = Years.Words, Blank = "academic for terms, else financial" };
    private static readonly PackColumn YearStart = new(
        "year_start",
        ColumnType.Integer,
        "First month of its year, over the calendar's: a number or a name.")
    { Blank = "the calendar's" };
    private static readonly PackColumn Basis = new(
        "basis",
        ColumnType.Word,
        "Which part of time one result speaks for.")
    { Words = BasisText.Words, Blank = "period" };
    private static readonly PackColumn Ytd = new(
        "ytd",
        ColumnType.Word,
        "How the year to date is made.")
    {
        Words = YtdMethods.Words,
        Blank = "by basis: none for snapshot, last-month and milestones, latest for cumulative and rolling, mean for average; for period, sum for "
                + "number and gbp, else ratio where numerators and denominators are held, else none"
    };
    private static readonly PackColumn YtdFrom = new(
        "ytd_from",
        ColumnType.Integer,
        "First month the year to date counts: a number or a name.")
    { Blank = "the year's first" };
    private static readonly PackColumn Weight = new(
        "weight",
        ColumnType.Code,
        "The indicator whose results weight a weighted year to date.")
    { From = "indicators.ref" };
    private static readonly PackColumn FromMonthsColumn = new(
        "from_months",
        ColumnType.Word,
        "How its quarters, years, rolling windows or cumulative figures are made from results given by month.")
    { Words = FromMonthsWords.Words, Blank = "results are given for its own periods" };
    private static readonly PackColumn NumeratorRef = new(
        "numerator_ref",
        ColumnType.Code,
        "The indicator whose figures are its numerators, where it is made of two others; with denominator_ref.")
    { From = "indicators.ref" };
    private static readonly PackColumn DenominatorRef = new(
        "denominator_ref",
        ColumnType.Code,
        "The indicator whose figures are its denominators, where it is made of two others; with numerator_ref.")
    { From = "indicators.ref" };
    private static readonly PackColumn Lag = new(
        "lag",
        ColumnType.Integer,
        "Months a later period may have been closed before the rating shown is stale.")
    { Blank = "1" };
    private static readonly PackColumn RateOnColumn = new(
        "rate_on",
        ColumnType.Word,
        "Whether the figure a reader sees is compared with the target, or the exact one.")
    { Words = RateOns.Words, Blank = "displayed" };
    private static readonly PackColumn RangeOnColumn = new(
        "range_on",
        ColumnType.Word,
        "Which figure is tested against the expected range.")
    { Words = RangeOns.Words, Blank = "the year to date where there is one, else the latest" };
    private static readonly PackColumn Direction = new(
        "direction",
        ColumnType.Codes,
        "What the latest result is compared with, the first being the arrow's.")
    {
        Words = DirectionText.Words,
        Blank = "previous; same-period-last-year for a cumulative figure"
    };
    private static readonly PackColumn DeadBand = new(
        "dead_band",
        ColumnType.Text,
        "The largest movement that is not a change: `5` units, or `5%` of the earlier figure.")
    { Blank = "0" };
    private static readonly PackColumn YearEndForecast = new(
        "year_end_forecast",
        ColumnType.YesNo,
        "Whether its page says how the year may end, by its figures so far.")
    { Blank = "no" };
    private static readonly PackColumn Break = new(
        "break",
        ColumnType.Text,
        "Why the figures of this version cannot be compared with those before it. A change of polarity, unit or basis is a break without words.");
    private static readonly PackColumn Scheme = new("scheme", ColumnType.Code, "Its rating scheme.") { Blank = "the organisation's", From = "schemes.scheme" };
    private static readonly PackColumn Tolerance = new(
        "tolerance",
        ColumnType.Number,
        "Per cent of the target tolerated for this indicator alone, in place of the scheme's own, or of a floor standard where none is set.");
    private static readonly PackColumn DeliveredBy = new("delivered_by", ColumnType.Text, "A delivery partner: splits an area's tables.");
    private static readonly PackColumn Source = new("source", ColumnType.Text, "Where the figures come from.");
    private static readonly PackColumn Definition = new("definition", ColumnType.Text, "What is counted.");
    private static readonly PackColumn DataNote = new("data_note", ColumnType.Text, "What to know when reading the figures.");
    private static readonly PackColumn From = new("from", ColumnType.Period, "First month this version holds for.") { Blank = "from the start" };
    private static readonly PackColumn To = new("to", ColumnType.Period, "Last month this version holds for.") { Blank = "still in force" };

    private static readonly PackColumn RetiredReason = new("retired_reason", ColumnType.Text, "Why it is no longer reported after the month in to.");
    private static readonly PackColumn ReplacedBy = new("replaced_by", ColumnType.Code, "The indicator that took its place.") { From = "indicators.ref" };

    public override string Name => "indicators";

    public override string Summary => "What is measured and how it is rated, one row for each version of each indicator.";

    public override bool IsRequired => true;

    public override IReadOnlyList<PackColumn> Key => [Ref, From];

    protected override bool IsReferredTo => true;

    protected override IReadOnlyList<PackField<Indicator>> Fields { get; } =
    [
        new(Ref, row => row.Ref.Value),
        new(Title, row => row.Title),
        new(Kind, row => Kinds.Write(row.Kind)),
        new(ShortTitle, row => row.ShortTitle),
        new(Area, row => row.Area),
        new(SummaryGroup, row => row.SummaryGroup),
        new(Parent, row => row.Parent?.Value),
        new(Objectives, row => CellWriting.Codes(row.Objectives)),
        new(UnitColumns.Unit, row => UnitColumns.Write(row.Unit).Unit),
        new(UnitColumns.Currency, row => UnitColumns.Write(row.Unit).Currency),
        new(Scale, row => CellWriting.Unless(row.Scale, 1, CellWriting.Number(row.Scale))),
        new(Per, row => CellWriting.Unless(row.Per, PerOf(row.Unit), CellWriting.Number(row.Per))),
        new(Decimals, row => CellWriting.Integer(row.Decimals)),
        new(TargetDecimals, row => CellWriting.Integer(row.TargetDecimals)),
        new(PolarityColumn, row => row.IsPolarityStated ? Polarities.Write(row.Polarity) : null),
        new(FrequencyColumn, row => Frequencies.Write(row.Calendar.Frequency)),
        new(Calendar, row => Years.Write(row.Year)),
        new(YearStart, row => CellWriting.Integer(row.YearStart)),
        new(Basis, row => BasisText.Write(row.Basis)),
        new(Ytd, row => !row.IsYtdStated ? null : YtdMethods.Write(row.Ytd)),
        new(YtdFrom, row => CellWriting.Integer(row.YtdFrom)),
        new(Weight, row => row.Weight?.Value),
        new(Lag, row => CellWriting.Unless(row.Lag, 1, CellWriting.Integer(row.Lag))),
        new(RateOnColumn, row => CellWriting.Unless(row.RateOn, RateOn.Displayed, RateOns.Write(row.RateOn))),
        new(RangeOnColumn, row => RangeOns.Write(row.RangeOn)),
        new(Direction, row => DirectionText.Write(row.Direction, DirectionSetting.DefaultFor(row.Basis.Kind))),
        new(DeadBand, row => DirectionText.WriteBand(row.Direction)),
        new(Scheme, row => row.Scheme),
        new(DeliveredBy, row => row.DeliveredBy),
        new(Source, row => row.Source),
        new(Definition, row => row.Definition),
        new(DataNote, row => row.DataNote),
        new(From, row => row.From?.ToString()),
        new(To, row => row.To?.ToString()),
        new(Break, row => row.Break),
        new(FromMonthsColumn, row => FromMonthsWords.Write(row.FromMonths)),
        new(NumeratorRef, row => row.NumeratorRef?.Value),
        new(DenominatorRef, row => row.DenominatorRef?.Value),
        new(Tolerance, row => CellWriting.Number(row.Tolerance)),
        new(RetiredReason, row => row.RetiredReason),
        new(ReplacedBy, row => row.ReplacedBy?.Value),
        new(YearEndForecast, row => row.HasYearEndForecast ? "yes" : null),
        .. LimitFields,
    ];

    protected override IReadOnlyList<Indicator> RowsOf(Pack pack) => pack.Indicators;

    protected override Indicator? Read(RowReader row, PackReadContext pack)
    {
        var reference = row.Ref(Ref);
        var kind = row.Word(Kind, Kinds) ?? IndicatorKind.Kpi;
        var unit = UnitColumns.Read(row);
        var frequency = row.Word(FrequencyColumn, Frequencies) ?? (kind == IndicatorKind.Milestone ? Frequency.Year : Frequency.Month);
        var year = row.Word(Calendar, Years) ?? (frequency == Frequency.Term ? YearKind.Academic : YearKind.Financial);
        var yearStart = row.MonthNumber(YearStart);
        var basis = BasisOf(row);
        var calendar = CalendarOf(frequency, year, yearStart, pack.Settings) with { WindowYears = WindowYearsOf(basis) };
        var direction = DirectionText.Read(row, Direction, DeadBand, DirectionSetting.DefaultFor(basis.Kind));
        var (ytd, usualYtd) = (row.Word(Ytd, YtdMethods), YtdOf(kind, basis.Kind, unit));
        var polarity = row.Word(PolarityColumn, Polarities) ?? (unit.IsGraded ? Domain.Indicators.Polarity.Higher : null);
        var scheme = pack.KnownScheme(row, Scheme);
        var indicator = new Indicator
        {
            Ref = reference ?? default,
            Title = row.Text(Title) ?? string.Empty,
            Kind = kind,
            ShortTitle = row.Text(ShortTitle),
            Area = pack.KnownCode(row, Area, "areas"),
            SummaryGroup = row.Text(SummaryGroup),
            Parent = row.Ref(Parent),
            Objectives = pack.KnownCodes(row, Objectives, "objectives"),
            Unit = unit,
            Grades = GradesOf(unit, scheme, row, pack),
            Scale = Positive(row, Scale) ?? 1,
            Per = Positive(row, Per) ?? PerOf(unit),
            Decimals = row.Integer(Decimals, 0, 9),
            TargetDecimals = row.Integer(TargetDecimals, 0, 9),
            Polarity = polarity ?? Polarity.Neutral,
            IsPolarityStated = polarity is not null || kind is IndicatorKind.Activity or IndicatorKind.Context or IndicatorKind.Milestone,
            Calendar = calendar,
            Year = year,
            YearStart = yearStart,
            Basis = basis,
            Ytd = ytd ?? usualYtd,
            IsYtdStated = ytd is not null || usualYtd != YtdMethod.Ratio,
            YtdFrom = row.MonthNumber(YtdFrom),
            Weight = row.Ref(Weight),
            FromMonths = row.Word(FromMonthsColumn, FromMonthsWords),
            NumeratorRef = row.Ref(NumeratorRef),
            DenominatorRef = row.Ref(DenominatorRef),
            Lag = row.Integer(Lag, 0, 120) ?? 1,
            RateOn = row.Word(RateOnColumn, RateOns) ?? RateOn.Displayed,
            RangeOn = row.Word(RangeOnColumn, RangeOns),
            Direction = direction,
            HasYearEndForecast = row.YesNo(YearEndForecast) ?? false,
            Scheme = scheme,
            Tolerance = Positive(row, Tolerance),
            DeliveredBy = row.Text(DeliveredBy),
            Source = row.Text(Source),
            Definition = row.Text(Definition),
            DataNote = row.Text(DataNote),
            From = pack.Span(row, From, calendar)?.Opening,
            To = pack.Span(row, To, calendar)?.Closing,
            Break = row.Text(Break),
            Limits = LimitsOf(row),
            RetiredReason = row.Text(RetiredReason),
            ReplacedBy = row.Ref(ReplacedBy),
            At = row.At,
        };
        Demand(indicator, row);
        DerivedIndicators.Demand(indicator, row, FromMonthsColumn, NumeratorRef, DenominatorRef);
        DemandRoomForTolerance(indicator, row, pack);
        if (row.IsSpoilt && reference is { } spoilt)
        {
            pack.AddSpoilt(spoilt);
        }

        return indicator;
    }

    private static decimal? Positive(RowReader row, PackColumn column)
    {
        if (row.Number(column) is not { } number || number > 0)
        {
            return row.IsSpoilt ? null : row.Number(column);
        }

        row.Error(
            column,
            "out-of-bounds",
            NumberText.Write(number),
            $"{column.Name} is {NumberText.Write(number)}, and must be more than nothing.",
            "a number above 0",
            "Correct the number, or leave the cell blank.");
        return null;
    }

    private static MeasureBasis BasisOf(RowReader row)
    {
        if (row.Text(Basis) is not { } text)
        {
            return default;
        }

        if (BasisText.TryRead(text, out var basis))
        {
            return basis;
        }

        row.Error(
            Basis,
            "unknown-word",
            text,
            $"\"{text}\" is none of the words this column knows.",
            string.Join(", ", BasisText.Words),
            "Choose one of them; a rolling window is rolling- and its months, such as rolling-12.");
        return default;
    }

    /// <summary>Whole years that a rolling window covers, when it is more than one.</summary>
    private static int WindowYearsOf(MeasureBasis basis) =>
        basis is { Kind: BasisKind.Rolling, RollingMonths: > 12 and var months } && months % 12 == 0 ? months / 12 : 1;

    private static decimal PerOf(Unit unit) => unit.IsPercent ? 100 : 1;

    private static YtdMethod YtdOf(IndicatorKind kind, BasisKind basis, Unit unit) => kind == IndicatorKind.Milestone ? YtdMethod.None : basis switch
    {
        BasisKind.Snapshot or BasisKind.LastMonth => YtdMethod.None,
        BasisKind.Cumulative or BasisKind.Rolling => YtdMethod.Latest,
        BasisKind.Average => YtdMethod.Mean,
        BasisKind.Period => unit.IsAdditive ? YtdMethod.Sum : YtdMethod.Ratio,
    };

    private static PeriodCalendar CalendarOf(Frequency frequency, YearKind year, int? yearStart, Settings settings) =>
        new(
            frequency,
            yearStart ?? year switch
            {
                YearKind.Financial => settings.FinancialYearStart,
                YearKind.Academic => settings.AcademicYearStart,
                YearKind.Calendar => 1,
            },
            settings.TermEnds);
}
