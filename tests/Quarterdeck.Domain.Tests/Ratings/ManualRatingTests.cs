using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Results;
using static Quarterdeck.Domain.Tests.Given;

namespace Quarterdeck.Domain.Tests.Ratings;

/// <summary>A rating given by hand needs a reason and a second person, and shows as one (rules: Rating 7).</summary>
public sealed class ManualRatingTests
{
    private static readonly Result Given = Value(Kpi(), "2025-06", 70) with
    {
        Rating = "amber",
        RatingReason = "Counted before the appeal was heard.",
        RatingBy = "Head of Service",
        RatingApprovedBy = "Director",
    };

    private static RatedIndicator Rated(Result result) => Rate(Kpi(), "2025-06", [result], Aim("2025-04", 90, 80));

    [Fact]
    public void It_stands_in_place_of_the_computed_one_and_says_so()
    {
        var rated = Rated(Given);

        Assert.Equal(RatingSource.Manual, Assert.IsType<RatingOutcome.Rated>(rated.Rating).Source);
        Assert.Equal("Amber", Say(rated.Rating));
        Assert.Contains("given by hand to 70% because \u201cCounted before the appeal was heard\u201d", rated.Explanation, StringComparison.Ordinal);
        Assert.DoesNotContain("Director", rated.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void It_needs_a_reason_and_two_people()
    {
        Assert.Equal("rated by hand without a reason", Say(Rated(Given with { RatingReason = null }).Rating));
        Assert.Equal("rated by hand without who gave it", Say(Rated(Given with { RatingBy = null }).Rating));
        Assert.Equal("rated by hand without who approved it", Say(Rated(Given with { RatingApprovedBy = null }).Rating));
        Assert.Equal("rated by hand without a second person who approved it", Say(Rated(Given with { RatingApprovedBy = "head of service" }).Rating));
    }

    [Fact]
    public void A_word_of_no_band_is_not_a_rating() =>
        Assert.Equal("rated by hand as \u201cPurple\u201d, which is not a band of the scheme", Say(Rated(Given with { Rating = "Purple" }).Rating));

    [Fact]
    public void A_scheme_of_ratings_by_hand_rates_no_figure()
    {
        var indicator = Kpi() with { Scheme = "s", Ytd = YtdMethod.Mean };
        var pack = Pack(indicator, [Value(indicator, "2025-06", 70)], Aim("2025-04", 60)) with
        {
            Schemes = [Band("s", 1, "green", BandRule.Manual), Band("s", 2, "red", BandRule.Otherwise)],
        };

        var rated = Rate(pack, "2025-06");

        Assert.Equal("no rating was given by hand", Say(rated.Rating));
        Assert.Equal("no rating was given by hand", Say(rated.YtdRating));
        Assert.Equal("Green", Say(Rate(pack with { Results = [Given with { Rating = "Green" }] }, "2025-06").Rating));
    }
}

