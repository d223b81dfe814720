using System.Security.Cryptography;
using System.Text;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Documents.Html;
using Quarterdeck.Documents.Reports;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Web.Branding;

/// <summary>The one style sheet: what was built, and the tints of the council's own ratings. Its name changes with its content, so readers keep it.</summary>
internal sealed class StyleSheets
{
    private StyleSheets(byte[] content)
    {
        Content = content;
        Address = $"/styles/{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}.css";
    }

    public byte[] Content { get; }

    public string Address { get; }

    public static StyleSheets Of(PublicDashboard site)
    {
        using var stream = typeof(StyleSheets).Assembly.GetManifestResourceStream("site.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var grey = RatingMark.Of("Not rated", "circle", "#505a5f");
        return new StyleSheets(
            Encoding.UTF8.GetBytes(FontFiles.Rules + reader.ReadToEnd() + "\n" + RatingLook.Rules(site.Bands)
                + HtmlFragment.TintRules(site.Bands.Select(ReportComposer.MarkOf).Append(grey))));
    }

    /// <summary>The style sheet of the colours chosen, which wins over the other. Its name says the colours.</summary>
    public static (string Address, string Content) ColoursOf(WebsiteColours colours) =>
        ($"/styles/colours-{colours.Bar.Hex[1..]}-{colours.Link.Hex[1..]}.css", colours.Properties());
}
