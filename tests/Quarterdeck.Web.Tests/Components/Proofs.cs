using Quarterdeck.Web.Components;

namespace Quarterdeck.Web.Tests.Components;

/// <summary>Every component taken over, and what of it was not.</summary>
internal static class Proofs
{
    private const string NoError = "Forms ask for a list and change nothing: what cannot be shown is said above the results.";
    private const string PlainLabel = "Labels are plain words of one size; the heading of a page stands by itself.";
    private const string OwnDescription = "A control is described by its hint, and by nothing elsewhere on the page.";
    private const string PlainGroup = "The group of a control is styled by the form it stands in.";
    private const string PlainWords = "Links of menus are plain words.";

    public static readonly IReadOnlyList<Proof> All =
    [
        new("breadcrumbs", one => new Breadcrumbs { Classes = one.Text("classes"), Items = Links(one, "items") }, new()
        {
            ["collapseOnMobile"] = "The way to a page here has two steps at most.",
            ["labelText"] = "The site is in English.",
            ["items[].attributes"] = PlainWords,
            ["items[].html"] = PlainWords,
        }),
        new("button", one => new Button { Classes = one.Text("classes"), Type = one.Text("type") ?? "submit", Href = one.Text("href") }, new()
        {
            ["isStartButton"] = "No page starts a form of several pages.",
            ["disabled"] = "A button that does nothing is not shown.",
            ["preventDoubleClick"] = "It needs a script, and nothing here is changed by being asked for twice.",
        }),
        new("input", one => new Input
        {
            Classes = one.Text("classes"), Type = one.Text("type") ?? "text", Value = one.Text("value"), Name = one.Text("name")!, Id = one.Text("id"),
            Label = one.Text("label.text") ?? string.Empty, Hint = one.Text("hint.text")
        }, new()
        {
            ["errorMessage.text"] = NoError,
            ["label.html"] = PlainLabel,
            ["label.classes"] = PlainLabel,
            ["label.isPageHeading"] = PlainLabel,
            ["describedBy"] = OwnDescription,
            ["formGroup.classes"] = PlainGroup,
            ["prefix.text"] = "No amount is typed in.",
            ["prefix.html"] = "No amount is typed in.",
            ["prefix.classes"] = "No amount is typed in.",
            ["prefix.attributes"] = "No amount is typed in.",
            ["suffix.text"] = "No amount is typed in.",
            ["suffix.html"] = "No amount is typed in.",
            ["suffix.classes"] = "No amount is typed in.",
            ["suffix.attributes"] = "No amount is typed in.",
            ["inputWrapper.classes"] = "No amount is typed in.",
            ["inputWrapper.attributes"] = "No amount is typed in.",
        }),
        new("select", MakeSelect, new()
        {
            ["errorMessage.text"] = NoError,
            ["label.classes"] = PlainLabel,
            ["label.isPageHeading"] = PlainLabel,
            ["describedBy"] = OwnDescription,
            ["formGroup.classes"] = PlainGroup,
            ["items[].attributes"] = "What can be chosen is plain words.",
            ["items[] of nothing"] = "A list has no holes.",
        }, new() { ["item selected overrides value"] = "What is chosen is said in one way, by its value." }),
        new("textarea", one => new TextArea
        {
            Classes = one.Text("classes"),
            Value = one.Text("value") ?? string.Empty,
            Name = one.Text("name")!,
            Id = one.Text("id"),
            Rows = one.Text("rows") is { } rows ? int.Parse(rows, System.Globalization.CultureInfo.InvariantCulture) : 5,
            Label = one.Text("label.text") ?? string.Empty,
            Hint = one.Text("hint.text")
        }, new()
        {
            ["errorMessage.text"] = NoError,
            ["label.classes"] = PlainLabel,
            ["label.isPageHeading"] = PlainLabel,
            ["describedBy"] = OwnDescription,
            ["formGroup.classes"] = PlainGroup,
        }),
        new("inset-text", one => new InsetText { Classes = one.Text("classes") }, []),
        new("skip-link", one => new SkipLink { Classes = one.Text("classes"), Href = one.Text("href") ?? "#content" }, []),
    ];

    private static List<NavigationLink> Links(Fixture one, string list) =>
        [.. one.Items(list, "text", "href", "active").Select(item =>
            new NavigationLink(item.GetValueOrDefault("text") ?? string.Empty, item.GetValueOrDefault("href"), item.GetValueOrDefault("active") == "true"))];

    private static Select MakeSelect(Fixture one)
    {
        var items = one.Items("items", "text", "value", "selected", "disabled");
        var chosen = items.FirstOrDefault(item => item.GetValueOrDefault("selected") == "true");
        return new Select
        {
            Classes = one.Text("classes"),
            Name = one.Text("name")!,
            Id = one.Text("id"),
            Label = one.Text("label.text") ?? string.Empty,
            Hint = one.Text("hint.text"),
            Value = one.Text("value") ?? chosen?.GetValueOrDefault("value"),
            Items = [
                .. items.Select(item => new Choice(item.GetValueOrDefault("value"), item["text"]!, IsDisabled: item.GetValueOrDefault("disabled") == "true"))
            ],
        };
    }
}
