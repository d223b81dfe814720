using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Quarterdeck.Web.Components;

/// <summary>The menu of the site. It is seen whole on every screen, as there is no script to fold it.</summary>
[HtmlTargetElement("qd-service-navigation", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ServiceNavigation : Component
{
    public string? Classes { get; set; }

    /// <summary>Stands before the menu; null where the page says it elsewhere.</summary>
    public string? ServiceName { get; set; }

    public string? ServiceUrl { get; set; }

    public IReadOnlyList<NavigationLink> Items { get; set; } = [];

    public override void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(encoder);
        writer.Write(
            ServiceName is null ? "<div class=\"govuk-service-navigation" : "<section aria-label=\"Service information\" class=\"govuk-service-navigation");
        WriteClasses(writer, encoder, Classes);
        writer.Write(" data-module=\"govuk-service-navigation\"");
        WriteOthers(writer, encoder);
        writer.Write(">\n<div class=\"govuk-width-container\">\n<div class=\"govuk-service-navigation__container\">\n");
        WriteName(writer, encoder);
        if (Items.Count > 0)
        {
            writer.Write(
                "<nav aria-label=\"Menu\" class=\"govuk-service-navigation__wrapper\">\n<ul class=\"govuk-service-navigation__list\" id=\"navigation\">\n");
            foreach (var item in Items)
            {
                WriteItem(writer, encoder, item);
            }

            writer.Write("</ul>\n</nav>\n");
        }

        writer.Write(ServiceName is null ? "</div>\n</div>\n</div>\n" : "</div>\n</div>\n</section>\n");
    }

    private void WriteName(TextWriter writer, HtmlEncoder encoder)
    {
        if (ServiceName is null)
        {
            return;
        }

        writer.Write("<span class=\"govuk-service-navigation__service-name\">");
        writer.Write(ServiceUrl is null ? "<span class=\"govuk-service-navigation__text\"" : "<a class=\"govuk-service-navigation__link\"");
        WriteAttribute(writer, encoder, "href", ServiceUrl);
        writer.Write('>');
        encoder.Encode(writer, ServiceName);
        writer.Write(ServiceUrl is null ? "</span></span>\n" : "</a></span>\n");
    }

    private static void WriteItem(TextWriter writer, HtmlEncoder encoder, NavigationLink item)
    {
        writer.Write("<li class=\"govuk-service-navigation__item");
        writer.Write(item.IsHere
            ? " govuk-service-navigation__item--active\"><a class=\"govuk-service-navigation__link\""
            : "\"><a class=\"govuk-service-navigation__link\"");
        WriteAttribute(writer, encoder, "href", item.Address);

        // Words in bold say where a reader is when a page is seen without its style.
        writer.Write(item.IsHere ? " aria-current=\"true\"><strong class=\"govuk-service-navigation__active-fallback\">" : ">");
        encoder.Encode(writer, item.Words);
        writer.Write(item.IsHere ? "</strong></a></li>\n" : "</a></li>\n");
    }
}
