using Quarterdeck.Application.Publishing;
using Quarterdeck.Domain.Packs;
using Quarterdeck.TestKit;
using Quarterdeck.Web.Hosting;
using Quarterdeck.Web.Options;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Web.Tests.Pages;

/// <summary>Pages of packs that are sound and meet the site where it is not expecting it.</summary>
public sealed class AwkwardPackTests
{
    private const string Indicators = "indicators\n" + Packed.Indicators + "K1,Answered,kpi,,percent,month,,none,\n";

    private const string Results = "results\nref,period,value\nK1,2025-09,88%\nK1,2025-10,91%\n";

    [Fact]
    public async Task A_report_may_be_called_what_a_page_of_the_site_is_called()
    {
        var pack = Packed.From(
            Indicators,
            Results,
            "reports\ncode,kind,title\nhome,dashboard,Our own home\nmethod,exceptions,Our own method\nplan,cover,Our own plan\n");
        var pages = await Pages(pack, "/", "/reports/home", "/method", "/reports/method", "/plan", "/reports/plan");

        Assert.Contains("How Test Council is doing", pages["/"], StringComparison.Ordinal);
        Assert.Contains("Our own home", pages["/reports/home"], StringComparison.Ordinal);
        Assert.Equal(pages.Count, pages.Values.Distinct().Count());
        Assert.Contains("id=\"section-guidance\"", pages["/method"], StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"section-guidance\"", pages["/reports/plan"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_said_before_is_shown_as_what_is_said_now_with_its_figures()
    {
        var pack = Packed.From(
            Indicators,
            Results,
            "commentary\nround,kind,text,refs\n2025-09,commentary,It was **only** {{K1}}.,K1\n2025-10,commentary,It is {{K1}}.,K1\n");
        var page = (await Pages(pack, "/indicators/K1"))["/indicators/K1"];

        var earlier = page[page.IndexOf("What was said before", StringComparison.Ordinal)..];
        Assert.Contains("September 2025", earlier, StringComparison.Ordinal);
        Assert.Contains("It was <strong>only</strong> 88%.", earlier, StringComparison.Ordinal);
        Assert.DoesNotContain("It is", earlier, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NI 192", "NI%20192")]
    [InlineData("C&L05d", "C%26L05d")]
    [InlineData("BV/12", "BV~2F12")]
    [InlineData("PI 3.1(a)", "PI%203.1%28a%29")]
    [InlineData("..", "~2E.")]
    [InlineData("A\\B", "A~5CB")]
    [InlineData("50%", "50~25")]
    [InlineData("~1", "~7E1")]
    [InlineData("É1", "%C3%891")]
    public async Task A_reference_of_any_text_has_its_pages_data_and_files(string reference, string address)
    {
        var pack = Packed.From(
            "indicators\n" + Packed.Indicators + $"{reference},Answered,kpi,,percent,month,,none,\n",
            $"results\nref,period,value\n{reference},2025-09,88%\n{reference},2025-10,91%\n");
        await using var site = await Sites.OneSite.Of(pack);

        var list = await site.Read("/indicators");
        var page = await site.Read("/indicators/" + address);

        Assert.Contains($"href=\"/indicators/{address}\"", list, StringComparison.Ordinal);
        Assert.Contains($"href=\"/data/indicators/{address}.csv\"", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/api/v1/indicators/{address}\"", page, StringComparison.Ordinal);
        Assert.Contains("91", await site.Read($"/data/indicators/{address}.csv"), StringComparison.Ordinal);
        Assert.Contains("csvw", await site.Read($"/data/indicators/{address}.csv-metadata.json"), StringComparison.Ordinal);
        Assert.Contains("\"latest_period\"", await site.Read($"/api/v1/indicators/{address}"), StringComparison.Ordinal);
        Assert.Contains("\"period\"", await site.Read($"/api/v1/indicators/{address}/periods"), StringComparison.Ordinal);
        Assert.Contains("88%", await site.Read($"/indicators/{address}/years"), StringComparison.Ordinal);
        Assert.Contains("91%", await site.Read($"/embed/indicators/{address}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pack_of_nothing_has_its_pages()
    {
        var pages = await Pages(
            Packed.From("indicators\n" + Packed.Indicators, "results\nref,period,value\n"),
            "/",
            "/indicators",
            "/plan",
            "/method",
            "/reports",
            "/data");

        Assert.Contains("There are no indicators yet.", pages["/indicators"], StringComparison.Ordinal);
    }

    private static async Task<Dictionary<string, string>> Pages(Pack pack, params string[] addresses)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var app = Website.Create(
            new SnapshotProvider(new DashboardSnapshot(new PublicDashboard(pack), [], "pack")),
            new WebsiteOptions("http://127.0.0.1:0", "1.2.3"));
        await app.StartAsync(stop);
        using var reader = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        var pages = new Dictionary<string, string>();
        foreach (var address in addresses)
        {
            pages[address] = await reader.GetStringAsync(new Uri(address, UriKind.Relative), stop);
        }

        return pages;
    }
}
