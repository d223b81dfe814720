using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Ranges;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Reports;

/// <summary>The cells about the expected range of activity.</summary>
internal static class RangeCells
{
    /// <summary>The thresholds tested, else those set.</summary>
    public static (decimal? Lower, decimal? Upper) Thresholds(RatedIndicator row) => row.Range is RangeOutcome.Tested tested
        ? (tested.Lower, tested.Upper)
        : (row.YtdStandard.Lower ?? row.Standard.Lower, row.YtdStandard.Upper ?? row.Standard.Upper);

    public static ReportCell Alert(RatedIndicator row, IReadOnlyList<RatedIndicator> table, Labels labels)
    {
        if (row.Range is not RangeOutcome.Tested tested)
        {
            return new ReportCell.Absent(labels.Of(Labels.NotApplicable), ((RangeOutcome.Untested)row.Range).Reason);
        }

        var word = RangeOutcome.Word(tested.Result);
        var others = table.Select(other => other.Range).OfType<RangeOutcome.Tested>().Any(other => other.OnYearToDate != tested.OnYearToDate);
        var what = tested.OnYearToDate ? labels.Of(Labels.YearToDate).ToLowerInvariant() : row.Latest?.ShortLabel;
        return new ReportCell.Range(others ? $"{word} ({what})" : word, tested.Result);
    }

    public static ReportCell Threshold(RatedIndicator row, decimal? threshold, Labels labels) => threshold is { } figure
        ? new ReportCell.Number(FigureText.Cell(row.Indicator, figure), figure)
        : new ReportCell.Absent(labels.Of(Labels.NotApplicable), "No threshold is set.");
}
