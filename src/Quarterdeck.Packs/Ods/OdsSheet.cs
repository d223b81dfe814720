using System.Globalization;
using System.Xml;
using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Findings;
using Quarterdeck.Packs.Tables;

namespace Quarterdeck.Packs.Ods;

/// <summary>The rows of one sheet of an OpenDocument workbook, streamed. Repeated blanks are counted, never expanded.</summary>
internal sealed class OdsSheet(string file, int index, ReadLimits limits, SheetLayout layout)
{
    private readonly OdsCell _cells = new(file, limits);
    private readonly List<RawCell> _read = [];
    private readonly List<(int Column, int Columns, int Rows)> _spans = [];

    public IEnumerable<RawRow> Rows(Func<Stream> open)
    {
        using var reader = SafeXml.Open(open(), file, limits);
        if (!MoveToSheet(reader) || reader.IsEmptyElement)
        {
            yield break;
        }

        var sheetDepth = reader.Depth;
        var row = 1;
        var (given, column) = (0, 0);
        while (reader.Next(file) && reader.Depth > sheetDepth)
        {
            if (reader.Opens("table-column"))
            {
                column = PassColumns(reader, column);
            }

            if (!reader.Opens("table-row"))
            {
                continue;
            }

            var repeated = Repeated(reader, "number-rows-repeated");
            var isHidden = IsHidden(reader);
            ReadRow(reader, row);
            layout.Width = Math.Max(layout.Width, _read.Count);
            for (var copy = 0; copy < repeated && _read.Count > 0; copy++)
            {
                if (++given > limits.Rows)
                {
                    throw new UnreadableFileException(UnreadableFileFindings.OverLimit(file, "rows", limits.Rows, row + copy));
                }

                if (isHidden)
                {
                    layout.HideRow(row + copy);
                }

                yield return new RawRow(row + copy, _read.ToArray());
            }

            row += repeated;
        }
    }

    private static bool IsHidden(XmlReader reader) => reader.Attribute("visibility") is "collapse" or "filter";

    /// <summary>Notes the columns an element stands for when they are hidden, and gives the next after them.</summary>
    private int PassColumns(XmlReader reader, int column)
    {
        var next = Math.Min(column + Repeated(reader, "number-columns-repeated"), limits.Columns);
        for (; IsHidden(reader) && column < next; column++)
        {
            layout.HideColumn(column);
        }

        return next;
    }

    private bool MoveToSheet(XmlReader reader)
    {
        var at = -1;
        var isSpreadsheet = false;
        while (reader.Next(file))
        {
            isSpreadsheet |= reader.Opens("spreadsheet");
            if (isSpreadsheet && reader.Opens("table") && reader.Attribute("name") is not null && ++at == index)
            {
                return true;
            }
        }

        return false;
    }

    private void ReadRow(XmlReader reader, int row)
    {
        _read.Clear();
        _spans.Clear();
        if (reader.IsEmptyElement)
        {
            return;
        }

        var depth = reader.Depth;
        var column = 0;
        while (reader.Next(file) && reader.Depth > depth)
        {
            if (reader.Depth != depth + 1 || !(reader.Opens("table-cell") || reader.Opens("covered-table-cell")))
            {
                continue;
            }

            var repeated = Repeated(reader, "number-columns-repeated");
            var columns = Repeated(reader, "number-columns-spanned");
            var rows = Repeated(reader, "number-rows-spanned");
            if (columns > 1 || rows > 1)
            {
                _spans.Add((column, columns, rows));
            }

            var cell = _cells.Read(reader);
            if (!cell.IsBlank)
            {
                Add(cell, column, repeated, row);
            }

            column += repeated;
        }

        TellMerged(row);
    }

    private void Add(RawCell cell, int column, int repeated, int row)
    {
        if (column + repeated > limits.Columns)
        {
            throw new UnreadableFileException(UnreadableFileFindings.OverLimit(file, "columns", limits.Columns, row));
        }

        while (_read.Count < column)
        {
            _read.Add(RawCell.Blank);
        }

        for (var copy = 0; copy < repeated; copy++)
        {
            _read.Add(cell);
        }
    }

    private void TellMerged(int row)
    {
        foreach (var (column, columns, rows) in _spans)
        {
            layout.MergedRanges.Add((row, row + rows - 1, column, Math.Min(column + columns, limits.Columns) - 1));
            layout.Merge($"{CellName.Of(column, row)}:{CellName.Of(column + columns - 1, row + rows - 1)}", row, row + rows - 1, columns > 1);
        }
    }

    /// <summary>How often; no sheet has more than two million rows or columns, whatever the file says.</summary>
    private static int Repeated(XmlReader reader, string name) =>
        int.TryParse(reader.Attribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Clamp(count, 1, 2_000_000) : 1;
}
