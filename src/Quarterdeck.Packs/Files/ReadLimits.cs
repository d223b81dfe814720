namespace Quarterdeck.Packs.Files;

/// <summary>
/// How much of a file is read before it is refused. They are kept while the file streams, so that neither a mistake nor
/// a hostile file can fill the memory. The defaults are far above any real pack.
/// </summary>
public sealed record ReadLimits
{
    public static readonly ReadLimits Default = new();

    /// <summary>Files in a folder, a zip or a workbook.</summary>
    public int Entries { get; init; } = 1_000;

    /// <summary>Bytes of one file after decompression.</summary>
    public long EntryBytes { get; init; } = 512L << 20;

    /// <summary>Bytes of all files of a zip or workbook after decompression.</summary>
    public long TotalBytes { get; init; } = 1L << 30;

    /// <summary>How many times larger than its compressed form a file may be, once it is over <see cref="RatioFreeBytes"/>.</summary>
    public int CompressionRatio { get; init; } = 250;

    /// <summary>Decompressed bytes below which <see cref="CompressionRatio"/> is not asked: small repetitive tables compress well.</summary>
    public long RatioFreeBytes { get; init; } = 16L << 20;

    /// <summary>Rows of one table of results.</summary>
    public int Rows { get; init; } = 2_000_000;

    /// <summary>Rows of any other table. Each is held and checked as a record of its own, which takes far longer than a result.</summary>
    public int RowsOfOtherTables { get; init; } = 250_000;

    /// <summary>Rows of a CSV of results, which from <see cref="ColumnsFrom"/> bytes on are held in columns.</summary>
    public int ResultRows { get; init; } = 50_000_000;

    /// <summary>Bytes of a CSV of results from which on it is read into columns; the rows and findings are the same.</summary>
    public long ColumnsFrom { get; init; } = 1L << 20;

    /// <summary>Columns of one table.</summary>
    public int Columns { get; init; } = 500;

    /// <summary>Characters of one cell (bytes of UTF-8 in a CSV).</summary>
    public int CellLength { get; init; } = 200_000;

    /// <summary>Characters of all the different texts of a workbook, which must be held together.</summary>
    public long SharedTextLength { get; init; } = 64L << 20;

    /// <summary>Different names of elements and attributes in one XML part. The parser keeps every name it meets until the part ends.</summary>
    public int XmlNames { get; init; } = 10_000;

    /// <summary>Whether the fill colours of cells are kept, which only a reading of people's own sheets needs.</summary>
    internal bool SeesColours { get; init; }

    /// <summary>Findings of one code in one file that are told one by one; the rest are counted.</summary>
    public int FindingsPerKind { get; init; } = 20;

    /// <summary>Ends the reading; looked at while a very large table is read.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Told, in words, how far the reading of a very large table is.</summary>
    public IProgress<string>? Progress { get; init; }
}
