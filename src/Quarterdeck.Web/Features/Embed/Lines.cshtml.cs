using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Quarterdeck.Application.Sites;
using Quarterdeck.Domain.Ratings;

namespace Quarterdeck.Web.Features.Embed;

/// <summary>The lines that show an indicator's card on another site. A page of its own, since it names the address this site was asked by and so is made for each reader.</summary>
public sealed class LinesModel(Site site) : PageModel
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
