using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Publishing;

/// <summary>
/// What was published, as a pack that readers may take away: it can be read by itself, and holds nothing that no page or
/// document shows.
/// </summary>
public static class OpenPack
{
    /// <summary>Targets so many months after the last result are on the pages; later ones are not.</summary>
    private const int TargetsAhead = 12;

    /// <param name="published">What readers may see.</param>
    public static Pack Of(Pack published)
    {
        ArgumentNullException.ThrowIfNull(published);
        var refs = published.Indicators.Select(one => one.Ref).ToHashSet();
        var codes = published.Reports.Select(report => report.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var last = published.Results.Count == 0 ? (Month?)null : published.Results.Max(result => result.Period.Closing);
        return published with
        {
            // The logo is a file of its own, and no figure.
            Settings = new Settings([.. published.Settings.Rows.Where(row => !row.Key.StartsWith("brand.logo", StringComparison.OrdinalIgnoreCase))]),
            Indicators = [.. published.Indicators.Select(one => Alone(one, refs))],
            Targets = [.. published.Targets.Where(one => last is { } month && one.From <= month.AddMonths(TargetsAhead))],
            Reports = [.. published.Reports.Select(one => one.Attached is { } attached && !codes.Contains(attached) ? one with { Attached = null } : one)],
            Tables = published.Reports.Any(ShowsTables) ? published.Tables : [],
        };
    }

    /// <summary>Without what belongs to indicators that were not published.</summary>
    private static Indicator Alone(Indicator one, HashSet<IndicatorRef> refs)
    {
        if (one.Parent is { } parent && !refs.Contains(parent))
        {
            one = one with { Parent = null };
        }

        return one.Weight is { } weight && !refs.Contains(weight) ? one with { Weight = null, Ytd = YtdMethod.None } : one;
    }

    private static bool ShowsTables(ReportDefinition report) =>
        (report.Sections.Count > 0 ? report.Sections : ReportSections.Of(report.Kind)).Contains(ReportSections.Tables, StringComparer.OrdinalIgnoreCase);
}
