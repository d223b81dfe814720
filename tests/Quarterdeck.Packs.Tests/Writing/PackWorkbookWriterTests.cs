using Quarterdeck.Domain.Packs;
using Quarterdeck.Packs.Reading;
using Quarterdeck.Packs.Tests.Reading;
using Quarterdeck.Packs.Writing;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Packs.Tests.Writing;

public sealed class PackWorkbookWriterTests
{
    public static TheoryData<string> All => [Samples.Latest, Samples.First, Samples.District];

    [Theory]
    [MemberData(nameof(All))]
    public void A_workbook_written_and_read_again_is_the_same_pack(string sample)
    {
        using var scratch = new Scratch();
        var pack = Samples.Read(sample);
        File.WriteAllBytes(scratch.Path("pack.xlsx"), PackWorkbookWriter.Write(pack));

        Assert.Equal(Content.Of(pack), Content.Of(Sound(scratch.Path("pack.xlsx"))));
    }

    [Theory]
    [InlineData(Samples.Latest, "xlsx")]
    [InlineData(Samples.Latest, "ods")]
    [InlineData(Samples.First, "xlsx")]
    public void A_workbook_saved_by_another_program_is_the_same_pack(string sample, string format)
    {
        Assert.SkipWhen(LibreOffice.WhyNot() is not null, LibreOffice.WhyNot() ?? string.Empty);
        using var scratch = new Scratch();
        var pack = Samples.Read(sample);
        File.WriteAllBytes(scratch.Path("pack.xlsx"), PackWorkbookWriter.Write(pack));

        var saved = LibreOffice.Save(scratch.Path("pack.xlsx"), format, Directory.CreateDirectory(scratch.Path("saved")).FullName);

        Assert.Equal(Content.Of(pack), Content.Of(Sound(saved)));
    }

    [Fact]
    public void Text_that_looks_like_something_else_stays_text_when_another_program_saves_it()
    {
        Assert.SkipWhen(LibreOffice.WhyNot() is not null, LibreOffice.WhyNot() ?? string.Empty);
        using var scratch = new Scratch();
        string[] references = ["007", "1-2", "3/4", "1E5", "TRUE", "=SUM(A1)", "'=x", "+44", "MAR1", "10%"];
        var typed = references.Select(reference => reference[0] is '=' or '\'' or '+' ? "'" + reference : reference).ToList();
        scratch.With(
            ("indicators", "ref,title,kind,unit,basis,ytd\n" + string.Concat(typed.Select(each => $"{each},{each},kpi,percent,period,none\n"))),
            ("results", "ref,period,value,note\n" + string.Concat(typed.Select(each => $"{each},2025-10,97.50%,\"One line\n{each}\"\n"))));
        var pack = Sound(scratch.Folder);
        var folder = Directory.CreateDirectory(scratch.Path("saved")).FullName;
        File.WriteAllBytes(Path.Combine(folder, "pack.xlsx"), PackWorkbookWriter.Write(pack));

        var saved = LibreOffice.Save(Path.Combine(folder, "pack.xlsx"), "ods", folder);

        Assert.Equal(references, pack.Indicators.Select(indicator => indicator.Ref.Value));
        Assert.Equal(Content.Of(pack), Content.Of(Sound(Path.Combine(folder, "pack.xlsx"))));
        Assert.Equal(Content.Of(pack), Content.Of(Sound(saved)));
    }

    [Fact]
    public void Percentages_dates_and_months_are_cells_of_their_kind()
    {
        Assert.SkipWhen(OpenPyxl.WhyNot() is not null, OpenPyxl.WhyNot() ?? string.Empty);
        using var scratch = new Scratch();
        scratch.With(
            ("results", "ref,period,value\nA,2025-10,97.5%\n"),
            ("targets", "ref,from,target,approved_on\nA,2025-04,90%,2025-03-05\n"));
        File.WriteAllBytes(scratch.Path("pack.xlsx"), PackWorkbookWriter.Write(Sound(scratch.Folder)));

        var seen = OpenPyxl.Run(scratch.Folder, """
            import openpyxl
            book = openpyxl.load_workbook("pack.xlsx")
            for sheet, row in (("results", 2), ("targets", 2)):
                print(*[f"{cell.value}|{cell.number_format}" for cell in book[sheet][row]], sep=";")
            print(book["results"].freeze_panes, book["results"]["A1"].protection.locked, book["results"]["A2"].protection.locked)
            """);

        Assert.Equal(
            """
            A|@;2025-10-31 00:00:00|mmm\ yyyy;0.975|0.0%
            A|@;2025-04-30 00:00:00|mmm\ yyyy;period|@;0.9|0%;2025-03-05 00:00:00|dd/mm/yyyy
            A2 True False

            """.ReplaceLineEndings("\n"),
            seen.Data);
    }

    [Fact]
    public void A_pack_gives_the_same_bytes_each_time() =>
        Assert.Equal(PackWorkbookWriter.Write(Samples.Read(Samples.Latest)), PackWorkbookWriter.Write(Samples.Read(Samples.Latest)));

    private static Pack Sound(string path)
    {
        var reading = PackReader.Read(path);
        return reading.Pack ?? throw new InvalidOperationException(string.Join('\n', reading.Findings.Select(finding => $"{finding.Where} {finding.Message}")));
    }
}
