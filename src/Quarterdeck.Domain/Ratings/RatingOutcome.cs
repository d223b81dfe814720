namespace Quarterdeck.Domain.Ratings;

/// <summary>Why a figure has no rating.</summary>
public enum NotRated
{
    /// <summary>Activity and context indicators are not rated.</summary>
    NotAKpi,
    NoResult,

    /// <summary>A marker stands where the number would be.</summary>
    Marker,
    NoTarget,

    /// <summary>Below target, and no floor standard says whether Amber or Red.</summary>
    NoFloor,

    /// <summary>The scheme's rule needs thresholds that are not set.</summary>
    NoThresholds,

    /// <summary>A target, but no word on which way is good.</summary>
    NoPolarity,
    NoYearToDate,

    /// <summary>Some of the year's periods are missing.</summary>
    YearToDateIncomplete,

    /// <summary>Milestones are rated on the year to date only.</summary>
    YearToDateOnly,
    NotYetDue,

    /// <summary>A milestone step is past due and nobody has said whether it was met.</summary>
    StepUndecided,
    NoBandFits,

    /// <summary>Its scheme is one of ratings given by hand, and none was, or not completely.</summary>
    NoManualRating,
}

/// <summary>Where a rating came from.</summary>
public enum RatingSource
{
    Computed,

    /// <summary>Given by hand, with a reason and a second person.</summary>
    Manual,

    /// <summary>As a past report printed it, where it cannot be computed. Never counted as reproduced.</summary>
    Carried,
}

/// <summary>A rating, or the reason there is none.</summary>
public abstract record RatingOutcome
{
    private RatingOutcome()
    {
    }

    /// <summary>The band, when there is one.</summary>
    public virtual Band? Band => null;

    public sealed record Rated(Band In, RatingSource Source) : RatingOutcome
    {
        public override Band Band => In;
    }

    /// <param name="Reason">Which of the known reasons.</param>
    /// <param name="Words">The reason for people and records: <c>no floor standard</c>, <c>suspended</c>.</param>
    public sealed record Unrated(NotRated Reason, string Words) : RatingOutcome
    {
        public Unrated(NotRated reason)
            : this(reason, reason.Words())
        {
        }
    }
}
