using Quarterdeck.Application.Reports;
using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Reports;
using Quarterdeck.Documents.Tree;
using Quarterdeck.TestKit;

namespace Quarterdeck.Documents.Tests.Png;

/// <summary>Pictures of charts made from published figures.</summary>
public sealed class SampleChartTests
{
    [Theory]
    [InlineData(Samples.Latest)]
    [InlineData(Samples.First)]
    public void Every_small_chart_prints_its_latest_highest_and_lowest_value(string sample)
    {
        foreach (var trend in Charts(sample).OfType<TrendChart>())
        {
            Assert.True(trend.Small);
            var printed = trend.Lay().Items.OfType<SceneText>().Where(text => text.Role == SceneRole.ValueLabel).Select(text => text.Words).ToList();
            var valued = trend.Points.Where(point => point.Value is not null).ToList();
            Assert.All(
                new[] { valued[^1], valued.MaxBy(point => point.Value)!, valued.MinBy(point => point.Value)! },
                point => Assert.Contains(point.Displayed, printed));
        }
    }

    [Fact]
    public void Every_mark_of_a_published_trend_is_seen_where_the_scene_has_it_and_no_value_label_crosses_its_line()
    {
        var charts = Charts(Samples.Latest);
        Assert.NotEmpty(charts);
        foreach (var chart in charts.Concat(charts.OfType<TrendChart>().Select(trend => Sparkline.Of(trend))))
        {
            var scene = chart.Lay();
            var picture = new PngFile(PngWriterTests.Kept(chart));
            Assert.Equal(chart.Description, picture.Words["Description"]);
            Assert.All(scene.Items.OfType<SceneMarker>(), mark => Assert.Equal(mark.Fill, picture[(int)(mark.At.X * 2), (int)(mark.At.Y * 2)]));
            var labels = scene.Items.OfType<SceneText>().Where(text => text.Role == SceneRole.ValueLabel).Select(text => text.Bounds).ToList();
            Assert.All(
                scene.Items.OfType<SceneLine>()
                    .Where(line => line.Role is SceneRole.Value or SceneRole.Forecast)
                    .SelectMany(line => line.Spots.Zip(line.Spots.Skip(1))),
                side => Assert.DoesNotContain(labels, label => label.IsCrossedBy(side.First, side.Second)));
        }
    }

    private static List<Chart> Charts(string sample)
    {
        var pack = Samples.Read(sample);
        var document = ReportComposer.Compose(ReportBuilder.Build(pack, ReportBuilder.Definitions(pack)[0]));
        return [.. document.AllBlocks().OfType<ChartBlock>().Select(block => block.Chart)];
    }
}
