namespace Quarterdeck.Documents.Data;

/// <summary>A table of open data, with what a machine needs to read it right.</summary>
public sealed record DataTable
{
    /// <summary>In a data set, no two are called the same: <c>indicators</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What a row of it is, in a sentence.</summary>
    public required string Description { get; init; }

    public required IReadOnlyList<DataColumn> Columns { get; init; }

    /// <summary>Names of the columns that tell one row from every other.</summary>
    public required IReadOnlyList<string> Key { get; init; }

    /// <summary>The column that points to another table's key, with that table's name; null where none does.</summary>
    public (string Column, string Table)? Reference { get; init; }
}

/// <summary>A table as it was written.</summary>
/// <param name="Table">Its description.</param>
/// <param name="Path">File name of its CSV.</param>
/// <param name="Csv">The bytes of the file.</param>
public sealed record DataFile(DataTable Table, string Path, ReadOnlyMemory<byte> Csv);

/// <summary>What is said of all tables of one report together. No day is among it: the same data give the same bytes.</summary>
/// <param name="Name">Code of the report.</param>
/// <param name="Title">Of the report.</param>
/// <param name="Publisher">The organisation.</param>
/// <param name="Language">A BCP 47 language tag.</param>
/// <param name="ResultsTo">The last month the data can speak of: <c>2025-10</c>.</param>
public sealed record DataSource(string Name, string Title, string Publisher, string Language, string ResultsTo)
{
    /// <summary>The address of the licence the data may be used under; null where the organisation names none.</summary>
    public string? Licence { get; init; }

    /// <summary>The title of one table.</summary>
    public string TitleOf(DataTable table) => $"{Title}: {table.Name}";
}
