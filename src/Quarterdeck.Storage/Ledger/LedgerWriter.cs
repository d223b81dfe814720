using System.Collections.Concurrent;
using System.Globalization;
using Dapper;
using Quarterdeck.App.Store;

namespace Quarterdeck.Storage.Ledger;

/// <summary>
/// Writes one change, so many rows at a time: what is asked of the engine grows with the change alone, not with what is stored, and
/// what is held beside the change is a digest a row.
/// </summary>
internal sealed class LedgerWriter(Engine engine, TimeProvider clock, Session session, Change change, IProgress<string>? progress)
{
    private const int RowsAtOnce = 500;
    private const int RowsBetweenReports = 20_000;

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _emptyTables = new(StringComparer.Ordinal);

    public async Task<(WriteOutcome, bool)> Write()
    {
        var (connection, transaction, _) = session;
        await connection.ExecuteAsync(LedgerSql.AddOrganisation, new { org = change.Organisation, start = Chain.Start }, transaction).ConfigureAwait(false);
        var head = await connection.QuerySingleAsync<HeadRow>(engine.HeadForWriting, new { org = change.Organisation }, transaction).ConfigureAwait(false);

        var recordedAt = Moment.After(clock, head.LastRecordedAt is { } before ? engine.Moment(before) : null);
        var row = new ChangeRow
        {
            Org = change.Organisation,
            Number = head.LastChange + 1,
            RecordedAt = engine.Stored(recordedAt),
            Author = change.Author,
            Reason = change.Reason,
            Source = change.Source,
            ProgramVersion = change.ProgramVersion,
            PreviousHash = head.LastHash,
        };
        var (seals, current) = await Sealed(row, head, recordedAt).ConfigureAwait(false);
        if (await Conflicts(head, seals).ConfigureAwait(false) is { Count: > 0 } conflicts)
        {
            return (new WriteOutcome.Conflict(conflicts), false);
        }

        await connection.ExecuteAsync(LedgerSql.AddChange, row, transaction).ConfigureAwait(false);
        foreach (var (from, statements) in Batches())
        {
            current = statements.Count == change.Statements.Count ? current : await Current(statements).ConfigureAwait(false);
            List<EntryRow> entries = [.. statements.Select((statement, at) => Entry(row.Number, from + at, statement, seals[from + at]))];
            await engine.AddEntries(session, entries).ConfigureAwait(false);
            await engine.SetCurrent(session, [.. entries.Select(entry => Folded(entry, current))]).ConfigureAwait(false);
            if (from > 0 && from % RowsBetweenReports == 0)
            {
                progress?.Report(string.Create(CultureInfo.InvariantCulture, $"  {from:N0} of {change.Statements.Count:N0} rows and series written ..."));
            }
        }

        await connection.ExecuteAsync(LedgerSql.MoveHead, row, transaction).ConfigureAwait(false);
        return (new WriteOutcome.Written(row.Number, recordedAt, Convert.ToHexStringLower(row.Hash)), true);
    }

    /// <summary>Seals every statement and, with them, the change; and compares the versions of the rows with those expected.</summary>
    private async Task<(Seal[] Seals, Dictionary<(string, string), CurrentRow> Current)> Sealed(ChangeRow row, HeadRow head, DateTimeOffset recordedAt)
    {
        var seals = new Seal[change.Statements.Count];
        var seen = new HashSet<(string, string)>();
        var current = new Dictionary<(string, string), CurrentRow>();
        using var text = Chain.Begin(row, recordedAt);
        foreach (var (from, statements) in Batches())
        {
            foreach (var statement in statements)
            {
                PlainText.Require(statement);
            }

            await FindEmptyTables(head, statements).ConfigureAwait(false);
            current = await Current(statements).ConfigureAwait(false);
            SealAll(statements, current, seals.AsMemory(from, statements.Count));
            foreach (var (at, statement) in statements.Index())
            {
                if (!seen.Add((statement.Table, statement.Key)))
                {
                    throw new ArgumentException($"The change states {statement.Table} {statement.Key} twice.", nameof(row));
                }

                Chain.Add(text, from + at + 1, statement.Table, statement.Key, statement.Expected + 1, statement.Place, seals[from + at].Digest);
            }
        }

        row.Hash = text.Hash();
        return (seals, current);
    }

    /// <summary>Salts and digests the statements, on every processor when there are many: it is most of the work of a large change.</summary>
    private static void SealAll(IReadOnlyList<Statement> statements, Dictionary<(string, string), CurrentRow> current, Memory<Seal> seals)
    {
        if (statements.Count < RowsAtOnce / 10)
        {
            SealSome(0, statements.Count);
            return;
        }

        Parallel.ForEach(Partitioner.Create(0, statements.Count, RowsAtOnce / 10), range => SealSome(range.Item1, range.Item2));

        void SealSome(int from, int to)
        {
            for (var at = from; at < to; at++)
            {
                var statement = statements[at];
                var salt = statement.Body is null ? null : Chain.Salt();
                var digest = salt is null ? null : Chain.Digest(salt, statement.Body!);
                seals.Span[at] = new Seal(salt, digest, statement.Expected, current.GetValueOrDefault((statement.Table, statement.Key))?.Version ?? 0);
            }
        }
    }

    /// <summary>Statements may be made when they are asked for, so each is asked for once a pass.</summary>
    private IEnumerable<(int From, IReadOnlyList<Statement> Statements)> Batches()
    {
        for (var from = 0; from < change.Statements.Count; from += RowsAtOnce)
        {
            session.Stop.ThrowIfCancellationRequested();
            yield return (from, [.. Enumerable.Range(from, Math.Min(RowsAtOnce, change.Statements.Count - from)).Select(at => change.Statements[at])]);
        }
    }

    /// <summary>Of a table nobody wrote to, no row need be looked for.</summary>
    private async Task FindEmptyTables(HeadRow head, IReadOnlyList<Statement> statements)
    {
        if (change.Statements.Count <= RowsAtOnce)
        {
            return;
        }

        foreach (var table in statements.Select(statement => statement.Table).Distinct().Where(_known.Add))
        {
            if (head.LastChange == 0 || !await session.Connection.ExecuteScalarAsync<bool>(LedgerSql.HasRows, new { org = change.Organisation, table }, session.Transaction).ConfigureAwait(false))
            {
                _emptyTables.Add(table);
            }
        }
    }

    /// <summary>Some of the rows the change speaks of, as they are now.</summary>
    private async Task<Dictionary<(string, string), CurrentRow>> Current(IReadOnlyList<Statement> statements)
    {
        var rows = new Dictionary<(string, string), CurrentRow>();
        var asked = statements.Where(statement => !_emptyTables.Contains(statement.Table));
        foreach (var table in asked.GroupBy(statement => statement.Table, statement => statement.Key))
        {
            var query = new { org = change.Organisation, table = table.Key, keys = KeyList.Of(table) };
            foreach (var row in await session.Connection.QueryAsync<CurrentRow>(engine.CurrentOfKeys, query, session.Transaction).ConfigureAwait(false))
            {
                rows[(row.TableName, row.RowKey)] = row;
            }
        }

        return rows;
    }

    private async Task<IReadOnlyList<ConflictingRow>> Conflicts(HeadRow head, Seal[] seals)
    {
        List<Statement> stale = [.. seals.Index().Where(seal => seal.Item.Expected != seal.Item.Actual).Select(seal => change.Statements[seal.Index])];
        if (stale.Count == 0 && (change.Seen is null || change.Seen == head.LastChange))
        {
            return [];
        }

        var conflicts = new List<ConflictingRow>();
        foreach (var table in stale.GroupBy(statement => statement.Table))
        {
            var query = new { org = change.Organisation, table = table.Key, keys = KeyList.Of(table.Select(statement => statement.Key)) };
            var rows = (await session.Connection.QueryAsync<CurrentRow>(engine.CurrentOfKeys, query, session.Transaction).ConfigureAwait(false)).ToDictionary(row => row.RowKey);
            conflicts.AddRange(table.Select(statement => rows.GetValueOrDefault(statement.Key) is { } row
                ? new ConflictingRow(statement.Table, statement.Key, statement.Expected, row.Version, row.Author ?? string.Empty, row.Change)
                : new ConflictingRow(statement.Table, statement.Key, statement.Expected, 0, string.Empty, 0)));
        }

        if (change.Seen is { } seen && seen != head.LastChange)
        {
            var known = conflicts.Select(row => (row.Table, row.Key)).ToHashSet();
            var expected = change.Statements.ToDictionary(statement => (statement.Table, statement.Key), statement => statement.Expected);
            var since = await session.Connection.QueryAsync<CurrentRow>(LedgerSql.CurrentSince, new { org = change.Organisation, seen }, session.Transaction).ConfigureAwait(false);
            conflicts.AddRange(since.Where(row => !known.Contains((row.TableName, row.RowKey)))
                .Select(row => new ConflictingRow(row.TableName, row.RowKey, expected.TryGetValue((row.TableName, row.RowKey), out var version) ? version : null, row.Version, row.Author ?? string.Empty, row.Change)));
        }

        return conflicts;
    }

    private EntryRow Entry(long number, int at, Statement statement, Seal seal) => new()
    {
        Org = change.Organisation,
        Change = number,
        Ordinal = at + 1,
        TableName = statement.Table,
        RowKey = statement.Key,
        Version = statement.Expected + 1,
        Place = statement.Place,
        Salt = seal.Salt,
        Digest = seal.Digest,
        Body = statement.Body,
    };

    /// <summary>What a first entry says of a series is held once, in that entry: it can only be erased when another has taken its place.</summary>
    private static CurrentRow Folded(EntryRow entry, Dictionary<(string, string), CurrentRow> current)
    {
        var body = Fold.Apply(entry.TableName, current.GetValueOrDefault((entry.TableName, entry.RowKey))?.Body, entry.Body);
        return new()
        {
            Org = entry.Org,
            TableName = entry.TableName,
            RowKey = entry.RowKey,
            Version = entry.Version,
            Change = entry.Change,
            Place = entry.Place,
            Body = entry is { TableName: ResultBlock.Table, Version: 1 } && body == entry.Body ? null : body,
        };
    }

    /// <summary>What keeps a statement from being altered, and the version its row was expected to have and had.</summary>
    private readonly record struct Seal(byte[]? Salt, byte[]? Digest, long Expected, long Actual);
}
