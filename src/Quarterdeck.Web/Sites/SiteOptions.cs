namespace Quarterdeck.Web.Sites;

/// <summary>How the site is served.</summary>
/// <param name="Urls">Addresses listened on, with a semicolon between: <c>http://localhost:5080</c>; port 0 takes a free one.</param>
/// <param name="Version">The program's version, for the page footer.</param>
public sealed record SiteOptions(string Urls, string Version);
