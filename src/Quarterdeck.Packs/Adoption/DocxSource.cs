using System.Globalization;
using System.Text;
using System.Xml;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Findings;

namespace Quarterdeck.Packs.Adoption;

/// <summary>The paragraphs and tables of a Word document, in order.</summary>
internal sealed class DocxSource(string file, ReadLimits limits)
{
    private const string Document = "word/document.xml";

    private readonly List<SourceRow> _rows = [];
    private readonly List<(int Table, List<SourceCell> Cells)> _nested = [];
    private int _number;
    private int _table;

    public static SourceSection Read(ZipArchiveReader archive, ReadLimits limits)
    {
        if (!archive.Holds(Document))
        {
            throw new UnreadableFileException(new Finding(
                "not-a-document", Severity.Error, "The file is an Office document without text.", "Save it as .docx, or as PDF.")
            { File = archive.Name, Expected = "a Word document" });
        }

        var source = new DocxSource(archive.Name, limits);
        using var reader = SafeXml.Open(archive.Read(Document, archive.Name), archive.Name, limits);
        source.Read(reader);
        return new SourceSection(archive.Name, string.Empty, SourceKind.Document, source._rows);
    }

    private void Read(XmlReader reader)
    {
        while (reader.Next(file))
        {
            if (reader.Opens("tbl"))
            {
                ReadTable(reader);
            }
            else if (reader.Opens("p") && !reader.IsEmptyElement)
            {
                var (text, style) = Paragraph(reader);
                if (text.Length > 0)
                {
                    Add(0, [new SourceCell(text)], style.StartsWith("Heading", StringComparison.OrdinalIgnoreCase));
                }
            }
        }
    }

    /// <summary>Tables that stand in cells of others, as papers set figures beside a chart, follow the table they stand in.</summary>
    private void ReadTable(XmlReader reader)
    {
        foreach (var (table, cells) in Table(reader).Concat(_nested))
        {
            Add(table, cells, false);
        }

        _nested.Clear();
    }

    private List<(int Table, List<SourceCell> Cells)> Table(XmlReader reader)
    {
        var rows = new List<(int, List<SourceCell>)>();
        var (table, depth) = (++_table, reader.Depth);
        var above = new Dictionary<int, SourceCell>();
        var isEmpty = reader.IsEmptyElement;
        while (!isEmpty && reader.Next(file) && !(reader.Closes("tbl") && reader.Depth == depth))
        {
            if (reader.Opens("tr") && !reader.IsEmptyElement && Row(reader, above) is var cells && cells.Exists(cell => !cell.IsBlank))
            {
                rows.Add((table, cells));
            }
        }

        return rows;
    }

    private List<SourceCell> Row(XmlReader reader, Dictionary<int, SourceCell> aboves)
    {
        var cells = new List<SourceCell>();
        var depth = reader.Depth;
        while (reader.Next(file) && !(reader.Closes("tr") && reader.Depth == depth))
        {
            if (reader.Opens("tc") && !reader.IsEmptyElement)
            {
                var (cell, span, isBelow) = Cell(reader);
                cell = isBelow && aboves.TryGetValue(cells.Count, out var above) ? above with { IsCovered = true } : cell;
                aboves[cells.Count] = cell;
                cells.Add(cell);
                for (var copy = 1; copy < span && cells.Count < limits.Columns; copy++)
                {
                    cells.Add(cell with { IsCovered = true });
                }
            }
        }

        return cells;
    }

    private (SourceCell Cell, int Span, bool IsBelow) Cell(XmlReader reader)
    {
        var text = new StringBuilder();
        var (span, isBelow, colour) = (1, false, (string?)null);
        var depth = reader.Depth;
        while (reader.Next(file) && !(reader.Closes("tc") && reader.Depth == depth))
        {
            if (reader.Opens("gridSpan") && int.TryParse(reader.Attribute("val"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns))
            {
                span = Math.Clamp(columns, 1, limits.Columns);
            }
            else if (reader.Opens("vMerge"))
            {
                isBelow = reader.Attribute("val") is null or "continue";
            }
            else if (reader.Opens("shd"))
            {
                colour ??= RatingColour.Of(reader.Attribute("fill") ?? string.Empty);
            }
            else if (reader.Opens("tbl"))
            {
                _nested.AddRange(Table(reader));
            }
            else if (reader.Opens("p") && !reader.IsEmptyElement)
            {
                var line = Paragraph(reader).Text;
                text.Append(text.Length > 0 && line.Length > 0 ? "\n" : string.Empty).Append(line);
            }
        }

        return (new SourceCell(text.ToString()) { Colour = colour }, span, isBelow);
    }

    /// <summary>The words of a paragraph. What was struck out by an editor, and the codes of fields, are none.</summary>
    private (string Text, string Style) Paragraph(XmlReader reader)
    {
        var text = new StringBuilder();
        var (style, inText) = (string.Empty, false);
        var depth = reader.Depth;
        while (reader.Next(file) && !(reader.Closes("p") && reader.Depth == depth))
        {
            if (reader.Opens("pStyle"))
            {
                style = reader.Attribute("val") ?? string.Empty;
            }
            else if (reader.Opens("t") || reader.Closes("t"))
            {
                inText = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            }
            else if (reader.Opens("tab") || reader.Opens("br") || reader.Opens("noBreakHyphen"))
            {
                text.Append(reader.LocalName == "noBreakHyphen" ? '-' : ' ');
            }
            else if (inText && reader.IsText())
            {
                reader.AddText(text, file, limits);
            }
        }

        return (text.ToString().Replace('\u00A0', ' ').Replace('\u2011', '-').Trim(), style);
    }

    private void Add(int table, List<SourceCell> cells, bool isHeading)
    {
        if (++_number > limits.RowsOfOtherTables)
        {
            throw new UnreadableFileException(UnreadableFileFindings.OverLimit(file, "rows", limits.RowsOfOtherTables));
        }

        _rows.Add(new SourceRow(_number, table, cells) { IsHeading = isHeading });
    }
}
