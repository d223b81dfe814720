using System.Data.Common;
using Dapper;
using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Ledger;

namespace Quarterdeck.Storage.Migrations;

/// <summary>Brings a schema up to date, each step in a transaction of its own and recorded in it.</summary>
/// <param name="steps">All there are, in order.</param>
/// <param name="clock">Says when a step was taken.</param>
/// <param name="programVersion">The program that takes it.</param>
internal sealed class Migrator(IReadOnlyList<Migration> steps, TimeProvider clock, string programVersion)
{
    /// <summary>The table the steps are recorded in, the same on every engine.</summary>
    public const string CreateRecord = """
        CREATE TABLE IF NOT EXISTS migration (
            number bigint NOT NULL PRIMARY KEY,
            name text NOT NULL,
            checksum text NOT NULL,
            applied_at text NOT NULL,
            program_version text NOT NULL
        )
        """;

    /// <summary>All there are, in order.</summary>
    public IReadOnlyList<Migration> Steps => steps;

    /// <summary>Why a store of an earlier version cannot be worked on without changing it.</summary>
    /// <param name="store">In a sentence: <c>The store figures.db</c>.</param>
    /// <param name="pending">What it lacks.</param>
    public static StoreException IsOlder(string store, IReadOnlyList<Migration> pending) =>
        new($"{store} is of an earlier version: its schema lacks {string.Join(", ", pending.Select(step => step.FullName))}. Run 'quarterdeck "
            + $"migrate' as a user who may change it.");

    /// <summary>The steps not yet taken, where the record is there.</summary>
    /// <exception cref="StoreException">The store is of a later version, or a step is not the one that was taken.</exception>
    public async Task<IReadOnlyList<Migration>> PendingAsync(DbConnection connection, DbTransaction? transaction = null)
    {
        var taken = new List<Taken>();
        await using (var command = connection.Asking("SELECT number, name, checksum, program_version FROM migration ORDER BY number", transaction))
        {
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                taken.Add(new Taken(reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetString(3)));
            }
        }

        if (taken.Find(step => step.Number > steps[^1].Number) is { } later)
        {
            throw new StoreException(
                $"The store is of a later version: its schema has the step {later.Number:D4}-{later.Name} of Quarterdeck {later.ProgramVersion}, "
                    + $"which this program does not know. Update the program.");
        }

        foreach (var step in steps.Zip(taken).Where(pair => pair.First.Number != pair.Second.Number || pair.First.Checksum != pair.Second.Checksum))
        {
            throw new StoreException(
                $"The schema's step {step.First.FullName} is not the one the store was made with ({step.Second.Number:D4}-{step.Second.Name}, by "
                    + $"Quarterdeck {step.Second.ProgramVersion}). Use the program the store was made with, or restore a backup.");
        }

        return [.. steps.Skip(taken.Count)];
    }

    /// <summary>Takes one step and records it, in the transaction given.</summary>
    public async Task TakeAsync(Migration step, DbConnection connection, DbTransaction transaction)
    {
        await connection.ExecuteAsync(step.Sql, transaction: transaction);
        await connection.ExecuteAsync(
            "INSERT INTO migration (number, name, checksum, applied_at, program_version) VALUES (@Number, @Name, @Checksum, @AppliedAt, @ProgramVersion)",
            new
            {
                Number = (long)step.Number,
                step.Name,
                step.Checksum,
                AppliedAt = Ledger.LedgerTimestamp.Text(clock.GetUtcNow()),
                ProgramVersion = programVersion
            },
            transaction);
    }

    private sealed record Taken(long Number, string Name, string Checksum, string ProgramVersion);
}
