using System.Text.Encodings.Web;
using Quarterdeck.TestKit;
using Quarterdeck.Web.Components;

namespace Quarterdeck.Web.Tests.Components;

/// <summary>Components are those of govuk-frontend: each gives the markup of every example the package has of the options it offers.</summary>
public sealed class ComponentTests
{
    public static TheoryData<string> Components => [.. Proofs.All.Select(proof => proof.Component)];

    [Theory]
    [MemberData(nameof(Components))]
    public async Task A_component_gives_the_markup_of_its_examples(string component)
    {
        var proof = Proofs.All.Single(one => one.Component == component);
        var fixtures = Fixture.Of(component);
        var offered = new HashSet<string>(StringComparer.Ordinal);
        var proved = new HashSet<string>(StringComparer.Ordinal);
        foreach (var fixture in fixtures)
        {
            var markup = await proof.Render(fixture);
            offered.UnionWith(fixture.Options.Except(fixture.Unread));
            Assert.True(
                fixture.Unread.All(proof.NotOffered.ContainsKey),
                $"'{fixture.Name}' of {component} has {string.Join(", ", fixture.Unread.Where(path => !proof.NotOffered.ContainsKey(path)))}, which "
                    + $"is neither offered nor listed as not.");
            if (proof.NotProved?.ContainsKey(fixture.Name) is true)
            {
                Assert.NotEqual(Markup.Of(fixture.Html), Markup.Of(markup));
            }
            else if (!fixture.Unread.Any())
            {
                Assert.Equal(Markup.Of(fixture.Html), Markup.Of(markup));
                proved.UnionWith(fixture.Options.Append("an example"));
            }
        }

        Assert.Contains("an example", proved);
        Assert.Empty(offered.Except(proved));
        Assert.Empty(proof.NotOffered.Keys.Except(fixtures.SelectMany(fixture => fixture.Unread)));
        Assert.Empty(proof.NotProved?.Keys.Except(fixtures.Where(fixture => !fixture.Unread.Any()).Select(fixture => fixture.Name)) ?? []);
        Assert.All(
            proof.NotOffered.Values.Concat(proof.NotProved?.Values ?? Enumerable.Empty<string>()),
            reason => Assert.EndsWith(".", reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_component_is_proved()
    {
        var written = typeof(Component).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Component)) && !type.IsAbstract);
        var proved = Proofs.All.Select(proof => proof.Make(Fixture.Of(proof.Component)[0]).GetType())
            .Concat([typeof(SubNavigation), typeof(Timeline), typeof(TimelineItem)]);

        // Those of the Ministry of Justice are proved by TemplateTests.
        Assert.Equal(written.Order(ByName), proved.Order(ByName));
    }

    [Fact]
    public void No_page_writes_a_component_by_hand()
    {
        var parts = Proofs.All.Select(proof => "govuk-" + proof.Component)
            .Concat(["govuk-form-group", "govuk-label", "govuk-hint", "moj-sub-navigation", "moj-timeline"]);
        var pages = Directory.GetFiles(Path.Combine(Samples.Repository, "src/Quarterdeck.Web/Features"), "*.cshtml", SearchOption.AllDirectories);

        // A form of the desk says beside a control what is wrong with it, and stands in a line of its own; the component of a field does neither yet.
        string[] controls = ["govuk-input", "govuk-select", "govuk-textarea"];
        string[] desk = ["Account", "Admin", "Work"];

        Assert.NotEmpty(pages);
        Assert.Empty(
            from page in pages
            let text = File.ReadAllText(page)
            from part in parts
            where !controls.Contains(part) || !desk.Contains(Path.GetFileName(Path.GetDirectoryName(page)))
            where text.Contains($"class=\"{part}", StringComparison.Ordinal)
            select $"{page} writes {part}");
    }

    [Fact]
    public void Markup_differs_by_what_it_means_and_not_by_how_it_is_spaced()
    {
        Assert.Equal(Markup.Of("<p  class=\"a b\" id=\"c\" hidden>\n It&#39;s <b>x</b>\n</p>"), Markup.Of("<p hidden id=\"c\" class=\"a b\">It's<b>x</b></p>"));
        Assert.NotEqual(Markup.Of("<p class=\"a b\">x</p>"), Markup.Of("<p class=\"b a\">x</p>"));
        Assert.NotEqual(Markup.Of("<p>x y</p>"), Markup.Of("<p>xy</p>"));
        Assert.NotEqual(Markup.Of("<p hidden=\"a\">x</p>"), Markup.Of("<p hidden>x</p>"));
        Assert.NotEqual(Markup.Of("<p>&lt;b></p>"), Markup.Of("<p><b></p>"));
    }

    [Fact]
    public void Choices_stand_under_the_headings_of_their_groups()
    {
        var select = new Select
        {
            Name = "ref",
            Value = "c",
            Items = [new("", "Choose one"), new("a", "A & B", "Roads"), new("b", "B", "Roads"), new("c", "C", "Care"), new("d", "D")]
        };
        using var writer = new StringWriter();
        select.WriteTo(writer, HtmlEncoder.Default);

        Assert.Contains(
            Markup.Of("<option value=\"\">Choose one</option><optgroup label=\"Roads\"><option value=\"a\">A &amp; B</option><option "
                + "value=\"b\">B</option></optgroup><optgroup label=\"Care\"><option value=\"c\" selected>C</option></optgroup><option "
                + "value=\"d\">D</option></select>"),
            Markup.Of(writer.ToString()),
            StringComparison.Ordinal);
    }

    private static Comparer<Type> ByName { get; } = Comparer<Type>.Create((one, other) => string.CompareOrdinal(one.Name, other.Name));
}
