using System.Diagnostics;
using System.Globalization;

namespace Quarterdeck.Bench.Documents;

/// <summary>A program that is compared with, run in a process of its own.</summary>
public static class OtherProcess
{
    /// <summary>Where a program is on the search path; null where none of the names is.</summary>
    public static string? Find(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator))
            {
                if (File.Exists(Path.Combine(folder, name)))
                {
                    return Path.Combine(folder, name);
                }
            }
        }

        return null;
    }

    public static Process Start(string program, params IEnumerable<string> args)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };

        // Of use to this program alone, started anew: it then compiles its methods as any program does.
        start.Environment["DOTNET_TieredCompilation"] = "1";
        start.Environment["DOTNET_TieredPGO"] = "1";
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
    }

    /// <summary>Runs to the end, and gives what it said.</summary>
    /// <param name="program">Its path.</param>
    /// <param name="memory">Told the memory of the process and all below it while it runs; null to leave it alone.</param>
    /// <param name="args">Its arguments.</param>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static string Run(string program, MemoryWatch? memory, params IEnumerable<string> args)
    {
        using var process = Start(program, args);
        var said = process.StandardError.ReadToEndAsync();
        var told = process.StandardOutput.ReadToEndAsync();
        while (memory is not null && !process.WaitForExit(20))
        {
            memory.Look(process.Id);
        }

        process.WaitForExit();
        var words = told.GetAwaiter().GetResult() + said.GetAwaiter().GetResult();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode.ToString(CultureInfo.InvariantCulture)}: {words}");
        }

        return words;
    }
}

/// <summary>The most memory a process and all below it took, pages shared between them counted once. Linux alone tells.</summary>
public sealed class MemoryWatch
{
    /// <summary>Bytes; 0 where nobody tells.</summary>
    public long Peak { get; private set; }

    public void Look(int process)
    {
        if (OperatingSystem.IsLinux())
        {
            Peak = Math.Max(Peak, Family(process).Sum(Proportional));
        }
    }

    private static List<int> Family(int first)
    {
        var parents = Directory.EnumerateDirectories("/proc")
            .Select(path => int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0)
            .Select(id => (Id: id, Parent: Parent(id)))
            .ToLookup(pair => pair.Parent, pair => pair.Id);
        List<int> family = [first];
        for (var at = 0; at < family.Count; at++)
        {
            family.AddRange(parents[family[at]]);
        }

        return family;
    }

    private static int Parent(int id)
    {
        var stat = Read($"/proc/{id}/stat");
        return stat.LastIndexOf(')') is var end and > 0 ? int.Parse(stat[(end + 2)..].Split(' ')[1], CultureInfo.InvariantCulture) : 0;
    }

    private static long Proportional(int id) =>
        Read($"/proc/{id}/smaps_rollup").Split('\n').FirstOrDefault(line => line.StartsWith("Pss:", StringComparison.Ordinal)) is { } line
        ? long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024
        : 0;

    /// <summary>A process may end while it is looked at: then it takes no memory.</summary>
    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return string.Empty;
        }
    }
}
