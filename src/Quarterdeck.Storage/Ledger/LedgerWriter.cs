using System.Globalization;
using Dapper;
using Quarterdeck.Application.Store;

namespace Quarterdeck.Storage.Ledger;

/// <summary>
/// Writes one change, so many rows at a time: what is asked of the engine grows with the change alone, not with what is stored, and
/// what is held beside the change is a digest a row.
/// </summary>
internal sealed class LedgerWriter(SqlDialect engine, TimeProvider clock, DbSession session, Change change, IProgress<string>? progress)
{
    private const int RowsAtOnce = 500;
    private const int RowsBetweenReports = 20_000;

    // More would hold more in memory and wait for the engine all the same.
    private static readonly int BatchesAhead = Math.Min(4, Environment.ProcessorCount);

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _emptyTables = new(StringComparer.Ordinal);

    public async Task<(WriteOutcome, bool)> WriteAsync()
    {
        var (connection, transaction, _) = session;
        await connection.ExecuteAsync(LedgerSql.AddOrganisation, new { org = change.Organisation, start = Chain.Start }, transaction).ConfigureAwait(false);
        var head = await connection.QuerySingleAsync<HeadRow>(engine.HeadForWriting, new { org = change.Organisation }, transaction).ConfigureAwait(false);

        var recordedAt = LedgerTimestamp.After(clock, head.LastRecordedAt is { } before ? engine.Moment(before) : null);
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
        var (seals, current) = await SealedAsync(row, head, recordedAt).ConfigureAwait(false);
        if (await ConflictsAsync(head, seals).ConfigureAwait(false) is { Count: > 0 } conflicts)
        {
            return (new WriteOutcome.Conflict(conflicts), false);
        }

        await connection.ExecuteAsync(LedgerSql.AddChange, row, transaction).ConfigureAwait(false);
        if (change.Credential is { } credential && !await AccountSecrets.KeepAsync(session, change.Organisation, credential).ConfigureAwait(false))
        {
            return (new WriteOutcome.Conflict([]), false);
        }

        await MailOutbox.AddAsync(session, change.Organisation, change.Notices, recordedAt.ToUnixTimeSeconds()).ConfigureAwait(false);
        await PublicationFiles.AddAsync(session, change.Organisation, change.PublicationFiles).ConfigureAwait(false);
        await foreach (var (from, statements, entries) in BatchesAsync((from, statements) => Entries(row.Number, from, statements, seals))
            .ConfigureAwait(false))
        {
            current = statements.Count == change.Statements.Count ? current : await CurrentAsync(statements).ConfigureAwait(false);
            await engine.AddEntriesAsync(session, entries).ConfigureAwait(false);
            await SetCurrentAsync(entries, [.. entries.Select(entry => Folded(entry, current))]).ConfigureAwait(false);
            if (from > 0 && from % RowsBetweenReports == 0)
            {
                progress?.Report(string.Create(CultureInfo.InvariantCulture, $"  {from:N0} of {change.Statements.Count:N0} rows and series written ..."));
            }
        }

        await connection.ExecuteAsync(LedgerSql.MoveHead, row, transaction).ConfigureAwait(false);
        return (new WriteOutcome.Written(row.Number, recordedAt, Convert.ToHexStringLower(row.Hash)), true);
    }

    /// <summary>Seals every statement and, with them, the change; and compares the versions of the rows with those expected.</summary>
    private async Task<(RowSeal[] Seals, Dictionary<(string, string), CurrentRow> Current)> SealedAsync(ChangeRow row, HeadRow head, DateTimeOffset recordedAt)
    {
        var seals = new RowSeal[change.Statements.Count];
        var seen = new HashSet<(string, string)>();
        var current = new Dictionary<(string, string), CurrentRow>();
        using var text = Chain.Begin(row, recordedAt);
        await foreach (var (from, statements, digests) in BatchesAsync((_, statements) => Seals(statements)).ConfigureAwait(false))
        {
            await FindEmptyTablesAsync(head, statements).ConfigureAwait(false);
            current = await CurrentAsync(statements).ConfigureAwait(false);
            foreach (var (at, statement) in statements.Index())
            {
                seals[from + at] = digests[at] with { Actual = current.GetValueOrDefault((statement.Table, statement.Key))?.Version ?? 0 };
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

    /// <summary>Salts and digests the statements, once their text is known to be one every engine keeps.</summary>
    private static RowSeal[] Seals(IReadOnlyList<RowWrite> statements)
    {
        var seals = new RowSeal[statements.Count];
        foreach (var (at, statement) in statements.Index())
        {
            TextGuard.Require(statement);
            var salt = statement.Body is null ? null : Chain.Salt();
            seals[at] = new RowSeal(salt, salt is null ? null : Chain.Digest(salt, statement.Body!), statement.Expected, 0);
        }

        return seals;
    }

    /// <summary>
    /// So many statements at a time, in their order, with what is made of them. The next batches are made on other processors while one is worked on:
    /// statements may be
    /// made when they are asked for, so each is asked for once a pass.
    /// </summary>
    private async IAsyncEnumerable<(int From, IReadOnlyList<RowWrite> Statements, T Made)> BatchesAsync<T>(Func<int, IReadOnlyList<RowWrite>, T> make)
    {
        var underway = new Queue<Task<(int, IReadOnlyList<RowWrite>, T)>>();
        for (var from = 0; from < change.Statements.Count || underway.Count > 0; from += RowsAtOnce)
        {
            session.Stop.ThrowIfCancellationRequested();
            var start = from;
            if (change.Statements.Count <= RowsAtOnce)
            {
                yield return Batch(start);
                yield break;
            }

            if (from < change.Statements.Count)
            {
                underway.Enqueue(Task.Run(() => Batch(start), session.Stop));
            }

            if (from >= change.Statements.Count || underway.Count > BatchesAhead)
            {
                yield return await underway.Dequeue().ConfigureAwait(false);
            }
        }

        (int, IReadOnlyList<RowWrite>, T) Batch(int from)
        {
            IReadOnlyList<RowWrite> statements = [
                .. Enumerable.Range(from, Math.Min(RowsAtOnce, change.Statements.Count - from)).Select(at => change.Statements[at])
            ];
            return (from, statements, make(from, statements));
        }
    }

    /// <summary>Of a table nobody wrote to, no row need be looked for.</summary>
    private async Task FindEmptyTablesAsync(HeadRow head, IReadOnlyList<RowWrite> statements)
    {
        if (change.Statements.Count <= RowsAtOnce)
        {
            return;
        }

        foreach (var table in statements.Select(statement => statement.Table).Distinct().Where(_known.Add))
        {
            if (head.LastChange == 0 || !await session.Connection.ExecuteScalarAsync<bool>(
                LedgerSql.HasRows,
                new { org = change.Organisation, table },
                session.Transaction).ConfigureAwait(false))
            {
                _emptyTables.Add(table);
            }
        }
    }

    /// <summary>Some of the rows the change speaks of, as they are now.</summary>
    private async Task<Dictionary<(string, string), CurrentRow>> CurrentAsync(IReadOnlyList<RowWrite> statements)
    {
        var rows = new Dictionary<(string, string), CurrentRow>();
        var asked = statements.Where(statement => !_emptyTables.Contains(statement.Table));
        foreach (var table in asked.GroupBy(statement => statement.Table, statement => statement.Key))
        {
            var query = new { org = change.Organisation, table = table.Key, keys = JsonArrayParameter.Of(table) };
            foreach (var row in await session.Connection.QueryAsync<CurrentRow>(engine.CurrentOfKeys, query, session.Transaction).ConfigureAwait(false))
            {
                rows[(row.TableName, row.RowKey)] = row;
            }
        }

        return rows;
    }

    private async Task<IReadOnlyList<ConflictingRow>> ConflictsAsync(HeadRow head, RowSeal[] seals)
    {
        List<RowWrite> stale = [.. seals.Index().Where(seal => seal.Item.Expected != seal.Item.Actual).Select(seal => change.Statements[seal.Index])];
        if (stale.Count == 0 && (change.Seen is null || change.Seen == head.LastChange))
        {
            return [];
        }

        var conflicts = new List<ConflictingRow>();
        foreach (var table in stale.GroupBy(statement => statement.Table))
        {
            var query = new { org = change.Organisation, table = table.Key, keys = JsonArrayParameter.Of(table.Select(statement => statement.Key)) };
            var rows = (await session.Connection.QueryAsync<CurrentRow>(engine.CurrentOfKeys, query, session.Transaction).ConfigureAwait(false)).ToDictionary(
                row => row.RowKey);
            conflicts.AddRange(table.Select(statement => rows.GetValueOrDefault(statement.Key) is { } row
                ? new ConflictingRow(statement.Table, statement.Key, statement.Expected, row.Version, row.Author ?? string.Empty, row.Change)
                : new ConflictingRow(statement.Table, statement.Key, statement.Expected, 0, string.Empty, 0)));
        }

        if (change.Seen is { } seen && seen != head.LastChange)
        {
            var known = conflicts.Select(row => (row.Table, row.Key)).ToHashSet();
            var expected = change.Statements.ToDictionary(statement => (statement.Table, statement.Key), statement => statement.Expected);
            var since = await session.Connection.QueryAsync<CurrentRow>(LedgerSql.CurrentSince, new { org = change.Organisation, seen }, session.Transaction)
                .ConfigureAwait(false);
            conflicts.AddRange(since.Where(row => change.IsMadeFrom(row.TableName, row.RowKey) && !known.Contains((row.TableName, row.RowKey)))
                .Select(row => new ConflictingRow(
                    row.TableName,
                    row.RowKey,
                    expected.TryGetValue((row.TableName, row.RowKey), out var version) ? version : null,
                    row.Version,
                    row.Author ?? string.Empty,
                    row.Change)));
        }

        return conflicts;
    }

    private IReadOnlyList<EntryRow> Entries(long number, int from, IReadOnlyList<RowWrite> statements, RowSeal[] seals) =>
    [
        .. statements.Select((statement, at) => new EntryRow
        {
            Org = change.Organisation,
            Change = number,
            Ordinal = from + at + 1,
            TableName = statement.Table,
            RowKey = statement.Key,
            Version = statement.Expected + 1,
            Place = statement.Place,
            Salt = seals[from + at].Salt,
            Digest = seals[from + at].Digest,
            Body = statement.Body,
        }),
    ];

    /// <summary>Rows that are what their first entries say, as most are of a large import, come from the entries as one.</summary>
    private Task SetCurrentAsync(IReadOnlyList<EntryRow> entries, IReadOnlyList<CurrentRow> rows) =>
        entries.Count > 1 && rows.All(row => row is { Version: 1, Body: null })
        ? session.Connection.ExecuteAsync(
            LedgerSql.SetCurrentFromEntries,
            new { org = change.Organisation, change = entries[0].Change, first = entries[0].Ordinal, last = entries[^1].Ordinal },
            session.Transaction)
        : engine.SetCurrentAsync(session, rows);

    /// <summary>What a first entry says of a series is held once, in that entry: it can only be erased when another has taken its place.</summary>
    private static CurrentRow Folded(EntryRow entry, Dictionary<(string, string), CurrentRow> current)
    {
        var body = LedgerReplay.Apply(entry.TableName, current.GetValueOrDefault((entry.TableName, entry.RowKey))?.Body, entry.Body);
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
    private readonly record struct RowSeal(byte[]? Salt, byte[]? Digest, long Expected, long Actual);
}
