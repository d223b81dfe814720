using Quarterdeck.Domain.Findings;
using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Findings;
using Quarterdeck.Packs.Tables;

namespace Quarterdeck.Packs.Ods;

/// <summary>An OpenDocument workbook (.ods): one table a sheet, all of them in one part that is read again for each.</summary>
internal static class OdsWorkbook
{
    private const string Content = "content.xml";
    private const string Manifest = "META-INF/manifest.xml";

    public static RawTables Open(ZipArchiveReader archive, ReadLimits limits, FindingCollector log)
    {
        RefuseEncrypted(archive, limits);
        var sheets = new List<(string Name, bool IsHidden)>();
        using (var reader = SafeXml.Open(archive.Read(Content, archive.Name), archive.Name, limits))
        {
            var isSpreadsheet = false;
            var style = string.Empty;
            var unseen = new HashSet<string>(StringComparer.Ordinal);
            while (reader.Next(archive.Name))
            {
                if (reader.Opens("style"))
                {
                    style = reader.Attribute("name") ?? string.Empty;
                }
                else if (reader.Opens("table-properties") && reader.Attribute("display") == "false" && unseen.Count < limits.Entries)
                {
                    unseen.Add(style);
                }

                isSpreadsheet |= reader.Opens("spreadsheet");
                if (isSpreadsheet && reader.Opens("table") && reader.Attribute("name") is { } name)
                {
                    sheets.Add((name.Trim(), unseen.Contains(reader.Attribute("style-name") ?? string.Empty)));
                    if (sheets.Count > limits.Entries)
                    {
                        throw new UnreadableFileException(UnreadableFileFindings.OverLimit(archive.Name, "sheets", limits.Entries));
                    }
                }
            }

            if (!isSpreadsheet)
            {
                throw new UnreadableFileException(new Finding(
                    "not-a-pack",
                    Severity.Error,
                    "The file is an OpenDocument text or drawing, not a spreadsheet.",
                    "Save the tables as .ods or .xlsx.")
                { File = archive.Name, Expected = "a workbook with sheets" });
            }
        }

        return new RawTables(archive.Name, [.. sheets.Select((sheet, index) => Table(archive, sheet.Name, sheet.IsHidden, index, limits, log))], archive);
    }

    private static RawTable Table(ZipArchiveReader archive, string sheet, bool isHidden, int index, ReadLimits limits, FindingCollector log)
    {
        var file = $"{archive.Name}, sheet {sheet}";
        RawTable? table = null;
        table = new RawTable(sheet, file, log, () =>
            new OdsSheet(file, index, limits, table!.Layout = new SheetLayout(file, log)).Rows(() => archive.Read(Content, file)))
        {
            IsHidden = isHidden,
        };
        return table;
    }

    private static void RefuseEncrypted(ZipArchiveReader archive, ReadLimits limits)
    {
        if (!archive.Holds(Manifest))
        {
            return;
        }

        using var reader = SafeXml.Open(archive.Read(Manifest, archive.Name), archive.Name, limits);
        while (reader.Next(archive.Name))
        {
            if (reader.Opens("encryption-data"))
            {
                throw new UnreadableFileException(new Finding(
                    "workbook-locked",
                    Severity.Error,
                    "The workbook is locked with a password.",
                    "Save it without a password and import that copy.")
                { File = archive.Name, Expected = "a workbook without a password" });
            }
        }
    }
}
