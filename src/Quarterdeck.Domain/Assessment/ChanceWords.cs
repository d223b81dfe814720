namespace Quarterdeck.Domain.Assessment;

/// <summary>A chance in words a member understands. Nothing is ever said to be certain.</summary>
public static class ChanceWords
{
    /// <summary>From here to its mirror it can go either way.</summary>
    internal const double EvenFrom = 0.4;

    private const double AlmostCertain = 0.99;
    internal const double VeryLikely = 0.9;

    private static readonly (double Chance, string Words)[] Fractions =
    [
        (0.02, "one chance in fifty"), (0.05, "one chance in twenty"), (0.1, "one chance in ten"), (0.2, "one chance in five"),
        (0.25, "one chance in four"), (1 / 3.0, "one chance in three"), (0.4, "two chances in five"), (0.5, "an even chance"),
        (0.6, "three chances in five"), (2 / 3.0, "two chances in three"), (0.75, "three chances in four"), (0.8, "four chances in five"),
        (0.9, "nine chances in ten"), (0.95, "nineteen chances in twenty"), (0.98, "49 chances in fifty"),
    ];

    /// <summary><c>likely to miss the target of 90%: about one chance in five of meeting it</c>; what is almost certain needs no fraction.</summary>
    /// <param name="chance">Of meeting it, from 0 to 1.</param>
    /// <param name="level">What is met or missed: <c>the target of 90%</c>.</param>
    public static string Of(double chance, string level) => chance is >= AlmostCertain or <= 1 - AlmostCertain
        ? Verdict(chance, level) : $"{Verdict(chance, level)}: {Fraction(chance)} of meeting it";

    /// <summary><c>likely to miss the target of 90%</c>.</summary>
    public static string Verdict(double chance, string level) =>
        chance >= AlmostCertain ? $"almost certain to meet {level}"
        : chance >= VeryLikely ? $"very likely to meet {level}"
        : chance > 1 - EvenFrom ? $"likely to meet {level}"
        : chance >= EvenFrom ? $"as likely to meet {level} as to miss it"
        : chance > 1 - VeryLikely ? $"likely to miss {level}"
        : chance > 1 - AlmostCertain ? $"very likely to miss {level}"
        : $"almost certain to miss {level}";

    /// <summary>In figures: <c>18%</c>; never 0% or 100%.</summary>
    public static string PerCent(double chance) => chance < 0.01 ? "< 1%" : chance > 0.99 ? "> 99%" : $"{Math.Round(chance * 100):0}%";

    private static string Fraction(double chance) => $"about {Fractions.MinBy(fraction => Math.Abs(Odds(fraction.Chance) - Odds(chance))).Words}";

    /// <summary>On the scale on which one in twenty is as far from one in fifty as nineteen in twenty from 49 in fifty.</summary>
    private static double Odds(double chance) => Math.Log(chance / (1 - chance));
}
