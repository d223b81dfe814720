using System.Globalization;
using System.Text;

namespace Quarterdeck.Documents.Sheets;

/// <summary>Writes one worksheet, row by row.</summary>
internal static class XlsxSheetWriter
{
    private const double LineHeight = 15.75;
    private const int TextSize = 12;

    /// <summary>Of an exact decimal, with its sign and point.</summary>
    private const int MostDigits = 32;

    /// <param name="sheet">The sheet.</param>
    /// <param name="stream">Where its XML goes.</param>
    /// <param name="links">Takes every link with the cell it stands in.</param>
    public static void Write(Sheet sheet, Stream stream, List<(string Cell, SheetCell.Link Link)> links)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16);
        var columns = sheet.Table?.Columns ?? [new SheetColumn(string.Empty, 100)];
        writer.Write(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet "
            + "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
            + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><cols>");
        for (var index = 0; index < columns.Count; index++)
        {
            writer.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"<col min=\"{index + 1}\" max=\"{index + 1}\" width=\"{columns[index].Width}\" customWidth=\"1\"/>"));
        }

        writer.Write("</cols><sheetData>");
        var wrap = sheet.Table is null;
        var lines = SheetText.Lines(sheet.Heading, columns[0].Width * TextSize / XlsxStyleSheet.TitleSize);
        writer.Write(wrap ? $"<row ht=\"{Height(lines, XlsxStyleSheet.TitleSize)}\" customHeight=\"1\">" : "<row>");
        Inline(writer, sheet.Heading, wrap ? XlsxStyleSheet.WrappedTitle : XlsxStyleSheet.Title);
        writer.Write("</row>");
        for (var index = 0; index < sheet.Lines.Count; index++)
        {
            Row(writer, [sheet.Lines[index]], wrap ? columns : null, index + 2, links);
        }

        if (sheet.Table is { } table)
        {
            writer.Write($"<row ht=\"{Height(table.Columns.Max(column => SheetText.Lines(column.Header, column.Width)))}\" customHeight=\"1\">");
            foreach (var column in table.Columns)
            {
                Inline(writer, column.Header, XlsxStyleSheet.Header);
            }

            writer.Write("</row>");
            var number = sheet.Lines.Count + 3;
            foreach (var row in table.Rows)
            {
                Row(writer, row, columns, number++, links);
            }

            if (table.RowCount == 0)
            {
                Row(writer, [.. table.Columns.Select((_, index) => new SheetCell.Text(index == 0 ? "No rows" : "[z]"))], columns, number, links);
            }
        }

        writer.Write("</sheetData>");
        Links(writer, links);
        writer.Write("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>");
        if (sheet.Table is not null)
        {
            writer.Write("<tableParts count=\"1\"><tablePart r:id=\"rIdTable\"/></tableParts>");
        }

        writer.Write("</worksheet>");
    }

    private static void Row(
        StreamWriter writer,
        IReadOnlyList<SheetCell> cells,
        IReadOnlyList<SheetColumn>? columns,
        int number,
        List<(string Cell, SheetCell.Link Link)> links)
    {
        var lines = 1;
        for (var index = 0; columns is not null && index < cells.Count; index++)
        {
            lines = cells[index] is SheetCell.Number ? lines : Math.Max(lines, SheetText.Lines(SheetText.Words(cells[index]), columns[index].Width));
        }

        writer.Write(lines > 1 ? $"<row ht=\"{Height(lines)}\" customHeight=\"1\">" : "<row>");
        for (var index = 0; index < cells.Count; index++)
        {
            switch (cells[index])
            {
                case SheetCell.Number value:
                    writer.Write("<c s=\"");
                    Write(writer, XlsxStyleSheet.Number(value.Places));
                    writer.Write("\"><v>");
                    Write(writer, value.Value);
                    writer.Write("</v></c>");
                    break;
                case SheetCell.Heading heading:
                    Inline(writer, heading.Words, XlsxStyleSheet.Heading);
                    break;
                case SheetCell.Link link:
                    links.Add((SheetText.ColumnName(index) + number.ToString(CultureInfo.InvariantCulture), link));
                    Inline(writer, link.Words, XlsxStyleSheet.Link);
                    break;
                default:
                    Inline(writer, SheetText.Words(cells[index]), columns is null ? 0 : XlsxStyleSheet.Text);
                    break;
            }
        }

        writer.Write("</row>");
    }

    private static void Links(StreamWriter writer, List<(string Cell, SheetCell.Link Link)> links)
    {
        if (links.Count == 0)
        {
            return;
        }

        writer.Write("<hyperlinks>");
        var external = 0;
        foreach (var (cell, link) in links)
        {
            writer.Write(link.Address.StartsWith('#')
                ? $"<hyperlink ref=\"{cell}\" location=\"'{SheetText.Xml(link.Address[1..].Replace("'", "''", StringComparison.Ordinal))}'!A1\"/>"
                : $"<hyperlink ref=\"{cell}\" r:id=\"rId{++external}\"/>");
        }

        writer.Write("</hyperlinks>");
    }

    private static void Inline(StreamWriter writer, string words, int style)
    {
        writer.Write("<c s=\"");
        Write(writer, style);
        writer.Write("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        writer.Write(SheetText.Xml(words));
        writer.Write("</t></is></c>");
    }

    private static void Write<T>(StreamWriter writer, T number)
        where T : ISpanFormattable
    {
        Span<char> digits = stackalloc char[MostDigits];
        number.TryFormat(digits, out var written, default, CultureInfo.InvariantCulture);
        writer.Write(digits[..written]);
    }

    private static string Height(int lines, int size = TextSize) =>
        Math.Min(lines * LineHeight * size / TextSize, 409).ToString("0.##", CultureInfo.InvariantCulture);
}
