using Quarterdeck.Browser.Tests.Browsers;
using Quarterdeck.Browser.Tests.Sites;

namespace Quarterdeck.Browser.Tests.Pages;

/// <summary>Nothing is cut off or pushed out of sight: on a narrow window, zoomed in, and with the reader's own spacing of text.</summary>
public sealed class LayoutTests(Chromium chromium, RunningSites sites, SeenPages seen)
{
    /// <summary>What a reader may set by WCAG 2.2, 1.4.12. The site's policy allows no style in the page, so it is set as a browser's extension
    /// would.</summary>
    internal const string SpaceText = """
        () => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }');
          document.adoptedStyleSheets = [sheet];
        }
        """;

    internal const string Problems = """
        () => {
          const problems = [];
          const name = element => `${element.tagName.toLowerCase()}.${element.className} '${(element.textContent || '').trim().slice(0, 40)}'`;
          if (document.documentElement.scrollWidth > window.innerWidth) problems.push(`the page is ${document.documentElement.scrollWidth} wide`);
          const hidden = element => element.closest('.hidden, .govuk-visually-hidden, .govuk-skip-link, table.list thead, svg, select, option');
          const scroller = element => { for (let up = element; up; up = up.parentElement) if (/auto|scroll/.test(getComputedStyle(up).overflowX)) return up; return null; };
          for (const element of document.querySelectorAll('body, body *')) {
            if (hidden(element)) continue;
            const style = getComputedStyle(element);
            if (/auto|scroll/.test(style.overflowX) && element.scrollWidth > element.clientWidth && !(element.tabIndex === 0 && /^(region|application)$/.test(element.getAttribute('role')) && document.getElementById(element.getAttribute('aria-labelledby'))))
              problems.push(`${name(element)} scrolls and cannot be reached or has no name`);
            if (/hidden|clip/.test(style.overflowX + style.overflowY) && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1))
              problems.push(`${name(element)} is cut off`);
            for (const text of element.childNodes) {
              if (text.nodeType !== 3 || !text.data.trim() || scroller(element)) continue;
              const range = document.createRange();
              range.selectNodeContents(text);
              const box = range.getBoundingClientRect();
              if (box.width > 0 && (box.right > window.innerWidth + 1 || box.left < -1)) problems.push(`${name(element)} stands outside the window`);
            }
          }
          return problems;
        }
        """;

    internal const string Moving = """
        () => [...document.querySelectorAll('*')].filter(element => {
          const style = getComputedStyle(element);
          return style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0 || style.scrollBehavior === 'smooth';
        }).map(element => element.outerHTML.slice(0, 80))
        """;

    [Theory]
    [MemberData(nameof(ShownPacks.Rows), MemberType = typeof(ShownPacks))]
    public async Task Nothing_is_cut_off_at_any_size_or_spacing_of_text(string sample)
    {
        var pages = await seen.Of(chromium, sites, sample);

        Assert.Empty(from page in pages from size in page.Sizes from problem in size.CutOff select $"{page.Address}, {size.Window}: {problem}");
        Assert.Empty(from page in pages from size in page.Sizes from problem in size.CutOffSpaced select $"{page.Address}, {size.Window}, text spaced: {problem}");
    }

    [Fact]
    public async Task What_is_cut_off_is_found()
    {
        await using var reader = await chromium.Reader(Window.Narrow);
        var page = await reader.NewPageAsync();
        await page.SetContentAsync(
            "<p style=\"width:400px\">Wide</p><p style=\"width:50px;height:10px;overflow:hidden\">Council</p><div style=\"overflow-x:auto\"><div "
            + "style=\"width:900px\">A table</div></div>");

        var problems = string.Join('\n', await page.EvaluateAsync<string[]>(Problems));

        Assert.All(["the page is", "is cut off", "scrolls and cannot be reached"], problem => Assert.Contains(problem, problems, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(ShownPacks.Rows), MemberType = typeof(ShownPacks))]
    public async Task Nothing_moves_for_those_who_want_no_movement(string sample) =>
        Assert.Empty(from page in await seen.Of(chromium, sites, sample) from moving in page.Moving select $"{page.Address}: {moving}");
}
