namespace Quarterdeck.Storage.Ledger;

/// <summary>The ledger's statements, word for word the same on every engine. Each names the organisation, whoever else guards it.</summary>
internal static class LedgerSql
{
    public const string AddOrganisation = "INSERT INTO organisation (org, last_change, last_hash) VALUES (@org, 0, @start) ON CONFLICT (org) DO NOTHING";

    public const string Organisations = "SELECT org FROM organisation ORDER BY org";

    public const string Head = "SELECT last_change AS LastChange, last_hash AS LastHash, last_recorded_at AS LastRecordedAt FROM organisation WHERE org = @org";

    public const string MoveHead = "UPDATE organisation SET last_change = @Number, last_hash = @Hash, last_recorded_at = @RecordedAt WHERE org = @Org";

    public const string AddChange = """
        INSERT INTO change (org, number, recorded_at, author, reason, source, program_version, previous_hash, hash)
        VALUES (@Org, @Number, @RecordedAt, @Author, @Reason, @Source, @ProgramVersion, @PreviousHash, @Hash)
        """;

    public const string AddEntry = """
        INSERT INTO entry (org, change, ordinal, table_name, row_key, version, place, salt, digest, body)
        VALUES (@Org, @Change, @Ordinal, @TableName, @RowKey, @Version, @Place, @Salt, @Digest, @Body)
        """;

    public const string SetCurrent = """
        INSERT INTO current_row (org, table_name, row_key, version, change, place, body)
        VALUES (@Org, @TableName, @RowKey, @Version, @Change, @Place, @Body)
        ON CONFLICT (org, table_name, row_key)
        DO UPDATE SET version = excluded.version, change = excluded.change, place = excluded.place, body = excluded.body
        """;

    /// <summary>What the first entries of rows say, which is held in the entries alone.</summary>
    public const string SetCurrentFromEntries = """
        INSERT INTO current_row (org, table_name, row_key, version, change, place, body)
        SELECT org, table_name, row_key, version, change, place, NULL FROM entry
        WHERE org = @org AND change = @change AND ordinal BETWEEN @first AND @last ORDER BY ordinal
        """;

    public const string Current = "SELECT" + CurrentColumns + " FROM row_current WHERE org = @org ORDER BY table_name, place, row_key";

    /// <summary>What comes after a bar is a closing brace.</summary>
    public const string CurrentOfKey = "SELECT" + CurrentColumns + " FROM row_current WHERE org = @org AND table_name = @table AND row_key = @key"
        + " UNION ALL SELECT" + CurrentColumns + " FROM row_current WHERE org = @org AND table_name = @table AND row_key >= @first AND row_key < @end";

    public const string HasChangeBeside = "SELECT EXISTS (SELECT 1 FROM change WHERE org = @org AND number > @change AND source <> @source)";

    public const string HasRows = "SELECT EXISTS (SELECT 1 FROM current_row WHERE org = @org AND table_name = @table)";

    /// <summary>Rows of one table by their keys, and who wrote them last; how the list of keys is unfolded is the engine's.</summary>
    public const string CurrentOfKeys = "SELECT"
        + CurrentColumns
        + ", (SELECT author FROM change WHERE change.org = row_current.org AND change.number = row_current.change) AS Author FROM row_current WHERE "
        + "org = @org AND table_name = @table AND row_key ";

    /// <summary>Of the tables in @keys.</summary>
    public static string CurrentOfTables(SqlDialect engine) =>
        $"SELECT{CurrentColumns} FROM row_current WHERE org = @org AND table_name IN (SELECT key FROM {engine.Keys} AS asked)";

    public const string CurrentSince = "SELECT"
        + CurrentColumns
        + ", (SELECT author FROM change WHERE change.org = row_current.org AND change.number = row_current.change) AS Author FROM row_current WHERE "
        + "org = @org AND change > @seen ORDER BY change, table_name, place, row_key";

    public const string ChangesOf = "SELECT" + ChangeColumns + " FROM change WHERE org = @org";

    public const string Changes = ChangesOf + " ORDER BY number";

    public const string LastChangeBy = "SELECT" + ChangeColumns + " FROM change WHERE org = @org AND recorded_at <= @moment ORDER BY number DESC LIMIT 1";

    public const string ChangeOf = "SELECT" + ChangeColumns + " FROM change WHERE org = @org AND number = @change";

    public const string EntriesAnywhere = "SELECT" + EntryColumns + " FROM entry WHERE org = @org";

    public const string Entries = EntriesAnywhere + " ORDER BY change, ordinal";

    public const string EntriesUpTo = "SELECT" + EntryColumns + " FROM entry WHERE org = @org AND change <= @change ORDER BY change, ordinal";

    public const string EntriesOfRow = "SELECT" + EntryColumns + " FROM entry WHERE org = @org AND table_name = @table AND row_key = @key ORDER BY version";

    public const string LastErasing = "SELECT COALESCE(MAX(change), 0) FROM entry WHERE org = @org AND table_name = @table";

    public const string Erased = "SELECT" + EntryColumns + " FROM entry WHERE org = @org AND table_name = @table ORDER BY row_key, version";

    public const string Erase = "UPDATE entry SET salt = NULL, body = NULL WHERE org = @Org AND change = @Change AND ordinal = @Ordinal";

    /// <summary>LIKE would forget case on one engine and not on the other.</summary>
    public const string EntriesOf = "SELECT" + EntryColumns + " FROM entry WHERE org = @org AND replace(row_key, @key, '') <> row_key ORDER BY change, ordinal";

    /// <summary>The columns of an entry called <c>stored</c>.</summary>
    public const string StoredEntry =
        " stored.org AS Org, stored.change AS Change, stored.ordinal AS Ordinal, stored.table_name AS TableName, stored.row_key AS RowKey, "
        + "stored.version AS Version, stored.place AS Place, stored.salt AS Salt, stored.digest AS Digest, stored.body AS Body";

    private const string CurrentColumns =
        " org AS Org, table_name AS TableName, row_key AS RowKey, version AS Version, change AS Change, place AS Place, body AS Body";

    private const string ChangeColumns =
        " org AS Org, number AS Number, recorded_at AS RecordedAt, author AS Author, reason AS Reason, source AS Source, program_version AS "
        + "ProgramVersion, previous_hash AS PreviousHash, hash AS Hash";

    private const string EntryColumns =
        " org AS Org, change AS Change, ordinal AS Ordinal, table_name AS TableName, row_key AS RowKey, version AS Version, place AS Place, salt AS "
        + "Salt, digest AS Digest, body AS Body";
}
