using Quarterdeck.Application.Collection;
using Quarterdeck.Application.Website;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Numbers;

namespace Quarterdeck.Web.Features.Work;

/// <summary>What a figure comes to, in words.</summary>
public static class ReturnWords
{
    /// <summary><c>Up 15 points, better</c>; empty where there is nothing to compare with.</summary>
    public static string Movement(ReturnAssessment assessed)
    {
        ArgumentNullException.ThrowIfNull(assessed);
        if (assessed.Before is not { Value: { } earlier } before || assessed.Own.Value is not { } value)
        {
            return string.Empty;
        }

        var moved = Rounding.To(value, assessed.Own.Decimals) - Rounding.To(earlier, before.Decimals);
        if (moved == 0)
        {
            return "The same";
        }

        var meaning = assessed.Indicator.Polarity switch
        {
            Polarity.Higher => moved > 0 ? ", better" : ", worse",
            Polarity.Lower => moved < 0 ? ", better" : ", worse",
            _ => string.Empty,
        };
        return $"{(moved > 0 ? "Up" : "Down")} {SiteSentences.Apart(assessed.Indicator, moved)}{meaning}";
    }

    /// <summary>What becomes of the year to date; null where it has none.</summary>
    public static string? Changes(ReturnAssessment assessed)
    {
        ArgumentNullException.ThrowIfNull(assessed);
        return assessed.Content.YearToDate.Length == 0 || assessed.Own.Value is null ? null
            : assessed.Rated.YtdRating.Band is { } band ? $"the year to date becomes {assessed.Content.YearToDate} ({band.Label})."
            : $"the year to date becomes {assessed.Content.YearToDate}.";
    }
}
