using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Tests.Png;
using Quarterdeck.Documents.Tests.Tree;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Tests.Charts;

public sealed class StackedCountsTests
{
    private static readonly RatingMark[] Bands =
    [
        .. Counts.Bands, new("Not rated", MarkShape.Ring, Colour.Parse("#505a5f")), new("Star", MarkShape.Star, Colour.Parse("#ffdd00")),
        new("On hold, until the review reports", MarkShape.Pentagon, Colour.Parse("#ffffff")), new("Seventh", MarkShape.Triangle, Colour.Parse("#000000")),
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nothing_is_drawn_outside_the_chart_and_no_words_meet_words_or_marks(int seed)
    {
        var scene = Random(seed).Lay();
        foreach (var item in scene.Items)
        {
            var inside = item switch
            {
                SceneText text => scene.Bounds.Contains(text.Bounds),
                SceneMarker marker => scene.Bounds.Contains(marker.Bounds),
                SceneLine line => line.Spots.All(scene.Bounds.Contains),
                SceneArea area => area.Outline.All(scene.Bounds.Contains),
                _ => false,
            };
            Assert.True(inside, $"{item} {scene.Bounds}");
        }

        var texts = scene.Items.OfType<SceneText>().ToList();
        for (var one = 0; one < texts.Count; one++)
        {
            Assert.DoesNotContain(texts.Skip(one + 1), other => other.Bounds.Overlaps(texts[one].Bounds));
            Assert.DoesNotContain(scene.Items.OfType<SceneMarker>(), marker => marker.Bounds.Overlaps(texts[one].Bounds));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_line_crosses_a_number_a_name_or_a_mark_of_a_bar(int seed)
    {
        var scene = Random(seed).Lay();
        var words = scene.Items.OfType<SceneText>()
            .Select(text => text.Bounds)
            .Concat(scene.Items.OfType<SceneMarker>().Select(marker => marker.Bounds))
            .ToList();
        foreach (var line in scene.Items.OfType<SceneLine>())
        {
            for (var index = 1; index < line.Spots.Count; index++)
            {
                Assert.DoesNotContain(words, box => box.IsCrossedBy(line.Spots[index - 1], line.Spots[index]));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_count_is_printed_beside_its_mark_and_every_part_is_as_long_as_its_count(int seed)
    {
        var chart = Random(seed);
        var scene = chart.Lay();
        var counts = chart.Rows.Where(row => row.Absent is null).SelectMany(row => row.Counts.Where(count => count > 0)).ToList();
        Assert.Equal(counts.Order(), scene.Items.OfType<SceneText>()
            .Where(text => text is { Role: SceneRole.ValueLabel, Anchor: TextAnchor.Start } && char.IsAsciiDigit(text.Words[0]))
            .Select(text => int.Parse(text.Words, System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture))
            .Order());
        var parts = scene.Items.OfType<SceneArea>().Where(area => area.Role == SceneRole.Part).ToList();
        Assert.Equal(counts.Count, parts.Count);
        var unit = parts.Count == 0 ? 0 : (parts[0].Outline[1].X - parts[0].Outline[0].X) / counts[0];
        Assert.All(parts.Zip(counts), each => Assert.Equal(each.Second * unit, each.First.Outline[1].X - each.First.Outline[0].X, 1e-6));
    }

    [Fact]
    public void Every_band_has_a_pattern_of_its_own_and_words_for_it()
    {
        var chart = Counts.ByArea();
        Assert.Equal(chart.Bands.Count, chart.Bands.Select((_, band) => StackedCounts.HatchOf(band)).Distinct().Count());
        var legend = chart.Lay().Items.OfType<SceneText>().Where(text => text.Role == SceneRole.Legend).Select(text => text.Words);
        Assert.Equal(chart.Bands.Select(band => band.Label), legend);
    }

    [Theory]
    [InlineData("#00703c")]
    [InlineData("#ffbf47")]
    [InlineData("#b10e1e")]
    [InlineData("#ffffff")]
    [InlineData("#000000")]
    [InlineData("#ffdd00")]
    public void Words_and_pattern_stand_out_from_any_colour(string colour)
    {
        var band = new RatingMark("Band", MarkShape.Square, Colour.Parse(colour));
        Assert.True(Ink.Text.ContrastWith(CountsLegend.Fill(band)) >= 4.5);
        Assert.True(CountsLegend.Line(band).ContrastWith(CountsLegend.Fill(band)) >= 3);
        Assert.True(Ink.Edge.ContrastWith(CountsLegend.Fill(band)) >= 3);
    }

    [Fact]
    public void The_counts_are_said_in_words()
    {
        CountRow[] rows = [new("Q1", [1014, 3, 0]), CountRow.Without("Q2", "Not yet reported"), new("Q3", [0, 0, 0])];
        Assert.Equal(
            "Q1: 1,014 Green, 3 Amber and no Red, of 1,017 indicators. Q2: Not yet reported. Q3: no indicators.",
            StackedCounts.Describe(Counts.Bands, rows));
        Assert.Equal("There are no milestones to count.", StackedCounts.Describe(Counts.Bands, [], "milestones"));
    }

    [Fact]
    public void The_same_counts_are_a_table_with_totals()
    {
        var table = Counts.ByPeriod().Figures();
        Assert.Equal(["Period", "Green", "Amber", "Red", "Total"], table.Columns.Select(column => column.Label));
        Assert.Equal(["Q1 2025/26", "20", "7", "9", "36"], table.Rows[0].Cells.Select(cell => cell.Plain));
        Assert.Equal(["Q4 2025/26", "-", "-", "-", "Not yet reported"], table.Rows[3].Cells.Select(cell => cell.Plain));
    }

    [Fact]
    public void A_count_below_nought_or_a_row_that_misses_a_band_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new CountRow("Q1", [1, -1]));
        Assert.Throws<ArgumentException>(() => new StackedCounts(Anchor.Of("counts", "x"), "T", "D", Counts.Bands, [new CountRow("Q1", [1, 2])]));
    }

    [Fact]
    public void The_picture_has_each_mark_where_the_scene_says()
    {
        foreach (var chart in new[] { Counts.ByPeriod(), Counts.ByArea() })
        {
            var picture = new PngFile(PngWriterTests.Kept(chart));
            Assert.All(chart.Lay().Items.OfType<SceneMarker>(), mark => Assert.Equal(mark.Fill, picture[(int)(mark.At.X * 2), (int)(mark.At.Y * 2)]));
        }
    }

    private static StackedCounts Random(int seed)
    {
        var random = new Random(seed);
        var bands = Bands.Take(random.Next(1, Bands.Length + 1)).ToList();
        var most = (int)Math.Pow(10, random.Next(1, 7));
        var rows = Enumerable.Range(0, random.Next(0, 9)).Select(row => random.Next(7) == 0
            ? CountRow.Without($"Row {row}", "Not reported this year")
            : new CountRow(
                random.Next(4) == 0 ? $"Row {row} {new string('w', 40)}" : $"Row {row}",
                [.. bands.Select(_ => random.Next(4) == 0 ? 0 : random.Next(3) == 0 ? random.Next(3) : random.Next(most))])).ToList();
        return new StackedCounts(Anchor.Of("counts", "x"), "T", StackedCounts.Describe(bands, rows), bands, rows);
    }
}
