using System.Text;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Application.Store;

/// <summary>
/// Plans the import of very many results held in columns: the same plan as <see cref="Import"/> makes of rows, without making
/// a row of each. A series that is new, or says what is stored, is written and compared as a whole; only of a series that differs are the results compared
/// one by one.
/// </summary>
public static class BulkImport
{
    private const int SeriesInPart = 1024;

    /// <param name="state">What is stored now.</param>
    /// <param name="rows">The pack's rows without its results.</param>
    /// <param name="results">Its results.</param>
    /// <param name="whole">The rows of those held whole.</param>
    /// <param name="keepsMissing">Rows and files the pack does not have stay as they are; else they are withdrawn.</param>
    /// <param name="files">The files beside the pack; null for none.</param>
    /// <param name="cancellationToken">Stops the planning.</param>
    public static ImportPlan Plan(
        StoredState state,
        IEnumerable<PackRow> rows,
        ResultList results,
        IEnumerable<PackRow> whole,
        bool keepsMissing,
        IReadOnlyList<StoredFile>? files = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(results);
        var stored = state.Rows.Where(row => row.Table == ResultBlock.Table).ToDictionary(row => row.Key, StringComparer.Ordinal);
        var others = Import.Plan(state with { Rows = [.. state.Rows.Where(row => row.Table != ResultBlock.Table)] }, rows, keepsMissing, files);
        var statements = new PackedStatements(others.Statements);
        var kinds = new int[Enum.GetValues<ChangeKind>().Length];
        foreach (var part in Parts(results, whole.ToLookup(row => StoredRows.Place(row).Series), stored, keepsMissing, cancellationToken))
        {
            statements.Add(part.Statements);
            foreach (var (kind, count) in part.Kinds.Index())
            {
                kinds[kind] += count;
            }
        }

        var counts = kinds.Index().Where(kind => kind.Item > 0).Select(kind => (ResultBlock.Table, (ChangeKind)kind.Index, kind.Item));
        return new ImportPlan(
            state.Change,
            statements,
            new ChangeSet([.. others.Changes.Counts.Concat(counts)], others.Changes.Concat(Changes(statements, others.Statements.Count, stored))));
    }

    /// <summary>Plans the series in the order of the store's keys, so that every page of it is written once and from one end to the other; on all
    /// processors.</summary>
    private static IEnumerable<Planning> Parts(
        ResultList results,
        ILookup<string, PackRow> whole,
        Dictionary<string, StoredRow> stored,
        bool keepsMissing,
        CancellationToken cancellationToken)
    {
        var order = results.Order;
        var numbers = Enumerable.Range(0, results.Series).Where(series => order.Of(series).Length > 0).ToArray();
        var names = numbers.Select(series => results.RefOf(series).Value).ToArray();
        Array.Sort(names, numbers, StringComparer.Ordinal);
        var parts = new Planning[(names.Length + SeriesInPart - 1) / SeriesInPart];
        Parallel.For(0, parts.Length, new ParallelOptions { CancellationToken = cancellationToken }, part =>
        {
            parts[part] = new Planning(results, whole, stored, keepsMissing);
            for (var at = part * SeriesInPart; at < Math.Min(names.Length, (part + 1) * SeriesInPart); at++)
            {
                parts[part].Series(names[at], order.Of(numbers[at]));
            }
        });
        var said = names.ToHashSet(StringComparer.Ordinal);
        var gone = new Planning(results, whole, stored, keepsMissing);
        foreach (var row in keepsMissing ? [] : stored.Values.Where(row => row.Body is not null && !said.Contains(row.Key)))
        {
            gone.Compare(row.Key, []);
        }

        return parts.Append(gone);
    }

    private static IEnumerable<RowChange> Changes(PackedStatements statements, int from, Dictionary<string, StoredRow> stored) =>
        Enumerable.Range(from, statements.Count - from).Select(at => statements[at])
            .SelectMany(statement => RowChange.Of(statement.Table, statement.Key, stored.GetValueOrDefault(statement.Key)?.Body, statement.Body));

    private sealed class Planning(ResultList results, ILookup<string, PackRow> whole, Dictionary<string, StoredRow> stored, bool keepsMissing)
    {
        private readonly SeriesText _text = new();
        private PlainResult[] _rows = new PlainResult[256];

        public PackedStatements Statements { get; } = new([]);

        /// <summary>How many results are changed in each way.</summary>
        public int[] Kinds { get; } = new int[Enum.GetValues<ChangeKind>().Length];

        public void Series(string name, ReadOnlySpan<long> places)
        {
            var before = stored.GetValueOrDefault(name);
            if (whole.Contains(name))
            {
                Compare(name, places);
                return;
            }

            _text.Write(Rows(places));
            if (before?.Body is null)
            {
                Statements.Add(ResultBlock.Table, name, before?.Version ?? 0, _text.Written);
                Kinds[(int)ChangeKind.Added] += places.Length;
            }
            else if (Encoding.UTF8.GetByteCount(before.Body) != _text.Written.Length
                || !Encoding.UTF8.GetBytes(before.Body).AsSpan().SequenceEqual(_text.Written))
            {
                Compare(name, places);
            }
        }

        /// <summary>Compares the results one by one, by the rules of every import.</summary>
        public void Compare(string name, ReadOnlySpan<long> places)
        {
            var before = stored.GetValueOrDefault(name);
            var plain = ResultBlock.Read(PlainText(places));
            List<PackRow> asked =
            [
                .. StoredRows.Results(name, plain).Select(result => new PackRow(ResultBlock.Table, result.Key, result.Cells!)),
                .. whole[name],
            ];
            var alone = new StoredState(0, null, before is null ? [] : [before]);
            var plan = Import.Plan(alone, asked, keepsMissing);
            foreach (var statement in plan.Statements)
            {
                Statements.Add(statement);
            }

            foreach (var (_, kind, count) in plan.Changes.Counts)
            {
                Kinds[(int)kind] += count;
            }
        }

        private string PlainText(ReadOnlySpan<long> places)
        {
            if (Rows(places) is not { Length: > 0 } rows)
            {
                return new ResultBlock().Write();
            }

            _text.Write(rows);
            return Encoding.UTF8.GetString(_text.Written);
        }

        /// <summary>The plain rows among them, brought together.</summary>
        private ReadOnlySpan<PlainResult> Rows(ReadOnlySpan<long> places)
        {
            if (_rows.Length < places.Length)
            {
                _rows = new PlainResult[places.Length * 2];
            }

            var count = 0;
            foreach (var place in places)
            {
                var row = ResultOrder.RowOf(place);
                if (results.Whole.Count == 0 || !results.Whole.ContainsKey(row))
                {
                    _rows[count++] = results.At(row);
                }
            }

            return _rows.AsSpan(0, count);
        }
    }
}
