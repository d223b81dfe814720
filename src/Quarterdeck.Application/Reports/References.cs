using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Reports;

/// <summary>How an indicator is named in a report.</summary>
internal static partial class References
{
    /// <summary>The reference if people use it; null if it is only a key in small letters.</summary>
    public static string? Printed(IndicatorRef reference) => reference.Value.Any(char.IsUpper) ? reference.Value : null;

    /// <summary><c>CS07: Percentage of complaints responded to in timescale</c>.</summary>
    public static string Heading(Indicator indicator) => Prefix(indicator) + Title(indicator);

    /// <summary><c>CS07 Complaints responded to in timescale</c>.</summary>
    public static string ShortHeading(Indicator indicator) =>
        Printed(indicator.Ref) is { } printed ? $"{printed} {ShortTitle(indicator)}" : ShortTitle(indicator);

    public static NamedIndicator Named(Indicator indicator) => new(indicator.Ref, Printed(indicator.Ref), ShortTitle(indicator));

    /// <summary>For a sentence or a short heading: the reference, else the short title.</summary>
    public static string Name(Indicator indicator) => Printed(indicator.Ref) ?? ShortTitle(indicator);

    private static string Prefix(Indicator indicator) => Printed(indicator.Ref) is { } reference ? reference + ": " : string.Empty;

    /// <summary>The title. Figures show that they are in thousands, so it does not say it again.</summary>
    public static string Title(Indicator indicator) => Once(indicator, indicator.Title);

    public static string ShortTitle(Indicator indicator) => Once(indicator, indicator.SummaryTitle);

    private static string Once(Indicator indicator, string title) => indicator.Scale == 1 ? title : Thousands().Replace(title, string.Empty);

    [System.Text.RegularExpressions.GeneratedRegex(@"\s*\(£?0{3}s?\)")]
    private static partial System.Text.RegularExpressions.Regex Thousands();
}
