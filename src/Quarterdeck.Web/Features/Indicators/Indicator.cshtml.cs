using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Reports;
using Quarterdeck.Web.Caching;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Web.Features.Indicators;

/// <summary>The page of one indicator.</summary>
[PublicPage]
public sealed class IndicatorModel(PublicDashboard site, DashboardSnapshot shown) : PageModel
{
    /// <summary>Set before the page is shown.</summary>
    public Report Shown { get; private set; } = null!;

    /// <summary>Its versions, as given.</summary>
    public IReadOnlyList<Indicator> Versions => site.VersionsOf(Shown.Rated[0]);

    /// <summary>Each publication it stands in, the latest first, with what was printed of it.</summary>
    public IReadOnlyList<(PublishedVersion Version, IReadOnlyDictionary<string, string> Record)> Published => shown.Archive is not { } archive ? []
        : [.. archive.With(Shown.Rated[0].Indicator.Ref).Select(version => (version, archive.RecordOf(version, Shown.Rated[0].Indicator.Ref)!))];

    public IActionResult OnGet(string reference)
    {
        if (site.Find(reference) is not { } rated)
        {
            return NotFound();
        }

        Shown = site.Page(rated);
        return Page();
    }
}
