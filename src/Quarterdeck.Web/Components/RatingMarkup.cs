using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Quarterdeck.Application.Website;
using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Web.Branding;

namespace Quarterdeck.Web.Components;

/// <summary>Ratings as the site shows them: a word, a shape and a tint, always all three.</summary>
public static class RatingMarkup
{
    private const string Unrated = "rated-none";

    /// <summary>In a box: once in a row.</summary>
    public static IHtmlContent Chip(Band? band, string words) => Rated(band, words, "rated chip ");

    /// <summary>Without a box, for a second rating in a row.</summary>
    public static IHtmlContent Plain(Band? band, string words) => Rated(band, words, "rated ");

    /// <summary>The shape alone, beside a word.</summary>
    public static IHtmlContent Mark(Band? band) => new HtmlString(Shape(band));

    /// <summary>One square for each indicator, the worst first. The words beside them say the same.</summary>
    public static IHtmlContent Blocks(RatingTally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        var blocks = new StringBuilder();
        foreach (var row in tally.Rows)
        {
            var (fill, edge) = row.Band is { } band ? (RatingLook.Of(band).Part, RatingLook.Of(band).Fill) : (Colour.White, Colour.Parse("#495763"));
            var inner = row.Band switch
            {
                null => string.Empty,
                { Standing: BandMeaning.Failing } => string.Empty,
                var other => Dot(other),
            };
            var block = $"<svg viewBox=\"0 0 17 17\" aria-hidden=\"true\" focusable=\"false\"><rect x=\".75\" y=\".75\" width=\"15.5\" height=\"15.5\" "
                + $"fill=\"{fill}\" stroke=\"{edge}\" stroke-width=\"1.5\"{(row.Band is null ? " stroke-dasharray=\"3 2\"" : string.Empty)}/>{inner}</svg>";
            blocks.Insert(blocks.Length, block, row.Count);
        }

        return new HtmlString(blocks.ToString());
    }

    /// <summary>How many of each, as parts of one bar. The counts beside it say the same.</summary>
    public static IHtmlContent Bar(RatingTally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        if (tally.Total == 0)
        {
            return HtmlString.Empty;
        }

        var bar = new StringBuilder("<svg class=\"counts-bar\" aria-hidden=\"true\" focusable=\"false\"><defs><pattern id=\"short\" width=\"8\" height=\"8\" "
            + "patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"3\" height=\"8\" fill=\"#614100\" fill-opacity=\".55\"/>"
            + "</pattern></defs>");
        var from = 0.0;
        foreach (var row in tally.Rows.Where(row => row.Count > 0))
        {
            var share = 100.0 * row.Count / tally.Total;
            var place = string.Create(
                CultureInfo.InvariantCulture, $"x=\"{from:0.###}%\" y=\"1\" width=\"{Math.Max(0.2, share - 0.35):0.###}%\" height=\"26\"");
            var (part, edge) = row.Band is { } band ? (RatingLook.Of(band).Part, RatingLook.Of(band).Fill) : (Colour.White, Colour.Parse("#495763"));
            bar.Append(CultureInfo.InvariantCulture, $"<rect {place} fill=\"{part}\" stroke=\"{edge}\" stroke-width=\"1.5\"");
            bar.Append(row.Band is null ? " stroke-dasharray=\"4 3\"/>" : "/>");
            bar.Append(row.Band is { Standing: BandMeaning.Short } ? $"<rect {place} fill=\"url(#short)\"/>" : string.Empty);
            from += share;
        }

        return new HtmlString(bar.Append("</svg>").ToString());
    }

    private static HtmlString Rated(Band? band, string words, string classes) => new(
        $"<span class=\"{classes}{(band is null ? Unrated : RatingLook.Of(band).Class)}\">{Shape(band)}{HtmlEncoder.Default.Encode(words)}</span>");

    private static string Shape(Band? band) => band is null
        ? PageSvg.Mark(MarkShape.Ring, Colour.White)
        : RatingLook.MarkOf(band) is var mark ? PageSvg.Mark(mark.Shape, mark.Colour) : string.Empty;

    private static string Dot(Band band)
    {
        var corners = MarkOutline.Of(RatingLook.MarkOf(band).Shape);
        var ink = RatingLook.Of(band).Words;
        return corners.Count == 0 ? $"<circle cx=\"8.5\" cy=\"8.5\" r=\"2.6\" fill=\"{ink}\"/>"
            : $"<path d=\"M{string.Join('L', corners.Select(corner => string.Create(
                CultureInfo.InvariantCulture, $"{8.5 + (corner.X * 4):0.##} {8.5 + (corner.Y * 4):0.##}")))}Z\" fill=\"{ink}\"/>";
    }
}
