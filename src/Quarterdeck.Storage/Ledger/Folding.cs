using Quarterdeck.Application.Store;

namespace Quarterdeck.Storage.Ledger;

/// <summary>What entries come to, one after the other in the order they were recorded.</summary>
internal sealed class Folding(Erasures erasures)
{
    private readonly Dictionary<(string, string), StoredRow> _rows = [];

    public IEnumerable<StoredRow> Rows => _rows.Values;

    public void Take(EntryRow entry)
    {
        if (Erasures.IsRecord(entry))
        {
            return;
        }

        var key = (entry.TableName, entry.RowKey);
        var before = _rows.GetValueOrDefault(key);
        _rows[key] = new StoredRow(entry.TableName, entry.RowKey, entry.Version, entry.Place, erasures.Apply(entry, before?.Body))
        {
            // Of a series every entry is part; of any other row the last alone counts.
            IsErased = Erasures.IsErased(entry) || (entry.TableName == ResultBlock.Table && before is { IsErased: true }),
        };
    }
}
