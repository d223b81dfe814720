using System.Text;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Csv;
using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Schemas;

namespace Quarterdeck.Packs.Reading;

/// <summary>Series of results as the text of a CSV, made while it is read: no more of it is held than one series.</summary>
internal sealed class SeriesCsv : ReadOnlyStream
{
    private readonly IEnumerator<StatedSeries> _series;
    private readonly IReadOnlyList<PackColumn> _columns;
    private ReadOnlyMemory<byte> _rest;

    public SeriesCsv(IEnumerable<StatedSeries> series, IReadOnlyList<PackColumn> columns)
    {
        _series = series.GetEnumerator();

        // A plain line has no more cells than these.
        var others = columns.Where(column => !ResultsTable.PlainColumns.Contains(column));
        _columns = [.. ResultsTable.PlainColumns, .. others];
        _rest = Encoding.UTF8.GetBytes(string.Join(',', _columns.Select(column => column.Name)) + "\n");
    }

    public override int Read(Span<byte> buffer)
    {
        while (_rest.IsEmpty && _series.MoveNext())
        {
            _rest = _series.Current.Plain is { IsEmpty: false } plain ? plain : Lines(_series.Current.Rows);
        }

        var read = Math.Min(buffer.Length, _rest.Length);
        _rest.Span[..read].CopyTo(buffer);
        _rest = _rest[read..];
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _series.Dispose();
        }

        base.Dispose(disposing);
    }

    private byte[] Lines(IEnumerable<PackRow> rows)
    {
        var lines = new StringBuilder();
        foreach (var row in rows)
        {
            if (row.Cells.Keys.Any(cell => _columns.All(column => column.Name != cell)))
            {
                throw new InvalidDataException("The results have a column this version does not know; the reader of all tables tells of it.");
            }

            CsvText.AppendRow(lines, _columns.Select(column => CsvText.Cell(column, row.Cells.GetValueOrDefault(column.Name))));
        }

        return Encoding.UTF8.GetBytes(lines.ToString());
    }
}
