using Quarterdeck.App.Publications;
using Quarterdeck.App.Sites;
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

    internal KeptAnswers Answers { get; } = new();

    internal StyleFiles Styles { get; }
}

/// <summary>What is shown now. Whoever is being answered keeps what was shown when they asked.</summary>
public sealed class SiteSource
{
    private readonly TaskCompletionSource<ShownSite> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile ShownSite? _current;

    /// <summary>One that has nothing to show yet: whoever asks waits until it has.</summary>
    public SiteSource()
    {
    }

    public SiteSource(ShownSite first) => Current = first;

    /// <exception cref="InvalidOperationException">There is nothing to show yet.</exception>
    public ShownSite Current
    {
        get => _current ?? throw new InvalidOperationException("There is nothing to show yet.");
        set
        {
            _current = value;
            _first.TrySetResult(value);
        }
    }

    /// <summary>Whether there is something to show.</summary>
    internal bool IsReady => _current is not null;

    /// <summary>Done when there is something to show.</summary>
    internal Task First => _first.Task;
}
