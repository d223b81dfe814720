using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Quarterdeck.TestKit;
using Quarterdeck.Web.Components;

namespace Quarterdeck.Web.Tests.Components;

/// <summary>The Ministry of Justice's package ships no examples, but the templates it makes them by: what stands in those, once and without options, is what
/// we write.</summary>
public sealed partial class TemplateTests
{
    [Fact]
    public async Task Sub_navigation_is_that_of_its_template()
    {
        var ours = await Page.With(new SubNavigation { Items = [new NavigationLink(string.Empty, string.Empty)] }, []);

        Assert.Equal(Template("sub-navigation"), Markup.Of(ours));
        Assert.Contains("aria-current=\"page\"", File.ReadAllText(Place("sub-navigation")), StringComparison.Ordinal);
        Assert.Contains(
            "<a aria-current=\"page\" class=\"moj-sub-navigation__link\" href=\"/x\">",
            Markup.Of(await Page.With(new SubNavigation { Items = [new NavigationLink("X", "/x", IsHere: true)] }, [])),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_timeline_is_that_of_its_template()
    {
        var item = await Page.With(new TimelineItem { Date = new DateOnly(2026, 3, 9) }, []);
        var ours = await Page.With(
            new Timeline(),
            [],
            html: item.Replace("2026-03-09", string.Empty, StringComparison.Ordinal).Replace("9 March 2026", string.Empty, StringComparison.Ordinal));

        Assert.Equal(Template("timeline"), Markup.Of(ours));
        Assert.Contains("<time datetime=\"2026-03-09\">9 March 2026</time>", item, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_readers_stay_words_and_attributes_go_through()
    {
        var navigation = await Page.With(
            new SubNavigation { Label = "\"A\" & B", Items = [new NavigationLink("<b>", "/a?b=c&d")] },
            new TagHelperAttributeList { { "id", "ways" } });

        Assert.Contains("<nav aria-label=\"\"A\" & B\" class=\"moj-sub-navigation\" id=\"ways\">", Markup.Of(navigation), StringComparison.Ordinal);
        Assert.Contains("href=\"/a?b=c&amp;d\">&lt;b&gt;</a>", navigation, StringComparison.Ordinal);
    }

    private static string Place(string component) =>
        Path.Combine(Samples.Repository, "src/Quarterdeck.Web/Styles/node_modules/@ministryofjustice/frontend/moj/components", component, "template.njk");

    /// <summary>A template without what its options would add.</summary>
    private static string Template(string component) =>
        Markup.Of(Spaces().Replace(Steps().Replace(Unoffered()
            .Replace(File.ReadAllText(Place(component)), string.Empty)
            .Replace("<h{{ params.headingLevel | default(2) }}", "<h2", StringComparison.Ordinal)
            .Replace("</h{{ params.headingLevel | default(2) }}", "</h2", StringComparison.Ordinal), string.Empty), "\""));

    [GeneratedRegex(@"\{%-? for attribute.*?endfor -?%\}|\{%-? if item\.byline.*?endif -?%\}", RegexOptions.Singleline)]
    private static partial Regex Unoffered();

    [GeneratedRegex(@"\{%.*?%\}|\{\{.*?\}\}", RegexOptions.Singleline)]
    private static partial Regex Steps();

    [GeneratedRegex(@"\s+""(?=[\s>])")]
    private static partial Regex Spaces();
}
