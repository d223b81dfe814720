using Quarterdeck.Documents.Tests.Html;
using Quarterdeck.Documents.Tests.Pdf;
using Quarterdeck.Documents.Tests.Sheets;
using Quarterdeck.Documents.Tests.Word;
using Quarterdeck.TestKit;

namespace Quarterdeck.Documents.Tests.Published;

/// <summary>What the program publishes of both samples keeps the rules of each format.</summary>
public sealed class PublishedFileTests(PublishedSamples published)
{
    public static TheoryData<string> Packs => [Samples.Latest, Samples.First];

    [Theory]
    [MemberData(nameof(Packs))]
    public void Every_pdf_keeps_every_structural_rule(string sample) =>
        Assert.All(published.Files(sample, ".pdf"), file => Assert.Empty(PdfStructureChecker.Check(File.ReadAllBytes(file))));

    [Theory]
    [MemberData(nameof(Packs))]
    public void Every_word_of_every_pdf_stands_within_its_page(string sample) =>
        Assert.All(published.Files(sample, ".pdf"), file => Assert.Empty(PdfPiece.OutsideThePage(new PdfReader(File.ReadAllBytes(file)))));

    [Theory]
    [MemberData(nameof(Packs))]
    public void No_words_of_a_pdf_are_printed_over_others(string sample) =>
        Assert.All(published.Files(sample, ".pdf"), file => Assert.Empty(PdfPiece.OverEachOther(new PdfReader(File.ReadAllBytes(file)))));

    [Theory]
    [MemberData(nameof(Packs))]
    public void The_validator_finds_nothing_in_a_word_file(string sample) =>
        Assert.All(published.Files(sample, ".docx"), file => Assert.Empty(new WordFile(File.ReadAllBytes(file)).Findings()));

    [Theory]
    [MemberData(nameof(Packs))]
    public void The_validator_finds_nothing_in_an_excel_file(string sample) =>
        Assert.All(published.Files(sample, ".xlsx"), file => Assert.Empty(SheetFile.Findings(File.ReadAllBytes(file))));

    [Theory]
    [MemberData(nameof(Packs))]
    public void Every_page_is_strict_html(string sample) =>
        Assert.All(published.Files(sample, ".html"), file => Assert.NotEmpty(HtmlReader.Read(File.ReadAllText(file)).Children));
}
