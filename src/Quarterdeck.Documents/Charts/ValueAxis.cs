using System.Globalization;

namespace Quarterdeck.Documents.Charts;

/// <summary>The axis of values: where it starts and ends, and its round ticks. Exact decimals until it gives a share of its length.</summary>
/// <param name="Low">At its foot.</param>
/// <param name="High">At its head.</param>
/// <param name="Step">Between two ticks; zero when there is nothing to show.</param>
internal sealed record ValueAxis(decimal Low, decimal High, decimal Step)
{
    /// <summary>Ranges smaller than this are drawn as if all values were equal.</summary>
    private const decimal Least = 0.000_000_000_001m;

    /// <summary>Whether a reader might take a small difference for a big one.</summary>
    public bool StartsAboveZero => Step > 0 && Low > 0;

    public IEnumerable<decimal> Ticks
    {
        get
        {
            for (var tick = Low; Step > 0 && tick <= High; tick += Step)
            {
                yield return tick;
            }
        }
    }

    /// <summary>The axis on which all these figures lie. It starts at zero when zero is near, and no percentage axis is pushed past 100.</summary>
    public static ValueAxis Over(IReadOnlyCollection<decimal> figures, ChartUnit unit)
    {
        if (figures.Count == 0)
        {
            return new ValueAxis(0, 1, 0);
        }

        var (least, most) = (figures.Min(), figures.Max());
        var spread = most - least;
        var pad = spread < Least ? Math.Max(Math.Abs(most) / 10, Least) : spread * 2 / 100;
        if (pad < 0.5m && spread < Least && figures.All(decimal.IsInteger))
        {
            pad = 0.5m;
        }

        var (from, to) = (least - pad, most + pad);
        if (least >= 0 && (from < 0 || least <= most * 3 / 10))
        {
            from = 0;
        }

        if (most <= 0 && to > 0)
        {
            to = 0;
        }

        if (to - from < Least)
        {
            to = from + 1;
        }

        var step = Round((to - from) / 4);
        if (figures.All(decimal.IsInteger))
        {
            step = Math.Max(1, step);
        }

        var (low, high) = (decimal.Floor(from / step) * step, decimal.Ceiling(to / step) * step);
        return new ValueAxis(low, unit.Suffix == "%" && most <= 100 && low < 100 ? Math.Min(high, 100) : high, step);
    }

    /// <summary>How far up the axis a figure lies: 0 at its foot, 1 at its head.</summary>
    public double Share(decimal figure) => (double)((figure - Low) / (High - Low));

    /// <summary>A tick as printed: <c>-£1,000</c>, <c>85%</c>.</summary>
    public string Label(decimal tick, ChartUnit unit)
    {
        if (unit.Grades is { } grades)
        {
            return grades.WordOf(tick) ?? string.Empty;
        }

        var places = Math.Min(Step.Scale, (byte)12);
        var digits = Math.Abs(tick).ToString("N" + places.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return $"{(tick < 0 ? "-" : string.Empty)}{unit.Prefix}{digits}{unit.Suffix}";
    }

    /// <summary>The next of 1, 2, 5 and 10 times a power of ten that is no smaller; from 25 upwards also 2.5 times one.</summary>
    private static decimal Round(decimal raw)
    {
        var power = 1m;
        while (raw / power >= 10)
        {
            power *= 10;
        }

        while (raw / power < 1)
        {
            power /= 10;
        }

        decimal[] steps = power >= 10 ? [1, 2, 2.5m, 5, 10] : [1, 2, 5, 10];
        var round = steps.First(step => step >= raw / power) * power;
        return decimal.IsInteger(round) ? decimal.Truncate(round) : round / 1.0000000000000000000000000000m;
    }
}
