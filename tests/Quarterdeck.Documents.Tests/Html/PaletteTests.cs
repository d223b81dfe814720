using System.Text.RegularExpressions;
using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Html;
using Quarterdeck.Documents.Tests.Tree;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Tests.Html;

public sealed partial class PaletteTests
{
    [Fact]
    public void Text_stands_out_from_what_it_stands_on() =>
        Assert.All(
            Palette.TextPairs,
            pair => Assert.True(pair.Front.ContrastWith(pair.Back) >= 4.5, $"{pair.Front} on {pair.Back}: {pair.Front.ContrastWith(pair.Back):0.00}"));

    [Fact]
    public void Lines_and_edges_stand_out_from_what_they_cross() =>
        Assert.All(
            Palette.GraphicPairs,
            pair => Assert.True(pair.Front.ContrastWith(pair.Back) >= 3, $"{pair.Front} on {pair.Back}: {pair.Front.ContrastWith(pair.Back):0.00}"));

    [Fact]
    public void Text_and_links_are_readable_on_the_tint_of_any_colour_a_scheme_may_choose()
    {
        for (var red = 0; red <= 255; red += 51)
        {
            for (var green = 0; green <= 255; green += 51)
            {
                for (var blue = 0; blue <= 255; blue += 51)
                {
                    var tint = new Colour((byte)red, (byte)green, (byte)blue).Tint(Palette.TintPercent);
                    Assert.True(Palette.Text.ContrastWith(tint) >= 7, tint.Hex);
                    Assert.True(Palette.Link.ContrastWith(tint) >= 4.5, tint.Hex);
                    Assert.True(Ink.Edge.ContrastWith(tint) >= 3, tint.Hex);
                }
            }
        }
    }

    [Fact]
    public void A_page_uses_no_colour_that_these_tests_do_not_know()
    {
        var known = Palette.TextPairs.Concat(Palette.GraphicPairs).SelectMany(pair => new[] { pair.Front, pair.Back })
            .Concat([Palette.Rule, Ink.Grid])
            .Concat(new[] { Dashboard.Green, Dashboard.Amber, Dashboard.Red, Dashboard.Suspended }.SelectMany(
                mark => new[] { mark.Colour, mark.Colour.Tint(Palette.TintPercent) }))
            .Select(colour => colour.Hex).ToHashSet();
        var used = HexColour().Matches(HtmlWriter.Write(Dashboard.Document)).Select(match => match.Value).Distinct();
        Assert.All(used, colour => Assert.Contains(colour, known));
    }

    [Theory]
    [InlineData("#000000", "#ffffff", 21.0)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#767676", "#ffffff", 4.54)]
    public void Contrast_is_that_of_the_guidelines(string front, string back, double expected) =>
        Assert.Equal(expected, Colour.Parse(front).ContrastWith(Colour.Parse(back)), 0.01);

    [Theory]
    [InlineData("00703c")]
    [InlineData("#00703")]
    [InlineData("#00703g")]
    [InlineData("red;}")]
    public void What_is_no_colour_is_refused(string typed) => Assert.Throws<FormatException>(() => Colour.Parse(typed));

    [GeneratedRegex("#[0-9a-f]{6}\\b")]
    private static partial Regex HexColour();
}
