using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Quarterdeck.Web.Components;

/// <summary>A list to choose one from.</summary>
[HtmlTargetElement("qd-select", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Select : FormField
{
    public string? Classes { get; set; }

    /// <summary>Those of a group stand next to each other.</summary>
    public IReadOnlyList<Choice> Items { get; set; } = [];

    /// <summary>The value chosen; where there is none, browsers choose the first.</summary>
    public string? Value { get; set; }

    private protected override void WriteControl(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<select class=\"govuk-select");
        WriteClasses(writer, encoder, Classes);
        WriteNames(writer, encoder);
        WriteOthers(writer, encoder);
        writer.Write(">\n");
        string? group = null;
        foreach (var item in Items)
        {
            if (item.Group != group)
            {
                writer.Write(group is null ? string.Empty : "</optgroup>\n");
                group = item.Group;
                WriteGroup(writer, encoder, group);
            }

            WriteChoice(writer, encoder, item);
        }

        writer.Write(group is null ? "</select>" : "</optgroup>\n</select>");
    }

    private static void WriteGroup(TextWriter writer, HtmlEncoder encoder, string? group)
    {
        if (group is not null)
        {
            writer.Write("<optgroup");
            WriteAttribute(writer, encoder, "label", group);
            writer.Write(">\n");
        }
    }

    private void WriteChoice(TextWriter writer, HtmlEncoder encoder, Choice choice)
    {
        writer.Write("<option");
        WriteAttribute(writer, encoder, "value", choice.Value);
        writer.Write(!string.IsNullOrEmpty(Value) && Value == (choice.Value ?? choice.Words) ? " selected" : string.Empty);
        writer.Write(choice.IsDisabled ? " disabled>" : ">");
        encoder.Encode(writer, choice.Words);
        writer.Write("</option>\n");
    }
}
