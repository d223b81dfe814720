using System.Globalization;
using Quarterdeck.TestKit;

namespace Quarterdeck.Application.Tests.SecondRater;

/// <summary>
/// Thousands of small random packs, rated by the product and by a second rater written from the rules alone: every rating, year to date, direction,
/// range alert and reason is the same. A difference is cut down to the rows that matter before it is shown.
/// </summary>
public sealed class SecondRaterTests
{
    private static readonly string[] Compared =
    [
        "latest_period", "value", "target", "floor", "rating", "reason", "not_rated", "ytd", "ytd_rating", "ytd_not_rated", "ytd_target", "ytd_floor",
        "lower", "upper", "range", "direction", "no_direction", "previous_rating", "stale", "year_target", "forecast_period", "forecast", "forecast_rating",
    ];

    private static readonly int Packs = Soak.Size(2_000, 100_000);

    [Fact]
    public void A_second_rater_written_from_the_rules_gives_the_same_answers()
    {
        var failing = Enumerable.Range(1, Packs).AsParallel()
            .Select(seed => (Seed: seed, Field: FirstDifference(new PackGenerator(seed).Make())))
            .Where(pack => pack.Field is not null)
            .ToList();
        var shown = failing.DistinctBy(pack => pack.Field).Take(6).Select(pack => Told(pack.Seed, pack.Field!));

        Assert.True(failing.Count == 0, $"{failing.Count} of {Packs} packs differ.\n\n{string.Join("\n\n", shown)}");
    }

    private static string Told(int seed, string field)
    {
        var smallest = Smallest(new PackGenerator(seed).Make(), field);
        var said = string.Join('\n', new Product(smallest).Refusals.Concat(Differences(smallest)));
        return string.Create(CultureInfo.InvariantCulture, $"Seed {seed}:\n{smallest}{said}");
    }

    /// <summary>The first field in which the two differ, or what stands in the way of comparing them; null where they agree.</summary>
    private static string? FirstDifference(PlainPack pack)
    {
        var product = new Product(pack);
        return product.Refusals.Count > 0 ? "a pack that cannot be read" : Differences(pack, product).FirstOrDefault()?.Split(':')[0].Split(' ')[1];
    }

    private static IEnumerable<string> Differences(PlainPack pack) =>
        new Product(pack) is { Refusals.Count: 0 } product ? Differences(pack, product) : [];

    /// <summary>Every field in which the two differ, with both answers: <c>K1 rating: Amber, and Red by the second rater</c>.</summary>
    private static IEnumerable<string> Differences(PlainPack pack, Product product)
    {
        var second = new SlowRater(pack);
        return
            from reference in pack.References
            from one in product.Rate(reference, pack.AsAt)
            let other = second.Rate(reference, pack.AsAt, one.Part)
            from field in Compared
            let said = one.Record.GetValueOrDefault(field)
            let expected = other.GetValueOrDefault(field)
            where said != expected
            select $"{reference}{one.Part} {field}: {said ?? "nothing"}, and {expected ?? "nothing"} by the second rater";
    }

    /// <summary>The pack without every row and cell that the same field differs without.</summary>
    private static PlainPack Smallest(PlainPack pack, string field)
    {
        var isSmaller = true;
        while (isSmaller)
        {
            isSmaller = false;
            foreach (var smaller in Smaller(pack))
            {
                if (Differences(smaller).Any(difference => difference.Contains($" {field}:", StringComparison.Ordinal)))
                {
                    (pack, isSmaller) = (smaller, true);
                    break;
                }
            }
        }

        return pack;
    }

    private static IEnumerable<PlainPack> Smaller(PlainPack pack)
    {
        for (var place = pack.Rows.Count - 1; place >= 0; place--)
        {
            yield return pack with { Rows = [.. pack.Rows.Where((_, other) => other != place)] };
        }

        for (var place = 0; place < pack.Rows.Count; place++)
        {
            foreach (var column in pack.Rows[place].Cells.Keys.Where(column => column is not ("value" or "key") || pack.Rows[place].Table != "settings"))
            {
                yield return pack with { Rows = [.. pack.Rows.Select((row, other) => other == place ? row.Without(column) : row)] };
            }
        }
    }
}
