using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Indicators;

/// <summary>A month from which the figures of an indicator cannot be compared with those before it (rules: Breaks).</summary>
/// <param name="From">The first month of the new figures.</param>
/// <param name="Words">What changed: the council's words, else <c>the definition changed</c>.</param>
public sealed record SeriesBreak(Month From, string Words)
{
    /// <summary>Why a comparison is refused: <c>not comparable: the definition changed in August 2025</c>.</summary>
    public string Reason => $"not comparable: {Words} in {MonthNames.Long(From)}";

    /// <summary>
    /// The breaks of an indicator, oldest first: a version that changes which way is good, the unit or the basis is one, and any other
    /// that says so itself.
    /// </summary>
    public static IReadOnlyList<SeriesBreak> Of(IReadOnlyList<Indicator> versions)
    {
        if (versions.Count < 2)
        {
            return [];
        }

        var ordered = versions.OrderBy(version => version.From).ToList();
        var breaks = new List<SeriesBreak>();
        for (var at = 1; at < ordered.Count; at++)
        {
            if (ordered[at].From is { } from && (ordered[at].Break is not null || !SameMeasure(ordered[at - 1], ordered[at])))
            {
                breaks.Add(new SeriesBreak(from, ordered[at].Break?.Trim().TrimEnd('.') ?? "the definition changed"));
            }
        }

        return breaks;
    }

    private static bool SameMeasure(Indicator left, Indicator right) =>
        left.Polarity == right.Polarity && left.Unit == right.Unit && left.Scale == right.Scale && left.Per == right.Per && left.Basis == right.Basis;
}
