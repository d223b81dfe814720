using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Documents.Tree;

using Quarterdeck.Web.Branding;
using Quarterdeck.Web.Downloads;

namespace Quarterdeck.Web.Snapshots;

/// <summary>Everything visitors can see at one time. When something is published, another snapshot takes its place.</summary>
public sealed class DashboardSnapshot
{
    /// <param name="site">What is shown.</param>
    /// <param name="formats">The formats reports can be downloaded in.</param>
    /// <param name="fingerprint">Changes with anything that is shown or can be downloaded: visitors' browsers keep pages by it.</param>
    /// <param name="archive">What was published; null where nothing remembers it.</param>
    /// <param name="brand">The organisation's look; without it, the program's own.</param>
    public DashboardSnapshot(
        PublicDashboard site,
        IReadOnlyList<ReportFormat> formats,
        string fingerprint,
        PublicationArchive? archive = null,
        Brand? brand = null)
    {
        (Site, Fingerprint, Archive) = (site, fingerprint, archive);
        Colours = WebsiteColours.Usual with { Bar = brand?.Accent ?? WebsiteColours.Usual.Bar };
        Logo = brand?.Logo is { } logo ? new LogoFile(logo) : null;
        Pages = new ReportMarkup(site);
        Downloads = new ReportDownloads(site, formats);
        Indicators = new IndicatorDownloads(site);
        Styles = StyleSheets.Of(site);
        Forecasts = new Lazy<ForecastRecord>(() => site.Forecasts(archive));
    }

    public PublicDashboard Site { get; }

    public ReportMarkup Pages { get; }

    /// <summary>How good forecasts were, worked out when first asked for.</summary>
    public Lazy<ForecastRecord> Forecasts { get; }

    public ReportDownloads Downloads { get; }

    /// <summary>Each indicator as files of data.</summary>
    public IndicatorDownloads Indicators { get; }

    /// <summary>What was published, as a pack in a zip, made when first asked for; null where nothing was.</summary>
    public Lazy<byte[]>? Pack { get; init; }

    public string Fingerprint { get; }

    public PublicationArchive? Archive { get; }

    /// <summary>What is published next, the first first.</summary>
    public IReadOnlyList<PlannedRelease> Awaited { get; init; } = [];

    /// <summary>Whether it shows what was not published, for the person who works on it alone.</summary>
    public bool IsDraft { get; init; }

    /// <summary>As the pack has them; whoever serves the site may choose others.</summary>
    public WebsiteColours Colours { get; }

    /// <summary>Null where there is none.</summary>
    public LogoFile? Logo { get; }

    internal StyleSheets Styles { get; }
}
