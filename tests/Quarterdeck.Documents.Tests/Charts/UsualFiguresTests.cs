using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Tests.Charts;

/// <summary>What chance alone explains, on a trend of the site.</summary>
public sealed class UsualFiguresTests
{
    private static readonly UsualFigures Before = new(80, new ChartFigure(74, "74%"), new ChartFigure(86, "86%"));
    private static readonly UsualFigures After = new(60, null, new ChartFigure(66, "66%"));

    private static Scene Lay(TrendSize size) => new BandedTrend(new ChartUnit(Suffix: "%"),
    [
        .. Enumerable.Range(0, 24).Select(month => new NamedPoint($"Month {month}", $"M{month}", new TrendPoint($"M{month}", month < 12 ? 80 : 60, "80%")
        {
            Usual = month < 12 ? Before : After,
            IsSignal = month == 23,
        })),
    ]).Lay(size);

    [Fact]
    public void Limits_and_mean_are_drawn_for_each_phase_and_no_line_leads_over()
    {
        var lines = Lay(TrendSize.Wide).Items.OfType<SceneLine>().Where(line => line.Role == SceneRole.Usual).ToList();

        Assert.Equal(5, lines.Count);
        Assert.All(lines, line => Assert.Single(line.Spots.Select(spot => spot.Y).Distinct()));
    }

    [Fact]
    public void The_limits_that_hold_now_are_named_with_their_figures()
    {
        foreach (var size in new[] { TrendSize.Wide, TrendSize.Middle, TrendSize.Narrow })
        {
            var words = Lay(size).Items.OfType<SceneText>().Select(text => text.Words).ToList();

            Assert.Contains("Usual up to 66%", words);
            Assert.DoesNotContain(words, word => word.StartsWith("Usual from", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_sign_of_real_change_has_a_ring_about_it() =>
        Assert.Single(Lay(TrendSize.Wide).Items.OfType<SceneMarker>(), marker => marker is { Role: SceneRole.Usual, Shape: MarkShape.Ring });
}
