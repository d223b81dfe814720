using Quarterdeck.Domain.Directions;
using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Numbers;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Ranges;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.PriorReports;

/// <summary>One printed field beside what is computed for it.</summary>
/// <param name="Field">The column of <c>published</c>.</param>
/// <param name="Period">Closing month it speaks of.</param>
/// <param name="Published">As printed.</param>
/// <param name="Computed">At the precision printed; null if it cannot be computed.</param>
/// <param name="IsCarried">The computed side only repeats the printed one.</param>
/// <param name="Why">A sentence on the computed side, without naming what was printed.</param>
internal sealed record Comparison(string Field, Month Period, string Published, string? Computed, bool IsCarried, string Why)
{
    public bool Agrees => string.Equals(Published, Computed, StringComparison.OrdinalIgnoreCase);

    public static Comparison OfFigure(string field, Month period, Indicator indicator, Figure published, decimal? number, Figure? marker, string why)
    {
        var computed = published.Number is { } printed && number is { } exact ? Shown(indicator, Rounding.To(exact, printed.Scale))
            : number is { } other ? Shown(indicator, other)
            : marker?.Marker?.Code();
        var shown = published.Number is { } figure ? Shown(indicator, figure) : published.Marker?.Code() ?? string.Empty;
        return new Comparison(field, period, shown, computed, IsCarried: false, why);
    }

    public static Comparison OfRating(string field, Month period, string published, RatingOutcome outcome, string why) =>
        outcome switch
        {
            RatingOutcome.Rated rated => new Comparison(field, period, published, rated.In.Label, rated.Source == RatingSource.Carried, why),
            RatingOutcome.Unrated unrated when string.Equals(published, unrated.Words, StringComparison.OrdinalIgnoreCase) =>
                new Comparison(field, period, published, unrated.Words, IsCarried: false, why),
            _ => new Comparison(field, period, published, null, IsCarried: false, why),
        };

    public static Comparison OfRange(Month period, string published, RangeOutcome outcome, string why) =>
        new("range", period, published, outcome.Alert is { } alert ? RangeOutcome.Word(alert) : null, IsCarried: false, why);

    /// <summary>In the council's words for directions, whichever words the paper used.</summary>
    public static Comparison OfDirection(Month period, string published, DirectionOutcome outcome, Labels labels, string why) => new(
        "direction",
        period,
        labels.DirectionOf(published) is { } printed ? labels.Of(printed) : published,
        outcome.Travel is { } travel ? labels.Of(travel) : null,
        IsCarried: false,
        why);

    private static string Shown(Indicator indicator, decimal number) => FigureText.Cell(indicator, number);
}
