using Quarterdeck.Browser.Tests.Browsers;
using Quarterdeck.Browser.Tests.Pages;
using Quarterdeck.Browser.Tests.Sites;

namespace Quarterdeck.Browser.Tests.Journeys;

/// <summary>The keyboard goes through every type of page in the order it is read in.</summary>
public sealed class FocusTests(Chromium chromium, RunningSites sites, SeenPages seen)
{
    internal const string Problems = """
        () => {
          const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')];
          const problems = stops.filter(stop => stop.tabIndex > 0).map(stop => 'an order of its own: ' + stop.outerHTML.slice(0, 100));
          if (document.querySelector('nav') && !stops[0].classList.contains('govuk-skip-link')) problems.push('does not begin with the link past the menu');
          const moved = [...document.querySelectorAll('body *')].filter(one => { const style = getComputedStyle(one); return style.order !== '0' || /reverse/.test(style.flexDirection); });
          return problems.concat(moved.map(one => 'shown in another order than it is written in: ' + one.outerHTML.slice(0, 100)));
        }
        """;

    [Theory]
    [MemberData(nameof(ShownPacks.Rows), MemberType = typeof(ShownPacks))]
    public async Task The_order_of_focus_is_the_order_of_reading(string sample) =>
        Assert.Empty(from page in await seen.Of(chromium, sites, sample) from problem in page.Stops select $"{page.Address}: {problem}");
}
