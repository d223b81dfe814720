using System.Diagnostics;
using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Tests.Faults;
using Quarterdeck.Storage.Tests.Kills;

namespace Quarterdeck.Storage.Tests.Ledger;

/// <summary>A record that is larger than the memory it is verified with, and longer than what is read of it at once.</summary>
public abstract class LongLedgerContract : EngineContract
{
    private const int Rows = 5_000;
    private const int Times = 520;

    // Of the texts alone there are 120 MB in memory.
    private const int Letters = 4_000;
    private const long Memory = 80 << 20;

    [Fact]
    public async Task Is_verified_in_little_memory_and_to_its_last_row()
    {
        var text = RowBody.Write(new Dictionary<string, string> { ["name"] = new string('x', Letters) });
        for (var change = 0; change < 3; change++)
        {
            Assert.IsType<WriteOutcome.Written>(await Store.WriteAsync(new Change(Organisation, "An analyst", "A reason", "test", "test",
                [.. Enumerable.Range(0, Rows).Select(at => new RowWrite("areas", $"A{change}{at:D4}", 0, at, text))])));
        }

        for (var version = 0; version < Times; version++)
        {
            Assert.IsType<WriteOutcome.Written>(await Store.WriteAsync(Stored.Change(Organisation, "B", version, $"{version}")));
        }

        Assert.StartsWith($"Whole {{ Changes = {3 + Times}, Entries = {(3 * Rows) + Times}, ", await Verified(), StringComparison.Ordinal);

        await Intruder.Force("UPDATE current_row SET place = place + 1 WHERE org = @org AND row_key = 'A24999'", new { org = Organisation });
        Assert.Equal(
            new AuditVerdict.Broken(3, "The current row areas A24999 is not the result of the changes. The ledger itself is complete."),
            await Store.VerifyAsync(Organisation));

        await Intruder.Force("UPDATE entry SET version = 1000 WHERE org = @org AND row_key = 'B' AND version = 510", new { org = Organisation });
        Assert.Equal(new AuditVerdict.Broken(513, "Its entry for areas B is version 1000, and the one before was 509."), await Store.VerifyAsync(Organisation));
    }

    /// <summary>What a program says that has no more memory than that.</summary>
    private async Task<string> Verified()
    {
        var start = WriterProcess.Start(Trouble.Verifies, Location, Organisation);
        start.Environment["DOTNET_GCHeapHardLimit"] = $"0x{Memory:X}";
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var wrong = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return said + await wrong;
    }
}
