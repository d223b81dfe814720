using System.Globalization;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Web.Options;

namespace Quarterdeck.Web.Snapshots;

/// <summary>Today, where the council is. Pages say by it what is overdue and what comes next, so they are kept for that day only.</summary>
public sealed class SiteDay(TimeProvider clock, WebsiteOptions options)
{
    public DateOnly Of(DashboardSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return options.Today ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), snapshot.Site.TimeZone ?? clock.LocalTimeZone).DateTime);
    }

    /// <summary>Changes when anything that is shown does: with the snapshot and with the day.</summary>
    public string Fingerprint(DashboardSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return string.Create(CultureInfo.InvariantCulture, $"{snapshot.Fingerprint} {Of(snapshot):yyyy-MM-dd}");
    }

    /// <summary>What the site shows, when it was published, and when the next result is due, in sentences.</summary>
    public string Words(DashboardSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var (site, today) = (snapshot.Site, Of(snapshot));
        var published = snapshot.Archive?.Versions is [var last, ..] ? $" Published on {MonthNames.Long(last.PublishedOn)}." : string.Empty;
        var overdue = site.OverdueCount(today) switch { 0 => string.Empty, 1 => " 1 result is overdue.", var count => $" {count} results are overdue." };
        var next = site.NextDue(today) is { } due ? $" The next result is due on {MonthNames.Long(due)}." : string.Empty;
        return $"Results up to {MonthNames.Long(site.AsAt)}.{published}{overdue}{next}";
    }
}
