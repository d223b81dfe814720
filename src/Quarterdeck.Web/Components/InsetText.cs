using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Quarterdeck.Web.Components;

/// <summary>Text set off from what surrounds it. What it says stands between its tags.</summary>
[HtmlTargetElement("qd-inset-text")]
public sealed class InsetText : Component
{
    public string? Classes { get; set; }

    private protected override bool HasContent => true;

    public override void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(encoder);
        writer.Write("<div class=\"govuk-inset-text");
        WriteClasses(writer, encoder, Classes);
        WriteOthers(writer, encoder);
        writer.Write('>');
        WriteContent(writer, encoder);
        writer.Write("</div>");
    }
}
