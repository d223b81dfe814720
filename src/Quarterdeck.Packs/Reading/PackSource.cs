using Quarterdeck.Domain.Findings;
using Quarterdeck.Packs.Csv;
using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Findings;
using Quarterdeck.Packs.Ods;
using Quarterdeck.Packs.Schemas;
using Quarterdeck.Packs.Tables;
using Quarterdeck.Packs.Xlsx;

namespace Quarterdeck.Packs.Reading;

/// <summary>Opens the tables of a pack: a folder of CSV files, a zip of one, a workbook, or a folder with one workbook in it.</summary>
internal static class PackSource
{
    /// <summary>Opens what the path names. What it is, is told from its first bytes, not from its name.</summary>
    /// <returns>The tables, or null with a finding that says why not.</returns>
    public static RawTables? Open(string path, ReadLimits limits, FindingCollector log)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(log);
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        Finding refusal;
        try
        {
            return Directory.Exists(path) ? OpenFolder(path, name, limits, log)
                : File.Exists(path) ? OpenFile(path, name, limits, log)
                : throw new UnreadableFileException(NotFound(path));
        }
        catch (UnreadableFileException refused)
        {
            refusal = refused.Finding;
        }
        catch (System.Xml.XmlException broken)
        {
            refusal = UnreadableFileFindings.BrokenXml(name, broken);
        }
        catch (InvalidDataException)
        {
            refusal = UnreadableFileFindings.Damaged(name);
        }
        catch (IOException failed)
        {
            refusal = UnreadableFileFindings.Unreadable(name, failed.Message);
        }
        catch (UnauthorizedAccessException failed)
        {
            refusal = UnreadableFileFindings.Unreadable(name, failed.Message);
        }

        log.Add(refusal);
        return null;
    }

    /// <summary>A folder of tables, or one in which a single workbook lies and no table beside it.</summary>
    private static RawTables OpenFolder(string path, string name, ReadLimits limits, FindingCollector log)
    {
        var files = Directory.EnumerateFiles(path).Take(limits.Entries + 1).ToList();
        var isOfTables = files.Exists(file => IsNamed(file, ".csv") && PackDescription.All.Any(table => IsNamed(file, table.Name + ".csv")));
        return !isOfTables && files.FindAll(file => IsNamed(file, ".xlsx") || IsNamed(file, ".ods")) is [var workbook]
            ? OpenFile(workbook, Path.GetFileName(workbook), limits, log)
            : CsvFolder.Open(path, name, limits, log);

        static bool IsNamed(string file, string end) => Path.GetFileName(file).EndsWith(end, StringComparison.OrdinalIgnoreCase);
    }

    private static RawTables OpenFile(string path, string name, ReadLimits limits, FindingCollector log)
    {
        Span<byte> start = stackalloc byte[8];
        using (var stream = PackFile.OpenRead(path))
        {
            start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        }

        return start.StartsWith("PK\u0003\u0004"u8) || start.StartsWith("PK\u0005\u0006"u8) ? OpenArchive(path, name, limits, log)
            : throw new UnreadableFileException(NotAPack(name, start));
    }

    private static RawTables OpenArchive(string path, string name, ReadLimits limits, FindingCollector log)
    {
        var archive = ZipArchiveReader.Open(path, name, limits);
        try
        {
            return archive.Holds("xl/workbook.xml") || archive.Holds("[Content_Types].xml") ? XlsxWorkbook.Open(archive, limits, log)
                : archive.Holds("content.xml") ? OdsWorkbook.Open(archive, limits, log)
                : CsvZip.Open(archive, limits, log);
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or System.Xml.XmlException)
        {
            archive.Dispose();
            throw;
        }
    }

    private static Finding NotAPack(string name, ReadOnlySpan<byte> start)
    {
        const string Expected = "a folder of CSV files, a zip of one, or a workbook (.xlsx or .ods)";
        return start.Length == 0
            ? new Finding(
                "empty-file",
                Severity.Error,
                "The file is empty.",
                "Check that it was saved or copied completely.")
            { File = name, Expected = Expected }
            : start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])
                ? new Finding(
                    "not-a-pack",
                    Severity.Error,
                    "The file is an old Excel workbook (.xls), or a workbook locked with a password.",
                    "Open it and save it as .xlsx or .ods without a password.")
                { File = name, Expected = Expected }
                : new Finding(
                    "not-a-pack",
                    Severity.Error,
                    "The file is neither a zip nor a workbook.",
                    "Name the folder that holds the tables, a zip of it, or a workbook. A single CSV belongs in a folder with the others.")
                {
                    File = name,
                    Expected = Expected
                };
    }

    private static Finding NotFound(string path) =>
        new("pack-not-found", Severity.Error, $"There is nothing at {path}.", "Check the name of the folder or file.")
        {
            File = path,
            Expected = "a folder of CSV files, a zip of one, or a workbook (.xlsx or .ods)",
        };
}
