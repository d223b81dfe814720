using System.Xml;
using Quarterdeck.Packs.Csv;
using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Findings;
using Quarterdeck.Packs.Tables;
using Quarterdeck.Packs.Xlsx;

namespace Quarterdeck.Packs.Forms;

/// <summary>Reads a table that somebody filled in: the first sheet of a workbook, or a text whose cells are parted by tabs.</summary>
public static class FormReading
{
    /// <summary>Excel's own hint says that tabs part the cells: a block with many commas in its words is not guessed at.</summary>
    private static readonly byte[] Tabs = [.. "sep=\t\n"u8];

    private static readonly ReadLimits Limits = new()
    {
        Entries = 200,
        EntryBytes = 8L << 20,
        TotalBytes = 16L << 20,
        RatioFreeBytes = 2L << 20,
        Rows = 2_000,
        Columns = 60,
        CellLength = 20_000,
        SharedTextLength = 4L << 20,
    };

    /// <returns>The cells as a person would type them; or why they cannot be read, in a sentence.</returns>
    public static (IReadOnlyList<IReadOnlyList<string>> Rows, string? Problem) Read(byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var log = new FindingCollector();
        try
        {
            if (!content.AsSpan().StartsWith("PK\u0003\u0004"u8))
            {
                return content.AsSpan().Contains((byte)0) || content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])
                    ? ([], "The file is not a workbook that can be read. Save it as .xlsx, without a password")
                    : Rows(CsvTable.Of("block", () => new MemoryStream([.. Tabs, .. content], writable: false), Limits, log), log);
            }

            using var archive = ZipArchiveReader.Open(new MemoryStream(content, writable: false), "workbook", Limits);
            using var book = XlsxWorkbook.Open(archive, Limits, log);
            return book.Tables.FirstOrDefault(table => !table.IsHidden) is { } sheet ? Rows(sheet, log) : ([], "The workbook has no sheet");
        }
        catch (UnreadableFileException refused)
        {
            return ([], refused.Finding.Message.TrimEnd('.'));
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException or IOException)
        {
            return ([], "The file is damaged and cannot be read. Save it again as .xlsx");
        }
    }

    private static (IReadOnlyList<IReadOnlyList<string>> Rows, string? Problem) Rows(RawTable table, FindingCollector log)
    {
        List<IReadOnlyList<string>> rows = [.. table.Records().Select(row => row.Cells.Select(cell => cell.Text.Trim()).ToList())];
        return table.WasRefused ? ([], (log.All() is [var first, ..] ? first : null)?.Message.TrimEnd('.') ?? "The file cannot be read") : (rows, null);
    }
}
