using System.Text;

namespace Quarterdeck.Domain.Packs;

/// <summary>
/// What names a row among those of its table: the text of its key columns between bars, <c>FN06|2025-10|</c>, a bar within a
/// text written <c>\|</c> and a backslash <c>\\</c>. Of rows that share a name, the second has <c>2</c> as one more part, and so on.
/// </summary>
public readonly record struct RowKey(string Text) : IComparable<RowKey>
{
    public static RowKey Of(IEnumerable<string?> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return new RowKey(string.Join('|', parts.Select(part => Escaped(part ?? string.Empty))));
    }

    /// <summary>The key columns' texts in order; empty for blank.</summary>
    public IReadOnlyList<string> Parts()
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        for (var at = 0; at < Text.Length; at++)
        {
            if (Text[at] == '|')
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            else
            {
                at += Text[at] == '\\' && at + 1 < Text.Length ? 1 : 0;
                part.Append(Text[at]);
            }
        }

        parts.Add(part.ToString());
        return parts;
    }

    /// <summary>The key of the n-th row of the same name, counted from 1.</summary>
    public RowKey Repeated(int count) => count == 1 ? this : new RowKey($"{Text}|{count}");

    /// <summary>By character, so that every machine and engine sorts alike.</summary>
    public int CompareTo(RowKey other) => string.CompareOrdinal(Text, other.Text);

    public static bool operator <(RowKey left, RowKey right) => left.CompareTo(right) < 0;

    public static bool operator >(RowKey left, RowKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(RowKey left, RowKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(RowKey left, RowKey right) => left.CompareTo(right) >= 0;

    public override string ToString() => Text;

    private static string Escaped(string part) => part.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);
}
