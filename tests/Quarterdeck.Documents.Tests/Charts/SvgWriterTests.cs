using System.Globalization;
using System.Xml.Linq;
using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Tests.Tree;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Tests.Charts;

public sealed class SvgWriterTests
{
    [Fact]
    public void A_chart_is_well_formed_xml_named_by_its_title_and_description()
    {
        var chart = Trends.Of("FN11") with { Title = "Under <30> days & \"on time\"" };
        var svg = XElement.Parse(SvgWriter.Write(chart));
        Assert.Equal("img", (string?)svg.Attribute("role"));
        Assert.Equal("trend-FN11..title trend-FN11..description", (string?)svg.Attribute("aria-labelledby"));
        Assert.Equal(chart.Title, svg.Elements().First().Value);
        Assert.Equal(chart.Description, svg.Elements().Skip(1).First().Value);
    }

    [Fact]
    public void It_has_no_script_no_style_and_nothing_from_elsewhere()
    {
        var elements = XElement.Parse(SvgWriter.Write(Trends.Of("CS14"))).DescendantsAndSelf().ToList();
        Assert.All(elements, element => Assert.Contains(element.Name.LocalName, new[] { "svg", "title", "desc", "path", "circle", "text" }));
        Assert.DoesNotContain(
            elements.Attributes(),
            attribute => attribute.Name.LocalName is "href" or "style" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
    }

    [Fact]
    public void Numbers_have_at_most_two_decimals_and_a_point()
    {
        var svg = XElement.Parse(SvgWriter.Write(Trends.Of("GL02")));
        foreach (var number in svg.Descendants()
            .Attributes()
            .Where(attribute => attribute.Name.LocalName is "x" or "y" or "cx" or "cy" or "r")
            .Select(attribute => attribute.Value))
        {
            Assert.Matches("^-?[0-9]+([.][0-9]{1,2})?$", number);
        }

        Assert.All(svg.Descendants().Attributes("d"), path => Assert.Matches("^[-ML0-9. Z]+$", path.Value));
    }

    [Fact]
    public void It_is_the_same_in_every_culture()
    {
        var here = SvgWriter.Write(Trends.Of("GL02"));
        var elsewhere = string.Empty;
        var thread = new Thread(() => elsewhere = SvgWriter.Write(Trends.Of("GL02")))
        {
            CurrentCulture = new CultureInfo(string.Empty) { NumberFormat = new NumberFormatInfo { NumberDecimalSeparator = ",", NegativeSign = "minus " } },
        };
        thread.Start();
        thread.Join();
        Assert.Equal(here, elsewhere);
    }

    [Theory]
    [InlineData(MarkShape.Diamond, 4)]
    [InlineData(MarkShape.Square, 4)]
    [InlineData(MarkShape.Triangle, 3)]
    [InlineData(MarkShape.Pentagon, 5)]
    [InlineData(MarkShape.Star, 10)]
    [InlineData(MarkShape.Circle, 0)]
    [InlineData(MarkShape.Ring, 0)]
    public void Every_shape_has_its_corners_within_its_radius(MarkShape shape, int corners)
    {
        var outline = MarkOutline.Of(shape);
        Assert.Equal(corners, outline.Count);
        Assert.All(outline, corner => Assert.InRange((corner.X * corner.X) + (corner.Y * corner.Y), 0, 1.5));
    }
}
