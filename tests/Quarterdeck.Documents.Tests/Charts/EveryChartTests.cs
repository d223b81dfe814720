using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Tests.Tree;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Tests.Charts;

/// <summary>What holds of every chart, whatever it draws.</summary>
public sealed class EveryChartTests
{
    public static TheoryData<string> Names => [.. All.Keys];

    private static Dictionary<string, Chart> All { get; } = new Chart[]
    {
        Trends.Of("FN11"), Trends.Of("GL02"), Trends.Of("CS14"), Counts.ByPeriod(), Counts.ByArea(),
        Sparkline.Of(Trends.Of("FN11")), Sparkline.Of(Trends.Of("GL02")), Sparkline.Of(Trends.Of("CS14")),
    }.ToDictionary(chart => chart.Id.Id);

    [Theory]
    [MemberData(nameof(Names))]
    public void It_has_a_title_a_description_and_its_figures_as_a_table(string name)
    {
        var chart = All[name];
        Assert.NotEmpty(chart.Title);
        Assert.EndsWith(".", chart.Description, StringComparison.Ordinal);
        Assert.NotEmpty(chart.Figures().Rows);
        Assert.NotEqual(chart.Id, chart.Figures().Id);
    }

    [Fact]
    public void A_trend_has_a_column_for_whatever_it_has()
    {
        var table = Trends.Of("CS14").Figures();
        Assert.Equal(["Period", "Result", "Status", "Expected range, lower end", "Expected range, upper end"], table.Columns.Select(column => column.Label));
        Assert.Equal(["Dec 25", "74", "Forecast", "60", "100"], table.Rows[^1].Cells.Select(cell => cell.Plain));
        table = Trends.Of("GL02").Figures();
        Assert.Equal(["Period", "Result", "Rating", "Target", "Floor", "England"], table.Columns.Select(column => column.Label));
        Assert.Equal(["Jul 25", "n/a", "-", "92%", "90%", "87%"], table.Rows[3].Cells.Select(cell => cell.Plain));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_ink_stands_out_from_white(string name)
    {
        var scene = All[name].Lay();
        Assert.All(scene.Items.OfType<SceneText>(), text => Assert.True(text.Ink.ContrastWith(Colour.White) >= 4.5, text.Words));
        Assert.All(
            scene.Items.OfType<SceneLine>().Where(line => line.Role is not (SceneRole.Grid or SceneRole.Part or SceneRole.Legend)),
            line => Assert.True(line.Stroke.ContrastWith(Colour.White) >= 3, $"{line}"));
    }
}
