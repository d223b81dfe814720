using System.Text.Json;
using Quarterdeck.Cli.Tests.Programs;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Packs.Reading;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Packs;

namespace Quarterdeck.Cli.Tests.Adoption;

/// <summary>The way in from what a council has: its sheet, and the papers this program itself publishes.</summary>
public sealed class AdoptTests
{
    [Theory]
    [InlineData(Samples.Latest, "dashboard", "pdf")]
    [InlineData(Samples.Latest, "dashboard", "docx")]
    [InlineData(Samples.Latest, "dashboard", "html")]
    [InlineData(Samples.Latest, "dashboard", "xlsx")]
    [InlineData(Samples.First, "quarterly", "pdf")]
    [InlineData(Samples.First, "quarterly", "docx")]
    [InlineData(Samples.First, "quarterly", "html")]
    public void A_published_report_gives_back_its_titles_figures_targets_and_ratings(string sample, string report, string format)
    {
        using var folder = new TemporaryPack();
        Assert.Equal(0, QuarterdeckInProcess.Run(
            ["publish", Samples.Folder(sample), "--report", report, "--out", folder["out"], "--formats", format]).Exit);

        var answer = QuarterdeckInProcess.Run(["adopt", Path.Combine(folder["out"], $"{report}.{format}"), "--out", folder["adopted"], "--yes"]);

        Assert.Equal(0, answer.Exit);
        var (adopted, original) = (PackReader.Read(folder["adopted"]).Pack!, Samples.Read(sample));
        var refs = original.Indicators.Where(each => each.Kind == Domain.Indicators.IndicatorKind.Kpi || sample == Samples.Latest)
            .Where(each => format != "xlsx" || each.Scale == 1) // A sheet prints thousands without saying so.
            .ToDictionary(each => each.Ref, each => adopted.Indicators.First(one => one.Ref == each.Ref || IsTitled(one, each)).Ref);
        var results = original.Results.Where(result => result.Breakdown is null).ToDictionary(
            result => (result.Ref, Label(result.Period)), result => result.Value?.Number);
        var read = 0;
        foreach (var (own, other) in refs)
        {
            var scale = original.Indicators.First(each => each.Ref == own).Scale / adopted.Indicators.First(each => each.Ref == other).Scale;
            foreach (var result in adopted.Results.Where(each => each.Ref == other && each.Value?.Number is not null))
            {
                Assert.Equal(results[(own, Label(result.Period))] * scale, result.Value!.Value.Number);
                read++;
            }
        }

        Assert.True(read >= (sample == Samples.Latest ? format == "xlsx" ? 203 : 223 : 56), $"{read} figures");
        Ratings(refs, adopted, original);
        Standards(refs, adopted, original);
    }

    [Fact]
    public void A_council_s_own_sheet_becomes_a_pack_with_an_account_of_every_number_and_a_page_of_what_was_found()
    {
        using var folder = new TemporaryPack();

        var answer = QuarterdeckInProcess.Run(["adopt", Path.Combine(Samples.Repository, "samples", "kpis-2025-26.csv"), "--out", folder["adopted"]]);

        Assert.Equal(0, answer.Exit);
        Assert.Contains("5 indicators", answer.Said, StringComparison.Ordinal);
        using var account = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder["adopted"], "adopted.json")));
        var numbers = account.RootElement.GetProperty("numbers");
        Assert.Equal(
            numbers.GetProperty("all").GetInt32(),
            numbers.GetProperty("read").GetInt32() + numbers.GetProperty("unsure").GetInt32() + numbers.GetProperty("left_out").GetInt32());
        Assert.Contains("What was found", File.ReadAllText(Path.Combine(folder["adopted"], "found.html")), StringComparison.Ordinal);
        var rate = QuarterdeckInProcess.Run(["rate", folder["adopted"], "--format", "csv"]);
        Assert.Equal(0, rate.Exit);
        Assert.Contains("2 Green, 2 Amber, 1 Red", rate.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_a_table_of_indicators_writes_nothing()
    {
        using var folder = new TemporaryPack();
        File.WriteAllText(folder["letter.txt"], "Dear all,\nwe did well in 2025.\n");

        var answer = QuarterdeckInProcess.Run(["adopt", folder["letter.txt"], "--out", folder["adopted"]]);

        Assert.Equal(3, answer.Exit);
        Assert.Contains("No table of indicators", answer.Said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["adopted"]));
    }

    private static bool IsTitled(Domain.Indicators.Indicator adopted, Domain.Indicators.Indicator original) =>
        adopted.Title == original.Title || adopted.Title == original.ShortTitle || adopted.ShortTitle == original.Title;

    /// <summary>A school year and a financial year of one name close in different months.</summary>
    private static string Label(Domain.Periods.Period period) =>
        period.Calendar.Frequency == Domain.Periods.Frequency.Year ? $"{period.Closing.Year}" : period.Closing.ToString();

    /// <summary>Ratings that stand in the report, as the sample holds them from the paper it was made of.</summary>
    private static void Ratings(
        Dictionary<Domain.Indicators.IndicatorRef, Domain.Indicators.IndicatorRef> refs, Pack adopted, Pack original)
    {
        var printed = adopted.Published.Where(row => row.Period is not null).ToLookup(row => (row.Ref, row.Period!.Value));
        var compared = 0;
        foreach (var row in original.Published.Where(row => row is { Rating: not null, Period: not null } && refs.ContainsKey(row.Ref)))
        {
            if (printed[(refs[row.Ref], row.Period!.Value)].FirstOrDefault(each => each.Rating is not null) is { } read)
            {
                Assert.Equal(row.Rating, read.Rating);
                compared++;
            }
        }

        Assert.True(compared >= 25, $"{compared} ratings");
    }

    /// <summary>The target and floor of the latest period of each indicator, which every report prints.</summary>
    private static void Standards(
        Dictionary<Domain.Indicators.IndicatorRef, Domain.Indicators.IndicatorRef> refs, Pack adopted, Pack original)
    {
        var compared = 0;
        foreach (var (own, other) in refs)
        {
            if (Latest(adopted, other) is { } read && Latest(original, own) is { } typed)
            {
                Assert.Equal((own.ToString(), typed.Value), (own.ToString(), read.Value));
                Assert.True(read.Floor is null || read.Floor == typed.Floor, $"{own}: floor {read.Floor}, {typed.Floor} was printed");
                compared++;
            }
        }

        Assert.True(compared >= 25, $"{compared} targets");
    }

    private static Domain.Targets.Target? Latest(Pack pack, Domain.Indicators.IndicatorRef of)
    {
        var latest = pack.Results.Where(each => each is { Breakdown: null } && each.Ref == of).Select(each => each.Period.Closing).DefaultIfEmpty().Max();
        return pack.Targets
            .Where(row => row.Ref == of && row is { Scope: Domain.Targets.TargetScope.Period, Breakdown: null, Value: not null })
            .Where(row => row.From <= latest && (row.To is null || row.To >= latest)).MaxBy(row => row.From);
    }
}
