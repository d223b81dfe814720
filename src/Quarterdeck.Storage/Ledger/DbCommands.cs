using System.Data.Common;

namespace Quarterdeck.Storage.Ledger;

/// <summary>Statements whose answers are read by hand: Dapper compiles code for each kind of row it meets, and a start would wait for that.</summary>
internal static class DbCommands
{
    /// <param name="connection">Where it is asked.</param>
    /// <param name="text">The statements.</param>
    /// <param name="transaction">In which; null for none.</param>
    /// <param name="query">What is asked with.</param>
    public static DbCommand Asking(
        this DbConnection connection,
        string text,
        DbTransaction? transaction = null,
        IReadOnlyDictionary<string, string>? query = null)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (text, transaction);
        foreach (var (name, value) in query ?? new Dictionary<string, string>())
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    /// <summary>The first column of the first row; null where there is none.</summary>
    public static async Task<object?> FirstAsync(this DbConnection connection, string text, DbTransaction? transaction = null)
    {
        await using var command = connection.Asking(text, transaction);
        return await command.ExecuteScalarAsync().ConfigureAwait(false);
    }
}
