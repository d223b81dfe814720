namespace Quarterdeck.Bench.Ratings;

/// <summary>What a programmer would write first: one loop over arrays already in order, with the simple rules spelled out.</summary>
public static class PlainLoop
{
    public static (sbyte[] Rating, sbyte[] Ytd, sbyte[] Direction) Rate(long[] above, long[] below, int series)
    {
        var (rating, ytd, direction) = (new sbyte[above.Length], new sbyte[above.Length], new sbyte[above.Length]);
        for (var one = 0; one < series; one++)
        {
            var indicator = one % RatingData.Indicators;
            var (count, higher) = (RatingData.IsCount(indicator), RatingData.HigherIsBetter(indicator));
            long sumAbove = 0, sumBelow = 0, previous = 0;
            var hasPrevious = false;
            for (var month = 0; month < RatingData.Months; month++)
            {
                var cell = (one * RatingData.Months) + month;
                if (month % 12 == 0)
                {
                    (sumAbove, sumBelow) = (0, 0);
                }

                var (target, floor) = (RatingData.Target(indicator, month), RatingData.Floor(indicator, month));
                sumAbove += above[cell];
                sumBelow += below[cell];
                var has = count || below[cell] > 0;
                var value = count ? above[cell] : has ? Rounded(above[cell] * RatingData.Per, below[cell]) : 0;
                rating[cell] = has ? Band(value, target, floor, higher) : (sbyte)3;
                var months = RatingData.MonthOfYear(month);
                ytd[cell] = count ? Band(sumAbove, target * months, floor * months, higher)
                    : sumBelow > 0 ? Band(Rounded(sumAbove * RatingData.Per, sumBelow), target, floor, higher) : (sbyte)3;
                direction[cell] = !has || !hasPrevious ? (sbyte)3 : value == previous ? (sbyte)2 : (value > previous) == higher ? (sbyte)0 : (sbyte)1;
                (previous, hasPrevious) = (value, has);
            }
        }

        return (rating, ytd, direction);
    }

    public static Tally Count((sbyte[] Rating, sbyte[] Ytd, sbyte[] Direction) rated)
    {
        static long[] Counts(sbyte[] codes)
        {
            var counts = new long[4];
            foreach (var code in codes)
            {
                counts[code]++;
            }

            return counts;
        }

        return Tally.Of(Counts(rated.Rating), Counts(rated.Ytd), Counts(rated.Direction));
    }

    private static long Rounded(long above, long below) => ((2 * above) + below) / (2 * below);

    private static sbyte Band(long value, long target, long floor, bool higher) =>
        higher ? value >= target ? (sbyte)0 : value >= floor ? (sbyte)1 : (sbyte)2
        : value <= target ? (sbyte)0 : value <= floor ? (sbyte)1 : (sbyte)2;
}
