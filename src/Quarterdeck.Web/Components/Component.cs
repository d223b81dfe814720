using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Quarterdeck.Web.Components;

/// <summary>A component of a page, written as a tag of its own. Attributes it does not know stand on its main element as given.</summary>
public abstract class Component : TagHelper, IHtmlContent
{
    private TagHelperAttribute[] _others = [];
    private TagHelperContent? _content;

    /// <summary>Something stands between its tags.</summary>
    private protected virtual bool HasContent => false;

    public sealed override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _content = HasContent ? await output.GetChildContentAsync() : null;

        // The output is used again for the next tag, and this is written after that.
        _others = output.Attributes.Count == 0 ? [] : [.. output.Attributes];
        output.TagName = null;
        output.Content.SetHtmlContent(this);
    }

    public abstract void WriteTo(TextWriter writer, HtmlEncoder encoder);

    private protected void WriteContent(TextWriter writer, HtmlEncoder encoder) => _content?.WriteTo(writer, encoder);

    private protected void WriteOthers(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var attribute in _others)
        {
            writer.Write(' ');
            attribute.WriteTo(writer, encoder);
        }
    }

    /// <summary>Of a class attribute that has been opened, the classes added and the end.</summary>
    private protected static void WriteClasses(TextWriter writer, HtmlEncoder encoder, string? classes)
    {
        if (!string.IsNullOrEmpty(classes))
        {
            writer.Write(' ');
            encoder.Encode(writer, classes);
        }

        writer.Write('"');
    }

    /// <summary>An attribute; nothing where there is no value.</summary>
    private protected static void WriteAttribute(TextWriter writer, HtmlEncoder encoder, string name, string? value)
    {
        if (value is null)
        {
            return;
        }

        writer.Write(' ');
        writer.Write(name);
        writer.Write("=\"");
        encoder.Encode(writer, value);
        writer.Write('"');
    }
}
