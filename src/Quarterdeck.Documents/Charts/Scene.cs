using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Charts;

/// <summary>A chart laid out: where every line, marker and word goes. Every format draws the same scene, in the order given.</summary>
/// <param name="Width">In units; one unit is a CSS pixel at full size.</param>
/// <param name="Height">In units.</param>
/// <param name="Items">What is drawn, back to front.</param>
public sealed record Scene(double Width, double Height, IReadOnlyList<SceneItem> Items)
{
    public Box Bounds => new(0, 0, Width, Height);
}

/// <summary>What a drawn thing stands for.</summary>
public enum SceneRole
{
    Grid,
    Axis,
    AxisLabel,
    Range,
    Target,
    Floor,
    Comparator,
    Value,
    Forecast,
    ValueLabel,
    LineLabel,
    Legend,

    /// <summary>What chance alone explains.</summary>
    Usual,

    /// <summary>The mark between values that cannot be compared.</summary>
    Break,

    /// <summary>A part of a bar: its fill, its hatch and its edge.</summary>
    Part,
}

/// <summary>Something drawn: <see cref="SceneArea"/>, <see cref="SceneLine"/>, <see cref="SceneMarker"/> or <see cref="SceneText"/>.</summary>
/// <param name="Role">What it stands for.</param>
public abstract record SceneItem(SceneRole Role);

/// <summary>A filled outline.</summary>
public sealed record SceneArea(SceneRole Role, IReadOnlyList<Spot> Outline, Colour Fill) : SceneItem(Role);

/// <summary>A line through its spots, at least two.</summary>
/// <param name="Role">What it stands for.</param>
/// <param name="Spots">In order.</param>
/// <param name="Stroke">Its colour.</param>
/// <param name="Thickness">In units.</param>
/// <param name="Dashes">Lengths drawn and left out, in turn; empty: solid.</param>
public sealed record SceneLine(SceneRole Role, IReadOnlyList<Spot> Spots, Colour Stroke, double Thickness, IReadOnlyList<double> Dashes)
    : SceneItem(Role);

/// <summary>A marker with a dark edge, which keeps pale colours visible.</summary>
/// <param name="Role">What it stands for.</param>
/// <param name="At">Its centre.</param>
/// <param name="Shape">Its shape; a ring is hollow.</param>
/// <param name="Radius">From its centre to its outermost edge.</param>
/// <param name="Fill">Its colour; white for a ring.</param>
public sealed record SceneMarker(SceneRole Role, Spot At, MarkShape Shape, double Radius, Colour Fill) : SceneItem(Role)
{
    public Box Bounds => new(At.X - Radius, At.Y - Radius, At.X + Radius, At.Y + Radius);
}

public enum TextAnchor
{
    Start,
    Middle,
    End,
}

/// <summary>Words on one line.</summary>
/// <param name="Role">What they label.</param>
/// <param name="Words">Not yet encoded.</param>
/// <param name="At">On the baseline, at the anchor.</param>
/// <param name="Anchor">Which part of the words stands at the spot.</param>
/// <param name="Size">Height of the type, in units.</param>
/// <param name="Bold">Heavy type.</param>
/// <param name="Ink">Its colour.</param>
/// <param name="Halo">Has a white edge, to be read over grid lines.</param>
public sealed record SceneText(SceneRole Role, string Words, Spot At, TextAnchor Anchor, double Size, bool Bold, Colour Ink, bool Halo)
    : SceneItem(Role)
{
    /// <summary>The room the words take in the widest of the common fonts.</summary>
    public Box Bounds
    {
        get
        {
            var width = TextWidth.Of(Words, Size, Bold);
            var left = Anchor switch
            {
                TextAnchor.Start => At.X,
                TextAnchor.Middle => At.X - (width / 2),
                TextAnchor.End => At.X - width,
            };
            return new Box(left, At.Y - (Size * 0.8), left + width, At.Y + (Size * 0.24));
        }
    }
}
