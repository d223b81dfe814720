using System.Xml;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Findings;
using Quarterdeck.Packs.Tables;

namespace Quarterdeck.Packs.Xlsx;

/// <summary>An Excel workbook (.xlsx): one table a sheet.</summary>
internal static class XlsxWorkbook
{
    public static RawTables Open(ZipArchiveReader archive, ReadLimits limits, FindingCollector log)
    {
        var book = archive.Holds("xl/workbook.xml") ? "xl/workbook.xml"
            : throw new UnreadableFileException(new Finding(
                "not-a-pack",
                Severity.Error,
                "The file is an Office document but not a workbook of sheets (.xlsx).",
                "Save it as .xlsx or .ods.")
            { File = archive.Name, Expected = "a workbook with sheets" });
        var parts = Relations(archive, limits);
        var (sheets, from1904) = Sheets(archive, book, limits);
        var styles = parts.TryGetValue("styles", out var stylesPart) && archive.Holds(stylesPart)
            ? Read(archive, stylesPart, limits, reader => XlsxNumberFormats.Read(reader, archive.Name)) : new XlsxNumberFormats();
        var texts = parts.TryGetValue("sharedStrings", out var textsPart) && archive.Holds(textsPart)
            ? Read(archive, textsPart, limits, reader => XlsxTexts.Read(reader, archive.Name, limits)) : new XlsxTexts();
        var tables = new List<RawTable>();
        foreach (var (sheet, relation, isHidden) in sheets)
        {
            if (!parts.TryGetValue(relation, out var part) || !archive.Holds(part))
            {
                // A sheet of nothing but a chart has no cells of its own.
                continue;
            }

            var file = $"{archive.Name}, sheet {sheet}";
            RawTable? table = null;
            table = new RawTable(sheet, file, log, Rows) { IsHidden = isHidden };

            IEnumerable<RawRow> Rows()
            {
                table!.Layout = new SheetLayout(file, log) { Colours = limits.SeesColours ? [] : null };
                return new XlsxSheetReader(file, styles, texts, from1904, limits, table.Layout).Rows(() => archive.Read(part, file));
            }

            tables.Add(table);
        }

        return new RawTables(archive.Name, tables, archive);
    }

    private static (List<(string Sheet, string Relation, bool IsHidden)> Sheets, bool From1904) Sheets(
        ZipArchiveReader archive, string book, ReadLimits limits) =>
        Read(archive, book, limits, reader =>
        {
            var sheets = new List<(string, string, bool)>();
            var from1904 = false;
            while (reader.Next(archive.Name))
            {
                if (reader.Opens("workbookPr"))
                {
                    from1904 = reader.Attribute("date1904") is "1" or "true";
                }
                else if (reader.Opens("sheet") && reader.Attribute("name") is { } name)
                {
                    var isHidden = reader.Attribute("state") is "hidden" or "veryHidden";
                    sheets.Add((name.Trim(), Relation(reader), isHidden));
                }

                if (sheets.Count > limits.Entries)
                {
                    throw new UnreadableFileException(UnreadableFileFindings.OverLimit(archive.Name, "sheets", limits.Entries));
                }
            }

            return (sheets, from1904);
        });

    private static string Relation(XmlReader reader)
    {
        while (reader.MoveToNextAttribute())
        {
            if (reader.LocalName == "id" && reader.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal))
            {
                var id = reader.Value;
                reader.MoveToElement();
                return id;
            }
        }

        reader.MoveToElement();
        return string.Empty;
    }

    /// <summary>Parts by relation id, and styles and shared texts by their kind.</summary>
    private static Dictionary<string, string> Relations(ZipArchiveReader archive, ReadLimits limits)
    {
        const string Part = "xl/_rels/workbook.xml.rels";
        return !archive.Holds(Part) ? throw new UnreadableFileException(UnreadableFileFindings.Damaged(archive.Name)) : Read(archive, Part, limits, reader =>
        {
            var parts = new Dictionary<string, string>(StringComparer.Ordinal);
            while (reader.Next(archive.Name))
            {
                if (reader.Opens("Relationship") && reader.Attribute("Id") is { } id && reader.Attribute("Target") is { } target)
                {
                    var part = target.StartsWith('/') ? target[1..] : "xl/" + target;
                    parts[id] = part;
                    var kind = reader.Attribute("Type") ?? string.Empty;
                    parts[kind[(kind.LastIndexOf('/') + 1)..]] = part;
                }

                if (parts.Count > 2 * limits.Entries)
                {
                    throw new UnreadableFileException(UnreadableFileFindings.OverLimit(archive.Name, "parts", limits.Entries));
                }
            }

            return parts;
        });
    }

    private static T Read<T>(ZipArchiveReader archive, string part, ReadLimits limits, Func<XmlReader, T> read)
    {
        using var reader = SafeXml.Open(archive.Read(part, archive.Name), archive.Name, limits);
        return read(reader);
    }
}
