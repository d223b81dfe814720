using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Png;

/// <summary>Draws a scene into a picture as <see cref="SvgWriter"/> describes it: the same edges, dashes, corners and halos.</summary>
internal sealed class ScenePicture
{
    private readonly double _scale;
    private readonly Raster _raster;

    private ScenePicture(Scene scene, int scale)
    {
        _scale = scale;
        _raster = new Raster((int)Math.Ceiling(scene.Width * scale), (int)Math.Ceiling(scene.Height * scale));
    }

    /// <param name="scene">What to draw.</param>
    /// <param name="scale">Pixels to a unit.</param>
    public static Raster Of(Scene scene, int scale)
    {
        var picture = new ScenePicture(scene, scale);
        foreach (var item in scene.Items)
        {
            picture.Draw(item);
        }

        return picture._raster;
    }

    private void Draw(SceneItem item)
    {
        switch (item)
        {
            case SceneArea area:
                _raster.Fill([Scaled(area.Outline)], area.Fill);
                break;
            case SceneLine line:
                var dashes = line.Dashes.Select(length => length * _scale).ToList();
                _raster.Fill(Stroke.Line(Scaled(line.Spots), line.Thickness * _scale, dashes, SvgWriter.IsRound(line)), line.Stroke);
                break;
            case SceneMarker marker:
                Draw(marker);
                break;
            case SceneText text:
                Draw(text);
                break;
        }
    }

    private void Draw(SceneMarker marker)
    {
        var corners = MarkOutline.Of(marker.Shape);
        var (middle, radius) = (Scaled(marker.At), marker.Radius * _scale);
        IReadOnlyList<Spot> outline = corners.Count == 0
            ? Curves.Disc(middle, radius)
            : [.. corners.Select(corner => new Spot(middle.X + (corner.X * radius), middle.Y + (corner.Y * radius)))];
        _raster.Fill([outline], marker.Fill);
        _raster.Fill(Stroke.Edge(outline, SvgWriter.EdgeOf(marker.Shape) * _scale, round: false), Ink.Edge);
    }

    private void Draw(SceneText text)
    {
        var size = text.Size * _scale;
        var width = Glyphs.Width(text.Words, text.Bold) * size;
        var at = Scaled(text.At);
        var start = text.Anchor switch
        {
            TextAnchor.Start => at,
            TextAnchor.Middle => at with { X = at.X - (width / 2) },
            TextAnchor.End => at with { X = at.X - width },
        };
        var outlines = Glyphs.Outlines(text.Words, text.Bold, size, start);
        if (text.Halo)
        {
            _raster.Fill([.. outlines.SelectMany(outline => Stroke.Edge(outline, SvgWriter.HaloWidth * _scale, round: true))], Colour.White);
        }

        _raster.Fill(outlines, text.Ink);
    }

    private Spot Scaled(Spot spot) => new(spot.X * _scale, spot.Y * _scale);

    private Spot[] Scaled(IReadOnlyList<Spot> spots) => [.. spots.Select(Scaled)];
}
