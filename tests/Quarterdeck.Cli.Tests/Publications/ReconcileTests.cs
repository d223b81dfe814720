using System.Text.Json;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Packs;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Cli.Tests.Publications;

public sealed class ReconcileTests
{
    [Fact]
    public void Differences_are_records_and_totals_are_told_beside_them()
    {
        using var pack = new TemporaryPack(
            ("settings", "key,value\norganisation,Test Council"),
            ("indicators", "ref,title,kind,unit,polarity,frequency,ytd\nA1,Calls answered,kpi,percent,higher,month,none"),
            ("targets", "ref,from,to,target,floor\nA1,2025-04,2026-03,90,80"),
            ("results", "ref,period,value\nA1,2025-04,91.4\nA1,2025-05,85"),
            ("published", "ref,round,period,value,rating,direction\nA1,2025-05,2025-05,85,Green,worsened\nA1,2025-05,2025-04,91,Green,"));

        var answer = QuarterdeckProcess.Run("reconcile", pack.Path, "--format", "json");

        Assert.Equal(1, answer.Exit);
        var difference = Assert.Single(JsonDocument.Parse(answer.Data).RootElement.EnumerateArray());
        Assert.Equal(
            ["A1", "2025-05", "2025-05", "rating", "Green", "Amber"],
            difference.EnumerateObject().Take(6).Select(field => field.Value.GetString()));
        Assert.Contains("85% achieves the floor standard of 80%", difference.GetProperty("explanation").GetString(), StringComparison.Ordinal);
        Assert.Contains("published:       4 agree, 0 carried as published, 1 differ", answer.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("county-2025-26", "rating:          28 agree, 0 carried", "ytd_rating:      28 agree, 0 carried", "range:           12 agree, 0 carried")]
    [InlineData("county-2011-12", "value:           61 agree, 0 carried", "direction:       26 agree, 0 carried", "previous_rating: 8 agree, 18 carried")]
    public void A_sample_agrees_with_what_was_published(string sample, params string[] totals)
    {
        var answer = QuarterdeckProcess.Run("reconcile", Samples.Folder(sample), "--format", "json");

        Assert.Equal("[]\n", answer.Data);
        Assert.Equal(0, answer.Exit);
        Assert.All(totals, total => Assert.Contains(total, answer.Said, StringComparison.Ordinal));
    }
}
