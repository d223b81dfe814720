using System.Globalization;
using System.Text;
using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Png;
using Quarterdeck.Documents.Tree;
using Quarterdeck.Documents.Zip;

namespace Quarterdeck.Documents.Word;

/// <summary>Writes a document as a Word file that can be edited: real styles, lists, headings, header rows, contents and charts.</summary>
public static class DocxWriter
{
    /// <summary>The same document gives the same bytes.</summary>
    /// <param name="document">What to write.</param>
    /// <param name="output">Takes the file; need not seek.</param>
    public static void Write(Document document, Stream output)
    {
        // Page numbers are Word's own: a column of them would be a guess.
        document = PageStarts.WithHeadings(PageNumbers.Without(document));
        var parts = new WordParts(document);
        var zip = new FixedZip(output);
        var charts = document.AllBlocks().OfType<ChartBlock>().Select(block => block.Chart).ToList();
        zip.Add("[Content_Types].xml", WordPackage.ContentTypes(
            charts.Count(WordChartDrawing.IsNative),
            charts.Count(WordChartDrawing.IsPicture) + Sparklines(document).Count(WordChartDrawing.IsPicture) + (document.Brand.Logo is null ? 0 : 1)));
        zip.Add("_rels/.rels", WordPackage.Relations());
        zip.Add("docProps/core.xml", WordPackage.CoreProperties(document));
        zip.Add("docProps/app.xml", WordPackage.ApplicationProperties(document));
        zip.Add("word/document.xml", stream => Body(document, parts, stream));
        zip.Add("word/_rels/document.xml.rels", WordPackage.DocumentRelations(parts));
        zip.Add("word/styles.xml", WordStyles.Xml(document.Language, document.Brand));
        zip.Add("word/numbering.xml", WordNumbering.Xml(parts.NumberedLists));
        zip.Add("word/settings.xml", WordPackage.Settings(document.Language));
        zip.Add("word/fontTable.xml", WordPackage.Fonts(document.Brand));
        zip.Add("word/theme/theme1.xml", WordPackage.Theme(document.Brand));
        zip.Add("word/header.xml", WordPackage.Header(document.Furniture, PageShape.Width(document.Landscape)));
        zip.Add("word/footer.xml", WordPackage.Footer(document, PageShape.Width(document.Landscape)));
        var look = new ChartLook(document.Language, document.Brand.WordFont ?? WordStyles.Font);
        for (var number = 1; number <= parts.Charts.Count; number++)
        {
            Chart(zip, parts.Charts[number - 1], number, look);
        }

        for (var number = 1; number <= parts.Pictures.Count; number++)
        {
            zip.Store(string.Create(CultureInfo.InvariantCulture, $"word/media/chart{number}.png"), PngWriter.Write(parts.Pictures[number - 1]));
        }

        if (document.Brand.Logo is { } logo)
        {
            zip.Store("word/" + LogoDrawing.Part, logo.Picture.File.ToArray());
        }

        zip.Finish();
    }

    private static IEnumerable<Chart> Sparklines(Document document) =>
        document.AllBlocks().OfType<Table>().SelectMany(table => table.Rows).SelectMany(row => row.Cells).OfType<ChartCell>().Select(cell => cell.Chart);

    private static void Body(Document document, WordParts parts, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16);
        writer.Write(WordXml.Head + $"<w:document {WordXml.Spaces} {WordXml.DrawingSpaces}><w:body>");
        var flow = new WordFlow(writer, document.Landscape);
        var blocks = new WordBlocks(parts, flow);
        if (document.Brand.Logo is { } logo)
        {
            flow.Paragraph(new ParagraphLook("Logo") { KeepNext = true }, LogoDrawing.Xml(logo, parts.Drawing()));
        }

        flow.Paragraph(new ParagraphLook("Title"), WordText.Run(document.Title));
        if (document.Subtitle is { } subtitle)
        {
            flow.Paragraph(new ParagraphLook("Subtitle"), WordText.Run(subtitle));
        }

        if (document.TitleBlock is { } facts)
        {
            blocks.Write(facts, WordNotes.None, null);
        }

        blocks.Write(document.Blocks, 1, WordNotes.None);
        flow.Finish();
        writer.Write("</w:body></w:document>");
    }

    private static void Chart(FixedZip zip, Chart chart, int number, ChartLook look)
    {
        var name = number.ToString(CultureInfo.InvariantCulture);
        var figures = ChartFigures.Of(chart);
        zip.Add(
            $"word/charts/chart{name}.xml",
            chart is StackedCounts counts ? CountsChartXml.Of(counts, figures, look) : ChartXml.Of((TrendChart)chart, figures, look));
        zip.Add($"word/charts/_rels/chart{name}.xml.rels", WordPackage.ChartRelations(number));
        using var workbook = new MemoryStream();
        ChartWorkbook.Write(figures, workbook);
        zip.Store($"word/embeddings/chart{name}.xlsx", workbook.ToArray());
    }
}
