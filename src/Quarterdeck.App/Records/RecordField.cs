namespace Quarterdeck.App.Records;

/// <summary>What a field holds, for formats that tell a text from a truth.</summary>
public enum FieldKind
{
    /// <summary>Text; an exact decimal is text too, so that no reader of JSON makes a binary fraction of it.</summary>
    Text,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>A whole number.</summary>
    Number,
}

/// <summary>One field of a flat record. A record's fields are listed once, and every format writes that list.</summary>
/// <param name="Name">In snake_case: part of the contract with whoever reads the data.</param>
/// <param name="Value">The field's text; null where the record has none. A flag is <c>true</c> or <c>false</c>.</param>
/// <param name="Kind">What the text stands for.</param>
public sealed record RecordField<T>(string Name, Func<T, string?> Value, FieldKind Kind = FieldKind.Text);
