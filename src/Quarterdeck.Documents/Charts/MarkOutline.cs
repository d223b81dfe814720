using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Charts;

/// <summary>The corners of a marker in a circle of radius 1; constants, so that every machine draws the same.</summary>
public static class MarkOutline
{
    private static readonly Spot[] Diamond = [new(0, -1), new(1, 0), new(0, 1), new(-1, 0)];
    private static readonly Spot[] Square = [new(-0.8, -0.8), new(0.8, -0.8), new(0.8, 0.8), new(-0.8, 0.8)];
    private static readonly Spot[] Triangle = [new(0, -1), new(0.95, 0.75), new(-0.95, 0.75)];

    private static readonly Spot[] Pentagon =
        [new(0, -1), new(0.951, -0.309), new(0.588, 0.809), new(-0.588, 0.809), new(-0.951, -0.309)];

    private static readonly Spot[] Star =
    [
        new(0, -1), new(0.235, -0.324), new(0.951, -0.309), new(0.38, 0.124), new(0.588, 0.809),
        new(0, 0.4), new(-0.588, 0.809), new(-0.38, 0.124), new(-0.951, -0.309), new(-0.235, -0.324),
    ];

    /// <summary>The corners in order; none for a circle or a ring.</summary>
    public static IReadOnlyList<Spot> Of(MarkShape shape) => shape switch
    {
        MarkShape.Circle or MarkShape.Ring => [],
        MarkShape.Diamond => Diamond,
        MarkShape.Square => Square,
        MarkShape.Triangle => Triangle,
        MarkShape.Star => Star,
        MarkShape.Pentagon => Pentagon,
    };

    /// <summary>How much of its circle a shape fills, as the share of the radius that makes shapes look equally large.</summary>
    public static double Radius(MarkShape shape, double size) => shape is MarkShape.Circle or MarkShape.Ring ? size * 0.85 : size;
}
