using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Quarterdeck.Application.Store;

/// <summary>
/// Results of one series together, as the ledger keeps them: a JSON object of one list a column, all of one length, which
/// both engines can also unfold in SQL. <c>period</c> counts months since the year 0, each after the first as the difference from the one before;
/// the other columns are the cells' texts, null for blank, a column nobody fills left out; <c>withdrawn</c> has the places of those
/// withdrawn. <c>v</c> is the version of this encoding: since 2 a column of nothing but letters, digits, points and hyphens is one text,
/// parted by spaces, with nothing between two for blank.
/// </summary>
public sealed class ResultBlock
{
    private const string Period = "period";
    private const string Breakdown = "breakdown";
    private const string Withdrawn = "withdrawn";
    private const string Version = "v";
    private const int Latest = 2;

    /// <summary>Name of the table whose rows are kept so.</summary>
    public const string Table = "results";

    /// <summary>The columns the key of a result is made of, in its order.</summary>
    internal const string Ref = "ref";

    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-");

    private readonly SortedDictionary<ResultKey, IReadOnlyDictionary<string, string>?> _results = [];

    /// <summary>Cells of each result without reference, period and breakdown; null where it is withdrawn.</summary>
    public IReadOnlyDictionary<ResultKey, IReadOnlyDictionary<string, string>?> Results => _results;

    public bool IsEmpty => _results.Count == 0;

    public void Set(ResultKey result, IReadOnlyDictionary<string, string>? cells) => _results[result] = cells;

    /// <summary>What two statements come to: the later one counts, and withdrawn results are gone. Null when nothing is left.</summary>
    public static string? Fold(string? before, string? later)
    {
        if (later is null)
        {
            return null;
        }

        if (before is null && !later.Contains($"\"{Withdrawn}\":", StringComparison.Ordinal))
        {
            return later;
        }

        var block = before is null ? new ResultBlock() : Read(before);
        foreach (var (result, cells) in Read(later)._results)
        {
            if (cells is null)
            {
                block._results.Remove(result);
            }
            else
            {
                block._results[result] = cells;
            }
        }

        return block.IsEmpty ? null : block.Write();
    }

    /// <summary>Whether two blocks say the same, in whichever version each was written.</summary>
    public static bool SaysTheSame(string left, string right) => left == right || Read(left).Write() == Read(right).Write();

    public string Write()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, RowBody.Options))
        {
            json.WriteStartObject();
            json.WriteNumber(Version, Latest);
            WritePeriods(json);
            WriteColumn(json, Breakdown, result => result.Key.Breakdown is { Length: > 0 } part ? part : null);
            foreach (var column in _results.Values.SelectMany(cells => cells?.Keys ?? []).Distinct().Order(StringComparer.Ordinal))
            {
                WriteColumn(json, column, result => result.Value?.GetValueOrDefault(column));
            }

            if (_results.Values.Any(cells => cells is null))
            {
                json.WriteStartArray(Withdrawn);
                foreach (var (place, _) in _results.Values.Index().Where(result => result.Item is null))
                {
                    json.WriteNumberValue(place);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <exception cref="InvalidDataException">Written by a later version of the program.</exception>
    public static ResultBlock Read(string body)
    {
        using var json = JsonDocument.Parse(body);
        var root = json.RootElement;
        if (root.GetProperty(Version).GetInt32() is not (1 or Latest))
        {
            throw new InvalidDataException("The results were written by a later version of Quarterdeck. Update the program.");
        }

        var block = new ResultBlock();
        var withdrawn = root.TryGetProperty(Withdrawn, out var gone) ? gone.EnumerateArray().Select(place => place.GetInt32()).ToHashSet() : [];
        var breakdowns = Texts(root, Breakdown);
        var columns = root.EnumerateObject().Where(column => column.Name is not (Version or Period or Breakdown or Withdrawn))
            .Select(column => (column.Name, Texts: Texts(column.Value))).ToList();
        var month = 0;
        foreach (var (place, difference) in root.GetProperty(Period).EnumerateArray().Index())
        {
            month += difference.GetInt32();
            var cells = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (name, texts) in columns)
            {
                if (texts[place] is { } text)
                {
                    cells[name] = text;
                }
            }

            block.Set(
                new ResultKey(breakdowns is null ? string.Empty : breakdowns[place] ?? string.Empty, MonthText(month)),
                withdrawn.Contains(place) ? null : cells);
        }

        return block;
    }

    private void WritePeriods(Utf8JsonWriter json)
    {
        json.WriteStartArray(Period);
        var before = 0;
        foreach (var result in _results.Keys)
        {
            var month = MonthNumber(result.Period);
            json.WriteNumberValue(month - before);
            before = month;
        }

        json.WriteEndArray();
    }

    private void WriteColumn(Utf8JsonWriter json, string column, Func<KeyValuePair<ResultKey, IReadOnlyDictionary<string, string>?>, string?> text)
    {
        string?[] texts = [.. _results.Select(text)];
        if (Array.TrueForAll(texts, each => each is null))
        {
            return;
        }

        if (Array.TrueForAll(texts, each => each is null || (each.Length > 0 && !each.AsSpan().ContainsAnyExcept(Plain))))
        {
            json.WriteString(column, string.Join(' ', texts));
            return;
        }

        json.WriteStartArray(column);
        foreach (var each in texts)
        {
            json.WriteStringValue(each);
        }

        json.WriteEndArray();
    }

    private static string?[]? Texts(JsonElement root, string column) => root.TryGetProperty(column, out var texts) ? Texts(texts) : null;

    private static string?[] Texts(JsonElement column) => column.ValueKind == JsonValueKind.String
        ? [.. column.GetString()!.Split(' ').Select(text => text.Length == 0 ? null : text)]
        : [.. column.EnumerateArray().Select(text => text.GetString())];

    private static int MonthNumber(string period) =>
        (int.Parse(period.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture) * 12)
            + int.Parse(period.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture) - 1;

    private static string MonthText(int month) => string.Create(CultureInfo.InvariantCulture, $"{month / 12:D4}-{(month % 12) + 1:D2}");
}
