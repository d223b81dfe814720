namespace Quarterdeck.Web.Features.Indicators;

/// <summary>A list in pages: whole while it is short, else a hundred rows a page.</summary>
/// <param name="Count">Rows in all.</param>
/// <param name="Number">The page shown, from 1.</param>
public sealed record ListPages(int Count, int Number)
{
    /// <summary>A list of up to so many rows is one page.</summary>
    public const int LongestWhole = 500;

    /// <summary>Rows of a page of a longer list.</summary>
    public const int Size = 100;

    /// <summary>How many pages there are.</summary>
    public int Last => Count <= LongestWhole ? 1 : (Count + Size - 1) / Size;

    /// <summary>Whether there is such a page.</summary>
    public bool IsThere => Number >= 1 && Number <= Last;

    /// <summary>The number of the first row shown, from 1.</summary>
    public int FirstRow => ((Number - 1) * Size) + 1;

    /// <summary>The number of the last row shown.</summary>
    public int LastRow => Last == 1 ? Count : Math.Min(Count, Number * Size);

    /// <summary>The pages that are linked to: the first, the last, this one and its neighbours; null where some are left out between two.</summary>
    public IEnumerable<int?> Links()
    {
        var before = 0;
        foreach (var page in new[] { 1, Number - 1, Number, Number + 1, Last }.Where(page => page >= 1 && page <= Last).Distinct())
        {
            if (page > before + 1)
            {
                yield return null;
            }

            yield return before = page;
        }
    }

    /// <summary>The rows of this page.</summary>
    public IReadOnlyList<T> Of<T>(IReadOnlyList<T> rows) => Last == 1 ? rows : [.. rows.Skip(FirstRow - 1).Take(Size)];
}
