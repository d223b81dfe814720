using Quarterdeck.Application.Publishing;
using Quarterdeck.TestKit;
using Quarterdeck.Web.Tests.Sites;

namespace Quarterdeck.Web.Tests.Pages;

/// <summary>Every page says what period it shows and what is overdue by today's date. Documents do not.</summary>
public sealed class AgeTests
{
    private static readonly DateOnly Soon = new(2025, 11, 26);
    private static readonly DateOnly Late = new(2026, 11, 30);

    [Theory]
    [InlineData("/")]
    [InlineData("/indicators")]
    [InlineData("/indicators/FN06")]
    [InlineData("/reports/dashboard")]
    [InlineData("/method")]
    public async Task A_page_says_what_it_shows_and_when_the_next_result_is_due(string address)
    {
        await using var site = await OneSite.Of(Samples.Read(Samples.Latest), today: Soon);

        Assert.Contains("Results up to October 2025. The next result is due on 30 November 2025.", await site.Read(address), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/indicators/FN06")]
    public async Task Where_everything_is_old_every_page_says_so(string address)
    {
        await using var site = await OneSite.Of(Samples.Read(Samples.Latest), today: Late);

        Assert.Contains("52 results are overdue.", await site.Read(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_lists_what_is_overdue_by_how_long_and_who_owes_it()
    {
        await using var site = await OneSite.Of(Samples.Read(Samples.Latest), today: Late);

        var home = await site.Read("/");
        Assert.DoesNotContain("No result is overdue", home, StringComparison.Ordinal);
        Assert.Contains("November 2025 was due on 31 December 2025, 11 months ago, from the Interim Director of Finance.", home, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_the_day_of_the_paper_nothing_is_overdue()
    {
        await using var site = await OneSite.Of(Samples.Read(Samples.Latest), today: Soon);

        Assert.DoesNotContain("class=\"overdue\"", await site.Read("/"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_does_not_change_by_the_clock()
    {
        var pack = Samples.Read(Samples.Latest);
        var (early, late) = (new PublicDashboard(pack), new PublicDashboard(pack));
        early.Overdue(Soon);
        late.Overdue(Late);

        Assert.Equal(
            early.Report("exceptions")!.Parts.Select(part => part.ToString()), late.Report("exceptions")!.Parts.Select(part => part.ToString()));
        Assert.NotEqual(early.OverdueCount(Soon), late.OverdueCount(Late));
    }
}
