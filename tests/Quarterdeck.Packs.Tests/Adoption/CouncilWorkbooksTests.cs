using System.Text.Json;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Packs.Adoption;
using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Findings;
using Quarterdeck.Packs.Reading;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Packs.Tests.Adoption;

/// <summary>25 workbooks as councils lay them out, written by another program, with the truth beside them.</summary>
public sealed class CouncilWorkbooksTests
{
    private const double LeastRight = 0.98;
    private const double MostUnsure = 0.05;

    [Fact]
    public void Figures_of_25_layouts_are_read_right_or_said_to_be_unsure_and_next_month_needs_no_question()
    {
        Assert.SkipWhen(OpenPyxl.WhyNot() is not null, OpenPyxl.WhyNot() ?? string.Empty);
        using var october = new Scratch();
        using var november = new Scratch();
        Make(october, "10");
        Make(november, "11");
        var truth = Truth(october);
        Assert.Equal(25, truth.Count);
        foreach (var book in truth)
        {
            var outcome = Read(october.Path(book.File), new AdoptionMapping());
            Compare(book, outcome, october);
            Assert.True(outcome.Count(AdoptedState.Unsure) <= MostUnsure * outcome.Cells.Count(cell => cell.IsNumber), book.File);

            File.WriteAllText(october.Path("mapping.csv"), outcome.Mapping);
            var next = Read(november.Path(book.File), AdoptionMapping.Read(october.Path("mapping.csv")));
            Assert.Empty(next.Questions);
            Compare(Truth(november).Single(each => each.File == book.File), next, november);
        }
    }

    [Fact]
    public void Every_number_of_every_layout_is_read_unsure_or_left_out()
    {
        Assert.SkipWhen(OpenPyxl.WhyNot() is not null, OpenPyxl.WhyNot() ?? string.Empty);
        using var scratch = new Scratch();
        Make(scratch, "10");
        foreach (var book in Truth(scratch))
        {
            var outcome = Read(scratch.Path(book.File), new AdoptionMapping());
            var log = new FindingCollector();
            using var tables = PackSource.Open(scratch.Path(book.File), ReadLimits.Default, log);
            var numbers = tables!.Tables.Sum(table => table.Records().Sum(row => row.Cells.Count(cell => cell.Text.Any(char.IsAsciiDigit))));

            Assert.Equal(numbers, outcome.Count(AdoptedState.Read) + outcome.Count(AdoptedState.Unsure) + outcome.Count(AdoptedState.LeftOut));
            Assert.All(outcome.Cells.Where(cell => cell.State != AdoptedState.Read), cell => Assert.False(string.IsNullOrEmpty(cell.Reason)));
        }
    }

    private sealed record Figure(string Title, string? Period, string Kind, decimal Value);

    private sealed record Book(string File, IReadOnlyList<Figure> Figures, IReadOnlyList<Figure> Standards);

    private static void Make(Scratch scratch, string lastMonth)
    {
        var script = Path.Combine(Samples.Repository, "tests", "Quarterdeck.Packs.Tests", "Adoption", "council_workbooks.py");
        var answer = OpenPyxl.Run(scratch.Folder, File.ReadAllText(script), scratch.Folder, lastMonth);
        Assert.True(answer.Exit == 0, answer.Said);
    }

    private static List<Book> Truth(Scratch scratch) =>
        JsonSerializer.Deserialize<List<Book>>(File.ReadAllText(scratch.Path("truth.json")), JsonSerializerOptions.Web)!;

    private static AdoptionOutcome Read(string path, AdoptionMapping mapping)
    {
        var outcome = CouncilAdoption.Read([path], new AdoptionRequest("Test Council", 4, new DateOnly(2025, 12, 5), mapping), out var findings);
        Assert.DoesNotContain(findings, finding => finding.Severity == Domain.Findings.Severity.Error);
        return outcome!;
    }

    /// <summary>Every figure is right but for a few that are missing or unsure, and none is wrong without being unsure.</summary>
    private static void Compare(Book book, AdoptionOutcome outcome, Scratch scratch)
    {
        File.WriteAllBytes(scratch.Path("adopted.xlsx"), outcome.Workbook!);
        var reading = PackReader.Read(scratch.Path("adopted.xlsx"));
        Assert.DoesNotContain(reading.Findings, finding => finding.Severity == Domain.Findings.Severity.Error);
        var pack = reading.Pack!;
        var refs = pack.Indicators.ToDictionary(indicator => indicator.Title, indicator => indicator.Ref);
        var results = pack.Results.ToDictionary(result => (result.Ref, result.Period.Closing.ToString()), result => result.Value?.Number);
        var right = book.Figures.Count(figure => results.GetValueOrDefault((refs[figure.Title], figure.Period!)) == figure.Value);
        var wrong = book.Figures.Where(figure => results.GetValueOrDefault((refs[figure.Title], figure.Period!)) is { } read && read != figure.Value)
            .Where(figure => !outcome.Cells.Any(cell => cell.State == AdoptedState.Unsure && cell.ReadAs?.Contains(figure.Period!, StringComparison.Ordinal) == true));

        Assert.Empty(wrong.Select(figure => $"{book.File}: {figure}"));
        Assert.True(right >= LeastRight * book.Figures.Count, $"{book.File}: {right} of {book.Figures.Count}");
        Standards(book, pack, refs);
    }

    private static void Standards(Book book, Pack pack, Dictionary<string, Domain.Indicators.IndicatorRef> refs)
    {
        foreach (var standard in book.Standards.Where(each => each.Kind is "target" or "floor"))
        {
            var rows = pack.Targets.Where(target => target.Ref == refs[standard.Title]
                && (standard.Period is null || target.From.ToString() == standard.Period)).ToList();
            Assert.True(
                rows.Exists(target => (standard.Kind == "target" ? target.Value : target.Floor) == standard.Value), $"{book.File}: {standard}");
        }
    }
}
