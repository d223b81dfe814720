using Quarterdeck.Domain.Results;

namespace Quarterdeck.Domain.Ratings;

/// <summary>A rating given by hand. It needs a reason and a second person, and shows as one for ever (rules: Rating 7).</summary>
public static class ManualRating
{
    /// <summary>What is missing for a rating given by hand to stand; null when nothing is, or none was given.</summary>
    public static string? Gap(Result? result) => result switch
    {
        { Rating: not null, RatingReason: null } => "a reason",
        { Rating: not null, RatingBy: null } => "who gave it",
        { Rating: not null, RatingApprovedBy: null } => "who approved it",
        { Rating: not null, RatingBy: { } by, RatingApprovedBy: { } approved } when Same(by, approved) => "a second person who approved it",
        _ => null,
    };

    /// <summary>The rating given by hand, or why it does not stand; null where the rules decide.</summary>
    public static RatingOutcome? Of(Result? result, RatingScheme scheme)
    {
        if (result?.Rating is not { } given)
        {
            return scheme.IsManual && result?.Value is not { Marker: not null } ? new RatingOutcome.Unrated(NotRated.NoManualRating) : null;
        }

        return Gap(result) is { } gap ? new RatingOutcome.Unrated(NotRated.NoManualRating, $"rated by hand without {gap}")
            : scheme.BandNamed(given) is { } band ? new RatingOutcome.Rated(band, RatingSource.Manual)
            : new RatingOutcome.Unrated(NotRated.NoManualRating, $"rated by hand as \u201c{given}\u201d, which is not a band of the scheme");
    }

    private static bool Same(string left, string right) => string.Equals(left.Trim(), right.Trim(), StringComparison.OrdinalIgnoreCase);
}
