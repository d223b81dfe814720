using System.Text.RegularExpressions;
using Quarterdeck.Documents.Tree;
using Quarterdeck.Web.Branding;

namespace Quarterdeck.Web.Tests.Sites;

public sealed partial class SiteColoursTests
{
    [Fact]
    public void The_usual_colours_can_be_read() => Assert.Empty(WebsiteColours.Usual.Faults());

    /// <summary>Whatever is chosen, what is offered in its place does; and what does is not refused.</summary>
    [Fact]
    public void A_refusal_names_a_colour_that_would_do()
    {
        byte[] steps = [0, 51, 102, 153, 204, 255];
        foreach (var colour in from red in steps from green in steps from blue in steps select new Colour(red, green, blue))
        {
            foreach (var (chosen, with) in new (WebsiteColours, Func<Colour, WebsiteColours>)[]
            {
                (WebsiteColours.Usual with { Bar = colour }, other => WebsiteColours.Usual with { Bar = other }),
                (WebsiteColours.Usual with { Link = colour }, other => WebsiteColours.Usual with { Link = other }),
            })
            {
                var faults = chosen.Faults();
                Assert.True(faults.Count > 0 || colour.ContrastWith(Colour.White) >= 4.5, colour.Hex);
                Assert.All(faults, fault => Assert.Empty(with(Colour.Parse(Offered().Match(fault).Groups[1].Value)).Faults()));
            }
        }
    }

    /// <summary>The pack itself refuses colours that are too pale, so its site never is kept from starting.</summary>
    [Fact]
    public void A_colour_the_pack_allows_does_for_the_site_too()
    {
        for (var grey = 0; grey < 256; grey++)
        {
            foreach (var colour in new Colour[]
            {
                new((byte)grey, 0, 0),
                new(0, (byte)grey, 0),
                new(0, 0, (byte)grey),
                new((byte)grey, (byte)grey, (byte)grey),
                new(200, (byte)grey, 0)
            })
            {
                Assert.True(colour.ContrastWith(Colour.White) < 4.5 || (WebsiteColours.Usual with { Bar = colour }).Faults().Count == 0, colour.Hex);
            }
        }
    }

    [GeneratedRegex("would do is (#[0-9a-f]{6})")]
    private static partial Regex Offered();
}
