using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Quarterdeck.Web.Components;

/// <summary>The first link of a page, past its menu, seen when it is reached by keyboard.</summary>
[HtmlTargetElement("qd-skip-link")]
public sealed class SkipLink : Component
{
    public string? Classes { get; set; }

    public string Href { get; set; } = "#content";

    private protected override bool HasContent => true;

    public override void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(encoder);
        writer.Write("<a");
        WriteAttribute(writer, encoder, "href", Href);
        writer.Write(" class=\"govuk-skip-link");
        WriteClasses(writer, encoder, Classes);
        WriteOthers(writer, encoder);
        writer.Write(" data-module=\"govuk-skip-link\">");
        WriteContent(writer, encoder);
        writer.Write("</a>");
    }
}
