using Quarterdeck.TestKit.Packs;

namespace Quarterdeck.Storage.Tests.Kills;

/// <summary>A writer on a file is killed at random moments, again and again; each next one goes on where it was.</summary>
public abstract class SqliteKills : IDisposable
{
    private static readonly int Kills = Soak.Of(12, 3);

    private readonly TemporaryPack _folder = new();

    protected string File => _folder["store.db"];

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected async Task NothingIsLost(string mode, int seed)
    {
        var random = new Random(seed);
        for (var kill = 0; kill < Kills; kill++)
        {
            await KillAndLook(mode, line: null, random.Next(60));
        }
    }

    /// <returns>The number of the last change there.</returns>
    protected async Task<long> KillAndLook(string mode, string? line, int milliseconds)
    {
        using var writer = new WriterProcess(mode, File);
        var (acknowledged, inTime) = await writer.KillAfter(line, TimeSpan.FromMilliseconds(milliseconds));
        Assert.True(inTime);
        await using var store = await StoreLocation.Of(File).OpenAsync(TimeProvider.System, "test", makes: false);
        return (await Aftermath.IsWhole(store, acknowledged)).Change;
    }
}

public sealed class SqliteKillTests : SqliteKills
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public Task A_writer_killed_loses_nothing_acknowledged(int seed) => NothingIsLost(Writer.Writes, seed);

    [Fact]
    public async Task A_large_import_that_is_cut_off_leaves_nothing_of_it()
    {
        var random = new Random(7);
        var cutOff = 0;
        for (var kill = 0; kill < Soak.Of(7, 4); kill++)
        {
            // Every fourth change is the import: three are before it.
            System.IO.File.Delete(File);
            cutOff += await KillAndLook(Writer.Imports, Writer.Begins, random.Next(900)) == 3 ? 1 : 0;
        }

        Assert.True(cutOff > 0, "Every import was through before the kill: make it larger.");
    }
}

public sealed class SqliteCheckpointKillTests : SqliteKills
{
    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public Task A_writer_killed_while_the_log_is_folded_loses_nothing_acknowledged(int seed) => NothingIsLost(Writer.Checkpoints, seed);
}
