using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Targets;
using static Quarterdeck.Domain.Tests.Given;

namespace Quarterdeck.Domain.Tests.Commentary;

/// <summary>Texts that take their figures from the data.</summary>
public sealed class CitedFiguresTests
{
    private static readonly CitedFigures Cited = new(new Rater(Sample()), M("2025-10"));

    [Theory]
    [InlineData("It was {{T01}}.", "It was 88.5%.")]
    [InlineData("It was {{ T01  2025-09 }}.", "It was 91.0%.")]
    [InlineData("{{T01 period}}: {{T01 value}} against {{T01 target}} and {{T01 floor}}.", "October 2025: 88.5% against 90% and 85%.")]
    [InlineData("{{T01 rating}} after {{T01 2025-09 rating}}, {{T01 DIRECTION}}.", "Amber after Green, worsened.")]
    [InlineData("No citation: {T01}, {{}, }}.", "No citation: {T01}, {{}, }}.")]
    public void A_citation_gives_the_figure_as_printed(string typed, string read) => Assert.Equal(read, Cited.Write(typed));

    [Theory]
    [InlineData("{{T02}}", "no indicator has this reference")]
    [InlineData("{{T01 2024-01}}", "no result for January 2024")]
    [InlineData("{{T01 ytd}}", "no ytd")]
    [InlineData(
        "{{T01 October}}",
        "'October' is neither a month such as 2025-10 nor one of value, ytd, target, floor, rating, ytd-rating, direction, previous-year, period")]
    [InlineData("{{}}", "write a reference, then a month and a word if wanted")]
    [InlineData("{{T01 2025-09 value more}}", "write a reference, then a month and a word if wanted")]
    public void What_cannot_be_found_is_told_and_stays_visible(string typed, string reason)
    {
        Assert.Equal([(typed, reason)], Cited.Problems($"It was {typed}."));
        Assert.Equal($"It was [{typed[2..^2].Trim()}: {reason}].", Cited.Write($"It was {typed}."));
    }

    [Fact]
    public void What_the_author_typed_is_left_without_citations() => Assert.Equal("It was , then 64%.", CitedFigures.Without("It was {{T01}}, then 64%."));

    private static Pack Sample()
    {
        var indicator = Kpi();
        return new Pack
        {
            Settings = new Settings([]),
            Indicators = [indicator],
            Results = Run(indicator, "2025-10", 91.0m, 88.5m),
            Targets = [new Target { Ref = Ref, From = M("2025-04"), Value = 90, Floor = 85 }],
        };
    }
}
