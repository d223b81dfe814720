namespace Quarterdeck.Bench.Rating;

/// <summary>How often each answer was given: what the ways of rating must agree on.</summary>
public sealed class Tally
{
    /// <summary>Band 0 to 2, or no rating.</summary>
    public const int NotRated = 3;

    /// <summary>Improved, worsened, no change, or none.</summary>
    public const int NoDirection = 3;

    /// <summary>Of every series and month.</summary>
    public long[] Ratings { get; } = new long[NotRated + 1];

    public long[] YearToDateRatings { get; } = new long[NotRated + 1];

    public long[] Directions { get; } = new long[NoDirection + 1];

    /// <summary>Of the latest month of every series.</summary>
    public long[] LatestRatings { get; } = new long[NotRated + 1];

    /// <summary>All years to date shown, added up.</summary>
    public long YearsToDate { get; private set; }

    public void Add(int rating, int yearToDateRating, int direction, long yearToDate, bool isLatest, long times = 1)
    {
        Ratings[rating] += times;
        YearToDateRatings[yearToDateRating] += times;
        Directions[direction] += times;
        YearsToDate += yearToDate;
        LatestRatings[rating] += isLatest ? times : 0;
    }

    public override string ToString() =>
        $"ratings {Words(Ratings)}; year to date {Words(YearToDateRatings)}; directions {Words(Directions)}; latest {Words(LatestRatings)}; years to date add up to {YearsToDate}";

    private static string Words(long[] counts) => string.Join(" / ", counts);
}
