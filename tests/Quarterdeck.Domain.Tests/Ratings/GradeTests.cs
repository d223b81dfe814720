using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Directions;
using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Results;
using static Quarterdeck.Domain.Tests.Given;

namespace Quarterdeck.Domain.Tests.Ratings;

/// <summary>Figures that are words: the grades of a scheme, and yes and no.</summary>
public sealed class GradeTests
{
    private static readonly SchemeBand[] Bands =
    [
        Band("inspection", 1, "outstanding", BandRule.Grade),
        Band("inspection", 2, "good", BandRule.Grade),
        Band("inspection", 3, "requires", BandRule.Grade) with { Label = "Requires improvement" },
        Band("inspection", 4, "inadequate", BandRule.Grade),
    ];

    private static readonly GradeScale Scale = new RatingScheme("inspection", Bands).Grades!;

    private static Indicator Graded() => Kpi() with { Unit = new Unit("grade"), Grades = Scale, Scheme = "inspection", Calendar = new(Domain.Periods.Frequency.Year, 4) };

    private static Result Grade(Indicator indicator, string period, string word) =>
        Value(indicator, period, 0) with { Value = Figure.OfGrade(indicator.Grades!.NumberOf(word)!.Value, word) };

    private static RatedIndicator Rated(params Result[] results) => Rate(Pack(Graded(), results) with { Schemes = Bands }, "2026-03");

    [Theory]
    [InlineData("Outstanding", 3)]
    [InlineData("GOOD", 2)]
    [InlineData("requires", 1)]
    [InlineData("Requires improvement", 1)]
    [InlineData("inadequate", 0)]
    public void A_grade_is_known_by_its_word_or_its_code(string word, int number) => Assert.Equal(number, Scale.NumberOf(word));

    [Theory]
    [InlineData("3")]
    [InlineData("fair")]
    [InlineData("")]
    public void Other_words_are_no_grades(string word) => Assert.Null(Scale.NumberOf(word));

    [Fact]
    public void A_number_between_or_beyond_the_grades_has_no_word() =>
        Assert.Equal(["Inadequate", null, null, null, "Outstanding"], new[] { 0, 1.5m, -1, 4, 3 }.Select(Scale.WordOf));

    [Theory]
    [InlineData("Outstanding")]
    [InlineData("Good")]
    [InlineData("Requires improvement")]
    [InlineData("Inadequate")]
    public void The_rating_is_the_grade_without_any_target(string word)
    {
        var rated = Rated(Grade(Graded(), "2026-03", word));

        Assert.Equal((word, word), (rated.Displayed, Say(rated.Rating)));
        Assert.StartsWith($"{word} for 2025/26: the grade that was given", rated.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_better_grade_is_an_improvement()
    {
        var rated = Rated(Grade(Graded(), "2025-03", "Requires improvement"), Grade(Graded(), "2026-03", "Good"));

        Assert.Equal(Direction.Improved, rated.Direction.Travel);
        Assert.Equal("Requires improvement", rated.PreviousYear.ToString());
        Assert.Equal("Requires improvement", Say(rated.PreviousRating));
    }

    [Fact]
    public void Yes_achieves_a_target_of_yes_and_no_does_not()
    {
        var indicator = Kpi() with { Unit = new Unit("yes-no"), Grades = GradeScale.YesNo };

        Assert.Equal(("Green", "Yes"), Said("yes"));
        Assert.Equal(("Red", "No"), Said("N"));

        (string, string) Said(string word)
        {
            var rated = Rate(indicator, "2025-06", [Grade(indicator, "2025-06", word)], Aim("2025-04", 1));
            Assert.DoesNotContain("floor standard", rated.Explanation, StringComparison.Ordinal);
            return (Say(rated.Rating), rated.Displayed);
        }
    }

    [Fact]
    public void A_target_that_is_a_grade_is_named_by_its_word()
    {
        var indicator = Graded() with { Scheme = null };
        var rated = Rate(indicator, "2026-03", [Grade(indicator, "2026-03", "Requires improvement")], Aim("2025-04", 2, 1));

        Assert.Equal("Amber", Say(rated.Rating));
        Assert.Contains("achieves the floor standard of Requires improvement but not the target of Good", rated.Explanation, StringComparison.Ordinal);
    }
}
