using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Quarterdeck.Web.Components;

/// <summary>A button of a form. Its words stand between its tags.</summary>
[HtmlTargetElement("qd-button")]
public sealed class Button : Component
{
    public string? Classes { get; set; }

    public string Type { get; set; } = "submit";

    private protected override bool HasContent => true;

    public override void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(encoder);
        writer.Write("<button");
        WriteAttribute(writer, encoder, "type", Type);
        writer.Write(" class=\"govuk-button");
        WriteClasses(writer, encoder, Classes);
        writer.Write(" data-module=\"govuk-button\"");
        WriteOthers(writer, encoder);
        writer.Write('>');
        WriteContent(writer, encoder);
        writer.Write("</button>");
    }
}
