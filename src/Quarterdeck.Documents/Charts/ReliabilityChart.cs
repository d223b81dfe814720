using System.Globalization;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Charts;

/// <summary>
/// What forecasts said beside what came: each mark says how often the target was met where the chance given was about so much. On the dashed line the two
/// are the same; a larger mark stands for more forecasts.
/// </summary>
/// <param name="Marks">The mean chance given, the share met, both from 0 to 1, and how many forecasts.</param>
public sealed record ReliabilityChart(IReadOnlyList<(double Said, double Came, int Count)> Marks)
{
    private const double Width = 288;
    private const double Height = 268;
    private const double Left = 44;
    private const double Right = 274;
    private const double Top = 22;
    private const double Foot = 214;
    private const double Size = 13;

    public Scene Lay()
    {
        double X(double share) => Left + (share * (Right - Left));
        double Y(double share) => Foot - (share * (Foot - Top));
        var items = new List<SceneItem>();
        foreach (var share in new[] { 0, 0.25, 0.5, 0.75, 1 })
        {
            var words = string.Create(CultureInfo.InvariantCulture, $"{share * 100:0}%");
            items.Add(new SceneLine(SceneRole.Grid, [new Spot(Left, Y(share)), new Spot(Right, Y(share))], BandedInk.Grid, 1, []));
            items.Add(Words(words, Left - 6, Y(share) + 4, TextAnchor.End));
            items.Add(Words(words, X(share), Foot + 17, share == 1 ? TextAnchor.End : TextAnchor.Middle));
        }

        items.Add(new SceneLine(SceneRole.Target, [new Spot(X(0), Y(0)), new Spot(X(1), Y(1))], BandedInk.Quiet, 1.5, [5, 4]));
        var most = Marks.Count == 0 ? 1 : Marks.Max(mark => mark.Count);
        items.AddRange(Marks.Select(mark => new SceneMarker(
            SceneRole.Value, new Spot(X(mark.Said), Y(mark.Came)), MarkShape.Circle, 4 + (8 * Math.Sqrt((double)mark.Count / most)), BandedInk.Line)));
        items.Add(Words("Share that met the target", 2, 12, TextAnchor.Start));
        items.Add(Words("Chance the forecast gave it", (Left + Right) / 2, Foot + 40, TextAnchor.Middle));
        return new Scene(Width, Height, items);
    }

    private static SceneText Words(string words, double x, double y, TextAnchor anchor) =>
        new(SceneRole.AxisLabel, words, new Spot(x, y), anchor, Size, false, BandedInk.Text, false);
}
