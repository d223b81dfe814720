using System.Text;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.App.Store;

/// <summary>
/// Plans the import of very many results held in columns: the same plan as <see cref="Import"/> makes of rows, without making
/// a row of each. A series that is new, or says what is stored, is written and compared as a whole; only of a series that differs are the results compared one by one.
/// </summary>
public static class BulkImport
{
    /// <param name="state">What is stored now.</param>
    /// <param name="rows">The pack's rows without its results.</param>
    /// <param name="results">Its results.</param>
    /// <param name="whole">The rows of those held whole.</param>
    /// <param name="keepsMissing">Rows and files the pack does not have stay as they are; else they are withdrawn.</param>
    /// <param name="files">The files beside the pack; null for none.</param>
    /// <param name="stop">Stops the planning.</param>
    public static ImportPlan Plan(StoredState state, IEnumerable<PackRow> rows, ResultList results, IEnumerable<PackRow> whole, bool keepsMissing, IReadOnlyList<StoredFile>? files = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(results);
        var stored = state.Rows.Where(row => row.Table == ResultBlock.Table).ToDictionary(row => row.Key, StringComparer.Ordinal);
        var others = Import.Plan(state with { Rows = [.. state.Rows.Where(row => row.Table != ResultBlock.Table)] }, rows, keepsMissing, files);
        var plan = new Planning(results, whole.ToLookup(row => StoredRows.Place(row).Series), stored, new PackedStatements(others.Statements), keepsMissing);
        plan.Run(stop);
        var counts = others.Changes.Counts.Concat(plan.Counts);
        return new ImportPlan(state.Change, plan.Statements, new ChangeSet([.. counts], others.Changes.Concat(plan.Changes())));
    }

    private sealed class Planning(ResultList results, ILookup<string, PackRow> whole, Dictionary<string, StoredRow> stored, PackedStatements statements, bool keepsMissing)
    {
        private readonly int _others = statements.Count;
        private readonly SeriesText _text = new();
        private readonly int[] _kinds = new int[Enum.GetValues<ChangeKind>().Length];

        public PackedStatements Statements => statements;

        public IEnumerable<(string Table, ChangeKind Kind, int Count)> Counts =>
            _kinds.Index().Where(kind => kind.Item > 0).Select(kind => (ResultBlock.Table, (ChangeKind)kind.Index, kind.Item));

        public void Run(CancellationToken stop)
        {
            var (rows, starts) = results.BySeries();
            var months = new ushort[256];
            var numbers = Enumerable.Range(0, results.Series).ToArray();
            var names = numbers.Select(series => results.RefOf(series).Value).ToArray();

            // In the order of the store's keys, every page of it is written once and from one end to the other.
            Array.Sort(names, numbers, StringComparer.Ordinal);
            foreach (var (at, series) in numbers.Index())
            {
                stop.ThrowIfCancellationRequested();
                var own = rows.AsSpan(starts[series]..starts[series + 1]);
                if (own.Length > 0)
                {
                    months = months.Length < own.Length ? new ushort[own.Length * 2] : months;
                    Series(names[at], own, months.AsSpan(0, own.Length));
                }
            }

            var said = names.ToHashSet(StringComparer.Ordinal);
            foreach (var gone in keepsMissing ? [] : stored.Values.Where(row => row.Body is not null && (!said.Contains(row.Key) || IsEmpty(row.Key))))
            {
                Compare(gone.Key, []);
            }

            bool IsEmpty(string name) => Array.BinarySearch(names, name, StringComparer.Ordinal) is var at && starts[numbers[at]] == starts[numbers[at] + 1];
        }

        public IEnumerable<RowChange> Changes()
        {
            for (var at = _others; at < statements.Count; at++)
            {
                var statement = statements[at];
                foreach (var change in RowChange.Of(statement.Table, statement.Key, stored.GetValueOrDefault(statement.Key)?.Body, statement.Body))
                {
                    yield return change;
                }
            }
        }

        private void Series(string name, Span<int> rows, Span<ushort> months)
        {
            for (var at = 0; at < rows.Length; at++)
            {
                months[at] = results.Chunks[rows[at] / ResultChunk.Rows].Months[rows[at] % ResultChunk.Rows];
            }

            months.Sort(rows);
            var before = stored.GetValueOrDefault(name);
            if (whole.Contains(name))
            {
                Compare(name, rows);
                return;
            }

            _text.Write(results, rows);
            if (before?.Body is null)
            {
                statements.Add(ResultBlock.Table, name, before?.Version ?? 0, _text.Written);
                _kinds[(int)ChangeKind.Added] += rows.Length;
            }
            else if (Encoding.UTF8.GetByteCount(before.Body) != _text.Written.Length || !Encoding.UTF8.GetBytes(before.Body).AsSpan().SequenceEqual(_text.Written))
            {
                Compare(name, rows);
            }
        }

        /// <summary>Compares the results one by one, by the rules of every import.</summary>
        private void Compare(string name, ReadOnlySpan<int> rows)
        {
            var before = stored.GetValueOrDefault(name);
            var plain = ResultBlock.Read(PlainText(rows));
            List<PackRow> asked =
            [
                .. StoredRows.Results(name, plain).Select(result => new PackRow(ResultBlock.Table, result.Key, result.Cells!)),
                .. whole[name],
            ];
            var alone = new StoredState(0, null, before is null ? [] : [before]);
            var plan = Import.Plan(alone, asked, keepsMissing);
            foreach (var statement in plan.Statements)
            {
                statements.Add(statement);
            }

            foreach (var (_, kind, count) in plan.Changes.Counts)
            {
                _kinds[(int)kind] += count;
            }
        }

        private string PlainText(ReadOnlySpan<int> rows)
        {
            var plain = new List<int>(rows.Length);
            foreach (var row in rows)
            {
                if (!results.Whole.ContainsKey(row))
                {
                    plain.Add(row);
                }
            }

            if (plain.Count == 0)
            {
                return new ResultBlock().Write();
            }

            _text.Write(results, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(plain));
            return Encoding.UTF8.GetString(_text.Written);
        }
    }
}
