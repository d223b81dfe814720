using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Web.Components;

/// <summary>One thing of a <see cref="Timeline"/>. What is said of it stands between its tags.</summary>
[HtmlTargetElement("qd-timeline-item", ParentTag = "qd-timeline")]
public sealed class TimelineItem : Component
{
    public string Heading { get; set; } = string.Empty;

    public DateOnly Date { get; set; }

    private protected override bool HasContent => true;

    public override void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(encoder);
        writer.Write("<div class=\"moj-timeline__item\"");
        WriteOthers(writer, encoder);
        writer.Write(">\n<div class=\"moj-timeline__header\"><h2 class=\"moj-timeline__title\">");
        encoder.Encode(writer, Heading);
        writer.Write("</h2></div>\n<p class=\"moj-timeline__date\"><time");
        WriteAttribute(writer, encoder, "datetime", Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.Write('>');
        encoder.Encode(writer, MonthNames.Long(Date));
        writer.Write("</time></p>\n<div class=\"moj-timeline__description\">");
        WriteContent(writer, encoder);
        writer.Write("</div>\n</div>\n");
    }
}
