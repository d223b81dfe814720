using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Web.Options;

/// <summary>How the site is served.</summary>
/// <param name="Urls">Addresses listened on, with a semicolon between: <c>http://localhost:5080</c>; port 0 takes a free one.</param>
/// <param name="Version">The program's version, for the page footer.</param>
public sealed record WebsiteOptions(string Urls, string Version)
{
    /// <summary>Name of the query parameter that carries <see cref="DraftKey"/>.</summary>
    public const string DraftKeyName = "key";

    public WebsiteLimits Limits { get; init; } = new();

    /// <summary>In the bar at the top of each page; null for the organisation's name.</summary>
    public string? Name { get; init; }

    /// <summary>In place of the pack's; null for those.</summary>
    public Colour? BarColour { get; init; }

    /// <summary>Null for the usual one.</summary>
    public Colour? LinkColour { get; init; }

    /// <summary>Where people reach the website: <c>https://performance.example.gov.uk</c>. Every absolute link begins with it. Null: the address listened
    /// on.</summary>
    public string? PublicAddress { get; init; }

    /// <summary>The day by which results are overdue; null for today.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>The key that opens drafts once; null where what is shown is public.</summary>
    public string? DraftKey { get; init; }

    /// <summary>The page that opens first: of one person's own files, the page that asks for them.</summary>
    public string FirstPage { get; init; } = "/";

    /// <summary>A key nobody can guess.</summary>
    public static string NewDraftKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Whether an address listened on can be opened from this computer alone.</summary>
    /// <remarks>Read as the web server reads it: to <see cref="Uri"/> the name <c>loopback</c> is this computer, to the server it is every address.</remarks>
    public static bool ListensOnThisComputer(string address) => IsThisComputer(BindingAddress.Parse(address).Host);

    /// <summary>Whether the host of an address is this computer: by number, or the name localhost, and no other name.</summary>
    public static bool IsThisComputer(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
    }

    /// <summary>Proxies whose word is taken for the visitor's address and scheme.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    /// <summary>Whether log lines are JSON, one object a line.</summary>
    public bool LogsJson { get; init; } = true;

    /// <summary>The variables by which OpenTelemetry is set up.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    public LogLevel LogLevel { get; init; } = LogLevel.Warning;
}

/// <summary>What one visitor, or many, may take of the machine.</summary>
public sealed record WebsiteLimits
{
    /// <summary>How long browsers and proxies may keep a public page.</summary>
    public int CacheSeconds { get; init; } = 60;

    /// <summary>How much memory the output cache may take; 0 turns it off.</summary>
    public int CacheMegabytes { get; init; } = 128;

    /// <summary>From one address; 0 for no limit.</summary>
    public int SearchesPerMinute { get; init; } = 240;

    /// <summary>Files made on request, from one address; 0 for no limit.</summary>
    public int FilesPerMinute { get; init; } = 240;

    /// <summary>Open at once.</summary>
    public int Connections { get; init; } = 10_000;

    /// <summary>A request must have sent its headers by then.</summary>
    public int HeaderSeconds { get; init; } = 10;

    /// <summary>An idle connection is closed after this.</summary>
    public int IdleSeconds { get; init; } = 60;

    /// <summary>A visitor must take so many, after five seconds; 0 sets no limit.</summary>
    public int LeastBytesPerSecond { get; init; } = 240;
}
