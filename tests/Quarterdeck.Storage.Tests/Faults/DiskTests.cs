using System.Runtime.InteropServices;
using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Tests.Kills;
using Quarterdeck.TestKit.Packs;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Storage.Tests.Faults;

/// <summary>A disk that is full, a file or folder this user may only read: a plain sentence, readers go on, nothing is lost.</summary>
public sealed class DiskTests : IDisposable
{
    private readonly TemporaryPack _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_full_disk_is_said_so_and_when_there_is_room_the_next_change_follows()
    {
        SkipElsewhere();

        // A small disk that is gone with the process: as root, or as a user who may have a name space of his own.
        var isRoot = Environment.UserName == "root";
        var answer = Run("unshare", [isRoot ? "--mount" : "--map-root-user", "--mount", "sh", "-c", """
            mount -t tmpfs -o size=8m none "$1" && head -c 2000000 /dev/zero > "$1/ballast" && shift && exec "$@"
            """, "sh", _folder.Path, .. Command(Trouble.Fills, _folder["store.db"])]);

        Assert.Equal((0, string.Empty), (answer.Exit, answer.Said));
        var said = answer.Data.Split('\n');
        Assert.Contains("has no space left on its disk. Nothing was changed", said[0], StringComparison.Ordinal);
        Assert.Equal("written again", said[1]);
    }

    [Theory]
    [InlineData("a file", 0, "chmod 444 \"$0\"*")]
    [InlineData("a file and its folder", 0, "chmod 444 \"$0\"*; chmod 555 \"$(dirname \"$0\")\"")]
    [InlineData("a folder", 0, "chmod 644 \"$0\"*; chmod 555 \"$(dirname \"$0\")\"")]
    [InlineData("a file and its folder, after a writer was killed", 1, "chmod 444 \"$0\"*; chmod 555 \"$(dirname \"$0\")\"")]
    public async Task What_may_only_be_read_is_read_and_said_so(string what, int kills, string change)
    {
        SkipElsewhere();
        var file = _folder["store.db"];
        var number = await Make(file, kills);
        try
        {
            Assert.Equal(0, Run("sh", ["-c", $"chmod a+rx \"$(dirname \"$0\")\"; {change}", file]).Exit);
            List<string> command = Environment.UserName == "root" ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : [];
            command.AddRange(Command(Trouble.Reads, file));

            var answer = Run(command[0], command.Skip(1));

            Assert.Equal((0, string.Empty), (answer.Exit, answer.Said));
            Assert.Matches($"is read-only|cannot be opened.*\nread {number}\n", answer.Data);
            Assert.EndsWith($"\nread {number}\n", answer.Data, StringComparison.Ordinal);
            Assert.NotEmpty(what);
        }
        finally
        {
            Run("sh", ["-c", "chmod 755 \"$(dirname \"$0\")\"; chmod 644 \"$0\"*", file]);
        }
    }

    private static async Task<long> Make(string file, int kills)
    {
        if (kills > 0)
        {
            using var writer = new WriterProcess(Writer.Writes, file);
            await writer.KillAfter(null, TimeSpan.FromMilliseconds(50));

            // Counted on a copy: opening it here would fold the log into the file.
            foreach (var end in new[] { string.Empty, "-wal" })
            {
                File.Copy(file + end, file.Replace("store.db", "counted.db", StringComparison.Ordinal) + end);
            }

            await using var copy =
                await StoreLocation.Of(file.Replace("store.db", "counted.db", StringComparison.Ordinal)).OpenAsync(TimeProvider.System, "test", makes: false);
            return (await copy.ReadAsync(KilledChange.Organisation)).Change;
        }

        await using var store = await StoreLocation.Of(file).OpenAsync(TimeProvider.System, "test", makes: true);
        Assert.IsType<WriteOutcome.Written>(await store.WriteAsync(KilledChange.Of(1, await store.ReadAsync(KilledChange.Organisation))));
        return 1;
    }

    private static IEnumerable<string> Command(params string[] asked) => ["dotnet", .. WriterProcess.Start(asked).ArgumentList];

    private static Answer Run(string program, IEnumerable<string> args) =>
        OtherProgram.Run(
            program,
            Environment.CurrentDirectory,
            new Dictionary<string, string?> { ["HOME"] = Path.GetTempPath(), ["DOTNET_EnableDiagnostics"] = "0" },
            args);

    private static void SkipElsewhere() =>
        Assert.SkipUnless(RuntimeInformation.IsOSPlatform(OSPlatform.Linux), "Disks are made small and files are locked with Linux's own programs.");
}
