using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Web.Caching;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Web.Features.Publications;

/// <summary>Everything that was published.</summary>
[PublicPage]
public sealed class PublicationsModel(DashboardSnapshot shown) : PageModel
{
    /// <summary>Set before the page is shown.</summary>
    public PublicationArchive Archive { get; private set; } = null!;

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
