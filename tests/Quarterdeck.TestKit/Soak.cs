namespace Quarterdeck.TestKit;

/// <summary>
/// Whether tests run in full. <c>./build test</c> takes a seeded few of what takes long; <c>./build soak</c> takes all of it.
/// </summary>
public static class Soak
{
    /// <summary>Set to 1 by <c>./build soak</c>. It is taken away from programs that tests start, as it is not a setting of theirs.</summary>
    public const string Variable = "QUARTERDECK_SOAK";

    public static bool IsOn { get; } = Environment.GetEnvironmentVariable(Variable) is "1";

    /// <summary>One of two sizes: that of every run, or that of a soak.</summary>
    public static T Size<T>(T everyRun, T inFull) => IsOn ? inFull : everyRun;

    /// <summary>Every item in a soak; else so many, picked by a fixed seed, so that each run takes the same.</summary>
    public static IReadOnlyList<T> Pick<T>(int few, IEnumerable<T> all)
    {
        T[] items = [.. all];
        if (IsOn || items.Length <= few)
        {
            return items;
        }

        new Random(few).Shuffle(items);
        return items[..few];
    }
}
