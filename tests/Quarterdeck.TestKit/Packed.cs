using Quarterdeck.Domain.Packs;
using Quarterdeck.Packs.Reading;

namespace Quarterdeck.TestKit;

/// <summary>A pack written down as people type it: a table a text.</summary>
public static class Packed
{
    public const string Indicators = "ref,title,kind,area,unit,frequency,basis,ytd,decimals\n";

    /// <param name="tables">Each the table's name, a line end, and its rows: <c>results</c>, then <c>ref,period,value</c> and so on.</param>
    public static Pack From(params string[] tables)
    {
        var folder = Directory.CreateTempSubdirectory("quarterdeck");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "settings.csv"), "key,value\norganisation,Test Council\n");
            foreach (var table in tables)
            {
                var (name, rows) = (table[..table.IndexOf('\n', StringComparison.Ordinal)], table[(table.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
                File.WriteAllText(Path.Combine(folder.FullName, name.Trim() + ".csv"), rows);
            }

            var reading = PackReader.Read(folder.FullName);
            return reading.Pack ?? throw new InvalidOperationException(
                string.Join(Environment.NewLine, reading.Findings.Select(finding => $"{finding.Where}: {finding.Message}")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
