using System.Net;
using System.Text.RegularExpressions;
using Quarterdeck.TestKit;
using Quarterdeck.Web.Tests.Sites;

namespace Quarterdeck.Web.Tests.Pages;

/// <summary>What holds for every page of both samples: found by following every link from the first page.</summary>
public sealed partial class EveryPageTests(RunningSite running)
{
    private const int LeastPages = 40;

    public static TheoryData<string> Packs => [Samples.Latest, Samples.First];

    [Theory]
    [MemberData(nameof(Packs))]
    public async Task Every_link_leads_somewhere_and_every_page_is_well_made(string sample)
    {
        var pages = await All(sample);

        Assert.True(pages.Count >= LeastPages, $"Only {pages.Count} pages were found.");
        foreach (var (address, page) in pages)
        {
            Assert.True(Heading().Count(page) == 1, $"{address} has not one heading of the first level.");
            var levels = Levels().Matches(page).Select(match => match.Groups[1].Value[0] - '0').ToList();
            Assert.All(
                levels.Zip(levels.Skip(1)),
                pair => Assert.True(pair.Second <= pair.First + 1, $"{address} skips from heading {pair.First} to {pair.Second}."));
            Assert.DoesNotMatch("<script(?! src=\"/scripts/[0-9a-f]{16}\\.js\" defer></script>)|<style|\\sstyle=|\\son[a-z]+=", page);
            var ids = Ids().Matches(page).Select(match => match.Groups[1].Value).ToList();
            Assert.True(
                ids.Count == ids.Distinct().Count(),
                $"{address} uses an id twice: {ids.GroupBy(id => id).FirstOrDefault(same => same.Count() > 1)?.Key}");
            Assert.All(Labelled().Matches(page).SelectMany(match => match.Groups[1].Value.Split(' ')), label => Assert.Contains(label, ids));
            Assert.All(InPage().Matches(page), match => Assert.Contains(WebUtility.HtmlDecode(match.Groups[1].Value), ids));
            Assert.All(Fields().Matches(page), match => Assert.Contains($"for=\"{match.Groups[1].Value}\"", page, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public async Task No_two_pages_have_one_title(string sample)
    {
        var pages = await All(sample);
        var titles = pages.Where(page => !page.Key.Contains('?', StringComparison.Ordinal)).Select(page => Title().Match(page.Value).Groups[1].Value).ToList();

        Assert.All(titles, title => Assert.EndsWith(" - " + WebUtility.HtmlEncode(running.Site(sample).Organisation), title, StringComparison.Ordinal));
        Assert.Equal(titles.Distinct().Count(), titles.Count);
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public async Task Every_indicator_has_a_page_that_says_what_its_record_says(string sample)
    {
        foreach (var rated in running.Site(sample).Rated)
        {
            var page = WebUtility.HtmlDecode(await running.Read(sample, "/indicators/" + rated.Indicator.Ref));
            Assert.Contains(rated.Explanation, page, StringComparison.Ordinal);
            foreach (var period in rated.History.Where(
                period => period.Result is not null && period.Period.Closing <= rated.AsAt && rated.History.Count(own => own.Value is not null) > 1))
            {
                Assert.Contains($">{period.Displayed}", page, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_page_that_is_not_there_says_so_and_is_not_kept()
    {
        using var answer = await running.Reader(Samples.First).GetAsync(new Uri("/indicators/none", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Page not found", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("/indicators?q=potholes", "1 indicator.")]
    [InlineData("/indicators?q=pothole+red", "No indicator has all of these words.")]
    [InlineData("/indicators?q=phone+20+seconds", "1 indicator.")]
    [InlineData("/indicators?q=nothingiscalledthis", "No indicator matches")]
    [InlineData("/indicators?q=%3Cscript%3Ealert(1)%3C/script%3E", "value=\"&lt;script&gt;")]
    [InlineData("/indicators?rating=Red", "Red")]
    [InlineData("/indicators?area=nowhere", "No indicator matches")]
    public async Task A_search_finds_what_was_meant_and_shows_what_was_typed_safely(string address, string says) =>
        Assert.Contains(says, await running.Read(Samples.First, address), StringComparison.Ordinal);

    /// <summary>Every page that can be reached, by its address.</summary>
    private async Task<Dictionary<string, string>> All(string sample)
    {
        var (pages, waiting) = (new Dictionary<string, string>(), new Queue<string>(["/"]));
        while (waiting.TryDequeue(out var address))
        {
            if (pages.ContainsKey(address))
            {
                continue;
            }

            using var answer = await running.Reader(sample).GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address} answers {(int)answer.StatusCode}.");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            var page = pages[address] = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            foreach (Match link in Links().Matches(page))
            {
                waiting.Enqueue(WebUtility.HtmlDecode(link.Groups[1].Value).Split('#')[0]);
            }
        }

        return pages;
    }

    [GeneratedRegex("<h1[ >]")]
    private static partial Regex Heading();

    [GeneratedRegex("<h([1-6])[ >]")]
    private static partial Regex Levels();

    [GeneratedRegex("\\sid=\"([^\"]+)\"")]
    private static partial Regex Ids();

    [GeneratedRegex("aria-labelledby=\"([^\"]+)\"")]
    private static partial Regex Labelled();

    [GeneratedRegex("href=\"#([^\"]+)\"")]
    private static partial Regex InPage();

    [GeneratedRegex("<(?:input|select)[^>]*\\sid=\"([^\"]+)\"")]
    private static partial Regex Fields();

    [GeneratedRegex("<title>([^<]*)</title>")]
    private static partial Regex Title();

    [GeneratedRegex("href=\"(/[^\"]*)\"")]
    private static partial Regex Links();
}
