using Quarterdeck.Domain.Kernel;

namespace Quarterdeck.Bench.Ratings;

/// <summary>How many results got which rating: what every way of rating must agree on.</summary>
public sealed record Tally(string Text)
{
    /// <param name="rating">Green, Amber, Red, none.</param>
    /// <param name="ytd">The same for the year to date.</param>
    /// <param name="direction">Improved, worsened, no change, none.</param>
    public static Tally Of(long[] rating, long[] ytd, long[] direction) =>
        new($"latest G/A/R/none {string.Join('/', rating)}, year to date {string.Join('/', ytd)}, direction up/down/level/none {string.Join('/', direction)}");

    public static Tally Of(BulkRatings ratings)
    {
        var (rating, ytd, direction) = (new long[4], new long[4], new long[4]);
        for (var cell = 0; cell < ratings.Rating.Length; cell++)
        {
            rating[ratings.Rating[cell] < 0 ? 3 : ratings.Rating[cell]]++;
            ytd[ratings.YtdRating[cell] < 0 ? 3 : ratings.YtdRating[cell]]++;
            direction[ratings.Direction[cell] switch { 1 => 0, -1 => 1, 0 => 2, _ => 3 }]++;
        }

        return Of(rating, ytd, direction);
    }
}
