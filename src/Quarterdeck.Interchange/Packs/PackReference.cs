namespace Quarterdeck.Interchange.Packs;

/// <summary>A table of the pack as its reference tells of it.</summary>
/// <param name="Name">File or sheet name.</param>
/// <param name="Means">What it is for.</param>
/// <param name="Required">A pack without it is refused.</param>
/// <param name="Columns">In the order written on export.</param>
public sealed record TableReference(string Name, string Means, bool Required, IReadOnlyList<PackColumn> Columns);

/// <summary>The tables and columns a pack may hold, for those who document them.</summary>
public static class PackReference
{
    public static IReadOnlyList<TableReference> Tables { get; } =
        [.. PackTables.All.Select(table => new TableReference(table.Name, table.Means, table.Required, table.Columns))];
}
