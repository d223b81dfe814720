using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Tests.Png;
using Quarterdeck.Documents.Tests.Tree;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Tests.Charts;

public sealed class SparklineTests
{
    [Theory]
    [InlineData("FN11", "Up from 62% in Apr 25 to 85% in Oct 25; highest 89% in Jun 25; lowest 58% in May 25; target 90%.")]
    [InlineData("GL02", "Up from 79% in Apr 25 to 83% in Jan 26; highest 90% in Oct 25; 4 periods without a result; target 92%.")]
    [InlineData("CS14", "Down from 87 in Jun 25 to 65 in Oct 25; highest 114 in Sep 25.")]
    public void A_line_is_said_in_one_sentence(string reference, string said)
    {
        var line = Sparkline.Of(Trends.Of(reference));
        Assert.Equal(said, line.Description);
        Assert.Equal(Trends.Of(reference).Title, line.Title);
    }

    [Theory]
    [InlineData(new int[0], "There are no results to show.")]
    [InlineData(new[] { -1, -1 }, "There is no result from P0 to P1.")]
    [InlineData(new[] { 5 }, "5 in P0.")]
    [InlineData(new[] { 5, -1, 5 }, "Level: from 5 in P0 to 5 in P2; one period without a result.")]
    [InlineData(new[] { 5, 3, 4 }, "Down from 5 in P0 to 4 in P2; lowest 3 in P1.")]
    public void Few_values_are_said_too(int[] values, string said) => Assert.Equal(said, Of(values).Description);

    [Theory]
    [InlineData(new[] { 1, 2, 3 }, 1)]
    [InlineData(new[] { 1, -1, 3 }, 2)]
    [InlineData(new[] { 1, 2, -1, 3, 4, -1 }, 2)]
    [InlineData(new[] { -1, 7, -1 }, 1)]
    [InlineData(new[] { -1 }, 0)]
    [InlineData(new int[0], 0)]
    public void A_gap_breaks_the_line_and_the_last_value_has_the_only_mark(int[] values, int stretches)
    {
        var scene = Of(values).Lay();
        var lines = scene.Items.OfType<SceneLine>().Where(line => line.Role == SceneRole.Value).ToList();
        Assert.Equal(stretches, lines.Count);
        Assert.Equal(Math.Min(1, stretches), scene.Items.OfType<SceneMarker>().Count());
        Assert.All(lines, line => Assert.True(line.Spots[^1].X > line.Spots[0].X));
    }

    [Theory]
    [InlineData("FN11")]
    [InlineData("GL02")]
    [InlineData("CS14")]
    public void Words_cross_no_line_and_nothing_lies_outside(string reference)
    {
        var line = Sparkline.Of(Trends.Of(reference));
        var scene = line.Lay();
        var words = scene.Items.OfType<SceneText>().Single().Bounds;
        Assert.True(scene.Bounds.Contains(words));
        Assert.All(scene.Items.OfType<SceneMarker>(), mark => Assert.True(scene.Bounds.Contains(mark.Bounds) && !mark.Bounds.Overlaps(words)));
        Assert.All(
            scene.Items.OfType<SceneLine>(),
            each => Assert.All(each.Spots.Zip(each.Spots.Skip(1)), side => Assert.False(words.IsCrossedBy(side.First, side.Second))));
        Assert.All(scene.Items.OfType<SceneLine>().SelectMany(each => each.Spots), spot => Assert.True(scene.Bounds.Contains(spot)));
    }

    [Fact]
    public void The_target_is_thinner_than_the_line_and_dashed()
    {
        var lines = Sparkline.Of(Trends.Of("FN11")).Lay().Items.OfType<SceneLine>().ToLookup(line => line.Role);
        var (value, target) = (lines[SceneRole.Value].Single(), lines[SceneRole.Target].Single());
        Assert.True(target.Thickness < value.Thickness);
        Assert.NotEmpty(target.Dashes);
        Assert.Equal(4, target.Spots.Distinct().Count());
    }

    [Fact]
    public void Only_the_last_reported_values_are_shown()
    {
        Assert.Equal(["Oct 25", "Nov 25", "Dec 25", "Jan 26", "Feb 26", "Mar 26"], Sparkline.Of(Trends.Of("GL02"), 6).Points.Select(point => point.Label));
        Assert.DoesNotContain(Sparkline.Of(Trends.Of("CS14")).Points, point => point.Forecast);
        Assert.Throws<ArgumentOutOfRangeException>(() => Sparkline.Of(Trends.Of("CS14"), 0));
    }

    [Fact]
    public void Its_figures_are_a_table()
    {
        var table = Sparkline.Of(Trends.Of("GL02")).Figures();
        Assert.Equal(["Period", "Result", "Target"], table.Columns.Select(column => column.Label));
        Assert.Equal(["Jul 25", "n/a", "92%"], table.Rows[3].Cells.Select(cell => cell.Plain));
    }

    [Fact]
    public void The_picture_has_the_mark_where_the_scene_says()
    {
        foreach (var reference in new[] { "FN11", "GL02", "CS14" })
        {
            var line = Sparkline.Of(Trends.Of(reference));
            var picture = new PngFile(PngWriterTests.Kept(line));
            var mark = line.Lay().Items.OfType<SceneMarker>().Single();
            Assert.Equal(mark.Fill, picture[(int)(mark.At.X * 2), (int)(mark.At.Y * 2)]);
        }
    }

    private static Sparkline Of(int[] values)
    {
        List<TrendPoint> points = [.. values.Select((value, index) =>
            new TrendPoint($"P{index}", value < 0 ? null : value, value < 0 ? "n/a" : value.ToString(System.Globalization.CultureInfo.InvariantCulture)))];
        return new Sparkline(Anchor.Of("spark", "x"), "T", Sparkline.Describe(points), points);
    }
}
