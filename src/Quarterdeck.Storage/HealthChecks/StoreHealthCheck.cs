using System.Data.Common;
using System.Globalization;
using Dapper;
using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Ledger;
using Quarterdeck.Storage.Migrations;

namespace Quarterdeck.Storage.HealthChecks;

/// <summary>Looks a store over from end to end, and changes nothing in it.</summary>
public static class StoreHealthCheck
{
    /// <summary>How far the clock may lag behind the last change: clocks of several machines are never quite together.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(1);

    /// <param name="store">The store.</param>
    /// <param name="organisation">The one looked at where this user may see one at a time.</param>
    /// <param name="work">How it is done.</param>
    /// <exception cref="StoreException">It cannot be looked at: it is not there, or no store, or the server does not answer.</exception>
    public static Task<IReadOnlyList<HealthFinding>> OfAsync(StoreLocation store, string organisation, StoreWork work)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(work);
        return store.File is { } file ? SqliteHealthCheck.OfAsync(store, file, work) : PostgreSqlHealthCheck.OfAsync(store, organisation, work);
    }

    internal static HealthFinding Schema(IReadOnlyList<Migration> pending, Migrator migrator) => pending.Count == 0
        ? new HealthFinding("schema", Health.Fine, $"up to date: {migrator.Steps[^1].FullName}")
        : new HealthFinding(
            "schema",
            Health.Doubtful,
            $"lacks {string.Join(", ", pending.Select(step => step.FullName))}",
            "Make a backup, then run 'quarterdeck migrate'. Any command that writes does the same.");

    /// <summary>The chain of an organisation, and the clock against its end.</summary>
    internal static async Task<IReadOnlyList<HealthFinding>> RecordAsync(DbSession session, SqlDialect engine, string organisation, TimeProvider clock)
    {
        var found = new List<HealthFinding>
        {
            await Audit.VerifyAsync(session, engine, organisation).ConfigureAwait(false) switch
            {
                AuditVerdict.Whole whole => new HealthFinding($"record of {organisation}", Health.Fine, $"{whole.Changes} changes, ending with {whole.Head}"),
                AuditVerdict.Broken broken => new HealthFinding(
                    $"record of {organisation}",
                    Health.Faulty,
                    $"broken at change {broken.Change}: {broken.What}",
                    "Keep this store as evidence, find out who changed it without the program, and restore a backup with a complete record."),
                _ => throw new InvalidOperationException("A chain is whole or broken."),
            },
        };
        var last = await LastMomentAsync(session.Connection, session.Transaction, engine, organisation).ConfigureAwait(false);
        if (last is { } moment && clock.GetUtcNow() < moment - ClockTolerance)
        {
            found.Add(new HealthFinding(
                "clock",
                Health.Faulty,
                $"this machine's is {LedgerTimestamp.Text(clock.GetUtcNow())}, before the last change of {organisation}, {LedgerTimestamp.Text(moment)}",
                "Correct the clock. Until then, changes are recorded with the time of the last one."));
        }

        return found;
    }

    internal static string Size(long bytes) => bytes switch
    {
        >= 1L << 30 => (bytes / (decimal)(1L << 30)).ToString("0.0", CultureInfo.InvariantCulture) + " GiB",
        >= 1L << 20 => (bytes / (decimal)(1L << 20)).ToString("0.0", CultureInfo.InvariantCulture) + " MiB",
        _ => (bytes / 1024m).ToString("0.0", CultureInfo.InvariantCulture) + " KiB",
    };

    private static async Task<DateTimeOffset?> LastMomentAsync(DbConnection connection, DbTransaction transaction, SqlDialect engine, string organisation) =>
        (await connection.QuerySingleOrDefaultAsync<HeadRow>(LedgerSql.Head, new { org = organisation }, transaction)
            .ConfigureAwait(false))?.LastRecordedAt is { } at ? engine.Moment(at) : null;
}
