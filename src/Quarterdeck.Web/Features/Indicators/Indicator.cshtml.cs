using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Quarterdeck.App.Sites;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Web.Features.Indicators;

/// <summary>The page of one indicator.</summary>
public sealed class IndicatorModel(Site site) : PageModel
{
    /// <summary>Set before the page is shown.</summary>
    public Report Shown { get; private set; } = null!;

    /// <summary>Its versions, as given.</summary>
    public IReadOnlyList<Indicator> Versions => site.VersionsOf(Shown.Rated[0]);

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
