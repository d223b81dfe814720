using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Web.Sites;

namespace Quarterdeck.Web.Features.Publications;

/// <summary>Everything that was published.</summary>
public sealed class PublicationsModel(ShownSite shown) : PageModel
{
    /// <summary>Set before the page is shown.</summary>
    public Archive Archive { get; private set; } = null!;

    /// <summary>Where a version can be read for good.</summary>
    public static string Address(PublishedVersion version) => "/publications/" + Uri.EscapeDataString(version.Id);

    public IActionResult OnGet()
    {
        if (shown.Archive is not { } archive)
        {
            return NotFound();
        }

        Archive = archive;
        return Page();
    }
}
