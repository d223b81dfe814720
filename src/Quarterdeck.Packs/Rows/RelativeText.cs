using System.Text.RegularExpressions;
using Quarterdeck.Domain.Targets;
using Quarterdeck.Packs.Cells;
using Quarterdeck.Packs.Columns;

namespace Quarterdeck.Packs.Rows;

/// <summary>Reads and writes targets made from earlier years: <c>+2%</c>, <c>-5</c>, <c>mean 3</c>, <c>best of +2%; mean 3</c>.</summary>
internal static partial class RelativeText
{
    private const string BestOf = "best of";
    private const int MostYears = 10;

    public static RelativeTarget? Read(RowReader row, PackColumn column)
    {
        if (row.Text(column) is not { } text)
        {
            return null;
        }

        if (TryRead(text) is { } relative)
        {
            return relative;
        }

        row.Error(
            column,
            "unknown-word",
            text,
            $"\"{text}\" does not say how the target follows from earlier years.",
            "+2%, -5, mean 3, best of +2%; mean 3",
            "Write one of these forms, or type the target itself.");
        return null;
    }

    /// <summary>As people write it beside <c>previous-year</c>: <c>+2% on last year</c>. Null where the words say something else.</summary>
    public static RelativeTarget? FromWords(string? targetFrom, string? words) =>
        string.Equals(targetFrom?.Trim(), "previous-year", StringComparison.OrdinalIgnoreCase)
            && words is not null
            && OnLastYear().Match(words) is { Success: true } match
            ? TryRead(match.Groups[1].Value)
            : null;

    public static string? Write(RelativeTarget? relative) => relative is null ? null
        : (relative.Parts.Count > 1 ? BestOf + " " : string.Empty) + string.Join("; ", relative.Parts.Select(Write));

    private static RelativeTarget? TryRead(string text)
    {
        var list = text.Trim();
        list = list.StartsWith(BestOf, StringComparison.OrdinalIgnoreCase) ? list[BestOf.Length..] : list;
        var parts = list.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Part).ToList();
        return parts.Count == 0 || parts.Contains(null) ? null : new RelativeTarget([.. parts.OfType<RelativePart>()]);
    }

    private static RelativePart? Part(string text)
    {
        if (MeanOf().Match(text) is { Success: true } mean)
        {
            return int.TryParse(mean.Groups[1].ValueSpan, out var years) && years is > 1 and <= MostYears ? new RelativePart(RelativeKind.Mean, years) : null;
        }

        return Signed().Match(text) is { Success: true } signed && NumberText.TryRead(signed.Groups[1].Value, false, out var number, out _)
            ? new RelativePart(signed.Groups[2].Length > 0 ? RelativeKind.Percent : RelativeKind.Units, number.Value)
            : null;
    }

    private static string Write(RelativePart part) => part.Kind == RelativeKind.Mean ? $"mean {NumberText.Write(part.Amount)}"
        : $"{(part.Amount < 0 ? string.Empty : "+")}{NumberText.Write(part.Amount)}{(part.Kind == RelativeKind.Percent ? "%" : string.Empty)}";

    [GeneratedRegex(@"^mean(?: of(?: the)?(?: last)?)? (\d{1,2})(?: years)?$", RegexOptions.IgnoreCase)]
    private static partial Regex MeanOf();

    [GeneratedRegex(@"^([+-]?\d[\d,]*(?:\.\d+)?)\s*(%?)(?: on last year)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Signed();

    [GeneratedRegex(@"^\s*([+-]\s?\d[\d,.]*\s?%?) (?:on|over|from) (?:last|the previous) year\.?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex OnLastYear();
}
