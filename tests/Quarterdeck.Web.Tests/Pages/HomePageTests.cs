using System.Net;
using System.Text.RegularExpressions;
using Quarterdeck.Application.Website;
using Quarterdeck.TestKit;
using Quarterdeck.Web.Tests.Sites;

namespace Quarterdeck.Web.Tests.Pages;

/// <summary>The first page: the answer, the Reds, what changed, the areas, in this order and with the figures of the records.</summary>
public sealed partial class HomePageTests(RunningSite running)
{
    public static TheoryData<string> Packs => [Samples.Latest, Samples.First];

    [Fact]
    public async Task It_answers_how_the_council_is_doing()
    {
        var page = await running.Read(Samples.Latest, "/");

        Assert.Contains("<h1>23 of our 30 indicators meet their target. 6 are Red.</h1>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_parts_stand_in_the_order_a_reader_asks_for_them()
    {
        var page = await running.Read(Samples.Latest, "/");
        var places = new[] { "<h1>", "counts-bar", "Results to", "id=\"failing\"", "id=\"changed\"", "id=\"areas\"", "measures of demand" }
            .Select(part => page.IndexOf(part, StringComparison.Ordinal)).ToList();

        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public async Task Each_count_is_that_of_the_list_it_leads_to(string sample)
    {
        var counts = Counts().Matches(await running.Read(sample, "/indicators"));

        Assert.Equal(running.Site(sample).Tally.Rows.Count, counts.Count);
        foreach (Match count in counts)
        {
            var list = await running.Read(sample, WebUtility.HtmlDecode(count.Groups[1].Value));
            Assert.Equal(int.Parse(count.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture), Rows().Count(list));
        }

        var home = Counts().Matches(await running.Read(sample, "/")).Select(match => match.Value).ToList();
        Assert.NotEmpty(home);
        Assert.All(home, count => Assert.Contains(count, counts.Select(match => match.Value)));
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public async Task The_head_of_each_area_counts_its_rows(string sample)
    {
        var list = await running.Read(sample, "/indicators");

        var areas = Bodies().Matches(list);
        Assert.NotEmpty(areas);
        Assert.All(areas, area =>
        {
            var (head, rows) = (area.Groups[1].Value, Marks().Matches(area.Groups[2].Value).Select(match => match.Groups[1].Value).ToList());
            Assert.All(HeadCounts().Matches(head), count => Assert.Equal(
                int.Parse(count.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture), rows.Count(word => word == count.Groups[1].Value)));
        });
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public async Task Every_card_has_the_figure_and_the_standard_of_its_record_and_the_worst_comes_first(string sample)
    {
        var site = running.Site(sample);
        var cards = Cards().Matches(await running.Read(sample, "/")).Select(match => WebUtility.HtmlDecode(match.Value)).ToList();

        Assert.Equal(Math.Min(9, site.Failing.Count), cards.Count);
        Assert.All(cards.Zip(site.Failing), pair =>
        {
            Assert.Contains($"/indicators/{pair.Second.Indicator.Ref}\">{pair.Second.Indicator.SummaryTitle}<", pair.First, StringComparison.Ordinal);
            if (pair.Second.Latest is not null && OneRating.Which(pair.Second) == Domain.Reports.WhichRating.Latest)
            {
                Assert.Matches($"<p class=\"card-value(?: long)?\">{Regex.Escape(pair.Second.Displayed)}</p>", pair.First);
            }
        });
    }

    [Fact]
    public async Task A_milestone_that_was_missed_stands_under_what_changed()
    {
        var page = await running.Read(Samples.Latest, "/");
        var changed = page[page.IndexOf("id=\"changed\"", StringComparison.Ordinal)..page.IndexOf("id=\"areas\"", StringComparison.Ordinal)];

        Assert.Contains("What changed since July", changed, StringComparison.Ordinal);
        Assert.Contains("/indicators/FN16", changed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_every_target_is_met_no_card_is_shown()
    {
        await using var site = await OneSite.Of(Packed.From(
            "indicators\n" + Packed.Indicators + "K1,Share on time,kpi,,percent,month,,none,\n",
            "results\nref,period,value\nK1,2025-09,90%\nK1,2025-10,91%\n",
            "targets\nref,from,target,floor\nK1,2025-04,90%,85%\n"));

        var page = await site.Read("/");

        Assert.Contains("Our one indicator meets its target.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"card\"", page, StringComparison.Ordinal);
        Assert.Contains("No rating changed since September.", page, StringComparison.Ordinal);
    }

    [GeneratedRegex("<a href=\"(/indicators\\?rating=[^\"]+)\">([0-9]+) [^<]+</a>")]
    private static partial Regex Counts();

    [GeneratedRegex("<tr class=\"group\">(.*?)</tr>(.*?)(?:class=\"kind\"|</tbody>)", RegexOptions.Singleline)]
    private static partial Regex Bodies();

    [GeneratedRegex("class=\"mark rating\"><span[^>]*><svg.*?</svg>([^<]+)</span>", RegexOptions.Singleline)]
    private static partial Regex Marks();

    [GeneratedRegex("</svg>([^<0-9]+) ([0-9]+)</span>")]
    private static partial Regex HeadCounts();

    [GeneratedRegex("scope=\"row\" class=\"name\"")]
    private static partial Regex Rows();

    [GeneratedRegex("<li class=\"card\">.*?</li>\\s*(?=<li class=\"card\">|</ul>)", RegexOptions.Singleline)]
    private static partial Regex Cards();
}
