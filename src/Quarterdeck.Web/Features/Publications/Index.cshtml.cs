using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Domain.Periods;
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

    /// <summary>What is published next, the first first.</summary>
    public IReadOnlyList<PlannedRelease> Awaited => shown.Awaited;

    /// <summary>The minute of a release, where the council is: <c>Friday 14 November 2025, 09:30</c>.</summary>
    public string When(PlannedRelease release)
    {
        ArgumentNullException.ThrowIfNull(release);
        var local = TimeZoneInfo.ConvertTime(release.At, shown.Site.TimeZone ?? TimeZoneInfo.Utc);
        return string.Create(CultureInfo.InvariantCulture, $"{local.DayOfWeek} {MonthNames.Long(DateOnly.FromDateTime(local.DateTime))}, {local:HH:mm}");
    }

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
