namespace Quarterdeck.Packs.Columns;

/// <summary>What the cells of a column hold.</summary>
public enum ColumnType
{
    Text,

    /// <summary>A short name other rows refer to.</summary>
    Code,

    /// <summary>One of the column's words.</summary>
    Word,
    Number,

    /// <summary>A number or a marker.</summary>
    Figure,
    Integer,
    Date,

    /// <summary>A period, written by the month it closes in.</summary>
    Period,
    YesNo,

    /// <summary>Codes parted by semicolons.</summary>
    Codes,
}

/// <summary>One column of a table of the pack: the same description serves reading, writing, <c>datapackage.json</c> and the reference page.</summary>
public sealed class PackColumn(string name, ColumnType type, string description)
{
    public string Name { get; } = name;

    public ColumnType Type { get; } = type;

    /// <summary>A sentence for the reference page, without what the other properties say.</summary>
    public string Description { get; } = description;

    /// <summary>The table is of no use without it, and its cells are never blank.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The column must be there, but its cells may be blank.</summary>
    public bool IsExpected { get; init; }

    /// <summary>What a blank cell means, in words; null when it means that there is nothing.</summary>
    public string? Blank { get; init; }

    /// <summary>The words a cell may hold.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The table and column its codes come from: <c>indicators.ref</c>.</summary>
    public string? From { get; init; }

    public override string ToString() => Name;
}
