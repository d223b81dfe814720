namespace Quarterdeck.Documents.Charts;

/// <summary>A place in a scene: units from the left and from the top.</summary>
public readonly record struct Spot(double X, double Y);

/// <summary>An upright rectangle in a scene; its edges belong to it.</summary>
public readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    public bool Overlaps(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    public bool Contains(Box other) => other.Left >= Left && other.Right <= Right && other.Top >= Top && other.Bottom <= Bottom;

    public bool Contains(Spot spot) => spot.X >= Left && spot.X <= Right && spot.Y >= Top && spot.Y <= Bottom;

    /// <summary>The same box with this much more on every side.</summary>
    public Box Grown(double by) => new(Left - by, Top - by, Right + by, Bottom + by);

    /// <summary>Whether a straight line from one spot to another passes through the box.</summary>
    public bool IsCrossedBy(Spot from, Spot to) => Part(from, to) is not null;

    /// <summary>
    /// The part of a straight line that lies in the box, as shares of its length; null when none does (Liang and Barsky's clipping).
    /// </summary>
    public (double Enters, double Leaves)? Part(Spot from, Spot to)
    {
        var (enters, leaves) = (0.0, 1.0);
        return Clip(from.X - to.X, from.X - Left, ref enters, ref leaves)
            && Clip(to.X - from.X, Right - from.X, ref enters, ref leaves)
            && Clip(from.Y - to.Y, from.Y - Top, ref enters, ref leaves)
            && Clip(to.Y - from.Y, Bottom - from.Y, ref enters, ref leaves) ? (enters, leaves) : null;
    }

    private static bool Clip(double along, double room, ref double enters, ref double leaves)
    {
        if (along == 0)
        {
            return room >= 0;
        }

        var at = room / along;
        if (along < 0)
        {
            enters = Math.Max(enters, at);
        }
        else
        {
            leaves = Math.Min(leaves, at);
        }

        return enters <= leaves;
    }
}
