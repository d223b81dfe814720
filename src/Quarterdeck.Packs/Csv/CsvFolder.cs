using Quarterdeck.Domain.Findings;
using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Findings;
using Quarterdeck.Packs.Tables;

namespace Quarterdeck.Packs.Csv;

/// <summary>A folder of CSV files, one a table. Other files may lie beside them.</summary>
internal static class CsvFolder
{
    public static RawTables Open(string path, string name, ReadLimits limits, FindingCollector log)
    {
        var tables = new List<RawTable>();
        foreach (var file in Directory.EnumerateFiles(path).Take(limits.Entries + 1).Order(StringComparer.Ordinal))
        {
            if (file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            {
                tables.Add(CsvTable.Of(Path.GetFileName(file), () => PackFile.OpenRead(file), limits, log));
            }
        }

        if (tables.Count > limits.Entries)
        {
            throw new UnreadableFileException(UnreadableFileFindings.OverLimit(name, "files", limits.Entries));
        }

        if (tables.Count == 0)
        {
            throw new UnreadableFileException(new Finding(
                "no-tables",
                Severity.Error,
                "The folder holds no CSV file.",
                "Name the folder in which settings.csv, indicators.csv and results.csv lie.")
            {
                File = name,
                Expected = "settings.csv, indicators.csv and results.csv",
            });
        }

        return new RawTables(name, tables);
    }
}
