using Quarterdeck.Application.PriorReports;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Packs.Reading;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Packs;

namespace Quarterdeck.Application.Tests.PriorReports;

public sealed class ReconcileTests
{
    /// <summary>One pack of results and, row by row, what a report printed of it: the differences that must come out.</summary>
    /// <param name="published">A row of the table, columns as in <see cref="Reconciled"/>.</param>
    /// <param name="expected">Field, published, computed; or what is agreed or carried.</param>
    [Theory]
    [InlineData("K1,2025-06,,,85.7,,,,,,", "1 agree")]
    [InlineData("K1,2025-06,,,86,,,,,,", "1 agree")]
    [InlineData("K1,2025-06,,,85.8,,,,,,", "value 85.8% 85.7%")]
    [InlineData("K1,2025-06,,,,Amber,,,,,", "1 agree")]
    [InlineData("K1,2025-06,,,,amber,,,,,", "1 agree")]
    [InlineData("K1,2025-06,,,,Green,,,,,", "rating Green Amber")]
    [InlineData("K1,2025-06,2025-05,,91,Green,,,,,", "2 agree")]
    [InlineData("K1,2025-06,2025-05,,92,Green,,,,,", "value 92% 91%")]
    [InlineData("K1,2025-05,,,91,,,,,,", "1 agree")]
    [InlineData("K1,2025-06,2025-03,,91,,,,,,", "value 91% nothing")]
    [InlineData("K1,2025-06,,,,,88.4,Amber,,,", "2 agree")]
    [InlineData("K1,2025-06,,,,,88.3,Green,,,", "ytd 88.3% 88.4%|ytd_rating Green Amber")]
    [InlineData("K1,2025-06,,2025-05,,,91,,,,", "1 agree")]
    [InlineData("K1,2025-06,,,,,,,,worsened,Green", "2 agree")]
    [InlineData("K1,2025-06,,,,,,,,improved,Amber", "direction improved worsened|previous_rating Amber Green")]
    [InlineData("K1,2025-05,,,,,,,,improved,", "direction improved nothing")]
    [InlineData("A1,2025-06,,,,,,,Above,,", "1 agree")]
    [InlineData("A1,2025-06,,,,,,,Yes,,", "range Yes Above")]
    [InlineData("A1,2025-06,,,,,n/a,,,,", "1 agree")]
    [InlineData("A1,2025-06,,,,,500,,,,", "ytd £500 not applicable")]
    [InlineData("N1,2025-06,,,70,Red,,,,,", "1 agree, 1 carried")]
    [InlineData("N1,2025-06,,,70,Green,,,,,", "rating Green nothing")]
    [InlineData("S1,2025-06,,,suspended,,,,,,", "1 agree")]
    [InlineData("S1,2025-06,,,88,,,,,,", "value 88% suspended")]
    public void A_printed_figure_is_compared_with_the_computed_one(string published, string expected)
    {
        var reconciliation = Reconciled(published);

        var counted = reconciliation.Carried > 0 ? $"{reconciliation.Agree} agree, {reconciliation.Carried} carried" : $"{reconciliation.Agree} agree";
        var differences = reconciliation.Differences.Select(difference => $"{difference.Field} {difference.Published} {difference.Computed ?? "nothing"}")
            .ToList();
        Assert.Equal(expected, differences.Count == 0 ? counted : string.Join('|', differences));
        Assert.Equal(differences.Count, reconciliation.Differ);
    }

    [Theory]
    [InlineData("K1,2025-06,,,,Green,,,,,", "Green was published and Amber is computed: Amber for June 2025: 85.7% achieves the floor standard of 80%")]
    [InlineData("K1,2025-06,2025-05,,,Red,,,,,", "Red was published and Green is computed: Green for May 2025: 91%")]
    [InlineData("K1,2025-06,,,,,90,,,,", "90% was published and 88% is computed: the results from May 2025 to June 2025 give 88%.")]
    [InlineData(
        "K1,2025-06,,,,,,,,improved,",
        "improved was published and worsened is computed: 85.7% in June 2025 follows 91% in May 2025, and higher is better.")]
    [InlineData(
        "K1,2025-06,,,,,,,,,Red",
        "Red was published and Green is computed: May 2025 is 91% against a target of 90% and a floor standard of 80%, and higher is better.")]
    [InlineData("K1,2025-06,2025-03,,91,,,,,,", "91% was published and nothing can be computed: no result is held for March 2025.")]
    [InlineData(
        "A1,2025-06,,,,,,,Below,,",
        "Below was published and Above is computed: the result of £500 is tested against the range from £100 to £400, and both ends are inside.")]
    public void A_difference_says_why(string published, string explanation)
    {
        var difference = Assert.Single(Reconciled(published).Differences);

        Assert.StartsWith(explanation, difference.Explanation, StringComparison.Ordinal);
        Assert.EndsWith(".", difference.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Samples.Latest, "value 52 0, rating 28 0, ytd 43 0, ytd_rating 28 0, range 12 0")]
    [InlineData(Samples.First, "value 61 0, rating 23 38, direction 26 0, previous_rating 8 18")]
    public void Everything_published_of_a_sample_agrees_or_is_carried(string sample, string totals)
    {
        var pack = Samples.Read(sample);

        var reconciliation = Reconcile.Run(pack, new Rater(pack));

        Assert.Empty(reconciliation.Differences);
        Assert.Equal(totals, string.Join(", ", reconciliation.Tallies.Select(tally => $"{tally.Field} {tally.Agree} {tally.Carried}")));
    }

    private static Reconciliation Reconciled(string published)
    {
        using var folder = new TemporaryPack(
            ("settings", "key,value\norganisation,Test Council"),
            ("indicators", """
                ref,title,kind,unit,polarity,frequency,basis,ytd,ytd_from
                K1,Calls answered,kpi,percent,higher,month,period,mean,5
                A1,Spending,activity,gbp,neutral,month,period,none,
                N1,No floor,kpi,percent,higher,month,period,none,
                S1,Suspended,kpi,percent,higher,month,period,none,
                """),
            ("targets", """
                ref,from,to,target,floor,lower,upper
                K1,2025-04,2026-03,90,80,,
                A1,2025-04,2026-03,,,100,400
                N1,2025-04,2026-03,90,,,
                """),
            ("results", """
                ref,period,value,marker
                K1,2025-05,91,
                K1,2025-06,85.7,
                A1,2025-06,500,
                N1,2025-06,70,
                S1,2025-06,,suspended
                """),
            ("published", "ref,round,period,ytd_period,value,rating,ytd,ytd_rating,range,direction,previous_rating\n" + published));
        var reading = PackReader.Read(folder.Path);
        Assert.True(reading.Pack is not null, string.Join("; ", reading.Findings.Select(finding => finding.Message)));
        return Reconcile.Run(reading.Pack, new Rater(reading.Pack));
    }
}
