using System.Globalization;
using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Tests.Kills;

namespace Quarterdeck.Storage.Tests.Faults;

/// <summary>The part of tests with little to go by, a disk or memory, that is played in a process of its own, as a user or in a place of its own.</summary>
internal static class Trouble
{
    /// <summary>Writes until the disk is full, makes room, and writes on.</summary>
    public const string Fills = "fill";

    /// <summary>Reads where it may not write, and is refused when it writes.</summary>
    public const string Reads = "read";

    /// <summary>Goes through the record with the memory it was given.</summary>
    public const string Verifies = "verify";

    public static async Task<int> Verify(string location, string organisation)
    {
        await using var store = await StoreLocation.Of(location).OpenAsync(TimeProvider.System, "test", makes: false);
        Say((await store.VerifyAsync(organisation)).ToString());
        return 0;
    }

    public static async Task<int> Run(string what, string file)
    {
        await using var store = await StoreLocation.Of(file).OpenAsync(TimeProvider.System, "test", makes: true);
        var (told, acknowledged) = await Written(store);
        var state = await Aftermath.IsWhole(store, acknowledged);
        Say(state.Change == acknowledged ? told : "A change was written that was told not to be: " + told);
        if (what == Fills)
        {
            // Each write had its room kept free by a file that now goes.
            File.Delete(Path.Combine(Path.GetDirectoryName(file)!, "ballast"));
            Assert.IsType<WriteOutcome.Written>(await store.WriteAsync(KilledChange.Of(acknowledged + 1, state)));
            await Aftermath.IsWhole(store, acknowledged + 1);
            Say("written again");
        }

        Say(string.Create(CultureInfo.InvariantCulture, $"read {state.Change}"));
        return 0;
    }

    private static async Task<(string Told, long Acknowledged)> Written(IStore store)
    {
        for (; ; )
        {
            var state = await store.ReadAsync(KilledChange.Organisation);
            try
            {
                Assert.IsType<WriteOutcome.Written>(await store.WriteAsync(KilledChange.Of(state.Change + 1, state, imported: 10)));
            }
            catch (StoreException told)
            {
                return (told.Message, state.Change);
            }
        }
    }

    private static void Say(string line) => Console.Out.WriteLine(line);
}
