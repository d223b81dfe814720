using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Quarterdeck.Web.Components;

/// <summary>Several lines of text.</summary>
[HtmlTargetElement("qd-textarea", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextArea : FormField
{
    public string? Classes { get; set; }

    /// <summary>How many lines are seen at once.</summary>
    public int Rows { get; set; } = 5;

    public string Value { get; set; } = string.Empty;

    private protected override void WriteControl(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<textarea class=\"govuk-textarea");
        WriteClasses(writer, encoder, Classes);
        WriteNames(writer, encoder);
        WriteAttribute(writer, encoder, "rows", Rows.ToString(CultureInfo.InvariantCulture));
        WriteOthers(writer, encoder);
        writer.Write('>');
        encoder.Encode(writer, Value);
        writer.Write("</textarea>");
    }
}
