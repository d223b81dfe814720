using System.Text.Json;
using Quarterdeck.Cli.Tests.Programs;
using Quarterdeck.TestKit.Packs;
using Quarterdeck.TestKit.Repositories;

namespace Quarterdeck.Cli.Tests.Checks;

public sealed class CheckTests
{
    [Fact]
    public void A_sound_pack_ends_well()
    {
        using var pack = new TemporaryPack(
            ("settings", "key,value\norganisation,Test Council"),
            ("indicators", "ref,title,kind,unit,polarity,frequency,ytd\nA1,Calls answered,kpi,percent,higher,month,none"),
            ("targets", "ref,from,to,target,floor\nA1,2025-04,2026-03,90,80"),
            ("results", "ref,period,value\nA1,2025-04,91.4\nA1,2025-05,92"));

        var answer = QuarterdeckProcess.Run("check", pack.Path, "--today", "2025-06-10", "--format", "json");

        Assert.DoesNotContain("\"error\"", answer.Data, StringComparison.Ordinal);
        Assert.Equal(0, answer.Exit);
    }

    [Fact]
    public void An_error_is_told_with_place_and_remedy_and_ends_with_1()
    {
        using var pack = new TemporaryPack(
            ("settings", "key,value\norganisation,Test Council"),
            ("indicators", "ref,title,kind,unit,polarity,frequency,ytd\nA1,Calls answered,kpi,percent,higher,month,none"),
            ("results", "ref,period,value\nA1,2025-04,ninety"));

        var records = QuarterdeckProcess.Run("check", pack.Path, "--format", "json");
        var text = QuarterdeckProcess.Run("check", pack.Path);

        Assert.Equal((1, 1), (records.Exit, text.Exit));
        var finding = Assert.Single(JsonDocument.Parse(records.Data).RootElement.EnumerateArray());
        Assert.Equal("error", finding.GetProperty("severity").GetString());
        Assert.Equal("results.csv", finding.GetProperty("file").GetString());
        Assert.StartsWith($"error: {finding.GetProperty("where").GetString()} [{finding.GetProperty("code").GetString()}]\n    ", text.Data, StringComparison.Ordinal);
        Assert.Contains("1 error.", text.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("county-2025-26")]
    [InlineData("county-2011-12")]
    public void A_sample_can_be_checked(string sample)
    {
        var answer = QuarterdeckProcess.Run("check", Path.Combine(Repository.Samples, sample), "--today", "2025-11-26", "--format", "json");

        Assert.InRange(answer.Exit, 0, 1);
        Assert.Equal(answer.Exit == 1, answer.Data.Contains("\"severity\": \"error\"", StringComparison.Ordinal));
    }
}
