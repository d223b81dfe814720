namespace Quarterdeck.Storage.Copies;

/// <summary>What a column holds on every engine.</summary>
internal enum StoreColumnKind
{
    Text,
    Number,
    Bytes,

    /// <summary>A moment, which each engine keeps in its own way.</summary>
    Moment,
}

internal sealed record StoreColumn(string Name, StoreColumnKind Kind);

/// <summary>A table whose rows belong to organisations: what a backup, a restoring and a copy take along.</summary>
/// <param name="Name">The same on every engine.</param>
/// <param name="Order">The columns that put an organisation's rows in one order on every engine.</param>
/// <param name="Columns">All of them, in order.</param>
internal sealed record StoreTable(string Name, string Order, IReadOnlyList<StoreColumn> Columns)
{
    /// <summary>Every table but the record of migrations and the keys of this one installation, each after those it refers to and those that triggers of it
    /// look into. A step of the schema that adds one adds it here.</summary>
    public static IReadOnlyList<StoreTable> All { get; } =
    [
        new("organisation", "org", [Text("org"), Number("last_change"), Bytes("last_hash"), Moment("last_recorded_at")]),
        new(
            "change",
            "number",
            [
                Text("org"), Number("number"), Moment("recorded_at"), Text("author"), Text("reason"), Text("source"), Text("program_version"),
                Bytes("previous_hash"), Bytes("hash")
            ]),
        new(
            "entry",
            "change, ordinal",
            [
                Text("org"), Number("change"), Number("ordinal"), Text("table_name"), Text("row_key"), Number("version"), Number("place"), Bytes("salt"),
                Bytes("digest"), Text("body")
            ]),
        new("named_row", "ref, table_name, row_key", [Text("org"), Text("ref"), Text("table_name"), Text("row_key")]),
        new(
            "current_row",
            "table_name, row_key",
            [Text("org"), Text("table_name"), Text("row_key"), Number("version"), Number("change"), Number("place"), Text("body")]),
        new("publication_file", "publication, name", [Text("org"), Text("publication"), Text("name"), Text("format"), Text("digest")]),
        new("file_content", "digest", [Text("org"), Text("digest"), Bytes("content")]),
    ];

    public string ColumnList => string.Join(", ", Columns.Select(column => column.Name));

    public string Select => $"SELECT {ColumnList} FROM {Name} WHERE org = @org ORDER BY {Order}";

    private static StoreColumn Text(string name) => new(name, StoreColumnKind.Text);

    private static StoreColumn Number(string name) => new(name, StoreColumnKind.Number);

    private static StoreColumn Bytes(string name) => new(name, StoreColumnKind.Bytes);

    private static StoreColumn Moment(string name) => new(name, StoreColumnKind.Moment);
}
