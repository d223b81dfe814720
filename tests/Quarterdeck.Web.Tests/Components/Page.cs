using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Quarterdeck.Web.Components;

namespace Quarterdeck.Web.Tests.Components;

/// <summary>A page with one component.</summary>
internal static class Page
{
    /// <param name="component">With its own options set.</param>
    /// <param name="attributes">The others it is given.</param>
    /// <param name="text">What stands between its tags; null where that is markup or nothing.</param>
    /// <param name="html">The same as markup.</param>
    public static async Task<string> With(Component component, TagHelperAttributeList attributes, string? text = null, string? html = null)
    {
        var content = new DefaultTagHelperContent();
        _ = html is null ? content.SetContent(text) : content.SetHtmlContent(html);
        var output = new TagHelperOutput("qd", attributes, (_, _) => Task.FromResult<TagHelperContent>(content));
        await component.ProcessAsync(new TagHelperContext(attributes, new Dictionary<object, object>(), "1"), output);

        // As pages do, which keep the output for the next tag and write what it held only at the end.
        var written = new DefaultTagHelperContent();
        ((IHtmlContentContainer)output).MoveTo(written);
        output.Reinitialize("next", TagMode.StartTagAndEndTag);
        using var writer = new StringWriter();
        written.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
