using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Directions;
using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Reports;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Domain.Tests.Reports;

public sealed class CountsTests
{
    private static readonly RatingScheme Words = new("words",
    [
        Given.Band("words", 1, "blue", BandRule.WithinRelative, 0),
        Given.Band("words", 2, "green", BandRule.WithinRelative, 5),
        Given.Band("words", 3, "red", BandRule.Otherwise),
    ]);

    [Fact]
    public void Seven_red_eight_amber_and_eleven_green_of_26_are_27_31_and_42_per_cent()
    {
        var rated = Enumerable.Range(0, 26).Select(index => Kpi(index, index < 7 ? 50 : index < 15 ? 85 : 95)).ToList();

        var counts = Counts.Of(rated, WhichRating.Latest, _ => RatingScheme.RagFloor);

        Assert.Equal([("Green", 11, 42m), ("Amber", 8, 31m), ("Red", 7, 27m)], counts.Bands.Select(band => (band.Band.Label, band.Count, band.Percentage)));
        Assert.Equal("of all 26 indicators", counts.Of);
        Assert.Empty(counts.NotRated);
    }

    [Fact]
    public void What_is_suspended_or_has_no_floor_is_counted_and_named()
    {
        var indicator = Named(3);
        var rated = new[]
        {
            Kpi(1, 95),
            Kpi(2, 85, floor: null),
            Given.Rate(indicator, "2025-10", [Given.Marked(indicator, "2025-10", Marker.Suspended)], Aim(indicator, 80)),
        };

        var counts = Counts.Of(rated, WhichRating.Latest, _ => RatingScheme.RagFloor);

        Assert.Equal(3, counts.Total);
        Assert.Equal(counts.Total, counts.Rated + counts.NotRated.Sum(reason => reason.Count));
        Assert.Equal(
            [("no floor standard", "K2"), ("suspended", "K3")],
            counts.NotRated.Select(reason => (reason.Reason, reason.Refs[0].Value)));
        Assert.Equal(67, counts.NotRatedPercentage);
    }

    [Fact]
    public void Percentages_may_be_of_the_rated_only()
    {
        var rated = new[] { Kpi(1, 95), Kpi(2, 85, floor: null), Kpi(3, 50) };

        var counts = Counts.Of(rated, WhichRating.Latest, _ => RatingScheme.RagFloor, ofRated: true);

        Assert.Equal([50m, 0m, 50m], counts.Bands.Select(band => band.Percentage));
        Assert.Equal((3, 2, "of 2 rated indicators"), (counts.Total, counts.Base, counts.Of));
        Assert.Null(counts.NotRatedPercentage);
    }

    [Fact]
    public void An_indicator_that_has_ended_is_in_no_count()
    {
        var indicator = Named(1) with { To = Given.M("2025-09") };
        var rated = Given.Rate(indicator, "2025-10", [Given.Value(indicator, "2025-09", 95)], Aim(indicator, 80));

        Assert.False(rated.IsInForce);
        Assert.Equal(0, Counts.Of([rated], WhichRating.Latest, _ => RatingScheme.RagFloor).Total);
        Assert.Empty(Counts.Travelled([rated]));
    }

    [Fact]
    public void Directions_are_counted_with_those_that_cannot_be_told()
    {
        var indicator = Named(1);
        var better = Given.Rate(indicator, "2025-10", Given.Run(indicator, "2025-10", 80, 90), Aim(indicator, 80));
        var first = Given.Rate(indicator, "2025-10", Given.Run(indicator, "2025-10", 80), Aim(indicator, 80));

        Assert.Equal([(Direction.Improved, 2), ((Direction?)null, 1)], Counts.Travelled([better, first, better]));
    }

    [Theory]
    [InlineData(IndicatorKind.Kpi, 1)]
    [InlineData(IndicatorKind.Milestone, 1)]
    [InlineData(IndicatorKind.Highlight, 0)]
    [InlineData(IndicatorKind.Activity, 0)]
    [InlineData(IndicatorKind.Context, 0)]
    public void Only_kpis_and_milestones_are_counted(IndicatorKind kind, int counted)
    {
        var rated = Kpi(1, 95);
        rated = rated with { Indicator = rated.Indicator with { Kind = kind } };

        Assert.Equal(counted, Counts.Of([rated], WhichRating.Latest, _ => RatingScheme.RagFloor).Total);
    }

    [Fact]
    public void Bands_of_two_schemes_stand_in_order_and_one_word_is_one_band()
    {
        var rated = new[] { Kpi(1, 95), Kpi(2, 95) };

        var counts = Counts.Of(rated, WhichRating.Latest, indicator => indicator.Ref.Value == "K1" ? RatingScheme.RagFloor : Words);

        Assert.Equal(["Blue", "Green", "Amber", "Red"], counts.Bands.Select(band => band.Band.Label));
        Assert.Equal(2, counts.Bands[1].Count);
    }

    [Fact]
    public void The_year_to_date_is_counted_by_its_own_rating_and_missing_months_are_one_reason()
    {
        var rated = new[] { Incomplete(1, "2025-05"), Incomplete(2, "2025-06"), Kpi(3, 95) };

        var counts = Counts.Of(rated, WhichRating.YearToDate, _ => RatingScheme.RagFloor);

        Assert.Equal([("year to date incomplete", 2), ("no year to date", 1)], counts.NotRated.Select(reason => (reason.Reason, reason.Count)));
    }

    [Theory]
    [InlineData(1, 200, 1)]
    [InlineData(1, 201, 0)]
    [InlineData(1, 8, 13)]
    [InlineData(3, 3, 100)]
    [InlineData(0, 0, 0)]
    public void A_share_is_rounded_half_away_from_zero(int count, int total, int percentage) =>
        Assert.Equal(percentage, Counts.Percentage(count, total));

    private static Indicator Named(int number) => Given.Kpi() with { Ref = new IndicatorRef($"K{number}") };

    private static Target Aim(Indicator indicator, decimal? floor) => Given.Aim("2025-04", 90, floor) with { Ref = indicator.Ref };

    private static RatedIndicator Kpi(int number, decimal value, decimal? floor = 80)
    {
        var indicator = Named(number);
        return Given.Rate(indicator, "2025-10", [Given.Value(indicator, "2025-10", value)], Aim(indicator, floor));
    }

    private static RatedIndicator Incomplete(int number, string first)
    {
        var indicator = Named(number) with { Ytd = YtdMethod.Mean };
        return Given.Rate(indicator, "2025-10", [Given.Value(indicator, first, 95), Given.Value(indicator, "2025-10", 95)], Aim(indicator, 80));
    }
}
