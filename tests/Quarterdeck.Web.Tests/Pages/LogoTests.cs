using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Quarterdeck.Documents.Png;
using Quarterdeck.Documents.Tree;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Pictures;
using Quarterdeck.Web.Tests.Sites;

namespace Quarterdeck.Web.Tests.Pages;

/// <summary>The organisation's logo in the bar of every page, and the picture itself.</summary>
public sealed partial class LogoTests
{
    private const string Indicators = "indicators\nref,title,kind,area,unit,frequency,basis,ytd,decimals\nK1,Answered,kpi,,percent,month,,none,\n";
    private const string Results = "results\nref,period,value\nK1,2025-10,80%\n";

    [Theory]
    [InlineData(40, 20, 40, 20)]
    [InlineData(300, 100, 132, 44)]
    [InlineData(1000, 100, 240, 24)]
    public async Task A_logo_stands_on_every_page_at_a_size_that_fits_and_is_served_for_good(int width, int height, int shownWidth, int shownHeight)
    {
        var picture = TestPng.Plain(width, height, 10, 60, 120);
        await using var site = await OneSite.Of(
            Packed.From(Indicators, Results),
            brand: new Brand { Logo = new Logo(PngReader.Read(picture).Picture!, "Arms of \"Test\" & Council") });

        var home = await site.Read("/");
        var address = Logo().Match(home) is { Success: true } found ? found.Groups[1].Value : string.Empty;
        var expected =
            $"<a href=\"/\" class=\"brand-name\"><img class=\"site-logo\" src=\"{address}\" alt=\"Arms of &quot;Test&quot; &amp; Council\" width=\"{shownWidth}\" height=\""
                + $"{shownHeight}\">";
        foreach (var page in new[] { "/", "/indicators", "/indicators/K1", "/compare", "/data", "/accessibility" })
        {
            Assert.Contains(expected, await site.Read(page), StringComparison.Ordinal);
        }

        using var answer = await site.Reader.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        var served = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal("image/png", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl?.ToString());
        var shown = PngReader.Read(served).Picture!;
        Assert.Equal((width, height), (shown.Width, shown.Height));

        // What the file says besides the picture is nobody's business.
        Assert.Contains("Officer 7", Encoding.Latin1.GetString(picture), StringComparison.Ordinal);
        Assert.DoesNotContain("Officer 7", Encoding.Latin1.GetString(served), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Answer("/brand/0000000000000000.png")).Status);
    }

    [Fact]
    public async Task Without_a_logo_there_is_no_picture_in_the_bar()
    {
        await using var site = await OneSite.Of(Packed.From(Indicators, Results));

        Assert.DoesNotContain("<img", await site.Read("/"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Answer("/brand/0000000000000000.png")).Status);
    }

    [GeneratedRegex("src=\"(/brand/[0-9a-f]{16}\\.png)\"")]
    private static partial Regex Logo();
}
