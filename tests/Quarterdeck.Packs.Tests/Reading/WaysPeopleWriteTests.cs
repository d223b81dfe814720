using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Results;
using Quarterdeck.Packs.Reading;
using Quarterdeck.Packs.Writing;

namespace Quarterdeck.Packs.Tests.Reading;

/// <summary>
/// What councils type in the cells of figures, periods and references. Each is read as it is meant, or refused with a remedy; the remedy
/// holds what to type instead, and that is then read.
/// </summary>
public sealed class WaysPeopleWriteTests
{
    private const string Settings = "key,value\norganisation,Test Council\n";

    /// <summary>Missing figures and what they are read as.</summary>
    public static TheoryData<string, string> Missing => new()
    {
        { "No data", "not available" }, { "..", "not available" }, { "...", "not available" }, { ":", "not available" }, { "x", "not available" },
        { "[x]", "not available" }, { "Not available", "not available" }, { "Data not available", "not available" }, { "N/K", "not available" },
        { "unknown", "not available" },
        { "null", "not available" },
        { "NaN", "not available" },
        { "#N/A", "not available" },
        { "[u]", "not available: Low reliability" },
        { "c", "suppressed" }, { "[c]", "suppressed" }, { "<5", "suppressed: <5" }, { "< 10", "suppressed: <10" }, { ">95%", "suppressed: >95%" },
        { "[low]", "suppressed: Low figure" },
        { "suppressed: 90-95%", "suppressed: 90-95%" },
        { "z", "not applicable" },
        { "[z]", "not applicable" },
        { "n/a", "not applicable" },
        { "NA", "not applicable" },
        { "n.a.", "not applicable" },
        { "TBC", "not returned" },
        { "tbd", "not returned" },
        { "To follow", "not returned" },
        { "Awaiting data", "not returned" },
        { "Pending", "not returned" }, { "Not collected", "not collected" }, { "Not recorded", "not collected" }, { "Not due", "not yet due" },
        { "not yet available", "not yet due" },
        { "new", "new" },
        { "New measure", "new" },
        { "new: New in 2025/26", "new: New in 2025/26" },
        { "On hold", "suspended" },
        { "-", "nil" }, { "–", "nil" }, { "--", "nil" }, { "nil", "nil" }, { "nil return", "nil" }, { "[w]", "nil" }, { "withheld", "withheld" },
    };

    /// <summary>What is no figure, and what its remedy says to type instead.</summary>
    public static TheoryData<string, string> Refused => new()
    {
        { "~60%", "60% [e]" }, { "c.60%", "60% [e]" }, { "approx 60", "60 [e]" }, { "about 5", "5 [e]" },
        { "90-95%", "suppressed: 90-95%" }, { "10 to 12", "suppressed: 90-95%" }, { "1/2", "0.5" }, { "45 of 50", "0.5" }, { "½", "0.5" },
        { "None", "not available" }, { "None", "0" }, { "*", "suppressed" }, { "#", "suppressed" }, { "Annual", "not yet due" }, { "5-", "-5" },
        { "1_000", "1,000" }, { "1'234", "1,000" }, { "Green", "not available" }, { "soon", "not returned" }, { "12abc", "n/a" }, { "£", "suppressed" },
        { "%", "suppressed" },
        { "٣", "not available" },
        { "1.234.567", "" },
        { "#REF!", "" },
        { "#DIV/0!", "" },
        { "=A1+1", "" },
        { "1E+05", "" },
        { "12 34", "" },
    };

    /// <summary>References as public bodies write them.</summary>
    public static TheoryData<string> References =>
    [
        "CS04a",
        "FN06", "NI 192", "C&L05d", "BV/12", "PI 3.1(a)", "LI_12", "schools-category", "1.2.3", "KPI#4", "CORP 09", "BVPI 82a(i)", "A+B", "50%", "ÀÉ1",
        "H&S: 7", "P1/Q2",
        "L'pool 3",
        "[old] 8", "12", "a", "@home", "=SUM", "-5", "C:3", "Waste, all", "\"quoted\"", "x|y", "~1", "A\\B", "..", "../secret", ".hidden", "{9}", "A?b", "£ 4",
        "日本 1", "'95",
        "FI06 (old BVPI8)", "E&E 2.b", "1234567890123456789012345678901234567890",
    ];

    [Theory]
    [MemberData(nameof(Missing))]
    public void A_missing_figure_is_the_marker_it_stands_for(string typed, string marker)
    {
        using var scratch = Pack(typed);

        var reading = scratch.Read();

        Assert.Equal(marker, Assert.Single(reading.Pack!.Results).Value.ToString());
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_no_figure_is_refused_with_a_remedy_that_works(string typed, string instead)
    {
        using var scratch = Pack(typed);

        var reading = scratch.Read();

        Assert.Null(reading.Pack);
        var finding = Assert.Single(reading.Findings, finding => finding.Severity == Severity.Error);
        Assert.Contains(instead, finding.Remedy, StringComparison.Ordinal);
        Assert.Contains("not available", finding.Expected, StringComparison.Ordinal);
        if (instead.Length > 0)
        {
            using var mended = Pack(instead);
            Assert.NotNull(mended.Read().Pack);
        }
    }

    [Theory]
    [InlineData("99.9%(p)", ResultStatus.Provisional)]
    [InlineData("99.9% [p]", ResultStatus.Provisional)]
    [InlineData("99.9p", ResultStatus.Provisional)]
    [InlineData("99.9 (est)", ResultStatus.Estimated)]
    [InlineData("99.9e", ResultStatus.Estimated)]
    [InlineData("99.9 (r)", ResultStatus.Final)]
    [InlineData("99.9 [f]", ResultStatus.Forecast)]
    public void What_stands_after_a_figure_says_how_settled_it_is(string typed, ResultStatus status)
    {
        using var scratch = Pack(typed);

        var result = Assert.Single(scratch.Read().Pack!.Results);

        Assert.Equal((99.9m, status), (result.Value!.Value.Number, result.Status));
    }

    [Fact]
    public void An_asterisk_after_a_figure_asks_for_a_note()
    {
        using var scratch = Pack("99.9*");

        var reading = scratch.Read();

        Assert.Equal(99.9m, Assert.Single(reading.Pack!.Results).Value?.Number);
        Assert.Equal("note-missing", Scratch.Only(reading).Code);
        Assert.Empty(scratch.With(("results", "ref,period,value,note\nA,2025-10,99.9*,Without schools\n")).Read().Findings);
    }

    [Theory]
    [InlineData("seconds", "5:30", "330")]
    [InlineData("seconds", "4m 22s", "262")]
    [InlineData("minutes", "5:30", "5.5")]
    [InlineData("hours", "01:30:00", "1.5")]
    [InlineData("days", "2 weeks", "14")]
    [InlineData("days", "12 days", "12")]
    [InlineData("complaints", "12 complaints", "12")]
    [InlineData("fte", "3.2 FTE", "3.2")]
    public void A_figure_may_be_typed_in_its_unit(string unit, string typed, string value)
    {
        using var scratch = Pack(typed, unit);

        Assert.Equal(value, Assert.Single(scratch.Read().Pack!.Results).Value.ToString());
    }

    [Theory]
    [InlineData("number", "5:30", "unit of time")]
    [InlineData("number", "12 days", "unit of time")]
    [InlineData("gbp", "5p", "pence in pounds")]
    [InlineData("minutes", "5m", "min after minutes")]
    public void A_figure_in_another_unit_is_refused_with_a_way_out(string unit, string typed, string remedy)
    {
        using var scratch = Pack(typed, unit);

        var finding = Assert.Single(scratch.Read().Findings, finding => finding.Severity == Severity.Error);

        Assert.Contains(remedy, finding.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("money,EUR", "€5", 0)]
    [InlineData("money,USD", "$5", 0)]
    [InlineData("money,", "£5", 0)]
    [InlineData("gbp,", "£5", 0)]
    [InlineData("money,EUR", "£5", 1)]
    [InlineData("gbp,", "€5", 1)]
    [InlineData("number,", "$5", 1)]
    public void A_currency_is_that_of_the_unit_or_is_told(string unit, string typed, int told)
    {
        using var scratch = new Scratch().With(
            ("indicators", $"ref,title,kind,unit,currency,ytd\nA,Spent,kpi,{unit},none\n"),
            ("results", $"ref,period,value\nA,2025-10,{typed}\n"));

        var reading = scratch.Read();

        Assert.Equal(5m, Assert.Single(reading.Pack!.Results).Value?.Number);
        Assert.Equal(told, reading.Findings.Count(finding => finding.Code == "unit-and-value-disagree"));
    }

    [Theory]
    [MemberData(nameof(References))]
    public void A_reference_is_read_written_and_read_again(string reference)
    {
        var cell = reference.AsSpan().IndexOfAny(',', '"') < 0 ? reference : $"\"{reference.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        using var scratch = new Scratch().With(
            ("indicators", $"ref,title,kind,unit,ytd\n{cell},Title,kpi,number,none\n"), ("results", $"ref,period,value\n{cell},2025-10,5\n"));

        var pack = scratch.Read().Pack;

        Assert.Equal(reference, Assert.Single(pack!.Results).Ref.Value);
        using var other = new Scratch();
        PackWriter.WriteFolder(pack, other.Folder);
        Assert.Equal(Content.Of(pack), Content.Of(other.Read().Pack!));
    }

    [Theory]
    [InlineData("2002-03", "quarter")]
    [InlineData("2011-12", "month")]
    [InlineData("200607", "month")]
    public void A_month_that_may_be_a_year_is_asked_about_where_nothing_shows_which_and_either_remedy_works(string typed, string frequency)
    {
        using var scratch = Of(frequency, typed);

        var finding = Assert.Single(scratch.Read().Findings);

        Assert.Equal("ambiguous-period", finding.Code);
        var (month, year) = (typed[^2..], $"{typed[..4]}/{typed[^2..]}");
        Assert.Contains(year, finding.Remedy, StringComparison.Ordinal);
        using var mended = Of(frequency, $"{typed[..4]}-{month}-28");
        Assert.NotNull(mended.Read().Pack);
        using var yearly = Of("year", year);
        Assert.NotNull(yearly.Read().Pack);
    }

    [Fact]
    public void A_month_is_a_month_where_another_shows_that_months_are_written_so()
    {
        using var scratch = new Scratch().With(
            ("indicators", "ref,title,kind,unit,ytd\nA,Calls,kpi,number,none\n"), ("results", "ref,period,value\nA,2011-12,5\nA,2011-11,6\n"));

        Assert.Equal(["2011-12", "2011-11"], scratch.Read().Pack!.Results.Select(result => result.Period.ToString()));
    }

    [Theory]
    [InlineData("year", "31 March 2003", "2003-03")]
    [InlineData("year", "2001/02", "2002-03")]
    [InlineData("month", "Dec 2011", "2011-12")]
    public void A_period_that_reads_as_a_year_survives_the_way_out_and_back(string frequency, string typed, string closing)
    {
        using var scratch = Of(frequency, typed);
        var pack = scratch.Read().Pack!;
        Assert.Equal(closing, Assert.Single(pack.Results).Period.ToString());

        using var other = new Scratch();
        PackWriter.WriteFolder(pack, other.Folder);

        Assert.Equal(Content.Of(pack), Content.Of(other.Read().Pack!));
        Assert.Equal(Content.Of(pack), Content.Of(PackRows.Read(PackRows.Of(pack), "store").Pack!));
    }

    [Fact]
    public void A_figure_of_more_digits_than_a_spreadsheet_keeps_is_refused_and_its_remedy_works()
    {
        using var scratch = Pack("1234567890123456");

        Assert.Contains("thousands or millions", Assert.Single(scratch.Read().Findings).Remedy, StringComparison.Ordinal);
        using var mended = Pack("1234567890123.456");
        Assert.NotNull(mended.Read().Pack);
    }

    private static Scratch Pack(string typed, string unit = "number") => new Scratch().With(
        ("settings", Settings),
        ("indicators", $"ref,title,kind,unit,ytd\nA,Calls,kpi,{unit},none\n"),
        ("results", $"ref,period,value\nA,2025-10,\"{typed.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n"));

    private static Scratch Of(string frequency, string period) => new Scratch().With(
        ("settings", Settings),
        ("indicators", $"ref,title,kind,unit,frequency,ytd\nA,Calls,kpi,number,{frequency},none\n"),
        ("results", $"ref,period,value\nA,{period},5\n"));
}
