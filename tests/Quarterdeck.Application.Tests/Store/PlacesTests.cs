using Quarterdeck.Application.Store;

namespace Quarterdeck.Application.Tests.Store;

public sealed class PlacesTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("? ? ?", "1024 2048 3072")]
    [InlineData("1024 2048", "1024 2048")]
    [InlineData("1024 ? 2048", "1024 1536 2048")]
    [InlineData("? 1024", "512 1024")]
    [InlineData("1024 ? ?", "1024 2048 3072")]
    [InlineData("2048 3072 1024", "2048 3072 4096")]
    [InlineData("3072 1024 2048", "512 1024 2048")]
    [InlineData("1 2 ? 3", "1024 2048 3072 4096")]
    [InlineData("? 1", "1024 2048")]
    public void As_few_as_possible_change_their_place(string held, string due)
    {
        var places =
            SortOrders.For([.. Parts(held).Select(part => part == "?" ? (long?)null : long.Parse(part, System.Globalization.CultureInfo.InvariantCulture))]);

        Assert.Equal(Parts(due).Select(part => long.Parse(part, System.Globalization.CultureInfo.InvariantCulture)), places);
    }

    /// <summary>Every arrangement of up to five rows, of which some are new.</summary>
    [Fact]
    public void Places_always_rise_and_rows_in_order_never_move()
    {
        foreach (var held in Arrangements(5))
        {
            var places = SortOrders.For(held);

            Assert.All(places.Zip(places.Skip(1)), pair => Assert.True(pair.First < pair.Second, string.Join(' ', held)));
            Assert.True(places.Count == 0 || places[0] > 0);
            var old = held.OfType<long>().ToList();
            if (old.SequenceEqual(old.Order()) && old.Distinct().Count() == old.Count)
            {
                Assert.Equal(old, places.Where((_, at) => held[at] is not null));
            }
        }
    }

    private static IEnumerable<IReadOnlyList<long?>> Arrangements(int most)
    {
        IEnumerable<IReadOnlyList<long?>> all = [[]];
        for (var count = 0; count < most; count++)
        {
            all = [.. all, .. all.Where(row => row.Count == count)
                .SelectMany(row => new long?[] { null, 1024, 2048, 3072, 4096 }.Select(next => (IReadOnlyList<long?>)[.. row, next]))];
        }

        return all;
    }

    private static string[] Parts(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
