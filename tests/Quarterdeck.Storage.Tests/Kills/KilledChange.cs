using System.Globalization;
using Quarterdeck.Application.Store;

namespace Quarterdeck.Storage.Tests.Kills;

/// <summary>
/// What a writer that will be killed writes: every change states a row that counts the changes, a row of its own, and one
/// result of a series, so that a change half applied shows in at least one of them.
/// </summary>
internal static class KilledChange
{
    public const string Organisation = "main";
    public const string Counter = "COUNT";
    public const string Series = "HOT";

    /// <summary>Series in a large import, and results in each that make a million.</summary>
    public const int ImportedSeries = 500;
    public const int Million = 2000;

    /// <param name="number">The change's number.</param>
    /// <param name="state">What is stored before it.</param>
    /// <param name="imported">How many results it also states in each of the many series; 0 for none.</param>
    public static Change Of(long number, StoredState state, int imported = 0)
    {
        var versions = state.Rows.ToDictionary(row => (row.Table, row.Key), row => row.Version);
        List<RowWrite> statements =
        [
            new("areas", Counter, number - 1, 1, Named(Counter, number)),
            new("areas", Own(number), 0, 2, Named(Own(number), number)),
            new(ResultBlock.Table, Series, number - 1, 0, Results(1, (int)(number % 24), number)),
        ];
        if (imported > 0)
        {
            var body = Results(imported, 0, number);
            statements.AddRange(Enumerable.Range(0, ImportedSeries)
                .Select(at => string.Create(CultureInfo.InvariantCulture, $"S{at:D3}"))
                .Select(series => new RowWrite(ResultBlock.Table, series, versions.GetValueOrDefault((ResultBlock.Table, series)), 0, body)));
        }

        return new Change(Organisation, "A writer", imported > 0 ? "A large import" : "A figure", "kills", "test", statements);
    }

    /// <summary>Whether a change made by <see cref="Of"/> with that number is there whole, told from the state alone.</summary>
    public static void IsWhole(StoredState state)
    {
        var rows = state.Rows.ToDictionary(row => row.Key);
        if (state.Change == 0)
        {
            Assert.Empty(rows);
            return;
        }

        Assert.Equal((state.Change, Named(Counter, state.Change)), (rows[Counter].Version, rows[Counter].Body));
        Assert.Equal(state.Change, rows[Series].Version);
        for (var number = 1L; number <= state.Change; number++)
        {
            Assert.Equal((number, Named(Own(number), number)), (rows[Own(number)].Version * number, rows[Own(number)].Body));
        }

        Assert.Contains(rows.Values.Count(row => row.Key.StartsWith('S')), (int[])[0, ImportedSeries]);
    }

    private static string Own(long number) => string.Create(CultureInfo.InvariantCulture, $"OWN{number}");

    private static string Named(string key, long number) =>
        RowBody.Write(new Dictionary<string, string> { ["code"] = key, ["name"] = number.ToString(CultureInfo.InvariantCulture) });

    private static string Results(int count, int first, long number)
    {
        var block = new ResultBlock();
        for (var at = first; at < first + count; at++)
        {
            var month = string.Create(CultureInfo.InvariantCulture, $"{2000 + (at % 240 / 12)}-{(at % 12) + 1:D2}");
            var part = at < 240 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"part {at / 240}");
            block.Set(
                new ResultKey(part, month),
                new Dictionary<string, string> { ["value"] = string.Create(CultureInfo.InvariantCulture, $"{number}.{at % 10}") });
        }

        return block.Write();
    }
}
