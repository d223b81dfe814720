using System.Globalization;

namespace Quarterdeck.Application.Tests.SecondRater;

/// <summary>Which way a figure travels (rules.md, Direction of travel).</summary>
internal static class Travel
{
    /// <summary>improved, worsened or no change; null where the two figures cannot be judged, and why.</summary>
    public static (string? Direction, string? Why) Between(
        string method, string polarity, string deadBand, (Fraction Value, Held Held) before, (Fraction Value, Held Held) now)
    {
        if (method == "attainment")
        {
            if (polarity is not ("higher" or "lower") || now.Held.Target is not { } nowAim || before.Held.Target is not { } beforeAim
                || nowAim <= Fraction.Of(0) || beforeAim <= Fraction.Of(0))
            {
                return (null, polarity is "neutral" or "unknown" ? "no polarity" : "no target");
            }

            var share = Fraction.Of(100);
            var attained = before.Value * share / beforeAim;
            return (Word(polarity == "lower" ? -1 : 1, attained, now.Value * share / nowAim, deadBand, attained), null);
        }

        var good = (method, polarity) switch
        {
            ("relative-to-target", "higher" or "lower" or "on-target") =>
                Gap(polarity, before) is { } was && Gap(polarity, now) is { } isNow ? (was, isNow) : null,
            ("relative-to-target", _) => null,
            (_, "higher") => (before.Value, now.Value),
            (_, "lower") => (Fraction.Of(0) - before.Value, Fraction.Of(0) - now.Value),
            (_, "on-target") => Gap(polarity, before) is { } was && Gap(polarity, now) is { } isNow ? (was, isNow) : null,
            (_, "range") => Outside(before) is { } was && Outside(now) is { } isNow ? (was, isNow) : null,
            _ => ((Fraction, Fraction)?)null,
        };
        return good is { } pair ? (Word(1, pair.Item1, pair.Item2, deadBand, before.Value), null)
            : (null, polarity is "neutral" or "unknown" ? "no polarity" : "no target");
    }

    private static string Word(int sign, Fraction before, Fraction now, string deadBand, Fraction figureBefore)
    {
        var movement = now - before;
        var band = deadBand.EndsWith('%')
            ? figureBefore.Size * Fraction.Of(decimal.Parse(deadBand[..^1], CultureInfo.InvariantCulture)) / Fraction.Of(100)
            : Fraction.Of(decimal.Parse(deadBand, CultureInfo.InvariantCulture));
        return movement.Size <= band ? "no change" : movement > Fraction.Of(0) == sign > 0 ? "improved" : "worsened";
    }

    private static Fraction? Gap(string polarity, (Fraction Value, Held Held) at) => at.Held.Target is not { } target ? null : polarity switch
    {
        "higher" => at.Value - target,
        "lower" => target - at.Value,
        _ => Fraction.Of(0) - (at.Value - target).Size,
    };

    private static Fraction? Outside((Fraction Value, Held Held) at)
    {
        if (at.Held.Lower is null && at.Held.Upper is null)
        {
            return null;
        }

        return at.Held.Lower is { } lower && at.Value < lower ? at.Value - lower
            : at.Held.Upper is { } upper && at.Value > upper ? upper - at.Value
            : Fraction.Of(0);
    }
}
