using Quarterdeck.Documents.Html;
using Quarterdeck.Documents.Pdf;
using Quarterdeck.Documents.Sheets;
using Quarterdeck.Documents.Tests.Html;
using Quarterdeck.Documents.Tests.Pdf;
using Quarterdeck.Documents.Tests.Sheets;
using Quarterdeck.Documents.Tests.Word;

namespace Quarterdeck.Documents.Tests.HardCases;

/// <summary>What is hard to write comes back from every format whole, in order and within the page.</summary>
public sealed class HardCaseTests
{
    public static TheoryData<string> Names => [.. HardCase.All.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Pdf(string name)
    {
        var hard = Case(name);
        using var output = new MemoryStream();
        var result = PdfWriter.Write(hard.Document, output);

        Assert.Equal(hard.Missing, result.Missing);
        Assert.Empty(PdfStructureChecker.Check(output.ToArray()));
        var reader = new PdfReader(output.ToArray());
        Assert.Empty(PdfPiece.OutsideThePage(reader));
        Assert.Empty(PdfPiece.OverEachOther(reader));
        var words = PdfPiece.InReadingOrder(reader);
        InOrder(words, hard.Title, Replaced(hard.Words, hard.Missing));
        InOrder(words, hard.Title, Replaced(hard.Cells, hard.Missing));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Word(string name)
    {
        var hard = Case(name);
        var file = new WordFile(hard.Document);

        Assert.Empty(file.Findings());
        var words = WordFile.WordsOf(file.Body);
        InOrder(words, hard.Title, hard.Words);
        InOrder(words, hard.Title, hard.Cells);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Excel(string name)
    {
        var hard = Case(name);
        using var output = new MemoryStream();
        XlsxWriter.Write(SheetComposer.Compose(hard.Document), output);

        Assert.Empty(SheetFile.Findings(output.ToArray()));
        Sheets(hard, SheetFile.Excel(output.ToArray()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Open_document(string name)
    {
        var hard = Case(name);
        using var output = new MemoryStream();
        OdsWriter.Write(SheetComposer.Compose(hard.Document), output);

        Sheets(hard, SheetFile.OpenDocument(output.ToArray()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Html(string name)
    {
        var hard = Case(name);

        var words = HtmlReader.Read(HtmlWriter.Write(hard.Document)).All().Single(element => element.Name == "body").Words.ToString();

        InOrder(words, hard.Title, hard.Words);
        InOrder(words, hard.Title, hard.Cells);
    }

    [Fact]
    public void A_link_of_300_characters_leads_where_it_says()
    {
        var document = Case("an address of 300 characters").Document;
        var address = Case("an address of 300 characters").Words[1];
        using var output = new MemoryStream();
        PdfWriter.Write(document, output);
        var reader = new PdfReader(output.ToArray());
        var leads = reader.Pages()
            .SelectMany(page => reader.Array(page.Page.GetValueOrDefault("Annots")))
            .Select(link => reader.Dictionary(reader.Dictionary(link)!["A"])!["URI"])
            .ToList();

        Assert.Equal(300, address.Length);
        Assert.True(leads.Count > 3);
        Assert.All(leads, uri => Assert.Equal(address, uri));
        Assert.Contains($"href=\"{address}\"", HtmlWriter.Write(document), StringComparison.Ordinal);
        Assert.Contains(address, new WordFile(document).Part("word/_rels/document.xml.rels").ToString(), StringComparison.Ordinal);
    }

    private static void Sheets(HardCase hard, IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> sheets)
    {
        Assert.Equal(4, sheets.Count);
        Assert.Equal(hard.Title, sheets[0][0][0]);
        Assert.All(sheets.SelectMany(sheet => sheet).SelectMany(row => row), cell => Assert.NotEmpty(cell));
        InOrder(string.Join('\n', sheets[2].SelectMany(row => row)), string.Empty, hard.Words);
        InOrder(string.Join('\n', sheets[3].SelectMany(row => row)), string.Empty, InSheets(hard.Cells));
        var table = sheets[3].Skip(2).ToList();
        Assert.All(table, row => Assert.Equal(table[0].Count, row.Count));
        Assert.Equal(table[0].Count, table[0].Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(table[0], heading => Assert.InRange(heading.Length, 1, 255));
    }

    /// <summary>A spreadsheet has one line a cell, and no longer heading than 255 characters.</summary>
    private static IEnumerable<string> InSheets(IReadOnlyList<string> cells) =>
        cells.Select((cell, index) => index == 1 && cell.Length > 255 ? cell[..250] : index == 0 ? cell : cell.Replace("\n", "; ", StringComparison.Ordinal));

    /// <summary>Each of the words after the one before it. Spaces and line ends do not count: a line may end anywhere in a long word.</summary>
    private static void InOrder(string text, string title, IEnumerable<string> words)
    {
        var rest = Solid(text);
        foreach (var expected in words.Prepend(title).Select(Solid))
        {
            var at = rest.IndexOf(expected, StringComparison.Ordinal);
            Assert.True(at >= 0, $"'{expected}' is not in what follows: {rest[..Math.Min(rest.Length, 500)]}");
            rest = rest[(at + expected.Length)..];
        }
    }

    private static string Solid(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private static IEnumerable<string> Replaced(IEnumerable<string> words, IReadOnlyList<string> missing) =>
        words.Select(each => missing.Aggregate(each, (text, one) => text.Replace(one, "\u25A1", StringComparison.Ordinal)));

    private static HardCase Case(string name) => HardCase.All.Single(one => one.Name == name);
}
