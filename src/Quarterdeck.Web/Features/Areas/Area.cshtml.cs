using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Application.Website;
using Quarterdeck.Web.Caching;

namespace Quarterdeck.Web.Features.Areas;

/// <summary>How one area is doing.</summary>
[PublicPage]
public sealed class AreaModel(PublicDashboard site) : PageModel
{
    /// <summary>Set before the page is shown.</summary>
    public AreaStanding Standing { get; private set; } = null!;

    public IActionResult OnGet(string code)
    {
        if (site.FindArea(code) is not { } standing)
        {
            return NotFound();
        }

        Standing = standing;
        return Page();
    }
}
