using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Commentary;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Ranges;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Reports;

/// <summary>Makes one table: which columns any row needs, and each row's cells.</summary>
internal sealed class TableBuilder
{
    private const int KpiColumns = 4;
    private const int ActivityColumns = 5;

    private static readonly ColumnKind[] Rated =
    [
        ColumnKind.LatestRating, ColumnKind.YearToDate, ColumnKind.YearToDateRating, ColumnKind.Target, ColumnKind.Floor, ColumnKind.Trend,
        ColumnKind.Direction, ColumnKind.PreviousYear, ColumnKind.Forecast, ColumnKind.ForecastRating
    ];

    private static readonly ColumnKind[] Activity =
        [ColumnKind.YearToDate, ColumnKind.Range, ColumnKind.Lower, ColumnKind.Upper, ColumnKind.Trend, ColumnKind.PreviousYear, ColumnKind.Forecast];

    private readonly ReportScope _scope;
    private readonly IndicatorKind _kind;
    private readonly IReadOnlyList<RatedIndicator> _rows;
    private readonly IReadOnlyList<Period> _periods;
    private readonly PreviousYearColumn _previous;
    private readonly TableNotes _notes = new();
    private readonly bool _allProvisional;
    private readonly IReadOnlyList<ColumnKind> _asked;

    /// <param name="scope">The report.</param>
    /// <param name="kind">The kind of table.</param>
    /// <param name="rows">Its indicators.</param>
    /// <param name="own">What the report's settings say of this table alone; null for nothing.</param>
    public TableBuilder(ReportScope scope, IndicatorKind kind, IReadOnlyList<RatedIndicator> rows, ReportTable? own)
    {
        (_scope, _kind, _rows) = (scope, kind, Ordered(rows, own));
        _asked = own is { Columns.Count: > 0 } ? own.Columns : scope.Definition.Columns;
        var timed = rows.Where(row => row.Indicator.Kind != IndicatorKind.Milestone).ToList();
        _periods = PeriodWindow.Of(timed, own?.Periods ?? scope.Definition.PeriodColumns ?? (IsRated ? KpiColumns : ActivityColumns));
        _previous = new PreviousYearColumn(scope.Labels, rows);
        _allProvisional = TableRemarks.AllProvisional(TableRemarks.Figures(rows, _periods));
    }

    private static IReadOnlyList<RatedIndicator> Ordered(IReadOnlyList<RatedIndicator> rows, ReportTable? own) => own is not { Order.Count: > 0 } ? rows
        : [.. rows.OrderBy(row => own.Order.ToList().IndexOf(row.Indicator.Ref) is >= 0 and var place ? place : int.MaxValue)];

    private bool IsRated => _kind is IndicatorKind.Kpi or IndicatorKind.Highlight or IndicatorKind.Milestone;

    private Frequency? Rhythm => _periods.Count > 0 ? _periods[0].Calendar.Frequency : null;

    public IndicatorTable Build(string caption, string heading)
    {
        var usual = IsRated ? Rated : Activity;
        var rest = (_asked.Count > 0 ? _asked.Where(usual.Contains) : usual).Where(kind => _rows.Any(row => Needs(kind, row))).ToList();
        var columns = new List<ReportColumn>();
        if (_rows.Any(row => References.Printed(row.Indicator.Ref) is not null))
        {
            columns.Add(new ReportColumn(ColumnKind.Reference, _scope.Labels.Of(Labels.Reference)));
        }

        columns.Add(new ReportColumn(ColumnKind.Indicator, _scope.Labels.Of(Labels.Indicator)));
        columns.AddRange(_periods.Select(period => new ReportColumn(ColumnKind.Period, period.ShortLabel)));
        if (_periods.Count == 0 && _rows.Any(row => row.Steps.Count > 0))
        {
            columns.Add(new ReportColumn(ColumnKind.Period, _scope.Labels.Of(Labels.Steps)));
        }

        columns.AddRange(rest.Select(Column));
        var rows = _rows.Select(row => new ReportRow(row, Cells(row, columns))).ToList();
        return new IndicatorTable
        {
            Kind = _kind,
            Caption = caption,
            Heading = heading,
            Periods = _periods,
            Columns = columns,
            Rows = rows,
            Notes = _notes.All,
            Remarks = [.. TableRemarks.Of(_rows, _periods)],
        };
    }

    private List<ReportCell> Cells(RatedIndicator row, List<ReportColumn> columns)
    {
        var cells = new List<ReportCell>();
        var authored = _scope.Texts
            .Where(text => text.Kind == CommentaryKind.Footnote && text.Refs.Contains(row.Indicator.Ref))
            .Select(text => _notes.Add(text.Text))
            .ToList();
        if (columns[0].Kind == ColumnKind.Reference)
        {
            cells.Add(new ReportCell.Words(References.Printed(row.Indicator.Ref) ?? string.Empty));
        }

        cells.Add(new ReportCell.Words(TitleWithUnit(row.Indicator)) { Notes = authored });
        var periods = columns.Count(column => column.Kind == ColumnKind.Period);
        cells.AddRange(row.Steps.Count > 0
            ? [new ReportCell.Steps(StepWords.Of(row)) { Span = Math.Max(1, periods) }]
            : PeriodCells.Of(row, _periods, _notes, _scope.Labels, _allProvisional));
        cells.AddRange(columns.Select(column => column.Kind)
            .SkipWhile(kind => kind is ColumnKind.Reference or ColumnKind.Indicator or ColumnKind.Period)
            .Select(kind => Cell(kind, row)));
        return cells;
    }

    /// <summary>The unit in words, where the title does not already say it and the figures do not show it.</summary>
    private static string TitleWithUnit(Indicator indicator)
    {
        var unit = indicator.Unit.Words;
        var title = References.Title(indicator);
        return unit.Length == 0 || title.Contains(unit, StringComparison.OrdinalIgnoreCase) ? title : $"{title} ({unit})";
    }

    private ReportColumn Column(ColumnKind kind)
    {
        var labels = _scope.Labels;
        return kind switch
        {
            ColumnKind.LatestRating => new ReportColumn(kind, Rhythm is { } rhythm ? labels.RatingOf(rhythm) : labels.Of(Labels.LatestRating)),
            ColumnKind.YearToDate => new ReportColumn(kind, labels.Of(Labels.YearToDate)),
            ColumnKind.YearToDateRating => new ReportColumn(kind, labels.Of(Labels.YearToDateRating)),
            ColumnKind.Range => new ReportColumn(kind, labels.Of(Labels.InRange)),
            ColumnKind.Lower => new ReportColumn(kind, labels.Of(Labels.Lower)) { Group = labels.Of(Labels.ExpectedRange) },
            ColumnKind.Upper => new ReportColumn(kind, labels.Of(Labels.Upper)) { Group = labels.Of(Labels.ExpectedRange) },
            ColumnKind.Target => new ReportColumn(kind, labels.Of(Labels.Target)),
            ColumnKind.Floor => new ReportColumn(kind, labels.Of(Labels.Floor)),
            ColumnKind.Trend => new ReportColumn(kind, labels.Of(Labels.Trend)),
            ColumnKind.Direction => new ReportColumn(kind, labels.Of(Labels.DirectionColumn)),
            ColumnKind.PreviousYear => new ReportColumn(kind, _previous.Heading),
            ColumnKind.Forecast => new ReportColumn(kind, ForecastCells.Heading(_rows, labels)),
            ColumnKind.ForecastRating => new ReportColumn(kind, labels.Of(Labels.ForecastRating)),
            ColumnKind.Reference or ColumnKind.Indicator or ColumnKind.Period => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    private bool Needs(ColumnKind kind, RatedIndicator row) => kind switch
    {
        ColumnKind.LatestRating => row.Indicator.Kind != IndicatorKind.Milestone,
        ColumnKind.YearToDate => row.Ytd is not Domain.Results.YearToDate.NotApplicable,
        ColumnKind.YearToDateRating => row.YtdRating is not RatingOutcome.Unrated { Reason: NotRated.NoYearToDate or NotRated.NotAKpi },
        ColumnKind.Range => row.Range is RangeOutcome.Tested,
        ColumnKind.Lower => RangeCells.Thresholds(row).Lower is not null,
        ColumnKind.Upper => RangeCells.Thresholds(row).Upper is not null,
        ColumnKind.Target => row.Standard.Target is not null || row.Standard.Text is not null || row.YtdStandard.Target is not null,
        ColumnKind.Floor => row.Standard.Floor is not null || row.YtdStandard.Floor is not null,
        ColumnKind.Trend => TrendBuilder.Last(_scope, row).Count > 0,
        ColumnKind.Direction => IsJudged(row),
        ColumnKind.PreviousYear => _previous.Has(row),
        ColumnKind.Forecast => _scope.Definition.Forecasts is not null && row.Forecast is not null,
        ColumnKind.ForecastRating => _scope.Definition.Forecasts == ReportForecasts.Rated && row.Forecast is not null,
        ColumnKind.Reference or ColumnKind.Indicator or ColumnKind.Period => true,
    };

    private static bool IsJudged(RatedIndicator row) =>
        row.Indicator.IsRated && row.Indicator.Kind != IndicatorKind.Milestone && row.Latest is not null && row.Direction.Travel is not null;

    private ReportCell Cell(ColumnKind kind, RatedIndicator row)
    {
        var shown = new ShownRatings(_scope.Labels);
        Period? latest = _periods.Count > 0 && row.Indicator.Kind != IndicatorKind.Milestone ? _periods[^1] : null;
        return kind switch
        {
            ColumnKind.LatestRating => new ReportCell.Rating(shown.Of(row, WhichRating.Latest, latest)),
            ColumnKind.YearToDate => StandardCells.YearToDate(row, _notes, _scope.Labels),
            ColumnKind.YearToDateRating => new ReportCell.Rating(shown.Of(row, WhichRating.YearToDate, latest)),
            ColumnKind.Range => RangeCells.Alert(row, _rows, _scope.Labels),
            ColumnKind.Lower => RangeCells.Threshold(row, RangeCells.Thresholds(row).Lower, _scope.Labels),
            ColumnKind.Upper => RangeCells.Threshold(row, RangeCells.Thresholds(row).Upper, _scope.Labels),
            ColumnKind.Target => StandardCells.Target(row, _scope.Labels),
            ColumnKind.Floor => StandardCells.Floor(row, _scope.Labels),
            ColumnKind.Trend => TrendBuilder.Last(_scope, row) is { Count: > 0 } rows
                ? new ReportCell.Line(rows, References.Heading(row.Indicator))
                : new ReportCell.Absent(string.Empty, "There are fewer than two figures."),
            ColumnKind.Direction => IsJudged(row) ? new ReportCell.Arrow(IndicatorDetailBuilder.Direction(row, row.Direction))
                : new ReportCell.Absent(_scope.Labels.Of(Labels.NotApplicable), "Its direction cannot be judged."),
            ColumnKind.PreviousYear => _previous.Cell(row, _notes),
            ColumnKind.Forecast => ForecastCells.Figure(row, _rows, _scope.Labels),
            ColumnKind.ForecastRating => ForecastCells.Rating(row, _scope.Labels),
            ColumnKind.Reference or ColumnKind.Indicator or ColumnKind.Period => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }
}
