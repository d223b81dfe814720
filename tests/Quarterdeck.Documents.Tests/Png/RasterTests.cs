using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Png;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Tests.Png;

public sealed class RasterTests
{
    private static readonly Colour Black = new(0, 0, 0);

    [Fact]
    public void A_square_fills_its_pixels_and_no_others()
    {
        var raster = new Raster(8, 8);
        raster.Fill([Square(2, 3, 6, 7)], Ink.Target);
        for (var y = 0; y < 8; y++)
        {
            for (var x = 0; x < 8; x++)
            {
                Assert.Equal(x is >= 2 and < 6 && y is >= 3 and < 7 ? Ink.Target : Colour.White, raster.At(x, y));
            }
        }
    }

    [Theory]
    [InlineData(1.5, 1, 2, 2, 128)]
    [InlineData(1, 1.5, 2, 2, 128)]
    [InlineData(1.25, 1, 2, 2, 64)]
    [InlineData(1, 1, 2, 1.25, 191)]
    [InlineData(1.25, 1.25, 1.75, 1.75, 191)]
    public void A_pixel_takes_as_much_ink_as_is_covered(double left, double top, double right, double bottom, byte paper)
    {
        var raster = new Raster(3, 3);
        raster.Fill([Square(left, top, right, bottom)], Black);
        Assert.Equal(new Colour(paper, paper, paper), raster.At(1, 1));
        Assert.Equal(8, Enumerable.Range(0, 9).Count(at => raster.At(at % 3, at / 3) == Colour.White));
    }

    [Fact]
    public void A_slope_through_a_pixel_is_half_ink()
    {
        var raster = new Raster(2, 2);
        raster.Fill([[new Spot(0, 0), new Spot(2, 2), new Spot(0, 2)]], Black);
        Assert.Equal(128, raster.At(0, 0).Red);
        Assert.Equal(128, raster.At(1, 1).Red);
        Assert.Equal(0, raster.At(0, 1).Red);
        Assert.Equal(255, raster.At(1, 0).Red);
    }

    [Fact]
    public void Overlapping_outlines_are_one_and_an_outline_turned_the_other_way_is_a_hole()
    {
        var raster = new Raster(8, 4);
        raster.Fill([Square(0, 0, 4, 4), Square(2, 0, 6, 4)], Black);
        Assert.Equal([0, 0, 0, 0, 0, 0, 255, 255], Enumerable.Range(0, 8).Select(x => (int)raster.At(x, 1).Red));
        raster = new Raster(8, 4);
        raster.Fill([Square(0, 0, 6, 4), [.. Square(2, 0, 4, 4).Reverse()]], Black);
        Assert.Equal([0, 0, 255, 255, 0, 0, 255, 255], Enumerable.Range(0, 8).Select(x => (int)raster.At(x, 1).Red));
    }

    [Fact]
    public void What_lies_outside_the_picture_is_left_out()
    {
        var raster = new Raster(4, 4);
        raster.Fill([Square(-10, -10, 2, 20), Square(30, 1, 40, 3), Square(1, 30, 2, 40)], Black);
        Assert.Equal([0, 0, 255, 255], Enumerable.Range(0, 4).Select(x => (int)raster.At(x, 3).Red));
    }

    [Fact]
    public void A_line_is_as_thick_as_it_says_and_cut_off_at_its_ends()
    {
        var raster = new Raster(10, 6);
        raster.Fill(Stroke.Line([new Spot(2, 3), new Spot(8, 3)], 2, [], round: false), Black);
        Assert.Equal(
            Enumerable.Range(0, 60).Select(at => at % 10 is >= 2 and < 8 && at / 10 is 2 or 3),
            Enumerable.Range(0, 60).Select(at => raster.At(at % 10, at / 10) == Black));
    }

    [Fact]
    public void Dashes_are_drawn_and_left_out_in_turn_and_run_on_round_a_corner()
    {
        var raster = new Raster(12, 12);
        raster.Fill(Stroke.Line([new Spot(0, 1), new Spot(9, 1), new Spot(9, 12)], 2, [4, 3], round: false), Black);
        Assert.Equal("####...###..", string.Concat(Enumerable.Range(0, 12).Select(x => raster.At(x, 0) == Black ? '#' : '.')));
        Assert.Equal("###...####..", string.Concat(Enumerable.Range(0, 12).Select(y => raster.At(9, y) == Black ? '#' : '.')));
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void A_square_corner_is_mitred_or_round(bool round, bool filled)
    {
        var raster = new Raster(12, 12);
        raster.Fill(Stroke.Line([new Spot(0, 4), new Spot(8, 4), new Spot(8, 12)], 6, [], round), Black);
        Assert.Equal(filled, raster.At(10, 1) == Black);
        Assert.Equal(Black, raster.At(8, 4));
    }

    [Fact]
    public void A_disc_covers_its_area()
    {
        var raster = new Raster(40, 40);
        raster.Fill([Curves.Disc(new Spot(20, 20), 15)], Black);
        var ink = Enumerable.Range(0, 1600).Sum(at => 1 - (raster.At(at % 40, at / 40).Red / 255.0));
        Assert.InRange(ink, Math.PI * 225 * 0.99, Math.PI * 225);
    }

    private static Spot[] Square(double left, double top, double right, double bottom) =>
        [new(left, top), new(right, top), new(right, bottom), new(left, bottom)];
}
