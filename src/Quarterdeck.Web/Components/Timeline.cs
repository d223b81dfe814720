using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Quarterdeck.Web.Components;

/// <summary>What happened, each at its day. Of the Ministry of Justice's package.</summary>
[HtmlTargetElement("qd-timeline")]
public sealed class Timeline : Component
{
    private protected override bool HasContent => true;

    public override void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(encoder);
        writer.Write("<div class=\"moj-timeline\"");
        WriteOthers(writer, encoder);
        writer.Write('>');
        WriteContent(writer, encoder);
        writer.Write("</div>\n");
    }
}
