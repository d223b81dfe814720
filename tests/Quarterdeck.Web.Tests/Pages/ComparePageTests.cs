using System.Net;
using Quarterdeck.Application.Publishing;
using Quarterdeck.TestKit;
using Quarterdeck.Web.Tests.Sites;

namespace Quarterdeck.Web.Tests.Pages;

/// <summary>What readers put side by side, and what they are told when they cannot.</summary>
public sealed class ComparePageTests : IAsyncLifetime
{
    private const string Indicators = "indicators\nref,title,kind,area,unit,frequency,basis,ytd,decimals,polarity,objectives\n"
        + "K1,Answered,kpi,A,percent,month,,ratio,,higher,P1\nK2,Days to "
        + "repair,kpi,B,days,month,,none,1,lower,P1;P2\nK3,Visits,activity,A,number,quarter,,sum,,,\nK4,Children,kpi,B,per-10000,year,,none,,lower,\nK5,New,kpi,B,percent,month,,none,,higher,\n";

    private const string Results = "results\nref,period,value\n"
        + "K1,2024-09,80%\nK1,2024-10,90%\nK1,2025-09,88%\nK1,2025-10,91%\nK2,2024-09,4.0\nK2,2024-10,3.1\nK2,2025-09,4.0\nK2,2025-10,4.5\nK3,2025-06,100\nK3,2025-09,1200\nK4,2024-03,56\nK4,2025-03,57\nK5,2025-10,50%\n";

    private const string Targets = "targets\nref,from,target,floor\nK1,2025-04,90%,85%\nK2,2025-04,4,5\nK4,2023-04,60,70\n";

    private OneSite Site { get; set; } = null!;

    public async ValueTask InitializeAsync() => Site = await OneSite.Of(Packed.From(
        "areas\ncode,name\nA,Contact centre\nB,Highways\n",
        "objectives\ncode,title,kind\nP1,Answer people,priority\nP2,Mend roads,priority\n",
        Indicators,
        Results,
        Targets));

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    [Fact]
    public async Task Indicators_stand_side_by_side_with_what_their_own_pages_say()
    {
        var page = await Site.Read("/compare?ref=K1&ref=k2&ref=K3");

        Assert.Contains(
            "<th scope=\"row\">Value</th><td>91%</td><td>4.5 days</td><td>1,200</td>",
            page.Replace("<td class=\"none\" title=", "<td title=", StringComparison.Ordinal),
            StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">Which way is good</th><td>Higher is better</td><td>Lower is better</td>", page, StringComparison.Ordinal);
        Assert.Contains("September 2025", page, StringComparison.Ordinal);
        Assert.Equal(3, page.Split("<svg xmlns").Length - 1);
        Assert.Contains("href=\"/compare?ref=K1&amp;ref=K3\"", page, StringComparison.Ordinal);
        Assert.Contains("<input type=\"hidden\" name=\"ref\" value=\"K2\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<option value=\"K2\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Four_can_be_compared_and_the_page_says_why_not_more()
    {
        var full = await Site.Read("/compare?ref=K1&ref=K2&ref=K3&ref=K4");

        Assert.DoesNotContain("<select", full, StringComparison.Ordinal);
        Assert.Contains("more do not fit side by side. Remove one to add another.", full, StringComparison.Ordinal);
        var (status, more) = await Site.Answer("/compare?ref=K1&ref=K2&ref=K3&ref=K4&ref=K5");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(
            "You asked for 5 indicators. Up to 4 can be compared: more do not fit side by side on a page. Here are the first 4 of them.",
            more,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/compare?ref=K9", HttpStatusCode.NotFound, "No indicator has the reference &#x27;K9&#x27;.")]
    [InlineData("/compare?ref=K1&ref=%3Cscript%3E", HttpStatusCode.NotFound, "No indicator has the reference &#x27;&lt;script&gt;&#x27;.")]
    [InlineData("/compare?ref=&ref=%20", HttpStatusCode.OK, "Nothing is compared yet.")]
    [InlineData("/compare/areas?round=2031-01", HttpStatusCode.BadRequest, "There are no results of one of the months you asked for.")]
    [InlineData("/compare/areas?against=yesterday", HttpStatusCode.BadRequest, "There are no results of one of the months you asked for.")]
    [InlineData("/compare/areas?by=weather", HttpStatusCode.BadRequest, "Ratings are counted by area or by priority.")]
    [InlineData("/indicators/K1/years?years=0", HttpStatusCode.BadRequest, "From 2 to 10 years can be compared.")]
    [InlineData("/indicators/K1/years?years=99999999999", HttpStatusCode.BadRequest, "From 2 to 10 years can be compared.")]
    [InlineData("/indicators/K9/years", HttpStatusCode.NotFound, "Page not found")]
    public async Task What_cannot_be_compared_is_said_plainly(string address, HttpStatusCode status, string says)
    {
        var answer = await Site.Answer(address);

        Assert.Equal(status, answer.Status);
        Assert.Contains(says, answer.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reference_of_very_many_letters_is_not_said_back_whole()
    {
        var (status, page) = await Site.Answer("/compare?ref=" + new string('k', 1500));

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.DoesNotContain(new string('k', 100), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_stands_beside_the_year_before_with_the_difference_in_words_and_its_unit()
    {
        var page = await Site.Read("/indicators/K1/years");
        var days = await Site.Read("/indicators/K2/years");

        Assert.Contains("<h1>91% this year against 90% last year: 1 point higher, which is better</h1>", page, StringComparison.Ordinal);
        Assert.Contains("They were farthest apart in September, by 8 points.", page, StringComparison.Ordinal);
        Assert.Matches("<th scope=\"row\">October</th>\\s*<td class=\"figure end\">90%</td>\\s*<td class=\"figure end\">91%</td>", page);
        Assert.Contains("<td>1 percentage point higher: better</td>", page, StringComparison.Ordinal);
        Assert.Contains("<p>October 2025/26: 91%, against 90% in 2024/25. That is 1 percentage point higher: better.</p>", page, StringComparison.Ordinal);
        Assert.Contains("<p>Of the 2 periods that both 2024/25 and 2025/26 have, 2 are higher in 2025/26.</p>", page, StringComparison.Ordinal);
        Assert.Contains("Solid line: 2025/26. Dashed line with rings: 2024/25.", page, StringComparison.Ordinal);
        Assert.Contains(">2024/25</text>", page, StringComparison.Ordinal);
        Assert.Contains("<td>1.4 days higher: worse</td>", days, StringComparison.Ordinal);
        Assert.Contains("<td>the same</td>", days, StringComparison.Ordinal);
        Assert.Contains("href=\"/indicators/K1/years\"", await Site.Read("/indicators/K1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_indicator_of_whole_years_is_compared_by_them_and_one_of_a_single_year_says_so()
    {
        Assert.Contains(
            "2024/25: 57, against 56 in 2023/24. That is 1 per 10,000 higher: worse.",
            await Site.Read("/indicators/K4/years"),
            StringComparison.Ordinal);
        Assert.Contains("Only results of 2025/26 are held", await Site.Read("/indicators/K5/years"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Areas_and_priorities_are_counted_in_two_rounds()
    {
        var areas = await Site.Read("/compare/areas?round=2025-10&against=2025-09");
        var swapped = await Site.Read("/compare/areas?round=2025-09&against=2025-10");
        var priorities = await Site.Read("/compare/areas?by=priority");

        // K1 was Amber at 88% and is Green at 91%.
        Assert.Contains("<th scope=\"row\">Contact centre</th>" + Counts(0, 1, 0, 0, 1) + Counts(1, 0, 0, 0, 1), areas, StringComparison.Ordinal);
        Assert.Contains("1 rating improved", areas, StringComparison.Ordinal);
        Assert.Contains("between September 2025 and October 2025.", areas, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">Contact centre</th>" + Counts(0, 1, 0, 0, 1) + Counts(1, 0, 0, 0, 1), swapped, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">Answer people</th>", priorities, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">No priority</th>", priorities, StringComparison.Ordinal);
        Assert.Contains("counted under each of them, and once among all indicators", priorities, StringComparison.Ordinal);
    }

    [Fact]
    public void The_counts_of_this_round_are_those_of_the_first_page()
    {
        var home = new PublicDashboard(Samples.Read(Samples.First)).Home.Part<Domain.Reports.CountsPart>()!.Summary;
        var compared = new PublicDashboard(Samples.Read(Samples.First));
        var groups = compared.Groups(byPriority: false, compared.Rounds[0], compared.Rounds[1]).Part<Domain.Reports.ComparedGroupsPart>()!.Comparison;

        Assert.Equal(
            home.Groups.Select(group => (group.Heading, string.Join(' ', group.Latest.Bands.Select(band => band.Count)))),
            groups.Groups.Select(group => (group.Name, string.Join(' ', group.Rounds[1]!.Bands.Select(band => band.Count)))));
        Assert.Equal(home.Latest.Total, groups.All.Rounds[1]!.Total);
    }

    private static string Counts(params int[] counts) => string.Concat(counts.Select(count => $"<td class=\"figure end\">{count}</td>"));
}
