using Quarterdeck.Domain.Directions;
using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Domain.Checks.Labels;

/// <summary>A published word that is none of ours.</summary>
public sealed class LabelUnknown() : Check(
    "label-unknown",
    Severity.Error,
    "Label not in the vocabulary",
    "A rating, alert or direction must be a word of the scheme in force. Otherwise it cannot be counted or compared.",
    "Use a word of the scheme, or add the band to the scheme.")
{
    /// <summary>What a test of the trend may have printed.</summary>
    private const string NoClearTrend = "no clear trend";

    private static readonly string[] Alerts = ["yes", "above", "below"];

    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var rated in context.Rated.Where(rated => rated.LatestResult?.Rating is not null))
        {
            var (scheme, result) = (context.Rater.SchemeOf(rated.Indicator), rated.LatestResult!);
            if (scheme.BandNamed(result.Rating!.Trim()) is null)
            {
                yield return Find(
                    $"'{result.Rating}' is not a band of the scheme {scheme.Name} ({string.Join(", ", scheme.Bands)}).",
                    rated.Indicator.Ref, "results", result.At, "rating", result.Rating);
            }
        }

        var labels = new Reports.Labels(context.Pack.Settings);
        foreach (var row in context.Pack.Published.Where(row => context.ByRef.ContainsKey(row.Ref)))
        {
            var scheme = context.Rater.SchemeOf(context.ByRef[row.Ref].Indicator);
            foreach (var (column, word) in new[] { ("rating", row.Rating), ("ytd_rating", row.YtdRating), ("previous_rating", row.PreviousRating) })
            {
                if (word is not null && scheme.BandNamed(word.Trim()) is null)
                {
                    yield return Find(
                        $"'{word}' is not a band of the scheme {scheme.Name} ({string.Join(", ", scheme.Bands)}).",
                        row.Ref, "published", row.At, column, word);
                }
            }

            if (row.Range is { } alert && !Alerts.Contains(alert.Trim().ToLowerInvariant()))
            {
                yield return Find($"'{alert}' is not a range alert (Yes, Above, Below).", row.Ref, "published", row.At, "range", alert);
            }

            if (row.Direction is { } direction && labels.DirectionOf(direction) is null
                && !string.Equals(direction.Trim(), NoClearTrend, StringComparison.OrdinalIgnoreCase))
            {
                yield return Find(
                    $"'{direction}' is not a direction of travel ({string.Join(", ", Enum.GetValues<Direction>().Select(labels.Of))}).",
                    row.Ref, "published", row.At, "direction", direction);
            }
        }
    }
}
