using System.Net;
using Microsoft.Extensions.Logging;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Web.Sites;

/// <summary>How the site is served.</summary>
/// <param name="Urls">Addresses listened on, with a semicolon between: <c>http://localhost:5080</c>; port 0 takes a free one.</param>
/// <param name="Version">The program's version, for the page footer.</param>
public sealed record SiteOptions(string Urls, string Version)
{
    public SiteLimits Limits { get; init; } = new();

    /// <summary>In the bar at the top of each page; null for the organisation's name.</summary>
    public string? Name { get; init; }

    /// <summary>In place of the pack's; null for those.</summary>
    public Colour? BarColour { get; init; }

    /// <summary>Null for the usual one.</summary>
    public Colour? LinkColour { get; init; }

    /// <summary>The colours in force where the pack has these.</summary>
    public SiteColours ColoursOf(SiteColours pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return new SiteColours(BarColour ?? pack.Bar, LinkColour ?? pack.Link);
    }

    /// <summary>Those who may say for whom they ask.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    /// <summary>Whether log lines are JSON, one object a line.</summary>
    public bool LogsJson { get; init; } = true;

    /// <summary>The variables by which OpenTelemetry is set up.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    public LogLevel LogLevel { get; init; } = LogLevel.Warning;

    /// <summary>Whether spans or figures of each request are sent somewhere.</summary>
    public bool SendsTelemetry => SiteTelemetry.IsSent(Environment);

    /// <summary>Whether the process opens no connection but its readers', so that <see cref="ReadingThreads"/> may answer.</summary>
    public bool IsAlone { get; init; }
}

/// <summary>What one reader, or many, may take of the machine.</summary>
public sealed record SiteLimits
{
    /// <summary>How long an answer may be shown again without asking.</summary>
    public int CacheSeconds { get; init; } = 60;

    /// <summary>How much of the machine's memory answers may take that are ready for the next reader; 0 makes each anew.</summary>
    public int AnswerMegabytes { get; init; } = 128;

    /// <summary>By one address; 0 for no limit.</summary>
    public int SearchesPerMinute { get; init; } = 240;

    /// <summary>Files made when asked for, by one address; 0 for no limit.</summary>
    public int FilesPerMinute { get; init; } = 240;

    /// <summary>Open at once.</summary>
    public int Connections { get; init; } = 10_000;

    /// <summary>Until the head of a request must be there.</summary>
    public int HeaderSeconds { get; init; } = 10;

    /// <summary>Until a connection that asks for nothing is closed.</summary>
    public int IdleSeconds { get; init; } = 60;

    /// <summary>A reader must take so many, after five seconds; 0 waits for ever.</summary>
    public int LeastBytesPerSecond { get; init; } = 240;
}
