namespace Quarterdeck.Packs.Tables;

/// <summary>The tables of a folder of CSV files, of a zip of such a folder, or of a workbook. The file stays open until this is disposed.</summary>
public sealed class RawTables : IDisposable
{
    private readonly IDisposable? _source;

    internal RawTables(string name, IReadOnlyList<RawTable> tables, IDisposable? source = null)
    {
        Name = name;
        Tables = tables;
        _source = source;
    }

    /// <summary>What the person named: <c>pack.xlsx</c>, or the folder's name.</summary>
    public string Name { get; }

    /// <summary>In the order they stand in the source, by name for a folder.</summary>
    public IReadOnlyList<RawTable> Tables { get; }

    /// <summary>The rows are as this program wrote them, not as a person typed them.</summary>
    internal bool IsCanonical { get; init; }

    public void Dispose() => _source?.Dispose();
}
