using Quarterdeck.Browser.Tests.Sites;

namespace Quarterdeck.Browser.Tests.Pages;

/// <summary>No page goes untested.</summary>
public sealed class PageTypeTests(RunningSites sites)
{
    [Theory]
    [MemberData(nameof(ShownPacks.Rows), MemberType = typeof(ShownPacks))]
    public async Task Every_route_of_the_program_has_pages_to_test(string sample)
    {
        var types = await PageTypes.Of(sites, sample);

        Assert.Contains("indicators/{reference}", types.ByRoute.Keys);
        var hasPortfolios = sites.Site(sample).Portfolios.Count > 0;
        var without = types.ByRoute.Where(type => type.Value.Count == 0).Select(type => type.Key)
            .Where(route => hasPortfolios || !route.StartsWith("portfolios/", StringComparison.Ordinal));
        Assert.True(
            !without.Any(),
            $"No test looks at these pages: {string.Join(", ", without)}. Link to them from another page, or add an address to {nameof(PageTypes)}.");
    }

    [Theory]
    [MemberData(nameof(ShownPacks.Rows), MemberType = typeof(ShownPacks))]
    public async Task Every_page_found_is_of_a_known_type(string sample)
    {
        var routes = sites.Routes(sample);

        Assert.All(await sites.Found(sample), page => Assert.NotNull(PageTypes.RouteOf(page.Path, routes)));
    }
}
