using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Reports;

/// <summary>The cells of a year's last forecast, which never stands for a result.</summary>
internal static class ForecastCells
{
    /// <summary>With the period, where all are for the same one.</summary>
    public static string Heading(IReadOnlyList<RatedIndicator> rows, Labels labels) =>
        Period(rows) is { } period ? $"{labels.Of(Labels.Forecast)} {period}" : labels.Of(Labels.Forecast);

    public static ReportCell Figure(RatedIndicator row, IReadOnlyList<RatedIndicator> rows, Labels labels) => row.Forecast switch
    {
        null => new ReportCell.Absent(labels.Of(Labels.NotApplicable), "No forecast is held."),
        { } own when Period(rows) is null => new ReportCell.Words($"{own.Displayed} ({own.Period.ShortLabel})"),
        { } own when row.Indicator.Unit.IsGraded => new ReportCell.Words(own.Displayed),
        { Value: { } value } own => new ReportCell.Number(own.Displayed, Domain.Numbers.Rounding.To(value, own.Decimals)),
        _ => throw new InvalidOperationException("A forecast has a number."),
    };

    public static ReportCell Rating(RatedIndicator row, Labels labels) => row.Forecast is { } own
        ? new ReportCell.Rating(new ShownRatings(labels).Of(own.Rating))
        : new ReportCell.Absent(labels.Of(Labels.NotApplicable), "No forecast is held.");

    private static string? Period(IReadOnlyList<RatedIndicator> rows)
    {
        var periods = rows.Select(row => row.Forecast?.Period.ShortLabel).OfType<string>().Distinct().ToList();
        return periods.Count == 1 ? periods[0] : null;
    }
}
