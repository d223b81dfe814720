using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Application.Website;
using Quarterdeck.Web.Caching;

namespace Quarterdeck.Web.Features.Areas;

/// <summary>How the indicators of one cabinet member's portfolio are doing.</summary>
[PublicPage]
public sealed class PortfolioModel(PublicDashboard site) : PageModel
{
    /// <summary>Set before the page is shown.</summary>
    public AreaStanding Standing { get; private set; } = null!;

    public IActionResult OnGet(string name)
    {
        if (site.FindPortfolio(name) is not { } standing)
        {
            return NotFound();
        }

        Standing = standing;
        return Page();
    }
}
