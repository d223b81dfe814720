using Quarterdeck.Domain.Packs;

namespace Quarterdeck.Application.Store;

/// <summary>
/// Makes what is stored say what a pack says. A plan is made first, which is the dry run; writing it is all or nothing, and
/// a conflict when a row it states was changed since. A pack that is stored already changes nothing.
/// </summary>
public static class Import
{
    /// <param name="state">What is stored now.</param>
    /// <param name="rows">The pack, read without an error.</param>
    /// <param name="keepsMissing">Rows and files the pack does not have stay as they are; else they are withdrawn.</param>
    /// <param name="files">The files beside the pack; null for none.</param>
    public static ImportPlan Plan(StoredState state, IEnumerable<PackRow> rows, bool keepsMissing, IReadOnlyList<StoredFile>? files = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(rows);
        var stored = state.Rows.ToDictionary(row => (row.Table, row.Key));
        var statements = new List<RowWrite>();
        var wanted = rows.GroupBy(row => row.Table).ToDictionary(table => table.Key, table => table.ToList());
        foreach (var table in wanted.Keys.Union(state.OfPack.Select(row => row.Table)))
        {
            List<StoredRow> held = [.. state.Rows.Where(row => row.Table == table && row.Body is not null).OrderBy(row => row.Place)];
            var asked = wanted.GetValueOrDefault(table, []);
            statements.AddRange(table == ResultBlock.Table
                ? Results(held, asked, stored, keepsMissing)
                : Rows(table, held, DuplicateKeyMatcher.Matched(asked, held), stored, keepsMissing));
        }

        statements.AddRange(StoredFile.Plan(state, files ?? [], keepsMissing));
        var changes = statements.SelectMany(
            statement => RowChange.Of(statement.Table, statement.Key, stored.GetValueOrDefault((statement.Table, statement.Key))?.Body, statement.Body));
        return new ImportPlan(state.Change, statements, ChangeSet.Of([.. changes]));
    }

    /// <summary>The change that writes a plan. It conflicts with a change made since of a row it states, and with no other.</summary>
    public static Change Write(ImportPlan plan, string organisation, string author, string reason, string source, string programVersion)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new Change(organisation, author, reason, source, programVersion, plan.Statements);
    }

    /// <summary>Takes results and other rows out of what is stored, where they are as they were brought in.</summary>
    public static IReadOnlyList<RowWrite> TakeOut(StoredState state, IEnumerable<PackRow> rows)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(rows);
        var statements = new List<RowWrite>();
        var asked = rows.ToLookup(row => row.Table == ResultBlock.Table);
        foreach (var series in asked[true].Select(StoredRows.Place).GroupBy(place => place.Series, place => place.Result))
        {
            var held = state.Of(ResultBlock.Table).FirstOrDefault(row => row.Key == series.Key);
            var (was, gone) = (held is null ? new ResultBlock() : ResultBlock.Read(held.Body!), new ResultBlock());
            foreach (var result in series.Where(was.Results.ContainsKey))
            {
                gone.Set(result, null);
            }

            if (!gone.IsEmpty)
            {
                statements.Add(new RowWrite(ResultBlock.Table, series.Key, held!.Version, 0, gone.Write()));
            }
        }

        statements.AddRange(
            from row in asked[false]
            let held = state.Of(row.Table).FirstOrDefault(one => RowBody.Says(one.Body!, row.Cells))
            where held is not null
            select new RowWrite(row.Table, held.Key, held.Version, held.Place, null));
        return statements;
    }

    private static IEnumerable<RowWrite> Rows(
        string table, List<StoredRow> held, IReadOnlyList<PackRow> asked, Dictionary<(string Table, string Key), StoredRow> stored, bool keepsMissing)
    {
        var bodies = asked.ToDictionary(row => row.Key.Text, row => row.Cells);
        List<string> order = keepsMissing ? Merged(held, asked) : [.. asked.Select(row => row.Key.Text)];
        var places = SortOrders.For([.. order.Select(key => stored.GetValueOrDefault((table, key)) is { Body: not null } row ? row.Place : (long?)null)]);
        for (var at = 0; at < order.Count; at++)
        {
            var before = stored.GetValueOrDefault((table, order[at]));
            var isSaid = bodies.TryGetValue(order[at], out var cells);
            if (before is not { Body: { } body } || before.Place != places[at] || (isSaid && !RowBody.Says(body, cells!)))
            {
                yield return new RowWrite(table, order[at], before?.Version ?? 0, places[at], isSaid ? RowBody.Write(cells!) : before!.Body);
            }
        }

        foreach (var gone in keepsMissing ? [] : held.Where(row => !bodies.ContainsKey(row.Key)))
        {
            yield return new RowWrite(table, gone.Key, gone.Version, gone.Place, null);
        }
    }

    /// <summary>The rows held in their order, each new one after the row it follows in the pack.</summary>
    private static List<string> Merged(List<StoredRow> held, IReadOnlyList<PackRow> asked)
    {
        var known = held.Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        var following = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var last = held.Count > 0 ? held[^1].Key : string.Empty;
        foreach (var row in asked)
        {
            if (known.Contains(row.Key.Text))
            {
                last = row.Key.Text;
            }
            else if (!following.TryAdd(last, [row.Key.Text]))
            {
                following[last].Add(row.Key.Text);
            }
        }

        return [.. following.GetValueOrDefault(string.Empty, []), .. held.SelectMany(row => following.GetValueOrDefault(row.Key, []).Prepend(row.Key))];
    }

    private static IEnumerable<RowWrite> Results(
        List<StoredRow> held, List<PackRow> asked, Dictionary<(string Table, string Key), StoredRow> stored, bool keepsMissing)
    {
        var series = asked.Select(row => (Place: StoredRows.Place(row), row.Cells))
            .GroupBy(row => row.Place.Series)
            .ToDictionary(group => group.Key, group => group.ToList());
        foreach (var reference in series.Keys.Union(held.Select(row => row.Key)))
        {
            var before = stored.GetValueOrDefault((ResultBlock.Table, reference));
            var was = before?.Body is { } body ? ResultBlock.Read(body) : new ResultBlock();
            var said = new ResultBlock();
            var seen = new HashSet<ResultKey>();
            foreach (var ((_, result), cells) in series.GetValueOrDefault(reference, []))
            {
                seen.Add(result);
                var own = StoredRows.Own(cells);
                if (!was.Results.TryGetValue(result, out var earlier) || !PackRow.SaysTheSame(earlier!, own))
                {
                    said.Set(result, own);
                }
            }

            foreach (var gone in keepsMissing ? [] : was.Results.Keys.Where(result => !seen.Contains(result)))
            {
                said.Set(gone, null);
            }

            if (!said.IsEmpty)
            {
                yield return new RowWrite(ResultBlock.Table, reference, before?.Version ?? 0, 0, said.Write());
            }
        }
    }
}
