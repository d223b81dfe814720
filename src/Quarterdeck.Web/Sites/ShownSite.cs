using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Application.Sites;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Web.Sites;

/// <summary>All that readers meet at one time. When something is published it gives way to another, whole.</summary>
public sealed class ShownSite
{
    /// <param name="site">What is shown.</param>
    /// <param name="formats">The formats reports can be downloaded in.</param>
    /// <param name="fingerprint">Changes with anything that is shown or can be downloaded: by it readers' browsers know what they still have.</param>
    /// <param name="archive">What was published; null where nothing remembers it.</param>
    /// <param name="brand">The organisation's look; without it, the program's own.</param>
    public ShownSite(Site site, IReadOnlyList<ReportFormat> formats, string fingerprint, Archive? archive = null, Brand? brand = null)
    {
        (Site, Fingerprint, Archive) = (site, fingerprint, archive);
        Colours = SiteColours.Usual with { Bar = brand?.Accent ?? SiteColours.Usual.Bar };
        Logo = brand?.Logo is { } logo ? new SiteLogo(logo) : null;
        Pages = new SitePages(site);
        Downloads = new Downloads(site, formats);
        Indicators = new IndicatorFiles(site);
        Styles = StyleFiles.Of(site);
    }

    public Site Site { get; }

    public SitePages Pages { get; }

    public Downloads Downloads { get; }

    /// <summary>Each indicator as files of data.</summary>
    public IndicatorFiles Indicators { get; }

    /// <summary>What was published, as a pack in a zip, made when first asked for; null where nothing was.</summary>
    public Lazy<byte[]>? Pack { get; init; }

    public string Fingerprint { get; }

    public Archive? Archive { get; }

    /// <summary>Whether what is shown was not published, and only who works on it may see it.</summary>
    public bool IsDraft { get; init; }

    /// <summary>As the pack has them; whoever serves the site may choose others.</summary>
    public SiteColours Colours { get; }

    /// <summary>Null where there is none.</summary>
    public SiteLogo? Logo { get; }

    internal KeptAnswers Answers { get; private set; } = new();

    internal StyleFiles Styles { get; }

    /// <summary>Takes over answers that were made of the same before.</summary>
    internal void Adopt(KeptAnswers answers) => Answers = answers;
}
