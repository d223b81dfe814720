using Microsoft.AspNetCore.Razor.TagHelpers;
using Quarterdeck.Web.Components;

namespace Quarterdeck.Web.Tests.Components;

/// <summary>How a component is held to the examples of its package.</summary>
/// <param name="Component">Its name there.</param>
/// <param name="Make">The component with the options of an example.</param>
/// <param name="NotOffered">Options it has not, each with the reason. Examples with one of them prove nothing here.</param>
/// <param name="NotProved">Examples of options it has that must look otherwise, each with the reason.</param>
internal sealed record Proof(
    string Component,
    Func<Fixture, Component> Make,
    Dictionary<string, string> NotOffered,
    Dictionary<string, string>? NotProved = null)
{
    public override string ToString() => Component;

    /// <summary>The component as it stands on a page.</summary>
    public async Task<string> Render(Fixture fixture)
    {
        var component = Make(fixture);
        var (text, html) = component is Button or InsetText or SkipLink ? fixture.Content() : default;
        var attributes = new TagHelperAttributeList(fixture.Attributes().Select(one => new TagHelperAttribute(one.Name, one.Value)));
        foreach (var name in Component switch
        {
            "input" => Others,
            "textarea" => Others,
            "button" => ["id", "name", "value"],
            "inset-text" => ["id"],
            _ => Array.Empty<string>()
        })
        {
            if (fixture.Text(name) is { } value)
            {
                attributes.Add(name == "disabled" ? new TagHelperAttribute(name) : new TagHelperAttribute(name, value));
            }
        }

        return await Page.With(component, attributes, text, html);
    }

    /// <summary>Options that are attributes of the control, and go through as they are.</summary>
    private static readonly string[] Others = ["spellcheck", "autocomplete", "autocapitalize", "inputmode", "pattern", "disabled"];
}
