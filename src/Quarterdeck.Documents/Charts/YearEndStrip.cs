using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Charts;

/// <summary>
/// Where a year may end, on a scale of its own and apart from every result: a dashed outline from end to end, a hollow ring at what is expected, and
/// lines at target and floor.
/// </summary>
/// <param name="Expected">The figure expected.</param>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
/// <param name="Levels">Target and floor, each with its words, in the order they are drawn; those of a floor are dashed.</param>
/// <param name="Unit">Of the scale.</param>
public sealed record YearEndStrip(
    ChartFigure Expected, ChartFigure Low, ChartFigure High, IReadOnlyList<(ChartFigure Figure, string Words, bool IsFloor)> Levels, ChartUnit Unit)
{
    private const double Size = 14;
    private const double Height = 148;
    private const double Top = 68;
    private const double Foot = 88;
    private const double AxisAt = 122;
    private const double Margin = 18;

    public const double Wide = 520;

    public const double Narrow = 288;

    public Scene Lay(double width)
    {
        var axis = ValueAxis.Over([Expected.Value, Low.Value, High.Value, .. Levels.Select(level => level.Figure.Value)], Unit);
        double X(ChartFigure figure) => Margin + (axis.Share(figure.Value) * (width - (2 * Margin)));
        var items = new List<SceneItem> { Line(SceneRole.Axis, BandedInk.Axis, 1, [], (Margin, AxisAt), (width - Margin, AxisAt)) };
        var ticks = width < Wide ? axis.Ticks.Where((_, place) => place % 2 == 0) : axis.Ticks;
        items.AddRange(ticks.Select(tick =>
            Words(SceneRole.AxisLabel, axis.Label(tick, Unit), Margin + (axis.Share(tick) * (width - (2 * Margin))), AxisAt + 18, width, BandedInk.Quiet)));
        foreach (var (place, (figure, words, isFloor)) in Levels.Index())
        {
            var (role, ink, label) = (isFloor ? SceneRole.Floor : SceneRole.Target, isFloor ? BandedInk.Floor : BandedInk.Target, 14 + (place * 18));
            items.Add(Line(role, ink, 2.5, isFloor ? [5, 4] : [], (X(figure), label + 5), (X(figure), AxisAt)));
            items.Add(Words(SceneRole.LineLabel, $"{words} {figure.Displayed}", X(figure), label, width, ink));
        }

        var (from, to) = (X(Low), Math.Max(X(High), X(Low) + 1));
        items.Add(Line(SceneRole.Forecast, BandedInk.Line, 1.5, [4, 3], (from, Top), (to, Top), (to, Foot), (from, Foot), (from, Top)));
        items.Add(new SceneMarker(SceneRole.Forecast, new Spot(X(Expected), (Top + Foot) / 2), MarkShape.Ring, 6, Colour.Parse("#ffffff")));
        items.Add(Words(SceneRole.ValueLabel, $"Forecast {Expected.Displayed}", X(Expected), Top - 8, width, BandedInk.Text));
        items.Add(Words(SceneRole.ValueLabel, $"{Low.Displayed} to {High.Displayed}", (from + to) / 2, Foot + 17, width, BandedInk.Text));
        return new Scene(width, Height, items);
    }

    /// <summary>As near to its place as the edges allow.</summary>
    private static SceneText Words(SceneRole role, string words, double at, double baseline, double width, Colour ink)
    {
        var half = TextWidth.Of(words, Size, false) / 2;
        var middle = Math.Clamp(at, Math.Min(half, width / 2), Math.Max(width - half, width / 2));
        return new SceneText(role, words, new Spot(middle, baseline), TextAnchor.Middle, Size, false, ink, true);
    }

    private static SceneLine Line(SceneRole role, Colour ink, double thickness, double[] dashes, params (double X, double Y)[] spots) =>
        new(role, [.. spots.Select(spot => new Spot(spot.X, spot.Y))], ink, thickness, dashes);
}
