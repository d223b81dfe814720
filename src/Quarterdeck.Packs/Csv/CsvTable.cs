using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Findings;
using Quarterdeck.Packs.Tables;

namespace Quarterdeck.Packs.Csv;

/// <summary>A CSV file or entry as a table.</summary>
internal static class CsvTable
{
    public static RawTable Of(string file, Func<Stream> open, ReadLimits limits, FindingCollector log)
    {
        RawTable? table = null;
        table = new RawTable(Path.GetFileNameWithoutExtension(file), file, log, Rows) { IsDelimited = true, Csv = (open, limits) };
        return table;

        IEnumerable<RawRow> Rows()
        {
            using var stream = open();
            var reader = new CsvReader(stream, file, limits, log)
            {
                DelimiterNoticed = delimiter => table!.HasDoubtfulCommas = delimiter == ';',
            };
            foreach (var row in reader.Records())
            {
                yield return row;
            }
        }
    }
}
