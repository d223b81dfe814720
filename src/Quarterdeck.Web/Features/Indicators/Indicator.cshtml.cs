using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Quarterdeck.App.Sites;

namespace Quarterdeck.Web.Features.Indicators;

/// <summary>The page of one indicator.</summary>
public sealed class IndicatorModel(Site site) : PageModel
{
    /// <summary>Set before the page is shown.</summary>
    public IndicatorPage Shown { get; private set; } = null!;

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
