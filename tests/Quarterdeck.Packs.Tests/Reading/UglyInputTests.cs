using System.Diagnostics;
using System.Globalization;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Reading;
using Quarterdeck.Packs.Writing;

namespace Quarterdeck.Packs.Tests.Reading;

public sealed class UglyInputTests
{
    private const string Two = "ref,title,kind,unit,frequency,basis,ytd,from,to\n"
        + "A,Share on time,kpi,percent,month,period,none,,\nQ,Quarterly "
        + "count,kpi,number,quarter,period,sum,,\nOLD,Retired,kpi,number,month,period,none,2020-04,2024-03\n";

    public static TheoryData<string, string, string, int?, string?> Errors => new()
    {
        // table, content, code, row, column
        { "results", "", "empty-file", null, null },
        { "settings", "", "empty-file", null, null },
        { "results", "ref,value\nA,1\n", "missing-column", 1, "period" },
        { "indicators", "ref,title\nA,Share\n", "missing-column", 1, "kind" },
        { "results", "ref,period,value,value\nA,2025-10,1,2\n", "duplicate-column", 1, "value" },
        { "results", "ref,period,value\nA,2025-10,97%\nA,Oct-25,96%\n", "duplicate-row", 3, "breakdown" },
        { "results", "ref,period,breakdown,value\nA,2025-10,North,97%\nA,2025-10,north,96%\n", "duplicate-row", 3, "breakdown" },
        { "results", "ref,period,value\nAA,2025-10,97%\n", "unknown-reference", 2, "ref" },
        { "results", "ref,period,value\na,2025-10,97%\n", "unknown-reference", 2, "ref" },
        { "results", "ref,period,value\nQ,2025-10,97\n", "period-fits-no-frequency", 2, "period" },
        { "results", "ref,period,value\nA,Q2 2025/26,97\n", "period-fits-no-frequency", 2, "period" },
        { "results", "ref,period,value\nA,soon,97\n", "not-a-period", 2, "period" },
        { "results", "ref,period,value\nA,03/13/2025,97\n", "not-a-period", 2, "period" },
        { "results", "ref,period,value\nA,,97\n", "blank-cell", 2, "period" },
        { "results", "ref,period,value\nA,2025-10,\"1.234,5\"\n", "ambiguous-number", 2, "value" },
        { "results", "ref,period,value\nA,2025-10,\"1,5\"\n", "ambiguous-number", 2, "value" },
        { "results", "ref;period;value\nA;2025-10;1,234\n", "ambiguous-number", 2, "value" },
        { "results", "ref,period,value\nA,2025-10,=SUM(A1:A2)\n", "not-a-number", 2, "value" },
        { "results", "ref,period,value\nA,2025-10,#REF!\n", "spreadsheet-error", 2, "value" },
        { "results", "ref,period,value\nA,2025-10,42,563\n", "too-many-cells", 2, "4" },
        { "results", "ref,period,value,marker\nA,2025-10,97%,suspended\n", "value-and-marker", 2, "marker" },
        { "results", "ref,period,value,marker\nA,2025-10,,on holiday\n", "unknown-word", 2, "marker" },
        { "results", "ref,period,value,status\nA,2025-10,97% [p],forecast\n", "two-statuses", 2, "status" },
        { "results", "ref,period,value,status\nA,2025-10,97%,guessed\n", "unknown-word", 2, "status" },
        { "results", "ref,period,value,note\nA,2025-10,97%,a\u0001b\n", "unseen-character", 2, "note" },
        { "results", "ref,period,value\nA,2025-10,\"97\n", "csv-quote-open", 2, null },
        { "indicators", "ref,title,kind\nA,One,kpi\nQ,Other,kpi\nOLD,Old,kpi\nA,Two,kpi\n", "duplicate-row", 5, "ref" },
        { "indicators", "ref,title,kind\nA;B,One,kpi\n", "not-a-reference", 2, "ref" },
        { "reports", "code,kind,title\n../../out,dashboard,One\n", "not-a-code", 2, "code" },
        { "reports", "code,kind,title,attached\ncover,cover,One,pack\n", "unknown-reference", 2, "attached" },
        { "reports", "code,kind,title,columns\nmain,dashboard,One,target;bottom\n", "unknown-word", 2, "columns" },
        { "indicators", "ref,title,kind\nA,One,kpy\n", "unknown-word", 2, "kind" },
        { "indicators", "ref,title,kind,area\nA,One,kpi,FIN\n", "unknown-reference", 2, "area" },
        { "indicators", "ref,title,kind,parent\nA,One,kpi,Z\n", "unknown-reference", 2, "parent" },
        { "indicators", "ref,title,kind,scheme\nA,One,kpi,brag\n", "unknown-reference", 2, "scheme" },
        { "indicators", "ref,title,kind,scale\nA,One,kpi,0\n", "out-of-bounds", 2, "scale" },
        { "indicators", "ref,title,kind,decimals\nA,One,kpi,10\n", "out-of-bounds", 2, "decimals" },
        { "indicators", "ref,title,kind,ytd\nA,One,kpi,weighted\n", "blank-cell", 2, "weight" },
        { "indicators", "ref,title,kind,direction\nA,One,kpi,sideways\n", "unknown-word", 2, "direction" },
        { "settings", "key,value\nfinancial_year_start,Smarch\n", "not-a-month", 2, "value" },
        { "settings", "key,value\nlocale,en-GB\nLocale,en-IE\n", "duplicate-row", 3, "key" },
        { "settings", "key,value\nrating_scheme,brag\n", "unknown-reference", 2, "value" },
        { "targets", "ref,from,target\nA,2025-04,97%\nA,Apr 2025,98%\n", "duplicate-row", 3, "from" },
        { "targets", "ref,from,to,target\nA,2025-04,2025-03,97%\n", "ends-before-it-starts", 2, "to" },
        { "areas", "code,name,parent\nX,One,Y\nY,Two,X\n", "own-parent", 2, "parent" },
        { "areas", "code,name,parent\nX,One,Z\n", "unknown-reference", 2, "parent" },
        { "actions", "id,title,due\nA1,Mend it,soon\n", "not-a-date", 2, "due" },
        { "actions", "id,title,revised_due\nA1,Mend it,2025-09-31: late\n", "not-a-date", 2, "revised_due" },
        { "actions", "id,title,refs\nA1,Mend it,Z\n", "unknown-reference", 2, "refs" },
        { "actions", "id,title,risk\nA1,Mend it,R9\n", "unknown-reference", 2, "risk" },
        { "actions", "id,title,status\nA1,Mend it,nearly\n", "unknown-word", 2, "status" },
        { "actions", "id,title,progress\nA1,Mend it,120\n", "out-of-bounds", 2, "progress" },
        { "actions", "id,title\nA1,Mend it\na1,Again\n", "duplicate-row", 3, "id" },
        { "risks", "id,title,likelihood\nR1,It fails,3\n", "blank-cell", 2, "impact" },
        { "risks", "id,title,likelihood,impact\nR1,It fails,0,3\n", "out-of-bounds", 2, "likelihood" },
        { "risks", "id,title,from\nR1,It fails,2025-04\nR1,It fails,2025-04\n", "duplicate-row", 3, "from" },
        { "call_ins", "ref,round,actions\nA,2025-10,A9\n", "unknown-reference", 2, "actions" },
        { "report_tables", "report,table\nnone,kpi\n", "unknown-reference", 2, "report" },
        { "milestones", "ref,step,due\nA,Draft,10/13/2025\n", "not-a-date", 2, "due" },
        { "posts", "area,ref,role,holder\n,,director,Somebody\n", "blank-cell", 2, "area" },
        { "schemes", "scheme,order,band,rule,amount\ns,1,green,value,\n", "blank-cell", 2, "amount" },
        { "tables", "table,row,column,value,part_of\nt,r,c,5,Nowhere\n", "unknown-reference", 2, "part_of" },
        { "commentary", "round,kind,text,refs\n2025-10,commentary,Words,A;ZZ\n", "unknown-reference", 2, "refs" },
    };

    public static TheoryData<string, string, string, int?, string?> Warnings => new()
    {
        { "results", "ref,period,value,valeu\nA,2025-10,97%,\n", "unknown-column", 1, "valeu" },
        { "resuls", "ref,period,value\n", "unknown-table", null, null },
        { "results", "ref,period,value\n", "no-rows", null, null },
        { "results", "ref,period,value,,note\nA,2025-10,97%,stray,\n", "unnamed-column", 2, "4" },
        { "results", "ref,period,value\nA,2025-10,#N/A\n", "spreadsheet-error", 2, "value" },
        { "results", "ref,period,value\nA,2025-09,97%\nA,2025-10,0.97\n", "percent-typed-as-share", 3, "value" },
        { "results", "ref,period,value\nA,2025-09,97\nA,2025-10,0.97\n", "percent-typed-as-share", 3, "value" },
        { "results", "ref,period,value\nQ,2025-09,97%\n", "unit-and-value-disagree", 2, "value" },
        { "results", "ref,period,value\nA,2025-09,£97\n", "unit-and-value-disagree", 2, "value" },
        { "results", "ref,period,value\nOLD,2025-09,5\n", "outside-validity", 2, "period" },
        { "results", "ref,period,value\nA,2025-09,\"9\"7%\n", "csv-stray-quote", 2, null },
        { "targets", "ref,from,target\nOLD,2025-04,5\n", "target-for-retired-indicator", 2, "from" },
        { "targets", "", "empty-file", null, null },
        { "settings", "key,value\nterm_end,12\n", "unknown-setting", 2, "key" },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void An_error_refuses_the_pack_and_says_where_what_and_how(string table, string content, string code, int? row, string? column)
    {
        using var scratch = Pack((table, content));

        var reading = scratch.Read();

        Assert.Null(reading.Pack);
        var finding = Assert.Single(reading.Findings, finding => finding.Severity == Severity.Error && finding.Code == code);
        Assert.Equal((table + ".csv", row, column), (finding.File, finding.Row, finding.Column));
        AssertUseful(finding);
    }

    [Theory]
    [MemberData(nameof(Warnings))]
    public void A_warning_is_told_and_the_pack_read(string table, string content, string code, int? row, string? column)
    {
        using var scratch = Pack((table, content));

        var reading = scratch.Read();

        Assert.NotNull(reading.Pack);
        var finding = Assert.Single(reading.Findings, finding => finding.Severity == Severity.Warning);
        Assert.Equal((code, table + ".csv", row, column), (finding.Code, finding.File, finding.Row, finding.Column));
        AssertUseful(finding);
    }

    [Theory]
    [InlineData("settings")]
    [InlineData("indicators")]
    [InlineData("results")]
    public void A_needed_table_that_is_missing_is_the_only_error(string table)
    {
        using var scratch = Pack();
        File.Delete(scratch.Path(table + ".csv"));

        var finding = Assert.Single(scratch.Read().Findings, finding => finding.Severity == Severity.Error);

        Assert.Equal("missing-table", finding.Code);
        Assert.Contains(table + ".csv", finding.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_rows_of_a_key_are_named()
    {
        using var scratch = Pack(("results", "ref,period,value\nA,2025-09,1%\nA,2025-10,97%\nQ,2025-09,5\nA,Oct-25,96%\n"));

        Assert.Contains(
            "Rows 3 and 5",
            Assert.Single(scratch.Read().Findings, finding => finding.Severity == Severity.Error).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistyped_name_is_told_with_the_likely_one()
    {
        using var scratch = Pack(("results", "ref,period,value\na,2025-10,97%\n"));

        Assert.Contains("Write A", Assert.Single(scratch.Read().Findings, finding => finding.Severity == Severity.Error).Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void An_indicator_in_error_is_told_once_and_not_again_by_its_results()
    {
        using var scratch = Pack(("indicators", "ref,title,kind\nA,Share,kpy\nQ,Count,kpi\nOLD,Old,kpi\n"));

        Assert.Equal("unknown-word", Assert.Single(scratch.Read().Findings).Code);
    }

    [Fact]
    public void A_wrong_encoding_is_the_only_finding_of_its_file()
    {
        using var scratch = Pack();
        File.WriteAllBytes(scratch.Path("results.csv"), [.. "ref,period,value,note\nA,2025-10,97%,caf"u8, 0xE9, (byte)'\n']);

        var finding = Assert.Single(scratch.Read().Findings);

        Assert.Equal(("wrong-encoding", "results.csv", 2), (finding.Code, finding.File, finding.Row));
        Assert.Contains("é", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_million_faults_are_a_few_findings_and_a_number()
    {
        using var scratch = Pack();
        using (var writer = new StreamWriter(scratch.Path("results.csv")))
        {
            writer.Write("ref,period,value\n");
            for (var row = 0; row < 100_000; row++)
            {
                writer.Write("NOBODY,2025-10,97%\n");
            }
        }

        var findings = scratch.Read().Findings;

        Assert.Equal(21, findings.Count);
        Assert.Equal("And 99,980 more of the same kind.", findings[^1].Message);
        Assert.Equal("results.csv", findings[^1].File);
    }

    [Fact]
    public void More_rows_than_allowed_refuse_the_pack()
    {
        using var scratch = Pack(("results", "ref,period,value\nA,2025-08,1%\nA,2025-09,1%\nA,2025-10,1%\nA,2025-11,1%\n"));

        var reading = scratch.Read(new ReadLimits { Rows = 4 });

        Assert.Null(reading.Pack);
        Assert.Equal("over-limit", Assert.Single(reading.Findings).Code);
    }

    [Theory]
    [InlineData("commentary", "round,kind,text\n", "2025-10,commentary,Said\n")]
    [InlineData("areas", "code,name\n", "A{0},Area\n")]
    public void A_table_other_than_results_is_refused_beyond_its_own_limit(string table, string header, string row)
    {
        var rows = Enumerable.Range(1, 9).Select(number => string.Format(CultureInfo.InvariantCulture, row, number));
        using var scratch = Pack((table, header + string.Concat(rows)));

        Assert.NotNull(scratch.Read(new ReadLimits { RowsOfOtherTables = 9 }).Pack);
        var reading = scratch.Read(new ReadLimits { RowsOfOtherTables = 8 });

        Assert.Null(reading.Pack);
        Assert.Equal(("over-limit", table + ".csv", 10), (reading.Findings[0].Code, reading.Findings[0].File, reading.Findings[0].Row));
    }

    [Fact]
    public void A_row_limit_of_other_tables_does_not_count_results()
    {
        using var scratch = Pack(("results", "ref,period,value\nA,2025-08,1%\nA,2025-09,1%\nA,2025-10,1%\nA,2025-11,1%\n"));

        Assert.NotNull(scratch.Read(new ReadLimits { RowsOfOtherTables = 3 }).Pack);
    }

    [Fact]
    public async Task A_named_pipe_in_a_folder_or_as_a_pack_is_not_waited_for()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var scratch = Pack();
        var pipe = scratch.Path("posts.csv");
        using (var mkfifo = Process.Start("mkfifo", [pipe]))
        {
            await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var read = Task.Run(() => (scratch.Read(), PackReader.Read(pipe)), TestContext.Current.CancellationToken);
        if (await Task.WhenAny(read, Task.Delay(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)) != read)
        {
            // A reader that waits on the pipe would keep the test program alive: somebody must write into it.
            await File.WriteAllTextAsync(pipe, string.Empty, TestContext.Current.CancellationToken);
            Assert.Fail("The reader waited for somebody to write into the pipe.");
        }

        var (folder, file) = await read;
        Assert.Contains(folder.Findings, finding => (finding.Code, finding.File) == ("empty-file", "posts.csv"));
        Assert.Equal("empty-file", Assert.Single(file.Findings).Code);
    }

    [Fact]
    public void A_table_that_is_a_link_to_a_file_is_read()
    {
        using var scratch = Pack();
        using var other = new Scratch().With(("results", "ref,period,value\nA,2025-09,1%\nA,2025-10,1%\n"));
        File.Delete(scratch.Path("results.csv"));
        File.CreateSymbolicLink(scratch.Path("results.csv"), other.Path("results.csv"));

        Assert.Equal(2, scratch.Read().Pack!.Results.Count);
    }

    [Fact]
    public void Percentages_typed_as_shares_throughout_are_told_by_their_target()
    {
        using var scratch = Pack(("results", "ref,period,value\nA,2025-09,0.97\nA,2025-10,0.98\n"), ("targets", "ref,from,target\nA,2025-04,95%\n"));

        Assert.Equal("percent-typed-as-share", Assert.Single(scratch.Read().Findings).Code);
    }

    [Fact]
    public void A_percentage_without_its_sign_among_others_is_a_note_and_nothing_is_changed()
    {
        using var scratch = Pack(("results", "ref,period,value\nA,2025-09,97%\nA,2025-10,96\n"));

        var reading = scratch.Read();

        Assert.Equal(("percent-sign-missing", Severity.Note), (Assert.Single(reading.Findings).Code, reading.Findings[0].Severity));
        Assert.Equal(["97", "96"], reading.Pack!.Results.Select(result => result.Value.ToString()!));
    }

    [Fact]
    public void Small_percentages_are_no_shares()
    {
        using var scratch = Pack(("results", "ref,period,value\nA,2025-09,0.10%\nA,2025-10,0.09%\n"));

        Assert.Empty(scratch.Read().Findings);
    }

    [Fact]
    public void What_people_type_is_read_as_it_is_meant()
    {
        using var scratch = Pack(
            ("Results", "Value,PERIOD,Ref,previous year,Previous-Year-YTD,status\n97.0% [p],31/10/2025,A,n/a,new: New in 2025/26,\n\"£1,250\",Q2 "
                + "2025/26,Q,,,Estimated\n,Sep-25,A,,,\n"),
            ("targets", "ref,from,to,target\nQ,2025/26,2025/26,1.2k\n"));
        File.Delete(scratch.Path("results.csv"));

        var pack = scratch.Read().Pack!;

        Assert.Equal(
            ["A 2025-10 97.0 Provisional", "Q 2025-09 1250 Estimated", "A 2025-09  Final"],
            pack.Results.Select(result => $"{result.Ref} {result.Period} {result.Value} {result.Status}"));
        Assert.Equal(("not applicable", "new: New in 2025/26"), (pack.Results[0].PreviousYear.ToString(), pack.Results[0].PreviousYearYtd.ToString()));
        Assert.Equal(("2025-04", "2026-03", 1200m), (pack.Targets[0].From.ToString(), pack.Targets[0].To.ToString(), pack.Targets[0].Value));
    }

    [Fact]
    public void A_text_that_begins_like_a_formula_is_kept_as_text()
    {
        using var scratch = Pack(("results", "ref,period,value,note\nA,2025-10,97%,=HYPERLINK(\"x\")\n"));
        var pack = scratch.Read().Pack!;

        var written = PackWriter.Files(pack).Single(file => file.File == "results.csv").Content;

        Assert.Equal("=HYPERLINK(\"x\")", pack.Results[0].Note);
        Assert.Contains("'=HYPERLINK", System.Text.Encoding.UTF8.GetString(written), StringComparison.Ordinal);
    }

    [Fact]
    public void A_negative_result_is_written_as_a_number()
    {
        using var scratch = Pack(("results", "ref,period,value,ytd\nQ,2025-09,(3.50),-2\n"));

        var written = PackWriter.Files(scratch.Read().Pack!).Single(file => file.File == "results.csv").Content;

        Assert.Equal("ref,period,value,ytd\nQ,2025-09,-3.50,-2\n", System.Text.Encoding.UTF8.GetString(written));
    }

    [Fact]
    public void A_later_version_of_an_indicator_has_its_own_calendar()
    {
        using var scratch = Pack(
            ("indicators", "ref,title,kind,frequency,ytd,from,to\nA,One,kpi,quarter,none,,2024-03\nA,One,kpi,month,none,2024-04,\n"),
            ("results", "ref,period,value\nA,Q4 2023/24,5\nA,2024-05,6\n"));

        var reading = scratch.Read();

        Assert.Empty(reading.Findings);
        Assert.Equal([3, 1], reading.Pack!.Results.Select(result => result.Period.Closing.MonthsSince(result.Period.Opening) + 1));
    }

    private static Scratch Pack(params (string Name, string Content)[] tables) =>
        new Scratch().With([("indicators", Two), .. tables]);

    private static void AssertUseful(Finding finding)
    {
        Assert.NotEmpty(finding.Message);
        Assert.NotEmpty(finding.Remedy);
        Assert.False(string.IsNullOrEmpty(finding.Expected) && finding.Code != "csv-quote-open", "Nothing is expected.");
    }
}
