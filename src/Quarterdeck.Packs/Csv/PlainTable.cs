using System.Text;
using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Findings;

namespace Quarterdeck.Packs.Csv;

/// <summary>A CSV that is no table of a pack: a header row and records, every cell as text.</summary>
public sealed class PlainTable
{
    private readonly Dictionary<string, int> _places;
    private readonly List<IReadOnlyList<string>> _rows = [];

    /// <param name="file">Its name, with the ending.</param>
    /// <param name="columns">In order.</param>
    public PlainTable(string file, IReadOnlyList<string> columns)
    {
        File = file;
        Columns = columns;
        _places = columns.Index().DistinctBy(column => column.Item).ToDictionary(column => column.Item, column => column.Index);
    }

    public string File { get; }

    public IReadOnlyList<string> Columns { get; }

    public IEnumerable<PlainRow> Rows => _rows.Select((cells, row) => new PlainRow(this, row + 2, cells));

    public bool Has(string column) => _places.ContainsKey(column);

    public void Add(params IReadOnlyList<string> cells) => _rows.Add(cells);

    /// <exception cref="IOException">The file cannot be read, or is not a CSV; the message says why.</exception>
    public static PlainTable Read(string path)
    {
        var name = Path.GetFileName(path);
        using var stream = PackFile.OpenRead(path);
        PlainTable? table = null;
        foreach (var record in new CsvReader(stream, name, ReadLimits.Default, new FindingCollector()).Records())
        {
            var cells = record.Cells.Select(cell => cell.Text).ToArray();
            if (table is null)
            {
                table = new PlainTable(name, cells);
            }
            else
            {
                table.Add(cells);
            }
        }

        return table ?? new PlainTable(name, []);
    }

    /// <summary>With line feeds, and quotation marks only where they are needed.</summary>
    public string Write()
    {
        var csv = new StringBuilder();
        CsvText.AppendRow(csv, Columns);
        foreach (var row in _rows)
        {
            CsvText.AppendRow(csv, row);
        }

        return csv.ToString();
    }

    internal string Cell(IReadOnlyList<string> cells, string column) =>
        _places.TryGetValue(column, out var place) && place < cells.Count ? cells[place] : string.Empty;
}

/// <summary>One record of a <see cref="PlainTable"/>.</summary>
/// <param name="Table">Whose.</param>
/// <param name="Number">As a spreadsheet counts, where no row is blank: the header is row 1.</param>
/// <param name="Cells">In the order of the columns; trailing ones may be left out.</param>
public readonly record struct PlainRow(PlainTable Table, int Number, IReadOnlyList<string> Cells)
{
    /// <summary>What stands in a column; empty where the table has no such column.</summary>
    public string this[string column] => Table.Cell(Cells, column);
}
