namespace Quarterdeck.Application.Records;

/// <summary>What a field holds, for formats that tell a text from a truth.</summary>
public enum FieldKind
{
    /// <summary>Words, or a figure as printed.</summary>
    Text,

    /// <summary>An exact decimal. JSON has it as text too, so that no reader makes a binary fraction of it.</summary>
    Decimal,

    /// <summary>A month: <c>2025-10</c>.</summary>
    Month,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>A whole number.</summary>
    Number,
}

/// <summary>One field of a flat record. A record's fields are listed once, and every format writes that list.</summary>
/// <param name="Name">In snake_case: part of the contract with the programs that read the data.</param>
/// <param name="Value">The field's text; null where the record has none. A flag is <c>true</c> or <c>false</c>.</param>
/// <param name="Kind">What the text means.</param>
/// <param name="Description">What it means, as a sentence, for those who read the data; empty where the name says it.</param>
public sealed record RecordField<T>(string Name, Func<T, string?> Value, FieldKind Kind = FieldKind.Text, string Description = "")
{
    /// <summary>Every record has it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The only texts it can have; empty: any.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
}
