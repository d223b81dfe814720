namespace Quarterdeck.Documents.Data;

/// <summary>What the texts of a data column stand for.</summary>
public enum DataKind
{
    /// <summary>Words, or a figure as printed.</summary>
    Text,

    /// <summary>An exact decimal. JSON has it as text too, so that no reader makes a binary fraction of it.</summary>
    Decimal,

    /// <summary>A month: <c>2025-10</c>.</summary>
    Month,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>A whole number.</summary>
    Number,
}

/// <summary>A column of open data: the one description its header, its metadata and its reference page are written from.</summary>
public sealed record DataColumn(string Name, DataKind Kind = DataKind.Text)
{
    /// <summary>What it means, as a sentence; empty where the name says it.</summary>
    public string Description { get; init; } = string.Empty;

    /// <summary>No row is without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The only texts it can have; empty: any.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The name for people: <c>Latest period</c>.</summary>
    public string Title => Name.Length == 0 ? Name : char.ToUpperInvariant(Name[0]) + Name[1..].Replace('_', ' ');
}
