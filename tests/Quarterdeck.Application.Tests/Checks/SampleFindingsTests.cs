using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Checks;
using Quarterdeck.Domain.Findings;
using Quarterdeck.TestKit;

namespace Quarterdeck.Application.Tests.Checks;

/// <summary>What is wrong in the published papers is found in the samples made from them, and nothing is called an error that is not one.</summary>
public sealed class SampleFindingsTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void Every_fault_the_reference_page_claims_is_found()
    {
        var found = new[] { ("003", Samples.First), ("004", Samples.Latest) }.ToDictionary(paper => paper.Item1, paper => Found(paper.Item2));
        var claims = Rows().Where(row => row[4].Length > 0).ToList();
        var missing = claims.Where(row => !found[row[2]].Any(finding => $"`{finding.Code}`" == row[4] && (finding.Ref ?? "(report)") == row[3]))
            .Select(row => string.Join(' ', row))
            .ToList();

        Assert.Empty(missing);
        Assert.True(claims.Count > 50);
        Assert.All(Rows(), row => Assert.True(row[4].Length > 0 || row[5].Length > 0, $"{row[1]} names neither a check nor a reason."));
    }

    [Fact]
    public void The_errors_are_these_and_no_others()
    {
        Assert.Equal(["CS07 ytd-outside-periods", "FN08 dead-link"], Errors(Samples.Latest));
        Assert.Equal(
            ["cpp-rate call-in-open", "qsw-posts call-in-open", "cpp-2yr call-in-open", "municipal-waste call-in-open"], Errors(Samples.First));
    }

    [Theory]
    [InlineData(Samples.Latest)]
    [InlineData(Samples.First)]
    public void Every_error_of_a_sample_is_accepted_with_a_reason(string sample)
    {
        var pack = Samples.Read(sample);
        var left = CheckDecisions.Apply(Found(sample), pack.Decisions, new Rater(pack).DefaultAsAt);

        Assert.DoesNotContain(left, finding => finding.Severity == Severity.Error || finding.Code == CheckDecisions.Unused);
        Assert.Equal(pack.Decisions.Count, left.Count(finding => finding.Accepted is not null));
    }

    [Fact]
    public void A_true_figure_in_prose_is_not_doubted() =>
        Assert.DoesNotContain(Found(Samples.Latest), finding => finding is { Code: "figure-not-held", Ref: "FN11" });

    private static List<string> Errors(string sample) =>
        [.. Found(sample).Where(finding => finding.Severity == Severity.Error).Select(finding => $"{finding.Ref} {finding.Code}")];

    private static IReadOnlyList<Finding> Found(string sample)
    {
        var pack = Samples.Read(sample);
        var rater = new Rater(pack);
        return CheckList.Run(pack, rater.RateAll(rater.DefaultAsAt), Today);
    }

    /// <summary>The cells of the page's table: an empty one, fault, paper, indicator, check, why not.</summary>
    private static List<string[]> Rows() =>
    [
        .. File.ReadLines(Path.Combine(Samples.Repository, "docs", "reference", "findings.md"))
            .Where(line => line.StartsWith("| M", StringComparison.Ordinal)).Select(line => line.Split('|').Select(cell => cell.Trim()).ToArray()),
    ];
}
