using System.Net;
using System.Text.RegularExpressions;
using Quarterdeck.Domain.Packs;
using Quarterdeck.TestKit;
using Quarterdeck.Web.Tests.Sites;

namespace Quarterdeck.Web.Tests.Pages;

/// <summary>The list of indicators where there are many.</summary>
public sealed partial class LongListTests
{
    [Fact]
    public async Task A_list_of_five_hundred_is_one_page()
    {
        await using var site = await OneSite.Of(Many(500));

        var page = await site.Read("/indicators");

        Assert.Equal(500, Row().Count(page));
        Assert.DoesNotContain("Pages of the list", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Answer("/indicators?page=2")).Status);
    }

    [Fact]
    public async Task A_longer_list_is_paged_and_its_links_lead_to_every_indicator_once()
    {
        await using var site = await OneSite.Of(Many(501));
        var refs = new List<string>();
        var address = "/indicators";
        var pages = 0;
        while (address is not null)
        {
            var page = await site.Read(address);
            refs.AddRange(Row().Matches(page).Select(match => match.Groups[1].Value));
            Assert.Contains("aria-current=\"page\" aria-label=\"Page " + ++pages + "\"", page, StringComparison.Ordinal);
            address = Next().Match(page) is { Success: true } next ? WebUtility.HtmlDecode(next.Groups[1].Value) : null;
        }

        Assert.Equal(6, pages);
        Assert.Equal(Enumerable.Range(1, 501).Select(number => $"N{number}"), refs);
    }

    [Fact]
    public async Task Pages_keep_what_was_searched_for_and_say_which_rows_they_hold()
    {
        await using var site = await OneSite.Of(Many(620));

        var page = await site.Read("/indicators?q=Share+%26+on&page=7");

        Assert.Equal(20, Row().Count(page));
        Assert.Contains("620 indicators, 601 to 620 on this page", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/indicators?q=Share%20%26%20on&amp;page=6\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/indicators?q=Share%20%26%20on\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("8")]
    [InlineData("-1")]
    [InlineData("two")]
    [InlineData("99999999999")]
    public async Task A_page_that_does_not_exist_is_not_found(string number)
    {
        await using var site = await OneSite.Of(Many(620));

        Assert.Equal(HttpStatusCode.NotFound, (await site.Answer("/indicators?page=" + number)).Status);
    }

    private static Pack Many(int count) => Packed.From(
        "indicators\n"
            + Packed.Indicators
            + string.Concat(Enumerable.Range(1, count).Select(number => $"N{number},Share on time {number},kpi,,percent,month,,none,\n")),
        "results\nref,period,value\nN1,2025-10,91%\n");

    [GeneratedRegex("scope=\"row\" class=\"name\"><a href=\"/indicators/([^\"]+)\"")]
    private static partial Regex Row();

    [GeneratedRegex("rel=\"next\" href=\"([^\"]+)\"")]
    private static partial Regex Next();
}
