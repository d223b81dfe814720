using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Web.Caching;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Web.Features.Publications;

/// <summary>A report as it was published, for good under the same address.</summary>
[PublicPage]
public sealed class PublicationModel(DashboardSnapshot shown) : PageModel
{
    /// <summary>Set before the page is shown.</summary>
    public PublishedVersion Version { get; private set; } = null!;

    /// <summary>The version that takes its place; null for the one in force.</summary>
    public PublishedVersion? After { get; private set; }

    /// <summary>What it corrects; null for a first version.</summary>
    public PublishedCorrection? Correction { get; private set; }

    /// <summary>The report itself; null where it cannot be made again.</summary>
    public OpenedPublication? Opened { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (shown.Archive is not { } archive || archive.Find(id) is not { } version)
        {
            return NotFound();
        }

        Version = version;
        After = archive.After(version);
        Correction = archive.Corrections.FirstOrDefault(one => one.Later == version);
        Opened = await archive.OpenAsync(version).ConfigureAwait(false);
        return Page();
    }
}
