using System.IO.Compression;
using System.Text;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Csv;
using Quarterdeck.Packs.Schemas;

namespace Quarterdeck.Packs.Writing;

/// <summary>
/// Writes a pack as a folder of CSV or a zip of one: UTF-8, columns in their fixed order, those no row uses left out.
/// The same pack gives the same bytes, and reading them gives the same pack.
/// </summary>
public static class PackWriter
{
    // The first moment a zip can hold; any other would make two exports of one pack differ.
    private static readonly DateTimeOffset Timeless = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The tables that are needed or have rows, and <c>datapackage.json</c>, as file name and content.</summary>
    public static IEnumerable<(string File, byte[] Content)> Files(Pack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var written = PackDescription.All.Where(table => table.IsRequired || table.Count(pack) > 0).ToList();
        foreach (var table in written)
        {
            yield return (table.Name + ".csv", Encoding.UTF8.GetBytes(Csv(table, pack)));
        }

        yield return (DataPackageWriter.FileName, DataPackageWriter.Write(pack, written));
    }

    /// <summary>
    /// Writes the pack into a folder, which is made when it is not there. Every file is complete before the first takes its
    /// place; tables of an earlier export that this pack no longer has are removed, other files are left alone.
    /// </summary>
    public static void WriteFolder(Pack pack, string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var files = Files(pack).ToList();
        Directory.CreateDirectory(folder);
        var unfinished = files.ConvertAll(file => Path.Combine(folder, "." + file.File + ".part"));
        try
        {
            for (var at = 0; at < files.Count; at++)
            {
                File.WriteAllBytes(unfinished[at], files[at].Content);
            }

            for (var at = 0; at < files.Count; at++)
            {
                File.Move(unfinished[at], Path.Combine(folder, files[at].File), overwrite: true);
            }
        }
        finally
        {
            unfinished.ForEach(File.Delete);
        }

        foreach (var gone in PackDescription.All.Select(table => table.Name + ".csv").Except(files.Select(file => file.File)))
        {
            File.Delete(Path.Combine(folder, gone));
        }
    }

    /// <summary>Writes the decisions about findings into the pack's folder, and no other table.</summary>
    public static void WriteDecisions(Pack pack, string folder)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var name = PackDescription.Checks.Name + ".csv";
        var file = Directory.EnumerateFiles(folder).FirstOrDefault(one => string.Equals(Path.GetFileName(one), name, StringComparison.OrdinalIgnoreCase))
            ?? Path.Combine(folder, name);
        var unfinished = Path.Combine(folder, $".{name}.part");
        try
        {
            File.WriteAllText(unfinished, Csv(PackDescription.Checks, pack));
            File.Move(unfinished, file, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>The pack as a zip.</summary>
    public static byte[] Zip(Pack pack)
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create))
        {
            foreach (var (file, content) in Files(pack))
            {
                var entry = zip.CreateEntry(file, CompressionLevel.Optimal);
                entry.LastWriteTime = Timeless;
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return output.ToArray();
    }

    /// <summary>Writes the pack as a zip, which takes the place of one of that name only when it is complete.</summary>
    public static void WriteZip(Pack pack, string path) => WriteFile(Zip(pack), path);

    /// <summary>Writes the pack as a workbook for people, which takes the place of one of that name only when it is complete.</summary>
    public static void WriteWorkbook(Pack pack, string path) => WriteFile(PackWorkbookWriter.Write(pack), path);

    private static void WriteFile(byte[] content, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var unfinished = path + ".part";
        try
        {
            File.WriteAllBytes(unfinished, content);
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>The columns of a table that are needed or that some row uses.</summary>
    internal static IReadOnlyList<PackColumn> Used(PackTable table, Pack pack)
    {
        var isUsed = table.Columns.Select(column => column.IsRequired || column.IsExpected).ToArray();
        foreach (var row in table.Write(pack))
        {
            for (var place = 0; place < row.Length; place++)
            {
                isUsed[place] |= !string.IsNullOrEmpty(row[place]);
            }
        }

        return [.. table.Columns.Where((_, place) => isUsed[place])];
    }

    private static string Csv(PackTable table, Pack pack)
    {
        var used = Used(table, pack);
        var places = used.Select(column => table.Columns.ToList().IndexOf(column)).ToArray();
        var csv = new StringBuilder();
        CsvText.AppendRow(csv, used.Select(column => column.Name));
        var periods = new WrittenPeriods(table, pack);
        foreach (var row in table.Write(pack))
        {
            CsvText.AppendRow(csv, places.Select(place => CsvText.Cell(table.Columns[place], periods.Cell(row, place))));
        }

        return csv.ToString();
    }
}
