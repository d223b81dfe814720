using System.Globalization;
using Quarterdeck.Documents.Tree;
using Quarterdeck.Web.Options;

namespace Quarterdeck.Web.Branding;

/// <summary>The colours of the site's own pages that an organisation chooses; those of ratings and charts stay as they are.</summary>
/// <param name="Bar">Of the bar at the top, with white words on it, and of rules and borders.</param>
/// <param name="Link">Of links.</param>
public sealed record WebsiteColours(Colour Bar, Colour Link)
{
    public static readonly WebsiteColours Usual = new(Colour.Parse("#1b3a5c"), Colour.Parse("#145a96"));

    private const double LeastOfWords = 4.5;
    private const double LeastOfParts = 3;
    private const int HoverPercent = 70;

    private static readonly (string Name, Colour Colour)[] Grounds = [
        ("white", Colour.White),
        ("panels and the foot of the page", Colour.Parse("#eef3f7")),
    ];

    /// <summary>The colours in force where the options choose others.</summary>
    public WebsiteColours With(WebsiteOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new WebsiteColours(options.BarColour ?? Bar, options.LinkColour ?? Link);
    }

    /// <summary>What readers could not see well, a sentence each with both colours, their contrast and the nearest colour that would do; empty when all is
    /// well.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        if (Bar.ContrastWith(Colour.White) < LeastOfWords)
        {
            faults.Add(Fault(
                "The colour of the bar",
                Bar,
                "with the white words on it,",
                Colour.White,
                LeastOfWords,
                Nearest(Bar, colour => colour.ContrastWith(Colour.White) >= LeastOfWords)));
        }

        faults.AddRange(Grounds.Where(ground => Bar.ContrastWith(ground.Colour) < LeastOfParts)
            .Select(ground => Fault("The colour of the bar", Bar, $"as a border on {ground.Name},", ground.Colour, LeastOfParts, Nearest(Bar, BarDoes)))
            .Take(1));
        faults.AddRange(Grounds.Where(ground => Link.ContrastWith(ground.Colour) < LeastOfWords)
            .Select(ground => Fault("The colour of links", Link, $"on {ground.Name},", ground.Colour, LeastOfWords, Nearest(Link, LinkDoes))).Take(1));
        return faults;
    }

    /// <summary>As the properties by which the style sheet names colours. A link under the pointer is darker.</summary>
    internal string Properties() => string.Create(
        CultureInfo.InvariantCulture,
        $":root{{--brand:{Bar};--govuk-brand-colour:{Bar};--govuk-link-colour:{Link};--govuk-link-hover-colour:{Darker(Link, HoverPercent)}}}\n");

    private static bool BarDoes(Colour colour) =>
        colour.ContrastWith(Colour.White) >= LeastOfWords && Array.TrueForAll(Grounds, ground => colour.ContrastWith(ground.Colour) >= LeastOfParts);

    private static bool LinkDoes(Colour colour) => Array.TrueForAll(Grounds, ground => colour.ContrastWith(ground.Colour) >= LeastOfWords);

    private static string Fault(string what, Colour colour, string where, Colour ground, double least, Colour nearest) => string.Create(
        CultureInfo.InvariantCulture,
        $"{what}, {colour}, has a contrast of {Math.Floor(colour.ContrastWith(ground) * 100) / 100:0.00} to 1 {where} {ground}; it needs {least:0.0} "
            + $"to 1. The nearest of its hue that would do is {nearest}.");

    /// <summary>The lightest darker colour of the same hue that does; black always does.</summary>
    private static Colour Nearest(Colour colour, Func<Colour, bool> does) =>
        Enumerable.Range(0, 101).Select(step => Darker(colour, 100 - step)).First(does);

    private static Colour Darker(Colour colour, int percent) =>
        new((byte)(colour.Red * percent / 100), (byte)(colour.Green * percent / 100), (byte)(colour.Blue * percent / 100));
}
