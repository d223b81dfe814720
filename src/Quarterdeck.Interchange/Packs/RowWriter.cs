using System.Globalization;
using Quarterdeck.Domain.Results;
using Quarterdeck.Interchange.Values;

namespace Quarterdeck.Interchange.Packs;

/// <summary>Collects the cells of one row; what is null stays blank.</summary>
internal sealed class RowWriter
{
    private readonly Dictionary<string, string> _values = [];

    public IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>Words a person wrote, kept from running as a formula.</summary>
    public RowWriter Text(string column, string? text) => Set(column, text is null ? null : ProtectedText.Protect(text));

    /// <summary>A value of ours: a code, a period, a word of a closed list.</summary>
    public RowWriter Code(string column, object? value) => Set(column, value?.ToString());

    public RowWriter Number(string column, decimal? number) => Set(column, number?.ToString(CultureInfo.InvariantCulture));

    public RowWriter Whole(string column, int? number) => Set(column, number?.ToString(CultureInfo.InvariantCulture));

    public RowWriter Date(string column, DateOnly? date) => Set(column, date is { } known ? DateText.Write(known) : null);

    public RowWriter Figure(string column, Figure? figure) => Set(column, figure?.ToString());

    public RowWriter Word<T>(string column, Vocabulary<T> words, T? value)
        where T : struct => Set(column, value is { } known ? words.Word(known) : null);

    public RowWriter List<T>(string column, IReadOnlyList<T> items) => Set(column, items.Count == 0 ? null : string.Join(';', items));

    private RowWriter Set(string column, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            _values[column] = value;
        }

        return this;
    }
}
