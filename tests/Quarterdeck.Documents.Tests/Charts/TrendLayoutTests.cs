using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Tests.Tree;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Tests.Charts;

public sealed class TrendLayoutTests
{
    private static readonly RatingMark?[] Ratings = [Dashboard.Green, Dashboard.Amber, Dashboard.Red, null];

    /// <summary>Forty seeds, each the first of ten, so that a failure names a small batch.</summary>
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 40).Select(batch => batch * 10)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nothing_is_drawn_outside_the_chart(int seed)
    {
        foreach (var chart in Batch(seed))
        {
            var scene = chart.Lay();
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
                Assert.True(inside, $"{item}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_words_stand_on_other_words_or_on_markers(int seed)
    {
        foreach (var chart in Batch(seed))
        {
            var scene = chart.Lay();
            var texts = scene.Items.OfType<SceneText>().ToList();
            for (var one = 0; one < texts.Count; one++)
            {
                for (var other = one + 1; other < texts.Count; other++)
                {
                    Assert.False(texts[one].Bounds.Overlaps(texts[other].Bounds), $"'{texts[one].Words}' stands on '{texts[other].Words}'.");
                }

                Assert.DoesNotContain(scene.Items.OfType<SceneMarker>(), marker => marker.Bounds.Overlaps(texts[one].Bounds));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_value_label_crosses_the_line_of_values(int seed)
    {
        foreach (var chart in Batch(seed))
        {
            var scene = chart.Lay();
            foreach (var label in scene.Items.OfType<SceneText>().Where(text => text.Role == SceneRole.ValueLabel))
            {
                foreach (var line in scene.Items.OfType<SceneLine>().Where(line => line.Role is SceneRole.Value or SceneRole.Forecast))
                {
                    Assert.DoesNotContain(Along(line), spot => label.Bounds.Contains(spot));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_gap_breaks_the_line_and_every_value_has_its_marker(int seed)
    {
        foreach (var chart in Batch(seed))
        {
            var scene = chart.Lay();
            Assert.Equal(
                chart.Points.Count(point => point.Value is not null),
                scene.Items.OfType<SceneMarker>().Count(marker => marker.Role is SceneRole.Value or SceneRole.Forecast));
            var joints = scene.Items.OfType<SceneLine>().Where(line => line.Role is SceneRole.Value or SceneRole.Forecast).Sum(line => line.Spots.Count - 1);
            Assert.Equal(chart.Points.Zip(chart.Points.Skip(1)).Count(pair => pair.First.Value is not null && pair.Second.Value is not null), joints);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_last_period_is_named_and_so_is_the_end_of_each_line(int seed)
    {
        foreach (var chart in Batch(seed))
        {
            var texts = chart.Lay().Items.OfType<SceneText>().ToList();
            if (chart.Points.Count > 0)
            {
                Assert.Contains(texts, text => text.Role == SceneRole.AxisLabel && text.Words == chart.Points[^1].Label);
            }

            Assert.Equal(chart.Points.Any(point => point.Target is not null), texts.Any(text => text.Role == SceneRole.LineLabel && text.Ink == Ink.Target));
            Assert.Equal(chart.Points.Any(point => point.Floor is not null), texts.Any(text => text.Role == SceneRole.LineLabel && text.Ink == Ink.Floor));
        }
    }

    [Fact]
    public void Target_and_floor_are_named_with_their_figures()
    {
        var words = Trends.Of("FN11").Lay().Items.OfType<SceneText>().Where(text => text.Role == SceneRole.LineLabel).Select(text => text.Words);
        Assert.Equal(["Target 90%", "Floor 85%"], words);
    }

    [Fact]
    public void A_line_that_ends_early_says_when()
    {
        var words = Trends.Of("GL02").Lay().Items.OfType<SceneText>().Where(text => text.Role == SceneRole.LineLabel).Select(text => text.Words);
        Assert.Equal(["Target 92%", "Floor 90%", "England 87%, Dec 25"], words);
    }

    [Fact]
    public void Every_line_differs_in_more_than_colour()
    {
        var lines = Trends.Of("GL02").Lay().Items.OfType<SceneLine>()
            .Where(line => line.Role is SceneRole.Value or SceneRole.Target or SceneRole.Floor or SceneRole.Comparator)
            .GroupBy(line => string.Join(' ', line.Dashes)).Select(same => same.Select(line => line.Role).Distinct());
        Assert.All(lines, roles => Assert.Single(roles));
    }

    [Fact]
    public void The_legend_says_what_each_marker_means()
    {
        var words = Trends.Of("GL02").Lay().Items.OfType<SceneText>().Where(text => text.Role == SceneRole.Legend).Select(text => text.Words);
        Assert.Equal(["Amber", "Red", "The axis does not start at zero."], words);
        words = Trends.Of("CS14").Lay().Items.OfType<SceneText>().Where(text => text.Role == SceneRole.Legend).Select(text => text.Words);
        Assert.Equal(["Result", "Forecast", "Expected range", "The axis does not start at zero."], words);
    }

    [Fact]
    public void A_trend_without_results_says_so()
    {
        var chart = new TrendChart(Anchor.Of("trend", "X"), "T", "D", new ChartUnit(), [new TrendPoint("Apr 25", null, "n/a")]);
        Assert.Contains(chart.Lay().Items.OfType<SceneText>(), text => text.Words == "No results to show");
    }

    [Theory]
    [InlineData("", new[] { "8200", "10900" }, new[] { "8,000", "9,000", "10,000", "11,000" })]
    [InlineData("%", new[] { "85", "100" }, new[] { "80%", "85%", "90%", "95%", "100%" })]
    [InlineData("%", new[] { "0", "3" }, new[] { "0%", "1%", "2%", "3%", "4%" })]
    [InlineData("", new[] { "5", "5" }, new[] { "4", "5", "6" })]
    [InlineData("", new[] { "0", "0" }, new[] { "0", "1" })]
    [InlineData("", new[] { "-3", "2" }, new[] { "-4", "-2", "0", "2", "4" })]
    [InlineData("", new[] { "1.25", "1.75" }, new[] { "1.2", "1.4", "1.6", "1.8" })]
    [InlineData("%", new[] { "80", "89" }, new[] { "75%", "80%", "85%", "90%" })]
    [InlineData("", new[] { "505", "595" }, new[] { "500", "525", "550", "575", "600" })]
    [InlineData("%", new[] { "98.5", "101.2" }, new[] { "98%", "99%", "100%", "101%", "102%" })]
    public void Ticks_are_round(string suffix, string[] values, string[] ticks)
    {
        var points = values.Select(value => new TrendPoint("P" + value, decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), ""));
        var scene = new TrendChart(Anchor.Of("trend", "X"), "T", "D", new ChartUnit(Suffix: suffix), [.. points]).Lay();
        Assert.Equal(
            ticks,
            scene.Items.OfType<SceneText>().Where(text => text.Role == SceneRole.AxisLabel && text.Anchor == TextAnchor.End).Select(text => text.Words));
    }

    private static IEnumerable<Spot> Along(SceneLine line)
    {
        for (var index = 1; index < line.Spots.Count; index++)
        {
            var (from, to) = (line.Spots[index - 1], line.Spots[index]);
            for (var step = 0; step <= 200; step++)
            {
                yield return new Spot(from.X + ((to.X - from.X) * step / 200), from.Y + ((to.Y - from.Y) * step / 200));
            }
        }
    }

    private static IEnumerable<TrendChart> Batch(int first) => Enumerable.Range(first, 10).Select(RandomTrend);

    private static TrendChart RandomTrend(int seed)
    {
        var random = new Random(seed);
        var size = (decimal)Math.Pow(10, random.Next(-4, 10));
        var places = random.Next(0, 4);
        var (gaps, level, target, floor, range, comparator) =
            (random.NextDouble() * 0.5, random.Next(-1, 3), random.Next(2) == 0, random.Next(2) == 0, random.Next(3) == 0, random.Next(4) == 0);
        if (random.Next(12) == 0)
        {
            gaps = 1;
        }

        var count = random.Next(8) == 0 ? random.Next(0, 3) : random.Next(1, 41);
        var forecast = random.Next(3) == 0 ? random.Next(1, 4) : 0;
        var flat = random.Next(8) == 0;
        var words = new string('w', random.Next(1, 40));
        var points = new List<TrendPoint>();
        for (var index = 0; index < count; index++)
        {
            var value = random.NextDouble() < gaps ? (decimal?)null : Figure(flat ? 0.5 : random.NextDouble());
            points.Add(new TrendPoint(random.Next(30) == 0 ? $"Academic year 2011/12 {words}" : $"P {index}", value, value is null ? "n/a" : Words(value.Value))
            {
                Rating = Ratings[random.Next(4)],
                Target = target && random.Next(6) > 0 ? Of(0.8) : null,
                Floor = floor && random.Next(6) > 0 ? Of(random.Next(2) == 0 ? 0.8 : 0.7) : null,
                Lower = range && random.Next(5) > 0 ? Figure(0.3) : null,
                Upper = range && random.Next(5) > 0 ? Figure(0.6) : null,
                Comparator = comparator && random.Next(3) > 0 ? Of(random.NextDouble()) : null,
                Forecast = index >= count - forecast,
            });
        }

        return new TrendChart(
            Anchor.Of("trend", "X"),
            "Title",
            "Words",
            new ChartUnit(random.Next(3) == 0 ? "£" : "", random.Next(3) == 0 ? "%" : "", random.Next(2) == 0 ? words : null),
            points)
        { ComparatorWord = words };

        decimal Figure(double share) => Math.Round(((decimal)share + level) * size, places);
        ChartFigure Of(double share) => new(Figure(share), Words(Figure(share)));
        string Words(decimal value) =>
            value.ToString("N" + places.ToString(System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);
    }
}
