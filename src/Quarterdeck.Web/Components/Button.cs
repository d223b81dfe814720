using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Quarterdeck.Web.Components;

/// <summary>A button of a form, or a link that looks like one. Its words stand between its tags.</summary>
[HtmlTargetElement("qd-button")]
public sealed class Button : Component
{
    public string? Classes { get; set; }

    /// <summary>Where it leads; null for a button of a form.</summary>
    public string? Href { get; set; }

    /// <summary>Of a button of a form.</summary>
    public string Type { get; set; } = "submit";

    private protected override bool HasContent => true;

    public override void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(encoder);
        writer.Write(Href is null ? "<button" : "<a");
        WriteAttribute(writer, encoder, "href", Href);
        writer.Write(Href is null ? string.Empty : " role=\"button\" draggable=\"false\"");
        WriteAttribute(writer, encoder, "type", Href is null ? Type : null);
        writer.Write(" class=\"govuk-button");
        WriteClasses(writer, encoder, Classes);
        writer.Write(" data-module=\"govuk-button\"");
        WriteOthers(writer, encoder);
        writer.Write('>');
        WriteContent(writer, encoder);
        writer.Write(Href is null ? "</button>" : "</a>");
    }
}
