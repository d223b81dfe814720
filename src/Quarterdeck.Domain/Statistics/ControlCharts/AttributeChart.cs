using System.Numerics;
using Quarterdeck.Domain.Numbers;

namespace Quarterdeck.Domain.Statistics.ControlCharts;

/// <summary>Charts for counts, with or without what they are counted out of.</summary>
public enum AttributeChartKind
{
    /// <summary>Shares of a whole.</summary>
    P,

    /// <summary>Shares of large wholes, which vary more than chance: Laney's p'.</summary>
    PPrime,

    /// <summary>Rates for each unit of opportunity.</summary>
    U,

    /// <summary>Rates of large opportunities: Laney's u'.</summary>
    UPrime,

    /// <summary>Counts where the opportunity is always the same.</summary>
    C,

    /// <summary>Single figures of unequal size: the normalised I chart, i'.</summary>
    IPrime,
}

/// <summary>One row of an attribute chart.</summary>
/// <param name="Value">Numerator over denominator; the numerator itself for a c chart. Null where it cannot be told.</param>
/// <param name="Sigma">One standard error of this row.</param>
/// <param name="Lower">Three of them under the line, and not less than the chart allows.</param>
/// <param name="Upper">Three of them over the line.</param>
/// <param name="LowerWarning">Two of them under the line.</param>
/// <param name="UpperWarning">Two of them over the line.</param>
public readonly record struct AttributePoint(
    double? Value, double? Sigma, double? Lower, double? Upper, double? LowerWarning, double? UpperWarning)
{
    /// <summary>The value lies beyond three standard errors.</summary>
    public bool IsOutside => Value > Upper || Value < Lower;
}

/// <summary>
/// Charts for numerators and denominators, by the formulas of qicharts2 0.8.1. Plain p and u charts of denominators in the thousands
/// signal at nearly everything: p' and u' are for those (Laney 2002). The line is the sum of numerators over the sum of denominators.
/// </summary>
/// <param name="Centre">Null where nothing was counted.</param>
/// <param name="Points">One a row.</param>
/// <param name="Runs">About the line.</param>
public sealed record AttributeChart(double? Centre, IReadOnlyList<AttributePoint> Points, RunsAnalysis Runs)
{
    private const double RangeFactor = 1.128;
    private const double ScreenFactor = 3.267;
    private const double NormalisedScreenFactor = 3.2665;

    public static AttributeChart Of(AttributeChartKind kind, IReadOnlyList<(decimal? Numerator, decimal? Denominator)> rows, bool screens = true)
    {
        var counts = rows.Select(row => Count(kind, row)).ToList();
        var numerators = counts.Aggregate(BigInteger.Zero, (sum, count) => sum + Whole(count?.Numerator ?? 0));
        var denominators = counts.Aggregate(BigInteger.Zero, (sum, count) => sum + Whole(count?.Denominator ?? 0));
        if (denominators.IsZero)
        {
            return new AttributeChart(null, [.. counts.Select(_ => default(AttributePoint))], RunsAnalysis.Of([]));
        }

        var centre = (double)numerators / (double)denominators;
        var values = counts.Select(count => count is { } held ? (double)held.Numerator / (double)held.Denominator : (double?)null).ToList();
        var sigmas = Sigmas(kind, counts, values, centre, screens);
        var (least, most) = Bounds(kind);
        double? Limit(double? sigma, int errors) => sigma is { } width ? Math.Clamp(centre + (errors * width), least, most) : null;

        var points = values.Zip(sigmas, (value, sigma) =>
            new AttributePoint(value, sigma, Limit(sigma, -3), Limit(sigma, 3), Limit(sigma, -2), Limit(sigma, 2)));
        // Whether a share is the line's own is asked of whole numbers: N / D = sum N / sum D.
        var sides = counts.OfType<(decimal Numerator, decimal Denominator)>()
            .Select(count => (Whole(count.Numerator) * denominators).CompareTo(numerators * Whole(count.Denominator)));
        return new AttributeChart(centre, [.. points], RunsAnalysis.Of(sides));
    }

    /// <summary>In the smallest unit a decimal can tell, so that sums and products are exact whatever the places.</summary>
    private static BigInteger Whole(decimal value) => (BigInteger)Scaled.Of(value, value.Scale) * BigInteger.Pow(10, 28 - value.Scale);

    private static (decimal Numerator, decimal Denominator)? Count(AttributeChartKind kind, (decimal? Numerator, decimal? Denominator) row) =>
        row.Numerator is not { } numerator ? null
        : kind == AttributeChartKind.C ? (numerator, 1)
        : row.Denominator is { } denominator and > 0 ? (numerator, denominator)
        : null;

    private static (double Least, double Most) Bounds(AttributeChartKind kind) => kind switch
    {
        AttributeChartKind.P or AttributeChartKind.PPrime => (0, 1),
        AttributeChartKind.IPrime => (double.NegativeInfinity, double.PositiveInfinity),
        _ => (0, double.PositiveInfinity),
    };

    private static List<double?> Sigmas(
        AttributeChartKind kind, List<(decimal Numerator, decimal Denominator)?> counts, List<double?> values, double centre, bool screens)
    {
        if (kind == AttributeChartKind.IPrime)
        {
            return Normalised(counts, values, screens);
        }

        var variance = kind is AttributeChartKind.P or AttributeChartKind.PPrime ? centre * (1 - centre) : centre;
        // A share over a whole, or a rate under nought, has no chance of its own to vary by.
        var own = counts.Select(count => count is { } held && variance >= 0 ? Math.Sqrt(variance / (double)held.Denominator) : (double?)null).ToList();
        if (kind is not (AttributeChartKind.PPrime or AttributeChartKind.UPrime))
        {
            return own;
        }

        var standardised = values.Zip(own, (value, sigma) => sigma is > 0 ? (value - centre) / sigma : null).ToList();
        var spread = MeanRange([.. standardised.Zip(standardised.Skip(1), (one, next) => next - one).OfType<double>().Select(Math.Abs)], screens, ScreenFactor);
        return [.. own.Select(sigma => sigma * spread / RangeFactor)];
    }

    private static List<double?> Normalised(List<(decimal Numerator, decimal Denominator)?> counts, List<double?> values, bool screens)
    {
        var ranges = new List<double>();
        for (var row = 1; row < counts.Count; row++)
        {
            if (counts[row] is { } now && counts[row - 1] is { } before && (values[row], values[row - 1]) is ({ } value, { } earlier))
            {
                ranges.Add(Math.Sqrt(Math.PI / 2) * Math.Abs(value - earlier) / Math.Sqrt((1 / (double)now.Denominator) + (1 / (double)before.Denominator)));
            }
        }

        var mean = MeanRange(ranges, screens, NormalisedScreenFactor);
        return [.. counts.Select(count => count is { } held ? mean / Math.Sqrt((double)held.Denominator) : null)];
    }

    /// <summary>The mean of ranges, once those too large to be of the process are left out; null where none is left.</summary>
    private static double? MeanRange(List<double> ranges, bool screens, double factor)
    {
        if (ranges.Count == 0)
        {
            return null;
        }

        var mean = ranges.Average();
        var kept = screens ? ranges.Where(range => range < factor * mean).ToList() : ranges;
        return kept.Count == 0 ? null : kept.Average();
    }
}
