using System.Globalization;
using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Packs.Cells;

/// <summary>How typed values are written in a pack, whoever reads it where.</summary>
internal static class CellWriting
{
    public static string? Integer(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    public static string? Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);

    public static string? Date(DateOnly? value) => value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string? Codes(IEnumerable<string> values) => string.Join(';', values) is { Length: > 0 } text ? text : null;

    public static string? Refs(IEnumerable<IndicatorRef> values) => Codes(values.Select(value => value.Value));

    /// <summary>Nothing for what a blank cell means anyway.</summary>
    public static string? Unless<T>(T value, T blank, string? text) => EqualityComparer<T>.Default.Equals(value, blank) ? null : text;
}
