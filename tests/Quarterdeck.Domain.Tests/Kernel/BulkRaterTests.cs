using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Kernel;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Results;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Domain.Tests.Kernel;

public sealed class BulkRaterTests
{
    private const int Periods = 30;
    private static readonly PeriodCalendar Months = new(Frequency.Month, 4);
    private static readonly Month First = new(2023, 4);

    /// <summary>Rating millions at once and rating one with its explanation are the same rules: hundreds of random series say so.</summary>
    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(5, 1)]
    public void Bulk_and_single_ratings_are_the_same(int seed, int decimals)
    {
        var random = new Random(seed);
        for (var round = 0; round < 60; round++)
        {
            var isFraction = random.Next(2) == 0;
            var polarity = random.Next(2) == 0 ? Polarity.Higher : Polarity.Lower;
            var scheme = random.Next(3) == 0 ? Tolerance : RatingScheme.RagFloor;
            var method = isFraction ? YtdMethod.Ratio : random.Next(2) == 0 ? YtdMethod.Sum : YtdMethod.Mean;
            var phases = Enumerable.Range(0, 3).Select(_ => random.Next(200, 900) / 10m).ToArray();
            decimal Target(int period) => phases[period / 12];
            decimal Floor(int period) => polarity == Polarity.Higher ? phases[period / 12] - 7.5m : phases[period / 12] + 7.5m;
            var standards = Enumerable.Range(0, Periods).Select(period => new Standard { Target = Target(period), Floor = random.Next(8) == 0 ? null : Floor(period) }).ToArray();
            var (results, columns) = Series(random, isFraction);

            var bulk = new BulkRater(
                [new BulkRule
                {
                    Scheme = scheme, Polarity = polarity, Places = isFraction ? 0 : 2, Decimals = decimals, Per = 100, Ytd = method,
                    Standards = standards, YtdStandards = standards, StartsYear = [.. Enumerable.Range(0, Periods).Select(period => period % 12 == 0)],
                }],
                [0],
                Periods).Rate(columns, threads: 1 + random.Next(2));

            var rater = new Rater(PackOf(results, standards, polarity, method, decimals, scheme));
            for (var period = 0; period < Periods; period++)
            {
                var one = rater.Rate(new IndicatorRef("X"), First.AddMonths(period));
                var own = rater.RatePeriod(new IndicatorRef("X"), Months.Closing(First.AddMonths(period)));
                Assert.Equal(own.Rating.Band?.Order ?? -1, Math.Max((int)bulk.Rating[period], -1));
                if (one.Latest?.Closing == First.AddMonths(period))
                {
                    Assert.Equal(one.YtdRating.Band?.Order ?? -1, Math.Max((int)bulk.YtdRating[period], -1));
                    var travel = one.Direction.Travel is { } way ? way switch { Domain.Directions.Travel.Improved => 1, Domain.Directions.Travel.Worsened => -1, _ => 0 } : BulkCode.NoResult;
                    Assert.Equal(travel, bulk.Direction[period]);
                }
            }
        }
    }

    [Fact]
    public void Order_of_rows_and_threads_make_no_difference()
    {
        var random = new Random(7);
        var (_, columns) = Series(random, isFraction: true);
        var order = Enumerable.Range(0, columns.Count).OrderBy(_ => random.Next()).ToArray();
        var shuffled = new BulkResults(
            [.. order.Select(row => columns.Series[row])], [.. order.Select(row => columns.Period[row])], [.. order.Select(row => columns.Numerator[row])], [.. order.Select(row => columns.Denominator[row])]);
        var rater = new BulkRater([Rule(YtdMethod.Ratio)], [0], Periods);
        Assert.Equal(rater.Rate(columns).Rating, rater.Rate(shuffled, threads: 2).Rating);
        Assert.Equal(rater.Rate(columns).YtdRating, rater.Rate(shuffled, threads: 2).YtdRating);
    }

    [Fact]
    public void Two_results_for_one_period_are_refused()
    {
        var rater = new BulkRater([Rule(YtdMethod.Ratio)], [0], Periods);
        Assert.Throws<ArgumentException>(() => rater.Rate(new BulkResults([0, 0], [3, 3], [1, 2], [4, 4])));
    }

    [Fact]
    public void Figures_too_large_for_sixty_four_bits_are_rated_exactly()
    {
        var rater = new BulkRater([Rule(YtdMethod.Ratio)], [0], Periods);
        var half = long.MaxValue / 2;
        var rated = rater.Rate(new BulkResults([0, 0], [0, 1], [half, long.MaxValue - 2], [long.MaxValue - 2, long.MaxValue - 2]));
        Assert.Equal(2, rated.Rating[0]);
        Assert.Equal(0, rated.Rating[1]);
        Assert.Equal(1, rated.Direction[1]);
    }

    [Theory]
    [InlineData(0, 7)]
    [InlineData(1, 2)]
    [InlineData(3, 2)]
    [InlineData(845, 1000)]
    [InlineData(1125899906842623, 3)]
    [InlineData(1125899906842622, 4)]
    public void The_fast_quotient_is_the_exact_one(long numerator, long denominator) =>
        Assert.Equal(Rounding.Quotient(numerator, denominator), Rounding.Near(numerator, denominator));

    [Fact]
    public void The_fast_quotient_is_the_exact_one_everywhere_it_was_tried()
    {
        var random = new Random(11);
        for (var trial = 0; trial < 200_000; trial++)
        {
            var (numerator, denominator) = (random.NextInt64(1L << random.Next(1, 51)), 1 + random.NextInt64(1L << random.Next(1, 50)));
            Assert.Equal(Rounding.Quotient(numerator, denominator), Rounding.Near(numerator, denominator));
        }
    }

    private static readonly RatingScheme Tolerance = new("tolerance",
    [
        new SchemeBand { Scheme = "tolerance", Order = 1, Band = "green", Rule = BandRule.WithinRelative, Amount = 5 },
        new SchemeBand { Scheme = "tolerance", Order = 2, Band = "amber", Rule = BandRule.WithinRelative, Amount = 10, Strict = true },
        new SchemeBand { Scheme = "tolerance", Order = 3, Band = "red", Rule = BandRule.Otherwise },
    ]);

    private static BulkRule Rule(YtdMethod method)
    {
        var standards = Enumerable.Repeat(new Standard { Target = 90, Floor = 85 }, Periods).ToArray();
        return new BulkRule
        {
            Scheme = RatingScheme.RagFloor,
            Polarity = Polarity.Higher,
            Decimals = 0,
            Per = 100,
            Ytd = method,
            Standards = standards,
            YtdStandards = standards,
            StartsYear = [.. Enumerable.Range(0, Periods).Select(period => period % 12 == 0)],
        };
    }

    /// <summary>A series with gaps, zero denominators, halves and negative values, as typed rows and as columns.</summary>
    private static (List<Result> Results, BulkResults Columns) Series(Random random, bool isFraction)
    {
        var (results, periods, above, below) = (new List<Result>(), new List<short>(), new List<long>(), new List<long>());
        for (var period = 0; period < Periods; period++)
        {
            if (random.Next(12) == 0)
            {
                continue;
            }

            var (numerator, denominator) = isFraction ? (random.Next(0, 200), random.Next(10) == 0 ? 0 : random.Next(1, 201)) : (random.Next(-2000, 9999), (int)BulkResults.NoDenominator);
            periods.Add((short)period);
            above.Add(numerator);
            below.Add(denominator);
            results.Add(new Result
            {
                Ref = new IndicatorRef("X"),
                Period = Months.Closing(First.AddMonths(period)),
                Value = isFraction ? null : Figure.Of(numerator / 100m + 0.00m),
                Numerator = isFraction ? numerator : null,
                Denominator = isFraction ? denominator : null,
            });
        }

        return (results, new BulkResults(new int[periods.Count], [.. periods], [.. above], [.. below]));
    }

    private static Pack PackOf(List<Result> results, Standard[] standards, Polarity polarity, YtdMethod method, int decimals, RatingScheme scheme) => new()
    {
        Settings = new Settings([]),
        Schemes = scheme.Name == "tolerance" ? scheme.Rows : [],
        Indicators =
        [
            new Indicator
            {
                Ref = new IndicatorRef("X"), Title = "X", Kind = IndicatorKind.Kpi, Unit = Unit.Percent, Per = 100, Decimals = decimals,
                Polarity = polarity, Calendar = Months, Ytd = method, Scheme = scheme.Name,
            },
        ],
        Results = results,
        Targets =
        [
            .. standards.Select((standard, period) => new Target
            {
                Ref = new IndicatorRef("X"), From = First.AddMonths(period), To = First.AddMonths(period), Value = standard.Target, Floor = standard.Floor,
            }),
        ],
    };
}
