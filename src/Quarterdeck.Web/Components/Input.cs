using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Quarterdeck.Web.Components;

/// <summary>A line to type into.</summary>
[HtmlTargetElement("qd-input", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Input : FormField
{
    public string? Classes { get; set; }

    public string Type { get; set; } = "text";

    public string? Value { get; set; }

    private protected override void WriteControl(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<input class=\"govuk-input");
        WriteClasses(writer, encoder, Classes);
        WriteNames(writer, encoder);
        WriteAttribute(writer, encoder, "type", Type);
        WriteAttribute(writer, encoder, "value", string.IsNullOrEmpty(Value) ? null : Value);
        WriteOthers(writer, encoder);
        writer.Write('>');
    }
}
