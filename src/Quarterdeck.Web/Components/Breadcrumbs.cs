using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Quarterdeck.Web.Components;

/// <summary>The way to a page from above.</summary>
[HtmlTargetElement("qd-breadcrumbs", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Breadcrumbs : Component
{
    public string? Classes { get; set; }

    /// <summary>From the top down.</summary>
    public IReadOnlyList<NavigationLink> Items { get; set; } = [];

    public override void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(encoder);
        writer.Write("<nav class=\"govuk-breadcrumbs");
        WriteClasses(writer, encoder, Classes);
        WriteOthers(writer, encoder);
        writer.Write(" aria-label=\"Breadcrumb\">\n<ol class=\"govuk-breadcrumbs__list\">\n");
        foreach (var item in Items)
        {
            writer.Write("<li class=\"govuk-breadcrumbs__list-item\"");
            writer.Write(item.Address is null ? " aria-current=\"page\">" : "><a class=\"govuk-breadcrumbs__link\"");
            if (item.Address is { } address)
            {
                WriteAttribute(writer, encoder, "href", address);
                writer.Write('>');
            }

            encoder.Encode(writer, item.Words);
            writer.Write(item.Address is null ? "</li>\n" : "</a></li>\n");
        }

        writer.Write("</ol>\n</nav>\n");
    }
}
