using System.Globalization;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Charts;

/// <summary>How many of each band there are, for each period or each area: bars of counts side by side, one bar a row.</summary>
public sealed record StackedCounts : Chart
{
    /// <summary>Letters beyond which the names of rows want a wide column.</summary>
    private const int LongLabel = 24;

    /// <exception cref="ArgumentException">A row has not one count a band: a bug in what made it.</exception>
    public StackedCounts(Anchor id, string title, string description, IReadOnlyList<RatingMark> bands, IReadOnlyList<CountRow> rows)
        : base(id, title, description)
    {
        if (rows.FirstOrDefault(row => row.Absent is null && row.Counts.Count != bands.Count) is { } odd)
        {
            throw new ArgumentException($"The row '{odd.Label}' of '{title}' has {odd.Counts.Count} counts for {bands.Count} bands.", nameof(rows));
        }

        (Bands, Rows) = (bands, rows);
    }

    /// <summary>What is counted, in the order of the bar.</summary>
    public IReadOnlyList<RatingMark> Bands { get; }

    /// <summary>The bars, from the top.</summary>
    public IReadOnlyList<CountRow> Rows { get; }

    /// <summary>What a row is: <c>Area</c>, <c>Period</c>.</summary>
    public string RowWord { get; init; } = "Period";

    /// <summary>What is counted: <c>indicators</c>.</summary>
    public string CountWord { get; init; } = "indicators";

    /// <summary>The pattern of a band, by its place in the bar: for print in black and white.</summary>
    public static Hatch HatchOf(int band) => (Hatch)(band % (int)(Hatch.Falling + 1));

    public override Scene Lay() => CountsLayout.Of(this);

    /// <summary>One row a bar, one column a band, and the total.</summary>
    public override Table Figures()
    {
        Column[] columns = [
            new Column(RowWord) { RowHeader = true, Width = Rows.Any(row => row.Label.Length > LongLabel) ? ColumnWidth.Wide : ColumnWidth.Normal },
            .. Bands.Select(band => new Column(band.Label) { Align = Align.End }),
            new Column("Total") { Align = Align.End }
        ];
        return new Table(FiguresId, FiguresCaption, columns, [.. Rows.Select(row => new Row(
        [
            new TextCell(row.Label),
            .. row.Absent is { } why
                ? Bands.Select(Cell (_) => new EmptyCell("-", why)).Append(new EmptyCell(why, why))
                : Bands.Select((_, band) => Number(row.Counts[band])).Append(Number(row.Total)),
        ]))])
        { WhenEmpty = "There is nothing to count." };

        static Cell Number(int count) => new NumberCell(Printed(count), count);
    }

    /// <summary>What a reader would take from looking at it, a sentence a row: <c>Q2 2025/26: 12 Green, 3 Amber and no Red, of 15 indicators.</c></summary>
    public static string Describe(IReadOnlyList<RatingMark> bands, IReadOnlyList<CountRow> rows, string countWord = "indicators") =>
        rows.Count == 0 ? $"There are no {countWord} to count." : string.Join(' ', rows.Select(row => Sentence(bands, row, countWord)));

    /// <summary>A count as printed: <c>1,014</c>.</summary>
    internal static string Printed(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Sentence(IReadOnlyList<RatingMark> bands, CountRow row, string countWord)
    {
        if (row.Absent is { } why)
        {
            return $"{row.Label}: {why}.";
        }

        var said = bands.Select((band, index) => $"{(row.Counts[index] == 0 ? "no" : Printed(row.Counts[index]))} {band.Label}").ToList();
        var list = said.Count < 2 ? string.Concat(said) : $"{string.Join(", ", said.SkipLast(1))} and {said[^1]}";
        return row.Total == 0 ? $"{row.Label}: no {countWord}." : $"{row.Label}: {list}, of {Printed(row.Total)} {countWord}.";
    }
}

/// <summary>One bar.</summary>
public sealed record CountRow
{
    /// <param name="label">The period or the area.</param>
    /// <param name="counts">One a band, in the order of the bands; none negative.</param>
    /// <exception cref="ArgumentException">A count is negative: a bug in what made it.</exception>
    public CountRow(string label, IReadOnlyList<int> counts)
    {
        if (counts.Any(count => count < 0))
        {
            throw new ArgumentException($"The row '{label}' has a count below nought.", nameof(counts));
        }

        (Label, Counts) = (label, counts);
    }

    public string Label { get; }

    public IReadOnlyList<int> Counts { get; }

    /// <summary>Why there is no count at all: <c>Not reported</c>. Null for a row that was counted.</summary>
    public string? Absent { get; private init; }

    public int Total => Counts.Sum();

    /// <summary>A row that was not counted, and why.</summary>
    public static CountRow Without(string label, string why) => new(label, []) { Absent = why };
}
