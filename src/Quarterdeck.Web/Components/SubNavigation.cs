using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Quarterdeck.Web.Components;

/// <summary>The pages of one part of the site, beside each other. Of the Ministry of Justice's package.</summary>
[HtmlTargetElement("qd-sub-navigation", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SubNavigation : Component
{
    public string Label { get; set; } = string.Empty;

    public IReadOnlyList<NavigationLink> Items { get; set; } = [];

    public override void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(encoder);
        writer.Write("<nav class=\"moj-sub-navigation\"");
        WriteAttribute(writer, encoder, "aria-label", Label);
        WriteOthers(writer, encoder);
        writer.Write(">\n<ul class=\"moj-sub-navigation__list\">\n");
        foreach (var item in Items)
        {
            writer.Write("<li class=\"moj-sub-navigation__item\"><a class=\"moj-sub-navigation__link\"");
            writer.Write(item.IsHere ? " aria-current=\"page\"" : string.Empty);
            WriteAttribute(writer, encoder, "href", item.Address);
            writer.Write('>');
            encoder.Encode(writer, item.Words);
            writer.Write("</a></li>\n");
        }

        writer.Write("</ul>\n</nav>\n");
    }
}
