using System.Text;
using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Ratings;

namespace Quarterdeck.Web.Branding;

/// <summary>The colours of a rating on the site's own pages. A scheme's own colours are kept, and made dark enough for words.</summary>
/// <param name="Fill">Of its shape.</param>
/// <param name="Words">Of its word.</param>
/// <param name="Ground">Behind the word.</param>
/// <param name="Part">Of its part of a bar; pale for what is achieved, so that the eye goes to the rest.</param>
public sealed record RatingLook(Colour Fill, Colour Words, Colour Ground, Colour Part)
{
    private const double LeastOfWords = 7;
    private const double LeastOfEdges = 3;

    /// <summary>The colours the program gives Red, Amber and Green, as the site shows them.</summary>
    private static readonly Dictionary<string, RatingLook> Usual = new(StringComparer.OrdinalIgnoreCase)
    {
        ["#b10e1e"] = Named("#a4182b", "#7d1020", "#fbe8ea", "#a4182b"),
        ["#ffbf47"] = Named("#e3a51a", "#614100", "#fff3d1", "#e3a51a"),
        ["#00703c"] = Named("#1c6b43", "#12512f", "#e4f3ea", "#b7dfc8"),
    };

    public string Class => "rated-" + Fill.Hex[1..];

    /// <summary>As charts and marks show it.</summary>
    public static RatingMark MarkOf(Band band)
    {
        ArgumentNullException.ThrowIfNull(band);
        return RatingMark.Of(band.Label, band.Shape, band.Colour) with { Colour = Of(band).Fill };
    }

    public static RatingLook Of(Band band)
    {
        ArgumentNullException.ThrowIfNull(band);
        if (Usual.TryGetValue(band.Colour, out var look))
        {
            return look;
        }

        var fill = Colour.Parse(band.Colour);
        var ground = fill.Tint(12);
        var words = Enumerable.Range(0, 101).Select(step => Darker(fill, 100 - step)).First(one => one.ContrastWith(ground) >= LeastOfWords);
        return new RatingLook(fill, words, ground, band.Standing == BandMeaning.Achieved ? fill.Tint(35) : fill);
    }

    /// <summary>The rules of a site's ratings, for its style sheet.</summary>
    internal static string Rules(IEnumerable<Band> bands)
    {
        var rules = new StringBuilder();
        foreach (var look in bands.Select(Of).Distinct())
        {
            var edge = look.Fill.ContrastWith(Colour.White) >= LeastOfEdges ? look.Fill : look.Words;
            rules.Append($".{look.Class}{{color:{look.Words}}}.chip.{look.Class}{{background:{look.Ground};border-color:{edge}}}\n");
        }

        return rules.ToString();
    }

    private static RatingLook Named(string fill, string words, string ground, string part) =>
        new(Colour.Parse(fill), Colour.Parse(words), Colour.Parse(ground), Colour.Parse(part));

    private static Colour Darker(Colour colour, int percent) =>
        new((byte)(colour.Red * percent / 100), (byte)(colour.Green * percent / 100), (byte)(colour.Blue * percent / 100));
}
