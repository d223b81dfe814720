using System.IO.Compression;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Packs.Reading;

namespace Quarterdeck.Packs.Tests.Reading;

/// <summary>Tables as they lie in councils' folders: with titles above, months across, other headings, other programs' noise.</summary>
public sealed class CouncilSheetsTests
{
    [Theory]
    [InlineData("KPI returns 2025/26,,\n,,\nref,period,value\nA,2025-10,97%\n", 3)]
    [InlineData("KPI returns 2025/26\nref,period,value\nA,2025-10,97%\n", 2)]
    [InlineData("\"Returns, final\"\n\n\nPrinted 1 May 2025\n\nRef,Period,Value\nA,2025-10,97%\n", 6)]
    [InlineData("KPI returns\nref;period;value\nA;2025-10;97\n", 2)]
    public void A_title_above_the_header_is_told_once_and_the_table_read(string results, int row)
    {
        using var scratch = new Scratch().With(("results", results));

        var reading = scratch.Read();

        Assert.Equal(97, Assert.Single(reading.Pack!.Results).Value?.Number);
        var finding = Assert.Single(reading.Findings, finding => finding.Code != "csv-delimiter");
        Assert.Equal(("title-above-header", Severity.Note, row), (finding.Code, finding.Severity, finding.Row));
        Assert.Contains($"row {row}", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ref,Apr-25,May-25,Jun-25\nA,91%,85%,88%\n", "Apr-25, May-25, Jun-25")]
    [InlineData("Title\nref,Q1 2025/26,Q2 2025/26\nA,91%,85%\n", "Q1 2025/26, Q2 2025/26")]
    [InlineData("ref,2025-04,2025-05,target\nA,91%,85%,90%\n", "2025-04, 2025-05")]
    [InlineData("ref,April 2025,May 2025,June 2025,July 2025,August 2025\nA,1,2,3,4,5\n", "and more")]
    [InlineData("period,A\n2025-04,91%\n", "for each indicator: A")]
    public void A_table_that_lies_across_is_one_error_that_says_how_it_has_to_be(string results, string named)
    {
        using var scratch = new Scratch().With(("results", results));

        var reading = scratch.Read();

        Assert.Null(reading.Pack);
        var finding = Assert.Single(reading.Findings, finding => finding.Severity != Severity.Note);
        Assert.Equal("wide-table", finding.Code);
        Assert.Contains(named, finding.Message, StringComparison.Ordinal);
        Assert.Contains("ref, period and value", finding.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("KPI Ref,period,value", "KPI Ref", "ref")]
    [InlineData("Measure ID,period,value", "Measure ID", "ref")]
    [InlineData("ref,Month,value", "Month", "period")]
    [InlineData("ref,Reporting Period,value", "Reporting Period", "period")]
    [InlineData("ref,perod,value", "perod", "period")]
    public void A_heading_councils_use_is_named_as_the_column_it_probably_is_and_renaming_it_works(string header, string typed, string column)
    {
        using var scratch = new Scratch().With(("results", header + "\nA,2025-10,97%\n"));

        var finding = Assert.Single(scratch.Read().Findings);

        Assert.Equal(("missing-column", $"Rename \"{typed}\" to {column}."), (finding.Code, finding.Remedy));
        Assert.Empty(scratch.With(("results", header.Replace(typed, column, StringComparison.Ordinal) + "\nA,2025-10,97%\n")).Read().Findings);
    }

    [Theory]
    [InlineData("Actual", "Rename it value")]
    [InlineData("Comments", "Rename it note")]
    [InlineData("Colour of the month", "Nothing to do")]
    public void A_column_of_figures_is_never_called_superfluous(string heading, string remedy)
    {
        using var scratch = new Scratch().With(("results", $"ref,period,numerator,{heading}\nA,2025-10,1,97%\n"));

        var finding = Scratch.Only(scratch.Read());

        Assert.Equal("unknown-column", finding.Code);
        Assert.StartsWith(remedy, finding.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pack\\results.csv", "pack\\settings.csv", "pack\\indicators.csv")]
    [InlineData("a\\b\\results.csv", "a\\b\\settings.csv", "a\\b\\indicators.csv")]
    [InlineData("pack\\results.csv", "pack/settings.csv", "pack\\indicators.csv")]
    public void A_zip_of_an_old_Windows_program_is_read(string results, string settings, string indicators)
    {
        using var scratch = new Scratch().With();
        using (var zip = ZipFile.Open(scratch.Path("pack.zip"), ZipArchiveMode.Create))
        {
            foreach (var (name, entry) in new[] { ("results", results), ("settings", settings), ("indicators", indicators) })
            {
                zip.CreateEntryFromFile(scratch.Path(name + ".csv"), entry);
            }
        }

        Assert.NotNull(PackReader.Read(scratch.Path("pack.zip")).Pack);
    }

    [Theory]
    [InlineData("en-GB")]
    [InlineData("cy-GB")]
    [InlineData("en-IE")]
    public void A_locale_that_is_honoured_is_accepted(string locale)
    {
        using var scratch = new Scratch().With(
            ("settings", $"key,value\norganisation,T\nlocale,{locale}\n"),
            ("results", "ref,period,value\nA,Hydref 2025,97%\nA,30/09/2025,96%\n"));

        Assert.Equal(["2025-10", "2025-09"], scratch.Read().Pack!.Results.Select(result => result.Period.ToString()));
    }

    [Theory]
    [InlineData("xx")]
    [InlineData("en-US")]
    [InlineData("de-DE")]
    [InlineData("fr")]
    public void A_locale_that_is_not_honoured_is_refused_by_name_and_the_remedy_works(string locale)
    {
        using var scratch = new Scratch().With(("settings", $"key,value\norganisation,T\nlocale,{locale}\n"));

        var reading = scratch.Read();

        Assert.Null(reading.Pack);
        var finding = Assert.Single(reading.Findings);
        Assert.Equal(("unknown-locale", locale), (finding.Code, finding.Value));
        Assert.Contains("Write en-GB", finding.Remedy, StringComparison.Ordinal);
        Assert.NotNull(scratch.With(("settings", "key,value\norganisation,T\nlocale,en-GB\n")).Read().Pack);
    }

    [Theory]
    [InlineData("Â£5", "£5")]
    [InlineData("97%Â ", "97%")]
    public void Spoiled_text_in_a_figure_is_an_error_that_says_what_was_meant(string typed, string meant)
    {
        using var scratch = new Scratch().With(("results", $"ref,period,value\nA,2025-10,{typed}\n"));

        var finding = Assert.Single(scratch.Read().Findings);

        Assert.Equal(("spoiled-text", Severity.Error), (finding.Code, finding.Severity));
        Assert.Contains(meant, finding.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Spoiled_text_in_words_is_a_warning()
    {
        using var scratch = new Scratch().With(("results", "ref,period,value,note\nA,2025-10,97%,April â€“ June\n"));

        var finding = Scratch.Only(scratch.Read());

        Assert.Equal(("spoiled-text", "April – June"), (finding.Code, finding.Expected));
    }

    [Fact]
    public void Fractions_throughout_are_asked_about_once_and_either_remedy_ends_it()
    {
        const string Targets = "ref,from,target,floor\nA,2025-04,0.9,0.8\n";
        using var scratch = new Scratch().With(("targets", Targets), ("results", "ref,period,value\nA,2025-09,0.97\nA,2025-10,0.95\n"));

        var finding = Scratch.Only(scratch.Read());

        Assert.Equal("fractions-throughout", finding.Code);
        Assert.Contains("97%", finding.Remedy, StringComparison.Ordinal);
        Assert.Empty(scratch.With(("targets", "ref,from,target,floor\nA,2025-04,90%,80%\n"), ("results", "ref,period,value\nA,2025-09,97%\nA,2025-10,95%\n"))
            .Read().Findings);
        Assert.Empty(scratch.With(
            ("targets", "ref,from,target,floor\nA,2025-04,0.9%,0.8%\n"),
            ("results", "ref,period,value\nA,2025-09,0.97%\nA,2025-10,0.95%\n")).Read().Findings);
    }

    [Theory]
    [InlineData("12%", "8%", "0.8", "30%")]
    [InlineData("2", "25", "0.9", "1.5")]
    [InlineData("1.1", "0.8", "1.3", "22")]
    public void An_honest_small_percentage_is_not_taken_for_a_fraction(params string[] values)
    {
        using var scratch = new Scratch().With(
            ("results", "ref,period,value\n" + string.Concat(values.Select((value, at) => $"A,2025-{at + 4:D2},{value}\n"))));

        Assert.DoesNotContain(scratch.Read().Findings, finding => finding.Severity != Severity.Note);
    }
}
