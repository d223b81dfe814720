using Quarterdeck.App.Ratings;
using Quarterdeck.App.Records;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Reports;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.App.Reports;

/// <summary>One own period of one indicator of a report, laid flat: the tidy rows of its open data.</summary>
public sealed record PeriodRecord(RatedIndicator Rated, RatedPeriod Own)
{
    /// <summary>In the order written.</summary>
    public static IReadOnlyList<RecordField<PeriodRecord>> Fields { get; } =
    [
        new("ref", row => row.Rated.Indicator.Ref.Value),
        new("title", row => row.Rated.Indicator.Title),
        new("area", row => row.Rated.Indicator.Area),
        new("kind", row => RateRecord.Kind(row.Rated.Indicator.Kind)),
        new("unit", row => row.Rated.Indicator.Unit.Code),
        new("scale", row => ExactDecimal.Text(row.Rated.Indicator.Scale)),
        new("period", row => row.Own.Period.ToString()),
        new("period_label", row => row.Own.Period.Label),
        new("value", row => ExactDecimal.Text(row.Own.Value)),
        new("displayed", row => row.Own.Displayed.Length == 0 ? null : row.Own.Displayed),
        new("numerator", row => ExactDecimal.Text(row.Own.Result?.Numerator)),
        new("denominator", row => ExactDecimal.Text(row.Own.Result?.Denominator)),
        new("marker", row => Series.MarkerOf(row.Own.Result)?.Marker?.Code()),
        new("status", row => Status(row.Own.Result)),
        new("target", row => ExactDecimal.Text(row.Own.Standard.Target) ?? row.Own.Standard.Text),
        new("floor", row => ExactDecimal.Text(row.Own.Standard.Floor)),
        new("lower", row => ExactDecimal.Text(row.Own.Standard.Lower)),
        new("upper", row => ExactDecimal.Text(row.Own.Standard.Upper)),
        new("rating", row => row.Own.Rating.Band?.Label),
        new("reason", row => RateRecord.Reason(row.Own.Rating)),
        new("note", row => row.Own.Result?.Note),
    ];

    /// <summary>Every period of the report that has a result, indicators in report order, oldest period first.</summary>
    public static IReadOnlyList<PeriodRecord> Of(Report dashboard) =>
        [.. dashboard.Rated.SelectMany(rated => rated.History.Where(own => own.Result is not null).Select(own => new PeriodRecord(rated, own)))];

    private static string? Status(Result? result) => result?.Status switch
    {
        ResultStatus.Final => "final",
        ResultStatus.Provisional => "provisional",
        ResultStatus.Forecast => "forecast",
        ResultStatus.Estimated => "estimated",
        null => null,
    };
}
