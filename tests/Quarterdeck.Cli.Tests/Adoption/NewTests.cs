using System.Text;
using Quarterdeck.Cli.Output;
using Quarterdeck.Cli.Tests.Programs;
using Quarterdeck.TestKit.Packs;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Cli.Tests.Adoption;

/// <summary>The first minutes of a council that has nothing yet.</summary>
public sealed class NewTests
{
    [Theory]
    [InlineData("--frequency", "month")]
    [InlineData("--frequency", "quarter", "--rating", "tolerance")]
    [InlineData("--frequency", "year", "--year-start", "1", "--rating", "tolerance")]
    [InlineData("--frequency", "quarter", "--year-start", "7")]
    public void The_workbook_is_a_pack_as_it_stands_and_nothing_in_it_is_doubtful(params string[] flags)
    {
        using var folder = new TemporaryPack();

        Assert.Equal(0, QuarterdeckInProcess.Run(["new", folder["mine"], "--name", "Borough of Example", .. flags]).Exit);

        var check = QuarterdeckInProcess.Run(["check", Path.Combine(folder["mine"], "performance.xlsx")]);
        Assert.Equal((0, string.Empty), (check.Exit, check.Data));
        Assert.Contains("nothing found", check.Said, StringComparison.Ordinal);
        var rate = QuarterdeckInProcess.Run(["rate", folder["mine"]]);
        Assert.Contains("2 Green, 1 Amber, 0 Red", rate.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void Three_rows_filled_in_by_another_program_are_rated_and_published()
    {
        Assert.SkipWhen(OpenPyxl.WhyNot() is not null, OpenPyxl.WhyNot() ?? string.Empty);
        using var folder = new TemporaryPack();
        QuarterdeckInProcess.Run(["new", folder["mine"], "--name", "Borough of Example"]);

        var filled = OpenPyxl.Run(folder["mine"], """
            import datetime, openpyxl
            book = openpyxl.load_workbook("performance.xlsx")
            rows = [("HO1", "Empty homes brought back into use", "number", "higher", 40, 30, 44),
                    ("HO2", "Rent collected", "percent", "higher", 0.98, 0.95, 0.912),
                    ("HO3", "Days to re-let a home", "days", "lower", 20, 28, 24)]
            for at, (ref, title, unit, polarity, target, floor, value) in enumerate(rows, start=2):
                for column, cell in enumerate((ref, title, "kpi", "CUS", unit, polarity), start=1):
                    book["indicators"].cell(at, column, cell)
                for sheet, cells in (("targets", {1: ref, 3: target, 4: floor}), ("results", {1: ref, 3: value})):
                    for column, cell in cells.items():
                        place = book[sheet].cell(at, column, cell)
                        if column > 2 and unit == "percent":
                            place.number_format = "0.0%"
                        elif column > 2:
                            place.number_format = "General"
                book["results"].cell(at, 2, datetime.date(2025, 10, 1))
            book["commentary"].cell(2, 3, "HO2;HO3")
            book.save("performance.xlsx")
            """);
        Assert.Equal((0, string.Empty), (filled.Exit, filled.Said));

        var rate = QuarterdeckInProcess.Run(["rate", folder["mine"], "--format", "csv"]);
        var publish = QuarterdeckInProcess.Run(["publish", folder["mine"], "--report", "dashboard", "--out", folder["out"], "--formats", "html,pdf,docx"]);

        Assert.Equal(0, rate.Exit);
        Assert.Contains("1 Green, 1 Amber, 1 Red", rate.Said, StringComparison.Ordinal);
        Assert.Equal(0, publish.Exit);
        Assert.Contains("91.2%", File.ReadAllText(Path.Combine(folder["out"], "dashboard.html")), StringComparison.Ordinal);
        Assert.DoesNotContain("error", QuarterdeckInProcess.Run(["check", folder["mine"]]).Said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_that_is_there_is_left_as_it_is()
    {
        using var folder = new TemporaryPack();
        QuarterdeckInProcess.Run(["new", folder["mine"]]);
        File.WriteAllText(Path.Combine(folder["mine"], "performance.xlsx"), "kept");

        var again = QuarterdeckInProcess.Run(["new", folder["mine"]]);

        Assert.Equal(3, again.Exit);
        Assert.Contains("is left as it is", again.Said, StringComparison.Ordinal);
        Assert.Equal("kept", File.ReadAllText(Path.Combine(folder["mine"], "performance.xlsx")));
    }

    [Fact]
    public async Task What_no_flag_says_is_asked_until_the_answer_fits()
    {
        using var folder = new TemporaryPack();
        using var data = new MemoryStream();
        using var said = new StringWriter();
        using var answers = new StringReader("Borough of Example\n13\n1\nweekly\nquarter\n\n");
        using var terminal = new Terminal(data, said, null, false) { Answers = answers };

        var exit = await QuarterdeckProgram.RunAsync(["new", folder["mine"]], terminal, TimeProvider.System);

        Assert.Equal(0, exit);
        Assert.Contains("\"13\" is not one of the answers", said.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"weekly\" is not one of the answers", said.ToString(), StringComparison.Ordinal);
        var reading = Quarterdeck.Packs.Reading.PackReader.Read(folder["mine"]);
        Assert.Equal(("Borough of Example", 1), (reading.Pack!.Settings.Organisation, reading.Pack.Settings.FinancialYearStart));
        Assert.All(reading.Pack.Indicators, indicator => Assert.Equal(Domain.Periods.Frequency.Quarter, indicator.Calendar.Frequency));
        await terminal.Output.FlushAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Path.Combine(folder["mine"], "performance.xlsx"), Encoding.UTF8.GetString(data.ToArray()).Trim());
    }
}
