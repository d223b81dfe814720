using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Findings;
using Quarterdeck.Packs.Rows;
using Quarterdeck.Packs.Tables;

namespace Quarterdeck.Packs.Schemas;

/// <summary>One table of the pack, described once for reading, writing, <c>datapackage.json</c> and the reference page.</summary>
internal abstract class PackTable
{
    public abstract string Name { get; }

    /// <summary>A sentence for the reference page.</summary>
    public abstract string Summary { get; }

    public virtual bool IsRequired => false;

    public abstract IReadOnlyList<PackColumn> Columns { get; }

    /// <summary>The columns that together name a row; none where rows may repeat.</summary>
    public virtual IReadOnlyList<PackColumn> Key => [];

    /// <summary>The columns a row is known by when it changes: the key, or where rows may repeat, what comes nearest to one.</summary>
    public virtual IReadOnlyList<PackColumn> KnownBy => Key;

    /// <summary>The rows of a pack as text, a cell for each column; null for blank.</summary>
    public abstract IEnumerable<string?[]> Write(Pack pack);

    public abstract int Count(Pack pack);
}

/// <summary>A column and how a row writes it.</summary>
internal readonly record struct PackField<TRow>(PackColumn Column, Func<TRow, string?> Write);

internal abstract class PackTable<TRow> : PackTable
    where TRow : class
{
    public sealed override IReadOnlyList<PackColumn> Columns => field ??= [.. Fields.Select(each => each.Column)];

    protected abstract IReadOnlyList<PackField<TRow>> Fields { get; }

    /// <summary>Rows of other tables refer to these, so they are kept to be found even when the pack is already refused.</summary>
    protected virtual bool IsReferredTo => false;

    protected abstract IReadOnlyList<TRow> RowsOf(Pack pack);

    /// <returns>Null, or a row that counts for nothing, when the reader says it is spoilt.</returns>
    protected abstract TRow? Read(RowReader row, PackReadContext pack);

    /// <summary>What names the row, compared by value; null where it may repeat.</summary>
    protected virtual object? KeyOf(TRow row) => null;

    /// <summary>Rows that are read at most; the reader of the file has a limit of its own.</summary>
    protected virtual int MostRows(PackReadContext pack) => pack.MostRows;

    /// <summary>Called once after the rows, for what only all of them together can show.</summary>
    protected virtual void Check(IReadOnlyList<TRow> rows, string file, PackReadContext pack)
    {
    }

    public sealed override int Count(Pack pack) => RowsOf(pack).Count;

    public sealed override IEnumerable<string?[]> Write(Pack pack) =>
        RowsOf(pack).Select(row => Fields.Select(each => each.Write(row)).ToArray());

    /// <summary>The typed rows in order; findings go to the log. With an error in the log the rows may be incomplete.</summary>
    public virtual IReadOnlyList<TRow> ReadAll(RawTable? table, PackReadContext pack)
    {
        if (table is null)
        {
            TellMissing(pack);
            return [];
        }

        var rows = new List<TRow>();
        var seen = new Dictionary<object, int>();
        RowReader? reader = null;
        Header? header = null;
        var count = 0;
        foreach (var raw in HeaderSearch.FromHeader(table, Columns, pack.Log))
        {
            if (header is null || reader is null)
            {
                header = Header.Read(raw, table, Name, Columns, pack);
                reader = new RowReader(table, header, pack.Log);
                continue;
            }

            if (++count > MostRows(pack))
            {
                pack.Log.Add(UnreadableFileFindings.OverLimit(table.File, "rows", MostRows(pack), raw.Number));
                break;
            }

            if (!header.IsComplete)
            {
                if (table.IsDelimited)
                {
                    break;
                }

                // A sheet tells only at its end that the cells of its header are merged, which is often why.
                continue;
            }

            reader.Start(raw);
            if (Read(reader, pack) is not { } row || reader.IsSpoilt || IsRepeated(row, reader, seen))
            {
                continue;
            }

            rows.Add(row);
            if (pack.Log.HasErrors && !IsReferredTo)
            {
                rows.Clear();
            }
        }

        table.Layout?.Tell(table.HeaderRow);
        if (table.WasRefused || count > MostRows(pack) || header is { IsComplete: false })
        {
            pack.TellUnread(Name);
        }
        else if (count == 0)
        {
            TellEmpty(table, header is not null, pack);
        }

        Check(rows, table.File, pack);
        return rows;
    }

    private bool IsRepeated(TRow row, RowReader reader, Dictionary<object, int> seen)
    {
        if (KeyOf(row) is not { } key || seen.TryAdd(key, reader.At.Row))
        {
            return false;
        }

        var names = string.Join(" and ", Key.Select(column => column.Name));
        reader.Error(
            Key[^1],
            "duplicate-row",
            key.ToString() ?? string.Empty,
            $"Rows {seen[key]} and {reader.At.Row} have the same {names}.",
            $"one row for each {names}",
            "Remove the row that is wrong, or correct what names it.");
        return true;
    }

    private void TellMissing(PackReadContext pack)
    {
        if (!IsRequired)
        {
            return;
        }

        pack.TellUnread(Name);
        pack.Log.Add(
            new Finding(
                "missing-table",
                Severity.Error,
                $"The table {Name} is missing. {Summary}",
                $"Add {Name}.csv, or a sheet named {Name}, with the columns "
                    + $"{string.Join(", ", Columns.Where(column => column.IsRequired || column.IsExpected).Select(column => column.Name))}.")
            {
                File = pack.Name,
                Expected = $"a table named {Name}",
            });
    }

    private void TellEmpty(RawTable table, bool hasHeader, PackReadContext pack)
    {
        if (!hasHeader)
        {
            pack.TellUnread(Name);
        }

        pack.Log.Add(hasHeader
            ? new Finding(
                "no-rows",
                IsRequired ? Severity.Warning : Severity.Note,
                $"The table {Name} has a header and no rows.",
                "Add rows, if there should be any.")
            { File = table.File, Expected = "rows below the header" }
            : new Finding(
                "empty-file",
                IsRequired ? Severity.Error : Severity.Warning,
                $"The table {Name} is empty: it has not even a header.",
                IsRequired ? "Check that it was saved or copied completely." : "Fill it in, or remove it.")
            {
                File = table.File,
                Expected = string.Join(",", Columns.Where(column => column.IsRequired || column.IsExpected).Select(column => column.Name))
            });
    }
}
