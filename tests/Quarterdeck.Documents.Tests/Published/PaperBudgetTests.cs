using Quarterdeck.Documents.Tests.Pdf;
using Quarterdeck.TestKit;

namespace Quarterdeck.Documents.Tests.Published;

/// <summary>Every paper of both samples, laid out: as long as a committee reads, as large as it can read, and no heading left alone.</summary>
public sealed class PaperBudgetTests(PublishedSamples published)
{
    /// <summary>The smallest letters: those of charts and page edges.</summary>
    private const double LeastSize = 9;

    /// <summary>Smaller than the smallest heading.</summary>
    private const double LessThanAHeading = 11.2;

    public static TheoryData<string> Packs => [Samples.Latest, Samples.First];

    [Theory]
    [InlineData(Samples.Latest, "dashboard", 14, 4200)]
    [InlineData(Samples.Latest, "cover", 2, 1200)]
    [InlineData(Samples.Latest, "exceptions", 7, 2400)]
    [InlineData(Samples.First, "cover", 3, 1400)]
    [InlineData(Samples.First, "quarterly", 42, 13000)]
    public void A_paper_is_no_longer_than_its_budget(string sample, string report, int pages, int words)
    {
        var text = PdfText.ByPage(Reader(sample, report));
        Assert.InRange(text.Count, 1, pages);
        Assert.InRange(text.Sum(page => page.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length), 1, words);
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void No_heading_stands_alone_at_the_foot_of_a_page(string sample) => Assert.All(published.Files(sample, ".pdf"), file =>
    {
        foreach (var page in PdfPiece.Of(new PdfReader(File.ReadAllBytes(file))).Where(piece => piece.Mark is not null).GroupBy(piece => piece.Page))
        {
            var last = page.MinBy(piece => piece.Y)!;
            Assert.True(last.Size < LessThanAHeading, $"{Path.GetFileName(file)}, page {page.Key}: '{last.Text}'");
        }
    });

    [Theory]
    [MemberData(nameof(Packs))]
    public void No_letter_is_too_small_to_read(string sample) => Assert.All(published.Files(sample, ".pdf"), file => Assert.All(
        PdfPiece.Of(new PdfReader(File.ReadAllBytes(file))),
        piece => Assert.True(piece.Size >= LeastSize, $"{Path.GetFileName(file)}, page {piece.Page}: '{piece.Text}' has {piece.Size} points")));

    [Theory]
    [MemberData(nameof(Packs))]
    public void Every_page_of_a_paper_lies_one_way(string sample) => Assert.All(published.Files(sample, ".pdf"), file =>
        Assert.Single(new PdfReader(File.ReadAllBytes(file)) is var reader
            ? reader.Pages().Select(page => string.Join(' ', reader.Array(page.Page["MediaBox"]))).Distinct()
            : []));

    private PdfReader Reader(string sample, string report) => new(File.ReadAllBytes(Assert.Single(published.Files(sample, $"{report}.pdf"))));
}
