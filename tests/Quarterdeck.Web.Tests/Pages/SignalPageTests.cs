using System.Net;
using Quarterdeck.Application.Publishing;
using Quarterdeck.TestKit;
using Quarterdeck.Web.Hosting;
using Quarterdeck.Web.Options;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Web.Tests.Pages;

/// <summary>What a page says of real change and of chance.</summary>
public sealed class SignalPageTests
{
    private static readonly int[] Level = [80, 82, 79, 81, 78, 80, 83, 79, 81, 80, 78, 82];

    [Fact]
    public async Task A_figure_beyond_chance_is_told_in_the_sentence_the_description_and_the_chart()
    {
        var page = await Page([.. Level, 60], string.Empty);

        Assert.Contains("<strong>A sign of real decline:</strong> January 2025 is lower than chance explains", page, StringComparison.Ordinal);
        Assert.Contains("Signs of real change: January 2025.", page, StringComparison.Ordinal);
        Assert.Contains(">Usual up to ", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/method#signal\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chance_is_called_chance_and_not_level()
    {
        var page = await Page(Level, string.Empty);

        Assert.Contains("<strong>No sign of real change:</strong> the last 12 months vary by no more than chance explains.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("stable", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_short_series_says_so_where_a_signal_was_asked_for_and_nothing_elsewhere()
    {
        Assert.Contains(
            "Whether the latest figure is a real change cannot be told: 5 figures are held, and 12 are needed",
            await Page(Level[..5], "spc"),
            StringComparison.Ordinal);
        Assert.DoesNotContain("real change", await Page(Level[..5], string.Empty), StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_limits_are_a_decision_with_its_name_day_and_reason_in_words_and_in_the_chart()
    {
        var page = await Page([.. Level, .. Level.Select(value => value - 30)], ",,2024-12,,,,\nK1,Calls answered,kpi,percent,higher,month,none,,2025-01,,"
            + "The evening shift ended,Head of Calls,2025-02-03,12");

        Assert.Contains("The limits began anew in January 2025: The evening shift ended. They come from the first 12 figures and stay as they are. "
            + "Decided by Head of Calls on 3 February 2025.", page, StringComparison.Ordinal);
        Assert.Contains(">New limits</text>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void New_limits_without_a_name_are_refused_with_the_cell_that_lacks()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => Packed.From(
            "indicators\nref,title,kind,rebase,rebased_on\nK1,Calls answered,kpi,The evening shift ended,2025-02-03\n", "results\nref,period,value\n"));

        Assert.Contains("Limits begin anew by a decision, and rebased_by is blank.", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<string> Page(IReadOnlyList<int> values, string direction)
    {
        var stop = TestContext.Current.CancellationToken;
        var pack = Packed.From(
            "indicators\nref,title,kind,unit,polarity,frequency,ytd,direction,from,to,rebase,rebased_by,rebased_on,frozen_after\n"
                + $"K1,Calls answered,kpi,percent,higher,month,none,{direction}\n",
            "results\nref,period,value\n" + string.Concat(values.Index().Select(value =>
                $"K1,{2024 + (value.Index / 12)}-{(value.Index % 12) + 1:00},{value.Item}%\n")));
        await using var app = Website.Create(
            new SnapshotProvider(new DashboardSnapshot(new PublicDashboard(pack), [], "pack")), new WebsiteOptions("http://127.0.0.1:0", "1.2.3"));
        await app.StartAsync(stop);
        using var reader = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        return WebUtility.HtmlDecode(await reader.GetStringAsync(new Uri("/indicators/K1", UriKind.Relative), stop));
    }
}
