using System.Net;
using Quarterdeck.TestKit;
using Quarterdeck.Web.Tests.Sites;

namespace Quarterdeck.Web.Tests.Pages;

/// <summary>The card of an indicator that other sites show in a frame.</summary>
public sealed class CardTests(RunningSite running)
{
    [Fact]
    public async Task It_says_what_the_indicators_own_page_says_and_leads_there()
    {
        var rated = running.Site(Samples.Latest).Find("CS07")!;
        var card = WebUtility.HtmlDecode(await running.Read(Samples.Latest, "/embed/indicators/CS07"));

        Assert.Contains($"<strong>{rated.Displayed}</strong> in {rated.Latest!.Value.Label}. Target: 85%", card, StringComparison.Ordinal);
        Assert.Matches($"Rating: <span class=\"tag tint-[0-9a-f]+\"><svg class=\"mark\".*</svg>{rated.Rating.Band!.Label}</span>", card);
        Assert.Contains("<a href=\"/indicators/CS07\" target=\"_top\">", card, StringComparison.Ordinal);
        Assert.True(card.Length < 4000, $"The card is {card.Length} letters long.");
    }

    [Fact]
    public async Task The_card_alone_may_stand_in_a_frame_of_another_site()
    {
        Assert.EndsWith("frame-ancestors *", await Policy("/embed/indicators/CS07"), StringComparison.Ordinal);
        foreach (var address in new[] { "/", "/indicators/CS07", "/embed/indicators/none", "/embed", "/data/indicators/CS07.csv" })
        {
            Assert.EndsWith("frame-ancestors 'none'", await Policy(address), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_indicators_page_leads_to_the_lines_to_copy()
    {
        Assert.Contains("href=\"/indicators/CS07/card\"", await running.Read(Samples.Latest, "/indicators/CS07"), StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(await running.Read(Samples.Latest, "/indicators/CS07/card"));
        var host = running.Reader(Samples.Latest).BaseAddress!.GetLeftPart(UriPartial.Authority);

        Assert.Contains($"<iframe src=\"{host}/embed/indicators/CS07\" title=\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await running.Reader(Samples.Latest)
            .GetAsync(new Uri("/embed/indicators/none", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    private async Task<string> Policy(string address)
    {
        using var answer = await running.Reader(Samples.Latest).GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
    }
}
