using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Tests.Kills;
using Quarterdeck.TestKit.Packs;

namespace Quarterdeck.Storage.Tests.Faults;

/// <summary>
/// The write-ahead log of a writer that was killed, damaged as a power cut or a disk may: the file opens with the changes before the
/// damage, whole, and is written on. Those after it are gone, and nothing left in the file could tell of them.
/// </summary>
public sealed class DamagedLogTests : IAsyncLifetime
{
    private readonly TemporaryPack _folder = new();
    private byte[] _file = [];
    private byte[] _log = [];
    private long _acknowledged;

    public async ValueTask InitializeAsync()
    {
        using var writer = new WriterProcess(Writer.Writes, _folder["killed.db"]);
        (_acknowledged, _) = await writer.KillAfter(null, TimeSpan.FromMilliseconds(200));
        _file = await File.ReadAllBytesAsync(_folder["killed.db"]);
        _log = await File.ReadAllBytesAsync(_folder["killed.db-wal"]);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Undamaged_it_holds_everything_acknowledged() =>
        Assert.InRange(await Changes(_log), _acknowledged, _acknowledged + 1);

    [Fact]
    public async Task Cut_off_anywhere_it_opens_with_the_changes_before()
    {
        var random = new Random(20);
        for (var trial = 0; trial < Soak.Of(12, 4); trial++)
        {
            Assert.InRange(await Changes(_log[..random.Next(_log.Length)]), 0, _acknowledged + 1);
        }
    }

    [Fact]
    public async Task With_nothing_but_zeros_at_its_end_it_opens_with_the_changes_before()
    {
        var random = new Random(21);
        for (var trial = 0; trial < Soak.Of(12, 4); trial++)
        {
            var from = random.Next(_log.Length);
            Assert.InRange(await Changes([.. _log[..from], .. new byte[_log.Length - from]]), 0, _acknowledged + 1);
        }
    }

    [Fact]
    public async Task With_one_byte_wrong_anywhere_it_opens_with_the_changes_before()
    {
        var random = new Random(22);
        for (var trial = 0; trial < Soak.Of(25, 6); trial++)
        {
            byte[] log = [.. _log];
            log[random.Next(log.Length)] ^= (byte)(1 << random.Next(8));
            Assert.InRange(await Changes(log), 0, _acknowledged + 1);
        }
    }

    /// <summary>How many changes are found with that log; they are whole, and another follows them.</summary>
    private async Task<long> Changes(byte[] log)
    {
        var file = _folder["store.db"];
        File.Delete(file + "-shm");
        await File.WriteAllBytesAsync(file, _file);
        await File.WriteAllBytesAsync(file + "-wal", log);
        await using var store = await StoreLocation.Of(file).OpenAsync(TimeProvider.System, "test", makes: false);
        var found = (await store.ReadAsync(KilledChange.Organisation)).Change;
        var state = await Aftermath.IsWhole(store, found);
        Assert.IsType<WriteOutcome.Written>(await store.WriteAsync(KilledChange.Of(found + 1, state)));
        await Aftermath.IsWhole(store, found + 1);
        return found;
    }
}
