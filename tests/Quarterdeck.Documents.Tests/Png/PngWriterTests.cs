using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Fonts;
using Quarterdeck.Documents.Png;
using Quarterdeck.Documents.Tests.Tree;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Tests.Png;

public sealed class PngWriterTests
{
    [Fact]
    public void A_chart_is_a_sound_file_that_says_what_it_shows()
    {
        var chart = Trends.Of("FN11") with { Title = "Assessments \u2013 within 15 days" };
        var picture = new PngFile(Kept(chart));
        var scene = chart.Lay();
        Assert.Equal(["IHDR", "sRGB", "pHYs", "iTXt", "iTXt", "IDAT", "IEND"], picture.Chunks);
        Assert.Equal((Math.Ceiling(scene.Width * 2), Math.Ceiling(scene.Height * 2)), (picture.Width, picture.Height));
        Assert.Equal(7559, picture.PixelsPerMetre);
        Assert.Equal(chart.Title, picture.Words["Title"]);
        Assert.Equal(chart.Description, picture.Words["Description"]);
    }

    [Theory]
    [InlineData("FN11")]
    [InlineData("GL02")]
    [InlineData("CS14")]
    public void The_same_chart_gives_the_same_bytes(string reference) =>
        Assert.Equal(Kept(Trends.Of(reference)), PngWriter.Write(Trends.Of(reference)));

    [Theory]
    [InlineData("FN11", 1)]
    [InlineData("FN11", 2)]
    [InlineData("GL02", 3)]
    public void Each_rating_mark_stands_where_the_scene_says(string reference, int scale)
    {
        var picture = new PngFile(PngWriter.Write(Trends.Of(reference), scale));
        var marks = Trends.Of(reference).Lay().Items.OfType<SceneMarker>().ToList();
        Assert.NotEmpty(marks);
        Assert.All(marks, mark => Assert.Equal(mark.Fill, picture[(int)(mark.At.X * scale), (int)(mark.At.Y * scale)]));
    }

    [Theory]
    [InlineData(MarkShape.Circle)]
    [InlineData(MarkShape.Diamond)]
    [InlineData(MarkShape.Square)]
    [InlineData(MarkShape.Triangle)]
    [InlineData(MarkShape.Star)]
    [InlineData(MarkShape.Pentagon)]
    [InlineData(MarkShape.Ring)]
    public void Every_shape_keeps_to_its_radius_and_has_a_dark_edge(MarkShape shape)
    {
        var mark = new SceneMarker(SceneRole.Legend, new Spot(20, 20), shape, 10, Colour.White);
        var picture = Of(mark);
        var inked = picture.Inked()!.Value;
        var room = mark.Bounds.Grown(2.5);
        Assert.True(new Box(room.Left * 2, room.Top * 2, room.Right * 2, room.Bottom * 2).Contains(inked), $"{inked}");
        Assert.InRange(inked.Width, 30, 48);
        Assert.Contains(Enumerable.Range(0, picture.Width), x => picture[x, 40] == Ink.Edge);
    }

    [Theory]
    [InlineData("Target 92%", TextAnchor.Start, false)]
    [InlineData("Target 92%", TextAnchor.Middle, true)]
    [InlineData("England 87%, Dec 25", TextAnchor.End, true)]
    [InlineData("£1,014.5m", TextAnchor.Middle, false)]
    [InlineData("Cr\u00e8che \u25c6", TextAnchor.Start, false)]
    public void Words_keep_inside_their_box_to_the_pixel(string words, TextAnchor anchor, bool bold)
    {
        var text = new SceneText(SceneRole.ValueLabel, words, new Spot(150, 30), anchor, 14, bold, Ink.Text, false);
        var inked = Of(text).Inked()!.Value;
        var box = text.Bounds;
        Assert.True(new Box(box.Left * 2, box.Top * 2, box.Right * 2, box.Bottom * 2).Grown(1).Contains(inked), $"{inked} {box}");
        Assert.InRange(inked.Width, box.Width, box.Width * 2);
    }

    [Fact]
    public void A_halo_is_white_over_what_lies_behind_and_the_words_keep_their_ink()
    {
        var behind = new SceneArea(SceneRole.Range, [new(0, 0), new(300, 0), new(300, 60), new(0, 60)], Ink.Value);
        var text = new SceneText(SceneRole.ValueLabel, "l", new Spot(150, 40), TextAnchor.Middle, 30, true, Ink.Text, true);
        var picture = Of(behind, text);
        var row = Enumerable.Range(0, picture.Width).Select(x => picture[x, 60]).ToList();
        var first = row.IndexOf(Colour.White);
        Assert.InRange(row.Count(colour => colour == Colour.White), 4, 10);
        Assert.Contains(Ink.Text, row[first..(first + 20)]);
        Assert.Equal(Ink.Value, row[first - 3]);
    }

    [Fact]
    public void A_letter_with_an_accent_is_the_letter_and_the_accent()
    {
        var font = EmbeddedFonts.Text(FontStyle.Regular);
        var (plain, accented) = (GlyphOutline.Of(font, font.Glyph(new('e'))), GlyphOutline.Of(font, font.Glyph(new('\u00e9'))));
        Assert.Equal(plain.Count + 1, accented.Count);
    }

    [Fact]
    public void A_glyph_made_of_others_has_their_contours()
    {
        var fonts = new[] { EmbeddedFonts.Text(FontStyle.Regular), EmbeddedFonts.Text(FontStyle.Bold), EmbeddedFonts.Symbols };
        var made = fonts.SelectMany(font => Enumerable.Range(0, font.GlyphCount)
            .Where(glyph => font.Outline(glyph) is { Length: > 10 } outline && FontTables.I16(outline, 0) < 0)
            .Select(glyph => (font, glyph))).ToList();
        Assert.NotEmpty(made);
        Assert.All(made, each =>
        {
            var outline = each.font.Outline(each.glyph);
            var points = GlyphOutline.Of(each.font, each.glyph).SelectMany(contour => contour).ToList();
            Assert.InRange(points.Where(point => point.OnCurve).Min(point => point.At.X), FontTables.I16(outline, 2) - 1.0, FontTables.I16(outline, 6));
            Assert.InRange(points.Where(point => point.OnCurve).Max(point => point.At.Y), FontTables.I16(outline, 4), FontTables.I16(outline, 8) + 1.0);
        });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public void A_scale_that_is_no_use_is_refused(int scale) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PngWriter.Write(Trends.Of("FN11"), scale));

    [Fact]
    public void A_damaged_file_does_not_pass_the_reader()
    {
        var file = PngWriter.Write(Trends.Of("FN11"));
        file[file.Length / 2] ^= 1;
        Assert.Throws<InvalidDataException>(() => new PngFile(file));
    }

    /// <summary>A chart as a file, kept where QUARTERDECK_KEEP says so that a person can look at it.</summary>
    internal static byte[] Kept(Chart chart)
    {
        var file = PngWriter.Write(chart);
        if (Environment.GetEnvironmentVariable("QUARTERDECK_KEEP") is { } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, chart.Id.Id + ".png"), file);
        }

        return file;
    }

    private static PngFile Of(params SceneItem[] items) => new(PngWriter.Write(new Scene(300, 60, items), "T", "D"));
}
