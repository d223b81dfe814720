namespace Quarterdeck.Documents.Data;

/// <summary>What the texts of a data column stand for.</summary>
public enum DataKind
{
    /// <summary>Text; an exact decimal is text too, so that no reader of JSON makes a binary fraction of it.</summary>
    Text,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>A whole number.</summary>
    Number,
}

/// <summary>A column of open data.</summary>
public sealed record DataColumn(string Name, DataKind Kind = DataKind.Text);
