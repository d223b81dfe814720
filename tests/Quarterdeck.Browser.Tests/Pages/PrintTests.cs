using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Quarterdeck.Browser.Tests.Browsers;
using Quarterdeck.Browser.Tests.Sites;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Browser.Tests.Pages;

/// <summary>A page on paper: without what is for clicking, and with everything a reader came for.</summary>
public sealed partial class PrintTests(Chromium chromium, RunningSites sites)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/reports/dashboard")]
    [InlineData("/indicators/FN06")]
    [InlineData("/indicators?rating=Red")]
    [InlineData("/indicators/CS07/years")]
    [InlineData("/compare/areas")]
    [InlineData("/corrections")]
    public async Task It_prints_whole_and_without_navigation(string address)
    {
        var missing = OtherProgram.WhyNot("pdftotext", "poppler-utils");
        Assert.SkipWhen(missing is not null, missing ?? string.Empty);
        await using var reader = await chromium.Reader(Window.Desktop);
        var page = await reader.NewPageAsync();
        await page.GotoAsync(sites.Address(ShownPacks.All[0], address).AbsoluteUri);

        var words = Words(await page.PdfAsync(new PagePdfOptions { Format = "A4", PrintBackground = false }));

        Assert.All(
            ["Skip to main content", "Open data", "Find an indicator", "Download as", "/indicators/"],
            navigation => Assert.DoesNotContain(Tight(navigation), words, StringComparison.Ordinal));
        var shown = await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('main h1, main h2, main caption, main th, main td')].filter(one => "
            + "!one.closest('.site-screen, .govuk-visually-hidden')).map(one => { const words = one.cloneNode(true); words.querySelectorAll('.hidden, "
            + ".govuk-visually-hidden, .phone-only, svg').forEach(unseen => unseen.remove()); return words.textContent.trim(); }).filter(text => text)");
        Assert.NotEmpty(shown);
        Assert.Contains(Tight(sites.Site(ShownPacks.All[0]).Organisation), words, StringComparison.Ordinal);
        Assert.All(shown, text => Assert.True(words.Contains(Tight(text), StringComparison.Ordinal), $"'{text}' is not on paper."));
    }

    /// <summary>All words on the sheets, without the spaces and the line ends between them. What stands off the sheet is not among them.</summary>
    private static string Words(byte[] pdf)
    {
        var folder = Directory.CreateTempSubdirectory("quarterdeck-print");
        try
        {
            var file = Path.Combine(folder.FullName, "page.pdf");
            File.WriteAllBytes(file, pdf);
            return Tight(OtherProgram.Run("pdftotext", folder.FullName, new Dictionary<string, string?>(), ["-raw", file, "-"]).Data);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Tight(string text) =>
        Between().Replace(text.Normalize(System.Text.NormalizationForm.FormKC).ToLower(CultureInfo.InvariantCulture), string.Empty);

    [GeneratedRegex(@"[\s\u00AD\u2010\u200B-]+")]
    private static partial Regex Between();
}
