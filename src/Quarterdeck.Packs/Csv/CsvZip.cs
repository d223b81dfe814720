using Quarterdeck.Domain.Findings;
using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Findings;
using Quarterdeck.Packs.Tables;

namespace Quarterdeck.Packs.Csv;

/// <summary>A zip of a folder of CSV: its files at the top, or all in one folder.</summary>
internal static class CsvZip
{
    public static RawTables Open(ZipArchiveReader archive, ReadLimits limits, FindingCollector log)
    {
        var files = archive.Entries.Where(entry => entry.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) && !IsSystem(entry)).ToList();
        var folders = files.Select(FolderOf).Distinct(StringComparer.Ordinal).ToList();
        if (folders.Count == 0)
        {
            throw new UnreadableFileException(new Finding(
                "no-tables",
                Severity.Error,
                "The zip holds no CSV file.",
                "Zip the folder in which settings.csv, indicators.csv and results.csv lie.")
            {
                File = archive.Name,
                Expected = "settings.csv, indicators.csv and results.csv",
            });
        }

        if (folders.Count > 1)
        {
            throw new UnreadableFileException(new Finding(
                "zip-folders",
                Severity.Error,
                $"The zip holds CSV files in several folders: {string.Join(", ", folders.Take(5).Select(folder => folder.Length == 0 ? "the top" : folder))}.",
                "Zip one pack at a time, with all its tables in one folder.")
            {
                File = archive.Name,
                Expected = "the tables of one pack in one folder",
            });
        }

        var folder = folders[0].Length;
        return new RawTables(
            archive.Name,
            [.. files.Select(entry => CsvTable.Of(entry[folder..], () => archive.Read(entry, entry[folder..]), limits, log))],
            archive);
    }

    private static string FolderOf(string entry) => entry[..(entry.LastIndexOf('/') + 1)];

    private static bool IsSystem(string entry) =>
        entry.StartsWith("__MACOSX/", StringComparison.Ordinal) || Path.GetFileName(entry).StartsWith('.');
}
