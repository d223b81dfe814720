using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Domain.Assessment;

using Quarterdeck.Web.Caching;

namespace Quarterdeck.Web.Features.Embed;

/// <summary>The lines that show an indicator's card on another site.</summary>
[PublicPage]
public sealed class LinesModel(PublicDashboard site) : PageModel
{
    /// <summary>Set before the page is shown.</summary>
    public RatedIndicator Rated { get; private set; } = null!;

    public IActionResult OnGet(string reference)
    {
        if (site.Find(reference) is not { } rated)
        {
            return NotFound();
        }

        Rated = rated;
        return Page();
    }
}
