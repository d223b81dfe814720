namespace Quarterdeck.Documents.Charts;

/// <summary>How a filled box is told from its neighbours without colour.</summary>
public enum Hatch
{
    None,

    /// <summary>Lines that rise to the right.</summary>
    Rising,

    /// <summary>Lines that rise and lines that fall, crossing.</summary>
    Crossed,

    Upright,
    Level,

    /// <summary>Lines that fall to the right.</summary>
    Falling,
}

/// <summary>The lines of a hatch, cut off at the edge of a box and round the words in it.</summary>
internal static class HatchLines
{
    private const double Apart = 8;

    /// <summary>Lines that cross stand further apart, so that they are no darker than the rest.</summary>
    private const double CrossedApart = 12;

    /// <param name="hatch">Which way the lines run.</param>
    /// <param name="box">What they fill.</param>
    /// <param name="kept">A part of the box that they leave free, with words in it; null for none.</param>
    public static IEnumerable<(Spot From, Spot To)> Of(Hatch hatch, Box box, Box? kept) =>
        Whole(hatch, box).Select(line => Within(line.From, line.To, box)).OfType<(Spot From, Spot To)>().SelectMany(line => Around(line, kept));

    private static IEnumerable<(Spot From, Spot To)> Whole(Hatch hatch, Box box) => hatch switch
    {
        Hatch.None => [],
        Hatch.Rising => Rising(box, Apart),
        Hatch.Falling => Falling(box, Apart),
        Hatch.Crossed => [.. Rising(box, CrossedApart), .. Falling(box, CrossedApart)],
        Hatch.Upright => Steps(box.Left, box.Right, Apart).Select(x => (new Spot(x, box.Top), new Spot(x, box.Bottom))),
        Hatch.Level => Steps(box.Top, box.Bottom, Apart).Select(y => (new Spot(box.Left, y), new Spot(box.Right, y))),
    };

    private static IEnumerable<(Spot From, Spot To)> Rising(Box box, double apart) =>
        Steps(box.Left, box.Right + box.Height, apart).Select(x => (new Spot(x, box.Top), new Spot(x - box.Height, box.Bottom)));

    private static IEnumerable<(Spot From, Spot To)> Falling(Box box, double apart) =>
        Steps(box.Left - box.Height, box.Right, apart).Select(x => (new Spot(x, box.Top), new Spot(x + box.Height, box.Bottom)));

    /// <summary>At multiples of the distance, wherever the box begins: neighbouring bars are hatched alike.</summary>
    private static IEnumerable<double> Steps(double from, double to, double apart)
    {
        for (var step = (Math.Floor(from / apart) + 1) * apart; step < to; step += apart)
        {
            yield return step;
        }
    }

    private static IEnumerable<(Spot From, Spot To)> Around((Spot From, Spot To) line, Box? kept)
    {
        if (kept is not { } words || words.Part(line.From, line.To) is not var (enters, leaves))
        {
            yield return line;
            yield break;
        }

        if (enters > 0)
        {
            yield return (line.From, Along(line.From, line.To, enters));
        }

        if (leaves < 1)
        {
            yield return (Along(line.From, line.To, leaves), line.To);
        }
    }

    private static (Spot From, Spot To)? Within(Spot from, Spot to, Box box) =>
        box.Part(from, to) is var (enters, leaves) && enters < leaves ? (Along(from, to, enters), Along(from, to, leaves)) : null;

    private static Spot Along(Spot from, Spot to, double share) => new(from.X + ((to.X - from.X) * share), from.Y + ((to.Y - from.Y) * share));
}
