using System.Globalization;
using System.Text;
using System.Xml;
using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Findings;
using Quarterdeck.Packs.Tables;

namespace Quarterdeck.Packs.Xlsx;

/// <summary>The rows of one sheet of an Excel workbook, streamed.</summary>
internal sealed class XlsxSheetReader(
    string file, XlsxNumberFormats styles, XlsxTexts texts, bool from1904, ReadLimits limits, SheetLayout layout)
{
    private int _row;

    public IEnumerable<RawRow> Rows(Func<Stream> open)
    {
        using var reader = SafeXml.Open(open(), file, limits);
        var cells = new List<RawCell>();
        var rows = 0;
        while (reader.Next(file))
        {
            if (reader.Opens("mergeCell"))
            {
                Merged(reader.Attribute("ref") ?? string.Empty);
            }
            else if (reader.Opens("col") && IsHidden(reader))
            {
                HideColumns(reader);
            }

            if (!reader.Opens("row"))
            {
                continue;
            }

            _row = int.TryParse(reader.Attribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : _row + 1;
            var isHidden = IsHidden(reader);
            if (reader.IsEmptyElement)
            {
                continue;
            }

            ReadRow(reader, cells);
            if (cells.Count == 0)
            {
                continue;
            }

            if (++rows > limits.Rows)
            {
                throw new UnreadableFileException(UnreadableFileFindings.OverLimit(file, "rows", limits.Rows, _row));
            }

            if (isHidden)
            {
                layout.HideRow(_row);
            }

            layout.Width = Math.Max(layout.Width, cells.Count);
            yield return new RawRow(_row, cells.ToArray());
        }
    }

    private static bool IsHidden(XmlReader reader) => reader.Attribute("hidden") is "1" or "true";

    private void HideColumns(XmlReader reader)
    {
        if (int.TryParse(reader.Attribute("min"), NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(reader.Attribute("max"), NumberStyles.None, CultureInfo.InvariantCulture, out var last))
        {
            for (var column = first; column <= Math.Min(last, limits.Columns); column++)
            {
                layout.HideColumn(column - 1);
            }
        }
    }

    private void ReadRow(XmlReader reader, List<RawCell> cells)
    {
        cells.Clear();
        var column = -1;
        while (reader.Next(file) && !reader.Closes("row"))
        {
            if (!reader.Opens("c"))
            {
                continue;
            }

            column = ColumnOf(reader.Attribute("r")) ?? column + 1;
            var cell = ReadCell(reader, column);
            if (cell.IsBlank)
            {
                continue;
            }

            if (column >= limits.Columns)
            {
                throw new UnreadableFileException(UnreadableFileFindings.OverLimit(file, "columns", limits.Columns, _row));
            }

            while (cells.Count <= column)
            {
                cells.Add(RawCell.Blank);
            }

            cells[column] = cell;
        }
    }

    private RawCell ReadCell(XmlReader reader, int column)
    {
        var type = reader.Attribute("t") ?? "n";
        var style = int.TryParse(reader.Attribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var stored = string.Empty;
        var isFormula = false;
        if (layout.Colours is { } colours && styles[style].Fill is { } fill)
        {
            colours[(_row, column)] = fill;
        }

        if (reader.IsEmptyElement)
        {
            return RawCell.Blank;
        }

        while (reader.Next(file) && !reader.Closes("c"))
        {
            if (reader.Opens("f"))
            {
                isFormula = true;
            }
            else if (reader.Opens("is"))
            {
                stored = XlsxTexts.ReadRich(reader, "is", file, limits);
            }
            else if (reader.Opens("v"))
            {
                stored = ReadValue(reader);
            }
        }

        return Cell(type, stored, styles[style]) with { IsFormula = isFormula };
    }

    private string ReadValue(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return string.Empty;
        }

        var text = new StringBuilder();
        while (reader.Next(file) && !reader.Closes("v"))
        {
            if (reader.IsText())
            {
                reader.AddText(text, file, limits);
            }
        }

        return text.ToString();
    }

    private RawCell Cell(string type, string stored, XlsxFormat format)
    {
        if (stored.Length == 0)
        {
            return RawCell.Blank;
        }

        switch (type)
        {
            case "s":
                var shared = int.TryParse(stored, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? texts[number] : null;
                return new RawCell(shared ?? throw new UnreadableFileException(UnreadableFileFindings.Damaged(file)));
            case "b":
                return new RawCell(stored == "1" ? "true" : "false", CellKind.Boolean);
            case "e":
                return new RawCell(stored, CellKind.Error);
            case "d":
                return new RawCell(stored.EndsWith("T00:00:00", StringComparison.Ordinal) ? stored[..^9] : stored, CellKind.Date);
            case "n":
                break;
            default:
                return new RawCell(XlsxTexts.Plain(stored));
        }

        if (!StoredNumber.TryRead(stored, out var value))
        {
            return new RawCell(stored);
        }

        if (format.Kind == CellKind.Date)
        {
            return StoredNumber.Date(value, from1904) is { } date
                ? new RawCell(date, CellKind.Date)
                : new RawCell(StoredNumber.Text(value, null), CellKind.Number);
        }

        if (format.Kind == CellKind.Duration)
        {
            return StoredNumber.Duration(value) is { } time
                ? new RawCell(time, CellKind.Duration)
                : new RawCell(StoredNumber.Text(value, null), CellKind.Number);
        }

        var text = format.Kind == CellKind.Percent ? StoredNumber.Percent(value, format.Places) : StoredNumber.Text(value, format.Places);
        var held = format.Kind == CellKind.Percent ? Math.Max(0, value.Scale - 2) : value.Scale;
        return new RawCell(text, format.Kind) { Places = format.Most < held ? format.Most : null };
    }

    private void Merged(string range)
    {
        var parts = range.Split(':');
        if (parts.Length == 2 && RowOf(parts[0]) is { } first && RowOf(parts[1]) is { } last)
        {
            layout.MergedRanges.Add((first, last, ColumnOf(parts[0]) ?? 0, Math.Min(ColumnOf(parts[1]) ?? 0, limits.Columns - 1)));
            layout.Merge(range, first, last, parts[0].TrimEnd("0123456789".ToCharArray()) != parts[1].TrimEnd("0123456789".ToCharArray()));
        }
    }

    private static int? RowOf(string cell) =>
        int.TryParse(cell.TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ$".ToCharArray()), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : null;

    /// <summary>The column of a cell's name from 0: 27 for <c>AB12</c>.</summary>
    private static int? ColumnOf(string? cell)
    {
        var column = 0;
        foreach (var letter in (cell ?? string.Empty).Take(4).TakeWhile(char.IsAsciiLetterUpper))
        {
            column = (column * 26) + (letter - 'A' + 1);
        }

        return column == 0 ? null : column - 1;
    }
}
