using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Quarterdeck.Application.Sites;
using Quarterdeck.Documents.Html;
using Quarterdeck.Documents.Reports;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Web.Sites;

/// <summary>The one style sheet: what was built, and the tints of the council's own ratings. Its name changes with its content, so readers keep it.</summary>
internal sealed class StyleFiles
{
    private StyleFiles(byte[] content)
    {
        Content = content;
        Address = $"/styles/{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}.css";
    }

    public byte[] Content { get; }

    public string Address { get; }

    public static StyleFiles Of(Site site)
    {
        using var stream = typeof(StyleFiles).Assembly.GetManifestResourceStream("site.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var grey = RatingMark.Of("Not rated", "circle", "#505a5f");
        return new StyleFiles(Encoding.UTF8.GetBytes(reader.ReadToEnd() + "\n" + HtmlFragment.TintRules(site.Bands.Select(ReportComposer.MarkOf).Append(grey))));
    }

    /// <summary>The style sheet of the colours chosen, which wins over the other: those of the settings, or else of the pack.</summary>
    public static (string Address, string Content) ColoursOf(ShownSite shown, SiteOptions options)
    {
        var colours = options.ColoursOf(shown.Colours);
        return ($"/styles/colours-{colours.Bar.Hex[1..]}-{colours.Link.Hex[1..]}.css", colours.Properties());
    }

    public static void Map(WebApplication app)
    {
        app.MapRead("/styles/colours-{file}", context =>
        {
            // The colours are in its name, so what was kept under it stays right.
            var (address, content) = ColoursOf(context.Shown(), context.RequestServices.GetRequiredService<SiteOptions>());
            context.Response.Headers.CacheControl = context.Request.Path == address ? "public, max-age=31536000, immutable" : "no-cache";
            return Results.Bytes(Encoding.UTF8.GetBytes(content), "text/css; charset=utf-8");
        });
        app.MapRead("/styles/{file}", context =>
        {
            var styles = context.Shown().Styles;
            // A page that was read before the look changed still asks for the old name: it gets the new look, and does not keep it.
            context.Response.Headers.CacheControl = context.Request.Path == styles.Address ? "public, max-age=31536000, immutable" : "no-cache";
            return Results.Bytes(styles.Content, "text/css; charset=utf-8");
        });
    }
}
