using System.Text.Json;
using Quarterdeck.Cli.Tests.Programs;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Packs;
using Quarterdeck.TestKit.Programs;

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
        Assert.StartsWith(
            $"error: {finding.GetProperty("where").GetString()} [{finding.GetProperty("code").GetString()}]\n    ",
            text.Data,
            StringComparison.Ordinal);
        Assert.Contains("1 error.", text.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Samples.Latest, "2025-11-26", "ytd-outside-periods CS07", "dead-link FN08")]
    [InlineData(Samples.First, "2011-09-19", "call-in-open cpp-rate", "call-in-open qsw-posts", "call-in-open cpp-2yr", "call-in-open municipal-waste")]
    public void The_errors_of_a_sample_are_accepted_with_a_reason(string sample, string today, params string[] errors)
    {
        var answer = QuarterdeckProcess.Run("check", Samples.Folder(sample), "--today", today, "--format", "json");

        Assert.Equal(0, answer.Exit);
        Assert.Equal(errors, JsonDocument.Parse(answer.Data).RootElement.EnumerateArray()
            .Where(finding => finding.GetProperty("accepted").GetString() is not null)
            .Select(finding => $"{finding.GetProperty("code").GetString()} {finding.GetProperty("ref").GetString()}"));
    }

    [Fact]
    public void Without_a_day_the_clock_says_what_lies_in_the_future()
    {
        using var pack = new TemporaryPack(
            ("settings", "key,value\norganisation,Test Council"),
            ("indicators", "ref,title,kind,unit,polarity,frequency,ytd\nA1,Calls answered,kpi,percent,higher,month,none"),
            ("targets", "ref,from,to,target,floor\nA1,2025-04,2026-03,90,80"),
            ("results", "ref,period,value\nA1,2025-11,91.4"));

        var early = QuarterdeckInProcess.Run(["check", pack.Path, "--format", "json"], today: new DateOnly(2025, 10, 20));
        var late = QuarterdeckInProcess.Run(["check", pack.Path, "--format", "json"], today: new DateOnly(2025, 12, 2));

        Assert.Contains("period-in-future", early.Data, StringComparison.Ordinal);
        Assert.DoesNotContain("period-in-future", late.Data, StringComparison.Ordinal);
    }
}
