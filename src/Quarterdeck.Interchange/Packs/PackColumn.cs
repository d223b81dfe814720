namespace Quarterdeck.Interchange.Packs;

/// <summary>One column of a pack table: read, written, described and documented from this one line.</summary>
/// <param name="Name">As written in the header.</param>
/// <param name="Means">What it holds, for the reference.</param>
/// <param name="Required">A table without it is refused, and so is a row that leaves it blank.</param>
public sealed record PackColumn(string Name, string Means, bool Required = false);
