using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Results;
using Quarterdeck.Domain.Targets;
using static Quarterdeck.Domain.Tests.Given;

namespace Quarterdeck.Domain.Tests.Ratings;

public sealed class RatingSchemeTests
{
    public static TheoryData<string> Examples => [.. SchemesPage.Examples().Select(cells => string.Join('|', cells))];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_of_the_page_of_schemes_is_so(string example)
    {
        var cells = example.Split('|');
        var value = SchemesPage.Number(cells[2])!.Value;
        var standard = new TargetSet
        {
            Target = SchemesPage.Number(cells[3]),
            Floor = SchemesPage.Number(cells[4]),
            Lower = SchemesPage.Number(cells[5]),
            Upper = SchemesPage.Number(cells[6]),
        };

        var outcome = FigureRating.Rate(SchemesPage.Scheme(cells[0]), Kpi(SchemesPage.PolarityOf(cells[1])), Quantity.Of(value), value.Scale, standard);

        Assert.Equal(cells[7], Say(outcome));
    }

    [Fact]
    public void Every_scheme_of_the_page_has_examples_or_is_for_milestones()
    {
        var shown = SchemesPage.Examples().Select(cells => cells[0]).Distinct().ToList();

        Assert.Equal(["completed-blue"], SchemesPage.Rows.Select(row => row.Scheme).Distinct().Except(shown));
        Assert.True(shown.Count >= 9);
    }

    [Fact]
    public void Every_band_has_a_word_and_a_shape_of_its_own()
    {
        foreach (var scheme in SchemesPage.Rows.Select(row => row.Scheme).Distinct().Select(SchemesPage.Scheme).Append(RatingScheme.RagFloor))
        {
            Assert.All(scheme.Bands, band => Assert.NotEmpty(band.Label));
            Assert.Equal(scheme.Bands.Count, scheme.Bands.Select(band => band.Shape).Distinct().Count());
            Assert.Equal(scheme.Bands.Count, scheme.Bands.Select(band => band.Label).Distinct().Count());
        }
    }

    [Fact]
    public void Two_to_six_bands_without_shapes_of_their_own_get_different_ones()
    {
        for (var count = 2; count <= 6; count++)
        {
            var scheme = new RatingScheme("s", Enumerable.Range(1, count).Select(order => Band("s", order, $"band-{order}", BandRule.Otherwise)));

            Assert.Equal(count, scheme.Bands.Select(band => band.Shape).Distinct().Count());
            Assert.Equal(BandMeaning.Achieved, scheme.Bands[0].Standing);
            Assert.Equal(BandMeaning.Failing, scheme.Bands[^1].Standing);
        }
    }

    [Fact]
    public void Bands_are_tried_in_order_and_found_by_word_or_code_in_any_case()
    {
        var scheme = new RatingScheme("s", [Band("s", 2, "red", BandRule.Otherwise), Band("s", 1, "green", BandRule.Target) with { Label = "On target" }]);

        Assert.Equal(["On target", "Red"], scheme.Bands.Select(band => band.Label));
        Assert.Same(scheme.Bands[0], scheme.BandNamed("ON TARGET"));
        Assert.Same(scheme.Bands[0], scheme.BandNamed("Green"));
        Assert.Null(scheme.BandNamed("Amber"));
        Assert.Null(scheme.BandNamed(null));
    }

    [Fact]
    public void What_no_band_fits_has_no_rating() =>
        Assert.Equal(
            "no band of the scheme fits",
            Given.Band(Kpi(), 50, 90, 80, new RatingScheme("s", [Band("s", 1, "green", BandRule.Target), Band("s", 2, "amber", BandRule.Floor)])));

    [Fact]
    public void A_tolerance_stands_in_for_a_floor_that_is_not_held()
    {
        var scheme = new RatingScheme("s", [
            Band("s", 1, "green", BandRule.Target),
            Band("s", 2, "amber", BandRule.Floor),
            Band("s", 3, "yellow", BandRule.WithinAbsolute, 5),
            Band("s", 4, "red", BandRule.Otherwise)
        ]);

        Assert.Equal("Amber", Given.Band(Kpi(), 86, 90, 85, scheme));
        Assert.Equal("Yellow", Given.Band(Kpi(), 86, 90, null, scheme));
        Assert.Equal("Red", Given.Band(Kpi(), 84, 90, null, scheme));
    }

    [Fact]
    public void The_built_in_scheme_is_found_by_name_unless_the_pack_has_its_own()
    {
        Assert.Same(RatingScheme.RagFloor, RatingScheme.Find("RAG-floor", []));
        Assert.NotSame(RatingScheme.RagFloor, RatingScheme.Find("rag-floor", [Band("rag-floor", 1, "green", BandRule.Target)]));
        Assert.Null(RatingScheme.Find("other", []));
    }

    [Fact]
    public void An_indicator_may_have_a_scheme_over_the_packs()
    {
        var indicator = Kpi() with { Scheme = "within-10" };
        var pack = Pack(indicator, [Value(indicator, "2020-03", 55.77m)], Aim("2020-03", 60)) with { Schemes = SchemesPage.Rows };

        Assert.Equal("Target slightly missed", Say(Rate(pack, "2020-03").Rating));
    }
}
