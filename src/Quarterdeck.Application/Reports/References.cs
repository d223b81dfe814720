using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Reports;

/// <summary>How an indicator is named in a report.</summary>
internal static class References
{
    /// <summary>The reference if people use it; null if it is only a key in small letters.</summary>
    public static string? Printed(IndicatorRef reference) => reference.Value.Any(char.IsUpper) ? reference.Value : null;

    /// <summary><c>CS07: Percentage of complaints responded to in timescale</c>.</summary>
    public static string Heading(Indicator indicator) => Prefix(indicator) + indicator.Title;

    public static NamedIndicator Named(Indicator indicator) => new(indicator.Ref, Printed(indicator.Ref), indicator.SummaryTitle);

    /// <summary>For a sentence or a short heading: the reference, else the short title.</summary>
    public static string Name(Indicator indicator) => Printed(indicator.Ref) ?? indicator.SummaryTitle;

    private static string Prefix(Indicator indicator) => Printed(indicator.Ref) is { } reference ? reference + ": " : string.Empty;
}
