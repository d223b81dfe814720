using Microsoft.Data.Sqlite;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Cli.Tests.Store;

/// <summary>A disk of a few megabytes, in memory; only who may mount has one.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string path) => Path = path;

    public string Path { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public static SmallDisk Mount(string folder, string name, int megabytes)
    {
        var path = System.IO.Path.Combine(folder, name);
        Directory.CreateDirectory(path);
        Assert.SkipWhen(
            !OperatingSystem.IsLinux() || Environment.UserName != "root" || !Did("-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", path),
            "A disk of a test's own can be mounted by root on Linux only.");
        return new SmallDisk(path);
    }

    public void Remount(string option) => Assert.True(Did("-o", $"remount,{option}", Path), "The disk was not mounted again.");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        OtherProgram.Run("umount", System.IO.Path.GetTempPath(), new Dictionary<string, string?>(), ["-l", Path]);
    }

    private static bool Did(params string[] args) => OtherProgram.Run("mount", System.IO.Path.GetTempPath(), new Dictionary<string, string?>(), args).Exit == 0;
}
