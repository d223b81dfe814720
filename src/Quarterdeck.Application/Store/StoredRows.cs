using Quarterdeck.Domain.Packs;

namespace Quarterdeck.Application.Store;

/// <summary>What is stored as rows of a pack, and results of a pack as series.</summary>
public static class StoredRows
{
    private const string Indicators = "indicators";

    /// <summary>The rows of the pack in its order; results series by series, in the order of their indicators.</summary>
    public static IEnumerable<PackRow> Of(StoredState state)
    {
        var held = state.OfPack.Where(row => row.Body is not null).ToList();
        var order = OrderOf(state);
        return held.Where(row => row.Table != ResultBlock.Table).OrderBy(row => row.Place).ThenBy(row => row.Key, StringComparer.Ordinal)
            .Select(row => new PackRow(row.Table, new RowKey(row.Key), RowBody.Read(row.Body!)))
            .Concat(held.Where(row => row.Table == ResultBlock.Table)
                .OrderBy(row => order.GetValueOrDefault(row.Key, int.MaxValue)).ThenBy(row => row.Key, StringComparer.Ordinal)
                .SelectMany(row => Results(row.Key, ResultBlock.Read(row.Body!)).Select(result => new PackRow(row.Table, result.Key, result.Cells!))));
    }

    /// <summary>Series in the order of their indicators, one after the other.</summary>
    /// <param name="state">Holds the indicators.</param>
    /// <param name="keys">The series' keys.</param>
    /// <param name="bodyOf">What a series says; null for nothing.</param>
    internal static IEnumerable<StatedSeries> Series(StoredState state, IReadOnlyList<string> keys, Func<string, string?> bodyOf)
    {
        var order = OrderOf(state);
        return Stated([.. keys.OrderBy(key => order.GetValueOrDefault(key, int.MaxValue)).ThenBy(key => key, StringComparer.Ordinal)]);

        IEnumerable<StatedSeries> Stated(IReadOnlyList<string> ordered)
        {
            var lines = new SeriesLines();
            foreach (var key in ordered)
            {
                if (bodyOf(key) is { } body)
                {
                    yield return new StatedSeries(lines.Of(key, body), Results(key, body));
                }
            }
        }

        static IEnumerable<PackRow> Results(string key, string body) =>
            StoredRows.Results(key, ResultBlock.Read(body)).Select(result => new PackRow(ResultBlock.Table, result.Key, result.Cells!));
    }

    /// <summary>Where each indicator stands in the pack.</summary>
    private static Dictionary<string, int> OrderOf(StoredState state)
    {
        var order = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var indicator in state.OfPack.Where(row => row.Table == Indicators && row.Body is not null).OrderBy(row => row.Place))
        {
            order.TryAdd(new RowKey(indicator.Key).Parts()[0], order.Count);
        }

        return order;
    }

    /// <summary>The results of a series with their whole cells; none where a result is withdrawn.</summary>
    public static IEnumerable<(RowKey Key, IReadOnlyDictionary<string, string>? Cells)> Results(string series, ResultBlock block)
    {
        foreach (var (result, cells) in block.Results)
        {
            yield return (KeyOf(series, result), cells is null ? null : Whole(series, result, cells));
        }
    }

    public static RowKey KeyOf(string series, ResultKey result) => RowKey.Of([series, result.Period, result.Breakdown]);

    /// <summary>Which series a row of results belongs to, and which result of it it is.</summary>
    public static (string Series, ResultKey Result) Place(PackRow row)
    {
        var parts = row.Key.Parts();
        return (parts[0], new ResultKey(parts[2], parts[1]));
    }

    /// <summary>The cells a series keeps of a result: without those that name it.</summary>
    public static IReadOnlyDictionary<string, string> Own(IReadOnlyDictionary<string, string> cells) =>
        cells.Where(cell => cell.Key is not ("ref" or "period" or "breakdown")).ToDictionary(cell => cell.Key, cell => cell.Value, StringComparer.Ordinal);

    private static Dictionary<string, string> Whole(string series, ResultKey result, IReadOnlyDictionary<string, string> own)
    {
        var cells = new Dictionary<string, string>(own, StringComparer.Ordinal) { ["ref"] = series, ["period"] = result.Period };
        if (result.Breakdown.Length > 0)
        {
            cells["breakdown"] = result.Breakdown;
        }

        return cells;
    }
}
