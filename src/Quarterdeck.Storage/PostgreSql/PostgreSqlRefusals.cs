using System.Data.Common;
using System.Security.Authentication;
using Npgsql;

namespace Quarterdeck.Storage.PostgreSql;

/// <summary>What a server will not do, in plain words.</summary>
internal static class PostgreSqlRefusals
{
    // Npgsql has no name for it.
    private const string IdleInTransaction = "25P03";

    /// <summary>Whether the server ended the connection with it, so that it is not known what became of a commit.</summary>
    public static bool LeavesCommitUnknown(DbException failed) =>
        failed is not PostgresException { InvariantSeverity: "ERROR" };

    /// <summary>Ends a sentence that names the store.</summary>
    public static string Why(NpgsqlException failed) => failed is PostgresException refused
        ? Why(refused.SqlState)
            ?? $"answered with an error this program does not expect: {refused.MessageText} (SQLSTATE {refused.SqlState}). Nothing was changed. If a "
                + $"pooler or a proxy is in between, try without it; else report this sentence as a fault."
        : failed.InnerException is TimeoutException
            ? "did not answer in time: it is busy or disconnected, or somebody else's large import is running. Nothing was changed. Try again in a moment."
        : failed.InnerException is AuthenticationException
            ? "shows a certificate that is not trusted for that name. Nothing was sent to it. Name the authority's certificate with sslrootcert=FILE, "
                + "and the server as its certificate does."
        : $"cannot be reached: {failed.Message} Check the server's name and port, and that it is running. Nothing was changed.";

    private static string? Why(string state) => state switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            "does not let this user in. Check the user name and password.",
        PostgresErrorCodes.InvalidCatalogName => "has no database of that name. Have it made, or correct the name.",
        PostgresErrorCodes.InsufficientPrivilege =>
            "does not let this user do that. The owner makes and changes the schema. The role quarterdeck_program can do everything else, except erasing.",
        PostgresErrorCodes.DiskFull => "has no space left on its disk. Nothing was changed. Free some space there and try again.",
        PostgresErrorCodes.IoError => "could not read from or write to its disk. Nothing was changed. Ask for the disk to be checked.",
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => "is damaged. Nothing was changed. Restore a backup.",
        PostgresErrorCodes.OutOfMemory => "has no memory left for that. Nothing was changed. Try again in a moment.",
        PostgresErrorCodes.TooManyConnections => "has no connection free. Try again in a moment, or allow it more.",
        PostgresErrorCodes.ReadOnlySqlTransaction => "is read-only: it is a standby, or set to read-only. Nothing was changed.",
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow =>
            "is stopping or starting. Nothing was changed. Try again in a moment.",
        PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.LockNotAvailable or IdleInTransaction =>
            "stopped the work: it took longer than the server allows. Nothing was changed. Try again in a moment.",
        _ => null,
    };
}
