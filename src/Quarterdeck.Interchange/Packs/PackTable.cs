using Quarterdeck.Domain.Packs;

namespace Quarterdeck.Interchange.Packs;

/// <summary>A table of the pack: its columns, how a row is read and how it is written.</summary>
internal abstract class PackTable
{
    public abstract string Name { get; }

    /// <summary>What the table is for, for the reference.</summary>
    public abstract string Means { get; }

    /// <summary>A pack without it is refused.</summary>
    public virtual bool Required => false;

    public abstract IReadOnlyList<PackColumn> Columns { get; }

    /// <summary>Reads one row into the draft; what cannot be read becomes a finding.</summary>
    public abstract void Read(RowReader row, PackDraft draft);

    /// <summary>Every row of the table, each as the values of its columns that are not blank.</summary>
    public abstract IEnumerable<IReadOnlyDictionary<string, string>> Write(Pack pack);
}

/// <summary>A table whose rows are of one type.</summary>
internal abstract class PackTable<TRow> : PackTable
{
    public override void Read(RowReader row, PackDraft draft)
    {
        if (Row(row, draft) is { } read && !row.Failed)
        {
            Keep(draft).Add(read);
        }
    }

    public override IEnumerable<IReadOnlyDictionary<string, string>> Write(Pack pack)
    {
        foreach (var row in Rows(pack))
        {
            var cells = new RowWriter();
            Cells(row, cells);
            yield return cells.Values;
        }
    }

    protected abstract TRow? Row(RowReader row, PackDraft draft);

    protected abstract ICollection<TRow> Keep(PackDraft draft);

    protected abstract IEnumerable<TRow> Rows(Pack pack);

    protected abstract void Cells(TRow row, RowWriter cells);
}
