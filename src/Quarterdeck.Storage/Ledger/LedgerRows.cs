using System.Data.Common;

namespace Quarterdeck.Storage.Ledger;

/// <summary>A row of the table organisation: where its chain ends.</summary>
internal sealed class HeadRow
{
    public long LastChange { get; init; }

    public byte[] LastHash { get; init; } = [];

    /// <summary>As the engine gives it.</summary>
    public object? LastRecordedAt { get; init; }
}

/// <summary>A row of the table change.</summary>
internal sealed class ChangeRow
{
    public string Org { get; init; } = string.Empty;

    public long Number { get; init; }

    /// <summary>As the engine takes and gives it.</summary>
    public object RecordedAt { get; init; } = string.Empty;

    public string Author { get; init; } = string.Empty;

    public string Reason { get; init; } = string.Empty;

    public string Source { get; init; } = string.Empty;

    public string ProgramVersion { get; init; } = string.Empty;

    public byte[] PreviousHash { get; init; } = [];

    public byte[] Hash { get; set; } = [];
}

/// <summary>A row of the table entry.</summary>
internal sealed class EntryRow
{
    public string Org { get; init; } = string.Empty;

    public long Change { get; init; }

    public long Ordinal { get; init; }

    public string TableName { get; init; } = string.Empty;

    public string RowKey { get; init; } = string.Empty;

    public long Version { get; init; }

    public long Place { get; init; }

    public byte[]? Salt { get; init; }

    public byte[]? Digest { get; init; }

    public string? Body { get; init; }

    /// <summary>1 where it follows the version before, 0 where it does not; where that was asked for.</summary>
    public long Follows { get; init; }
}

/// <summary>A row of the table current_row.</summary>
internal sealed class CurrentRow
{
    public string Org { get; init; } = string.Empty;

    public string TableName { get; init; } = string.Empty;

    public string RowKey { get; init; } = string.Empty;

    public long Version { get; init; }

    public long Change { get; init; }

    public long Place { get; init; }

    public string? Body { get; init; }

    /// <summary>Who wrote that change, where it was asked for.</summary>
    public string? Author { get; init; }

    /// <summary>Reads table, key, version, change and place from the second column on.</summary>
    /// <param name="reader">Stands at the row.</param>
    /// <param name="organisation">Whose it is.</param>
    /// <param name="body">The column of the body.</param>
    public static CurrentRow Of(DbDataReader reader, string organisation, int body) => new()
    {
        Org = organisation,
        TableName = reader.GetString(1),
        RowKey = reader.GetString(2),
        Version = reader.GetInt64(3),
        Change = reader.GetInt64(4),
        Place = reader.GetInt64(5),
        Body = reader.IsDBNull(body) ? null : reader.GetString(body),
    };
}
