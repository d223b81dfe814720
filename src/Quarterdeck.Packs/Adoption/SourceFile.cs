using System.Xml;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Packs.Csv;
using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Findings;
using Quarterdeck.Packs.Ods;
using Quarterdeck.Packs.Tables;
using Quarterdeck.Packs.Xlsx;

namespace Quarterdeck.Packs.Adoption;

/// <summary>Opens one file of a council. What it is, is told from its first bytes; a text from its name.</summary>
internal static class SourceFile
{
    private const string Expected = "a workbook (.xlsx, .ods), a CSV file, a Word document (.docx), a PDF, a saved web page (.html) or a text file";

    public static IReadOnlyList<SourceSection> Read(string path, ReadLimits limits, FindingCollector log)
    {
        var name = Path.GetFileName(path);
        try
        {
            return File.Exists(path) ? Open(path, name, limits with { SeesColours = true }, log)
                : throw new UnreadableFileException(new Finding(
                    "source-not-found", Severity.Error, $"There is no file at {path}.", "Check its name.")
                { File = path, Expected = Expected });
        }
        catch (UnreadableFileException refused)
        {
            log.Add(refused.Finding);
        }
        catch (XmlException broken)
        {
            log.Add(UnreadableFileFindings.BrokenXml(name, broken));
        }
        catch (InvalidDataException)
        {
            log.Add(UnreadableFileFindings.Damaged(name));
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            log.Add(UnreadableFileFindings.Unreadable(name, failed.Message));
        }

        return [];
    }

    private static IReadOnlyList<SourceSection> Open(string path, string name, ReadLimits limits, FindingCollector log)
    {
        Span<byte> start = stackalloc byte[512];
        using (var stream = PackFile.OpenRead(path))
        {
            start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        }

        return start.Length == 0 ? throw new UnreadableFileException(new Finding(
                "empty-file", Severity.Error, "The file is empty.", "Check that it was saved or copied completely.")
        { File = name, Expected = Expected })
            : start.StartsWith("PK\u0003\u0004"u8) ? OpenArchive(path, name, limits, log)
            : start.StartsWith("%PDF"u8) ? PdfSource.Read(path, name, limits)
            : start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) ? throw Refused(
                name,
                "The file is an old Office file (.xls, .doc), or one locked with a password.",
                "Open it and save it as .xlsx or .docx without a password.")
            : path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? OpenCsv(path, name, limits, log)
            : start.Contains((byte)0) ? throw Refused(name, "The file is not one of those that can be read.", "Save it as one of them.")
            : [HtmlSource.Begins(start) ? HtmlSource.Read(path, name, limits) : TextSource.Read(path, name, limits)];
    }

    private static List<SourceSection> OpenCsv(string path, string name, ReadLimits limits, FindingCollector log)
    {
        using var source = new RawTables(name, [CsvTable.Of(name, () => PackFile.OpenRead(path), limits, log)]);
        return [.. SheetSource.Read(source, name)];
    }

    private static IReadOnlyList<SourceSection> OpenArchive(string path, string name, ReadLimits limits, FindingCollector log)
    {
        using var archive = ZipArchiveReader.Open(path, name, limits);
        if (archive.Holds("word/document.xml"))
        {
            return [DocxSource.Read(archive, limits)];
        }

        using var source = archive.Holds("xl/workbook.xml") ? XlsxWorkbook.Open(archive, limits, log)
            : archive.Holds("content.xml") ? OdsWorkbook.Open(archive, limits, log)
            : throw Refused(name, "The file is a zip, but neither a workbook nor a Word document.", "Unpack it and name the files in it.");
        return [.. SheetSource.Read(source, name)];
    }

    private static UnreadableFileException Refused(string name, string message, string remedy) =>
        new(new Finding("not-a-source", Severity.Error, message, remedy) { File = name, Expected = Expected });
}
