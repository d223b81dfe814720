using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Quarterdeck.Documents.Sheets;

namespace Quarterdeck.Bench.Documents;

/// <summary>
/// The same worksheet by the Open XML SDK in its fastest way: <c>OpenXmlWriter</c>, which streams elements without holding
/// them, with the lists of attributes made once. Styles and table are ours.
/// </summary>
public sealed class SdkXlsx(SyntheticSheet data, byte[] ours)
{
    private static readonly Row RowElement = new();
    private static readonly Cell CellElement = new();
    private static readonly CellValue ValueElement = new();
    private static readonly InlineString InlineElement = new();
    private static readonly Text TextElement = new();
    private static readonly OpenXmlAttribute[] Preserved = [new("xml", "space", "http://www.w3.org/XML/1998/namespace", "preserve")];

    private readonly (Stylesheet Styles, Table Table) _model = Read(ours);

    public void Write(Stream output)
    {
        using var document = SpreadsheetDocument.Create(output, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        var styles = book.AddNewPart<WorkbookStylesPart>();
        styles.Stylesheet = (Stylesheet)_model.Styles.CloneNode(true);
        var sheet = book.AddNewPart<WorksheetPart>();
        var table = sheet.AddNewPart<TableDefinitionPart>("rIdTable");
        table.Table = (Table)_model.Table.CloneNode(true);
        using (var writer = OpenXmlWriter.Create(sheet))
        {
            Sheet(writer);
        }

        book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(
            new Sheets(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = "Results", SheetId = 1, Id = book.GetIdOfPart(sheet) }));
    }

    private static (Stylesheet Styles, Table Table) Read(byte[] ours)
    {
        using var stream = new MemoryStream(ours);
        using var document = SpreadsheetDocument.Open(stream, false);
        var book = document.WorkbookPart!;
        var found = (
            (Stylesheet)book.WorkbookStylesPart!.Stylesheet.CloneNode(true),
            (Table)book.WorksheetParts.Single().TableDefinitionParts.Single().Table.CloneNode(true));
        return found.Item1.Descendants().Any() && found.Item2.Descendants().Any()
            ? found
            : throw new InvalidOperationException("The workbook has styles and a table.");
    }

    private void Sheet(OpenXmlWriter writer)
    {
        var plain = Style(0);
        var (title, header, text) = (Style(1), Style(3), Style(4));
        var numbers = Enumerable.Range(0, 3)
            .Select(places => (OpenXmlAttribute[])[new("s", string.Empty, (7 + places).ToString(CultureInfo.InvariantCulture))])
            .ToArray();
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new Columns(SyntheticSheet.Columns.Select((column, index) =>
            new DocumentFormat.OpenXml.Spreadsheet.Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = column.Width, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        Line(writer, ["Results"], title);
        Line(writer, ["One row a result."], plain);
        Line(writer, SyntheticSheet.Columns.Select(column => column.Header), header);
        foreach (var row in data.Rows)
        {
            writer.WriteStartElement(RowElement);
            foreach (var cell in row)
            {
                if (cell is SheetCell.Number number)
                {
                    writer.WriteStartElement(CellElement, numbers[number.Places]);
                    writer.WriteStartElement(ValueElement);
                    writer.WriteString(number.Value.ToString(CultureInfo.InvariantCulture));
                    writer.WriteEndElement();
                    writer.WriteEndElement();
                }
                else
                {
                    Inline(writer, ((SheetCell.Text)cell).Words, text);
                }
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        writer.WriteElement(new TableParts(new TablePart { Id = "rIdTable" }) { Count = 1 });
        writer.WriteEndElement();
    }

    private static void Line(OpenXmlWriter writer, IEnumerable<string> words, OpenXmlAttribute[] style)
    {
        writer.WriteStartElement(RowElement);
        foreach (var word in words)
        {
            Inline(writer, word, style);
        }

        writer.WriteEndElement();
    }

    private static void Inline(OpenXmlWriter writer, string words, OpenXmlAttribute[] style)
    {
        writer.WriteStartElement(CellElement, style);
        writer.WriteStartElement(InlineElement);
        writer.WriteStartElement(TextElement, Preserved);
        writer.WriteString(words);
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static OpenXmlAttribute[] Style(int style) =>
        [new("s", string.Empty, style.ToString(CultureInfo.InvariantCulture)), new("t", string.Empty, "inlineStr")];
}
