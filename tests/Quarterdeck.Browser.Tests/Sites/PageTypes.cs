using Microsoft.AspNetCore.Routing.Template;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Web.Features.Compare;

namespace Quarterdeck.Browser.Tests.Sites;

/// <summary>
/// The types of page the program has, each with some addresses that stand for all of it. They come from the routes of the
/// running program and from its own links, so a new page that is linked to is tested without a line here.
/// </summary>
public sealed class PageTypes
{
    /// <summary>As many pages of one type are looked at closely.</summary>
    private const int Examples = 2;

    private PageTypes(IReadOnlyDictionary<string, IReadOnlyList<string>> byRoute) => ByRoute = byRoute;

    /// <summary>Addresses by route; a route without an address has none to test.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ByRoute { get; }

    public IReadOnlyList<string> Addresses => [.. ByRoute.Values.SelectMany(addresses => addresses)];

    /// <summary>Pages no link leads to, and states of a page that a form leads to, by their routes.</summary>
    private static (string Route, string Address)[] NotLinked(PublicDashboard site) =>
    [
        ("plan", "/plan"),
        ("method/forecasts", "/method/forecasts"),
        ("errors/{status:int}", "/nothing-is-here"),
        ("indicators", "/indicators?q=red"),
        ("indicators", "/indicators?q=nothingiscalledthis"),
        ("compare", CompareModel.Address(site.Rated.Take(PublicDashboard.MostCompared))),
        ("compare", "/compare?ref=nothingiscalledthis"),
        ("compare/areas", "/compare/areas?by=priority"),
    ];

    public static async Task<PageTypes> Of(RunningSites sites, string sample)
    {
        var routes = sites.Routes(sample);
        var others = NotLinked(sites.Site(sample));
        var found = (await sites.Found(sample)).Where(page => !page.Address.Contains('?', StringComparison.Ordinal))
            .ToLookup(page => RouteOf(page.Path, routes));
        return new PageTypes(routes.ToDictionary(
            route => route,
            IReadOnlyList<string> (route) =>
                [.. Some([.. found[route]]).Concat(others.Where(page => page.Route == route).Select(page => page.Address)).Distinct()]));
    }

    /// <summary>The most literal route that a path takes; null when it takes none.</summary>
    public static string? RouteOf(string path, IEnumerable<string> routes) =>
        routes.Where(route => new TemplateMatcher(TemplateParser.Parse(route), []).TryMatch(path, []))
            .OrderBy(route => route.Count(letter => letter == '{'))
            .FirstOrDefault();

    /// <summary>The longest page and the shortest.</summary>
    private static IEnumerable<string> Some(List<FoundPage> pages)
    {
        pages.Sort((one, other) => other.Markup.Length - one.Markup.Length);
        return Enumerable.Range(0, Math.Min(Examples, pages.Count))
            .Select(place => pages[place * (pages.Count - 1) / Math.Max(1, Math.Min(Examples, pages.Count) - 1)].Address);
    }
}
