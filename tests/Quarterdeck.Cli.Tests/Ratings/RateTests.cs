using System.Text.Json;
using Quarterdeck.Cli.Tests.Programs;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Packs;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Cli.Tests.Ratings;

public sealed class RateTests : IDisposable
{
    private static readonly string[] Contract =
    [
        "ref", "title", "area", "kind", "latest_period", "value", "displayed", "target", "floor", "rating", "ytd", "ytd_displayed", "ytd_rating",
        "lower", "upper", "range", "direction", "previous_rating", "reason", "explanation", "stale",
        "not_rated", "ytd_not_rated", "no_direction", "ytd_target", "ytd_floor", "direction_note", "previous_year", "previous_year_ytd", "status",
        "unit", "scale", "area_name", "breakdown", "year_target", "forecast_period", "forecast", "forecast_displayed", "forecast_rating", "made_of",
        "signal", "assurance", "signal_explanation", "year_end_period", "year_end_of", "year_end_forecast", "year_end_low", "year_end_high",
        "year_end_target", "chance_of_target", "chance_of_floor", "year_end_required", "year_end_explanation",
    ];

    private readonly TemporaryPack _pack = new(
        ("settings", """
            key,value
            organisation,Test Council
            """),
        ("areas", """
            code,name
            FIN,Finance
            """),
        ("indicators", """
            ref,title,kind,area,unit,per,decimals,polarity,frequency,basis,ytd
            A1,Invoices paid in 30 days – “on time”,kpi,FIN,percent,,,higher,month,period,none
            A2,Calls answered,kpi,FIN,percent,100,1,higher,month,period,ratio
            A3,Days lost,kpi,FIN,days,,1,lower,month,snapshot,none
            A4,Spending,activity,FIN,gbp,,,neutral,month,period,sum
            A5,Suspended measure,kpi,FIN,percent,,,higher,month,period,none
            A6,Annual accounts,milestone,FIN,,,,,year,,none
            A7,Nothing yet,kpi,FIN,number,,,higher,month,period,none
            A8,"=HYPERLINK(""https://example.org"")",context,FIN,number,,,neutral,month,snapshot,none
            """),
        ("targets", """
            ref,from,to,scope,target,floor,lower,upper
            A1,2025-04,2026-03,period,85%,80%,,
            A2,2025-04,2026-03,period,90,80,,
            A3,2025-04,2026-03,period,7.5,8.0,,
            A4,2025-04,2026-03,ytd,,,1000,2000
            A5,2025-04,2026-03,period,90,80,,
            """),
        ("results", """
            ref,period,value,numerator,denominator,marker,status,previous_year
            A1,2025-04,80%,,,,,
            A1,2025-05,85.00%,,,,provisional,84%
            A2,2025-04,,2,3,,,
            A2,2025-05,,100,110,,,
            A3,2025-04,8.1,,,,,
            A4,2025-04,£900,,,,,
            A4,2025-05,"£1,250",,,,,
            A5,2025-04,95,,,,,
            A5,2025-05,,,,suspended,,
            A8,2025-05,-3.50,,,,,
            """),
        ("milestones", """
            ref,step,due,state
            A6,Draft,2025-05-20,met
            A6,Final,2025-06-30,
            """));

    public void Dispose() => _pack.Dispose();

    [Theory]
    [InlineData("A1", "title", "Invoices paid in 30 days – “on time”")]
    [InlineData("A1", "area", "FIN")]
    [InlineData("A1", "kind", "kpi")]
    [InlineData("A1", "latest_period", "2025-05")]
    [InlineData("A1", "value", "85.00")]
    [InlineData("A1", "displayed", "85.00%")]
    [InlineData("A1", "target", "85")]
    [InlineData("A1", "floor", "80")]
    [InlineData("A1", "rating", "Green")]
    [InlineData("A1", "ytd", null)]
    [InlineData("A1", "ytd_displayed", "n/a")]
    [InlineData("A1", "ytd_rating", null)]
    [InlineData("A1", "ytd_not_rated", "no year to date")]
    [InlineData("A1", "direction", "improved")]
    [InlineData("A1", "previous_rating", "Amber")]
    [InlineData("A1", "reason", "computed")]
    [InlineData("A1", "not_rated", null)]
    [InlineData("A1", "status", "provisional")]
    [InlineData("A1", "previous_year", "84")]
    [InlineData("A2", "value", "90.909090909091")]
    [InlineData("A2", "displayed", "90.9%")]
    [InlineData("A2", "ytd", "90.265486725664")]
    [InlineData("A2", "ytd_displayed", "90.3%")]
    [InlineData("A2", "ytd_rating", "Green")]
    [InlineData("A2", "ytd_target", "90")]
    [InlineData("A2", "ytd_floor", "80")]
    [InlineData("A2", "previous_rating", "Red")]
    [InlineData("A3", "latest_period", "2025-04")]
    [InlineData("A3", "displayed", "8.1 days")]
    [InlineData("A3", "rating", "Red")]
    [InlineData("A3", "direction", null)]
    [InlineData("A3", "no_direction", "no result for March 2025")]
    [InlineData("A3", "stale", "False")]
    [InlineData("A4", "kind", "activity")]
    [InlineData("A4", "displayed", "£1,250")]
    [InlineData("A4", "rating", null)]
    [InlineData("A4", "not_rated", "not a KPI")]
    [InlineData("A4", "ytd", "2150")]
    [InlineData("A4", "lower", "1000")]
    [InlineData("A4", "upper", "2000")]
    [InlineData("A4", "range", "Above")]
    [InlineData("A5", "latest_period", "2025-05")]
    [InlineData("A5", "value", null)]
    [InlineData("A5", "displayed", "Suspended")]
    [InlineData("A5", "not_rated", "suspended")]
    [InlineData("A5", "reason", "suspended")]
    [InlineData("A5", "previous_rating", "Green")]
    [InlineData("A6", "kind", "milestone")]
    [InlineData("A6", "rating", null)]
    [InlineData("A6", "ytd_rating", "Green")]
    [InlineData("A7", "latest_period", null)]
    [InlineData("A7", "displayed", null)]
    [InlineData("A7", "not_rated", "no result")]
    [InlineData("A8", "value", "-3.50")]
    public void A_field_of_a_record_is(string reference, string field, string? expected)
    {
        var record = Json(RateInProcess("--format", "json")).EnumerateArray().Single(record => record.GetProperty("ref").GetString() == reference);

        var value = record.GetProperty(field);
        Assert.Equal(expected, value.ValueKind == JsonValueKind.Null ? null : value.ToString());
    }

    [Fact]
    public void Every_record_has_the_fields_of_the_contract_in_their_order()
    {
        var records = Json(RateInProcess("--format", "json")).EnumerateArray().ToList();

        Assert.Equal(8, records.Count);
        Assert.All(records, record => Assert.Equal(Contract, record.EnumerateObject().Select(field => field.Name)));
        Assert.All(records, record => Assert.Equal(JsonValueKind.False, record.GetProperty("stale").ValueKind));
    }

    [Fact]
    public void Json_is_indented_and_spells_pounds_and_dashes_out()
    {
        var answer = QuarterdeckProcess.Run("rate", _pack.Path, "--format", "json");

        Assert.Equal(0, answer.Exit);
        Assert.StartsWith("[\n  {\n    \"ref\": \"A1\"", answer.Data, StringComparison.Ordinal);
        Assert.Contains("Invoices paid in 30 days – “on time”", answer.Data, StringComparison.Ordinal);
        Assert.Contains("\"displayed\": \"£1,250\"", answer.Data, StringComparison.Ordinal);
        Assert.DoesNotContain("\\u", answer.Data, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_holds_the_same_fields_and_no_formula()
    {
        var answer = QuarterdeckProcess.Run("rate", _pack.Path, "--format", "csv");

        var lines = answer.Data.Split("\r\n");
        Assert.Equal(string.Join(',', Contract), lines[0]);
        Assert.Contains("A8,\"'=HYPERLINK(\"\"https://example.org\"\")\",FIN,context,2025-05,-3.50,-3.50,", answer.Data, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_for_another_program_has_one_plain_line_a_record()
    {
        var answer = QuarterdeckProcess.Run("rate", _pack.Path);

        var lines = answer.Data.TrimEnd().Split('\n');
        Assert.Equal(2 + 8, lines.Length);
        Assert.Matches(@"^A1 .* May 2025 +85\.00% +85% +80% +Green ", lines[2]);
        Assert.DoesNotContain('\u001b', answer.Data);
        Assert.Contains("8 indicators, results to May 2025.", answer.Said, StringComparison.Ordinal);
        Assert.Contains(
            "Latest: 2 Green, 0 Amber, 1 Red, 1 not rated (suspended), 1 not rated (rated on the year to date only), 1 not rated (no result), of 6 "
            + "KPIs and milestones.",
            answer.Said,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-04")]
    [InlineData("Apr-25")]
    public void An_earlier_month_admits_only_what_closed_by_then(string asAt)
    {
        var records = Json(QuarterdeckProcess.Run("rate", _pack.Path, "--as-at", asAt, "--format", "json").Data).EnumerateArray().ToList();

        Assert.Equal("2025-04", records[0].GetProperty("latest_period").GetString());
        Assert.Equal("Amber", records[0].GetProperty("rating").GetString());
    }

    [Fact]
    public void One_indicator_is_shown_with_its_reasons()
    {
        var answer = QuarterdeckProcess.Run("rate", _pack.Path, "--only", "a3");

        Assert.Equal(0, answer.Exit);
        Assert.Contains("A3: Red for April 2025: 8.1 days", answer.Data, StringComparison.Ordinal);
        Assert.DoesNotContain("A1", answer.Data, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pack_with_errors_gives_its_findings_and_no_ratings()
    {
        _pack.Write("results", "ref,period,value\nA1,2025-04,eighty\nZZ,2025-04,1");

        var answer = QuarterdeckProcess.Run("rate", _pack.Path, "--format", "json");

        Assert.Equal(3, answer.Exit);
        var findings = Json(answer.Data).EnumerateArray().ToList();
        Assert.Equal(2, findings.Count);
        Assert.All(findings, finding => Assert.Equal("error", finding.GetProperty("severity").GetString()));
        Assert.All(findings, finding => Assert.Equal(
            ["code", "severity", "where", "message", "remedy", "ref", "file", "row", "column", "value", "expected", "accepted"],
            finding.EnumerateObject().Select(field => field.Name)));
        Assert.Equal(2, findings[0].GetProperty("row").GetInt32());
        Assert.Contains("2 errors", answer.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("county-2025-26", 54)]
    [InlineData("county-2011-12", 34)]
    public void A_sample_is_rated_with_a_sentence_for_every_indicator(string sample, int indicators)
    {
        var answer = QuarterdeckProcess.Run("rate", Samples.Folder(sample), "--format", "json");

        Assert.Equal(0, answer.Exit);
        var records = Json(answer.Data).EnumerateArray().ToList();
        Assert.Equal(indicators, records.Count);
        Assert.All(records, record => Assert.EndsWith(".", record.GetProperty("explanation").GetString(), StringComparison.Ordinal));
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private string RateInProcess(params string[] options)
    {
        var (exit, data, _) = QuarterdeckInProcess.Run(["rate", _pack.Path, .. options]);
        Assert.Equal(0, exit);
        return data;
    }
}
