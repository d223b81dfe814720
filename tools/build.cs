// The one door behind ./build and build.cmd. Run from the root of the repository; `./build help` lists the targets.
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false
#:property NoWarn=$(NoWarn);CS1591

using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

const string Solution = "Quarterdeck.slnx";
const string Program = "src/Quarterdeck.Cli/bin/Release/net10.0/quarterdeck.dll";
const string Results = "out/tests";

(string Name, string Does)[] targets =
[
    ("help", "lists these targets"),
    ("demo", "builds the program, publishes both samples into out/demo, and opens the site of one until Ctrl+C"),
    ("program", "builds the program that ./quarterdeck runs"),
    (
        "publish",
        "makes the program as a server runs it, compiled for this machine, in out/quarterdeck; it needs neither the .NET runtime, nor Node, nor the internet"),
    ("package", "makes the programs people download, for Linux, Windows and macOS, in out/packages: ./build package [linux-x64 ...]"),
    ("test", "builds everything and runs every test but soaks; --fast leaves out programs, servers and browsers"),
    ("soak", "runs the tests with all kills, fuzz, sizes and long runs in full, and writes their figures into out/soak; takes long"),
    ("mutate", "changes Domain and Application line by line and tells which changes no test noticed: ./build mutate [Domain[/CallIns]]"),
    ("format", "puts the code into the house's format"),
    ("check", "what the build machine runs: locked restore, no warnings, format, reference pages, tests"),
    ("bench", "builds and runs the benchmark"),
    ("docs", "writes the generated pages of docs/reference again"),
    ("screenshots", "takes pictures of the site's pages into out/screenshots, and those the guide shows"),
    ("samples", "makes the made-up sample again; with ./build samples <folder of seed tables> the others too"),
];

if (!File.Exists(Solution))
{
    Console.Error.WriteLine($"Run this from the root of the repository: {Solution} is not in {Environment.CurrentDirectory}.");
    return 2;
}

string[] rest = args.Length == 0 ? [] : args[1..];
switch (args.Length == 0 ? "help" : args[0])
{
    case "help":
        return Help();
    case "demo":
        return Demo();
    case "program":
        return BuildProgram();
    case "publish":
        return Publish();
    case "package":
        return Dotnet(["run", "--file", "tools/package.cs", "--", .. rest]);
    case "test":
        return Test();
    case "soak":
        return Build() is var notBuilt and not 0 ? NoTests(notBuilt) : Soak();
    case "mutate":
        return Mutate();
    case "format":
        return Dotnet("format", Solution);
    case "check":
        return Check();
    case "bench":
        return Bench();
    case "docs":
        return Build() is var failed and not 0 ? failed : Reference(verify: false);
    case "samples":
        return Samples();
    case "screenshots":
        return BuildProgram() is var unbuilt and not 0 ? unbuilt : Dotnet("run", "--file", "tools/screenshots.cs");
    case var unknown:
        Console.Error.WriteLine($"There is no target called '{unknown}'. These are there:");
        Help();
        return 2;
}

int Help()
{
    Console.WriteLine("usage: ./build <target>");
    Console.WriteLine();
    foreach (var (name, does) in targets)
    {
        Console.WriteLine($"  {name,-11} {does}");
    }

    return 0;
}

int Demo()
{
    var failed = BuildProgram();
    return failed != 0 ? failed : Dotnet(["exec", Program, "demo", "--out", "out/demo", .. rest]);
}

int BuildProgram()
{
    Console.Error.WriteLine("Building the program ...");
    return Dotnet("build", "src/Quarterdeck.Cli", "-c", "Release", "--nologo", "-v", "quiet", "-clp:NoSummary;ErrorsOnly");
}

// With the runtime in it and all of it compiled ahead of time as one, it starts in half the time. What it restores for one kind of machine stays out of the
// lock files.
int Publish() => Dotnet("publish", "src/Quarterdeck.Cli", "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "true",
    "-p:PublishReadyToRun=true",
    "-p:PublishReadyToRunComposite=true",
    "-p:NuGetLockFilePath=obj/published.lock.json",
    "-o",
    "out/quarterdeck",
    "--nologo",
    "-v",
    "quiet");

int Build(params string[] options)
{
    Console.Error.WriteLine("Building ...");
    return Dotnet(["build", Solution, "-c", "Release", "--nologo", "-v", "quiet", "-clp:NoSummary;ErrorsOnly", .. options]);
}

// Each step is taken even where one before it failed, so that one run says everything; only tests need a build.
int Check()
{
    var failures = new List<string>();
    if (Dotnet("restore", Solution, "--locked-mode", "-v", "quiet") != 0)
    {
        failures.Add("restore: a package differs from its lock file, or could not be had");
    }

    var built = Build("--no-restore", "-warnaserror") == 0;
    if (!built)
    {
        failures.Add("build: see the errors above");
    }

    Console.Error.WriteLine("Checking the format ...");
    // The rules of style were errors of the build already; what is left is white space.
    if (Dotnet("format", "whitespace", Solution, "--verify-no-changes", "--no-restore") != 0)
    {
        failures.Add("format: run ./build format and commit what it changes");
    }

    if (built && Reference(verify: true) != 0)
    {
        failures.Add("reference pages: run ./build docs and commit what it changes");
    }

    foreach (var failure in failures)
    {
        Console.Error.WriteLine("FAILED " + failure);
    }

    var tests = built ? Tests(TestPrograms()) : NoTests(1);
    return failures.Count > 0 ? 1 : tests;
}

// Writes the pages, or says which differ from what would be written.
int Reference(bool verify) =>
    Dotnet(["exec", Program, "reference", "docs/reference", .. verify ? ["--verify"] : Array.Empty<string>()]);

int Bench()
{
    var project = Directory.Exists("bench") ? Directory.GetFiles("bench", "*.csproj", SearchOption.AllDirectories).Order().FirstOrDefault() : null;
    if (project is null)
    {
        Console.Error.WriteLine("There is no benchmark project under bench/.");
        return 3;
    }

    return Dotnet(["run", "-c", "Release", "--project", project, "--", .. rest]);
}

int Samples()
{
    if (rest.Length > 1)
    {
        Console.Error.WriteLine("Say ./build samples, or ./build samples <folder of seed tables> for those made from published figures too.");
        return 2;
    }

    var failed = Dotnet("run", "--file", "tools/district.cs", "--", "samples");
    return failed != 0 || rest.Length == 0 ? failed : Dotnet("run", "--file", "tools/samples.cs", "--", rest[0], "samples");
}

int Test()
{
    if (rest is not ([] or ["--fast"]))
    {
        Console.Error.WriteLine("Say ./build test, or ./build test --fast for the projects that start no program, server or browser.");
        return 2;
    }

    if (rest.Length == 0)
    {
        return Build() is var broken and not 0 ? NoTests(broken) : Tests(TestPrograms());
    }

    string[] fast = ["Quarterdeck.Domain.Tests", "Quarterdeck.Application.Tests", "Quarterdeck.Packs.Tests", "Quarterdeck.House.Tests"];
    var watch = Stopwatch.StartNew();
    Console.Error.WriteLine("Building ...");
    foreach (var project in fast)
    {
        if (Dotnet("build", "tests/" + project, "-c", "Release", "--nologo", "-v", "quiet", "-clp:NoSummary;ErrorsOnly") is var failed and not 0)
        {
            return NoTests(failed);
        }
    }

    Console.Error.WriteLine($"Built in {watch.Elapsed.TotalSeconds:0} s.");
    return Tests(fast);
}

// Those that take longest come first, so that the end of a run is short.
static string[] TestPrograms()
{
    string[] longest = ["Browser", "Storage", "Cli", "Documents", "Web"];
    return [.. Directory.GetDirectories("tests", "Quarterdeck.*.Tests").Select(folder => Path.GetFileName(folder)!)
        .OrderBy(name => Array.IndexOf(longest, name.Split('.')[1]) is var place and >= 0 ? place : longest.Length)
        .ThenBy(name => name, StringComparer.Ordinal)];
}

// Two test programs run at a time, and those that hold a website and a browser never beside each other.
// The sum is read from what they recorded, not from what they printed.
int Tests(string[] projects, int atATime = 2, int minutes = 30)
{
    if (Directory.Exists(Results))
    {
        Directory.Delete(Results, recursive: true);
    }

    Directory.CreateDirectory(Results);
    string[] alone = ["Quarterdeck.Browser.Tests", "Quarterdeck.Web.Tests"];
    var watch = Stopwatch.StartNew();
    var waiting = new List<string>(projects);
    var gate = new object();
    var sum = default(Count);
    var (broken, aloneRuns) = (false, false);
    Thread[] lanes = [.. Enumerable.Range(0, Math.Min(atATime, Environment.ProcessorCount)).Select(_ => new Thread(Lane))];
    Array.ForEach(lanes, lane => lane.Start());
    Array.ForEach(lanes, lane => lane.Join());
    Console.WriteLine($"The tests took {watch.Elapsed:m\\:ss} minutes.");
    Console.Error.Flush();
    Console.WriteLine(sum);
    return broken || sum.All == 0 ? 1 : 0;

    void Lane()
    {
        while (true)
        {
            string? project;
            lock (gate)
            {
                while ((project = waiting.Find(name => !aloneRuns || !alone.Contains(name))) is null && waiting.Count > 0)
                {
                    Monitor.Wait(gate);
                }

                if (project is null)
                {
                    return;
                }

                waiting.Remove(project);
                aloneRuns |= alone.Contains(project);
            }

            var (count, passed) = TestOne(project, minutes);
            lock (gate)
            {
                sum += count;
                broken |= !passed;
                aloneRuns &= !alone.Contains(project);
                Monitor.PulseAll(gate);
            }
        }
    }
}

static (Count Count, bool Passed) TestOne(string project, int minutes)
{
    var record = Path.GetFullPath(Path.Combine(Results, project + ".trx"));
    var watch = Stopwatch.StartNew();
    var program = Path.Combine("tests", project, "bin/Release/net10.0", project + ".dll");
    var (exit, said) = Quiet(TimeSpan.FromMinutes(minutes), "dotnet", "exec", program, "-trx", record, "-noLogo", "-noColor");
    var count = File.Exists(record) ? Count.Of(record) : default;
    Console.WriteLine($"{project,-34} {count} ({watch.Elapsed.TotalSeconds:0.0} s)");
    if (exit == 0 && count is { Failed: 0, All: > 0 })
    {
        return (count, true);
    }

    var ended = exit is { } code ? count.All == 0 ? "no test ran" : $"ended with code {code}" : $"did not end within {minutes} minutes and was stopped";
    Console.Error.WriteLine($"{said.TrimEnd()}\nFAILED {project}: {ended}.");
    return (count, false);
}

// One program at a time, as figures of programs that run side by side say little.
int Soak()
{
    Environment.SetEnvironmentVariable("QUARTERDECK_SOAK", "1");
    var started = TimeProvider.System.GetUtcNow();
    var result = Tests(rest.Length == 0 ? TestPrograms() : [.. rest.Select(name => $"Quarterdeck.{name}.Tests")], atATime: 1, minutes: 240);
    Directory.CreateDirectory("out/soak");
    var (_, commit) = Quiet(TimeSpan.FromMinutes(1), "git", "rev-parse", "HEAD");
    var (_, changed) = Quiet(TimeSpan.FromMinutes(1), "git", "status", "--porcelain");
    List<string> lines =
    [
        $"Commit {commit.Trim()}{(changed.Trim().Length > 0 ? " and changes not committed" : "")}, {started:yyyy-MM-dd HH:mm} UTC, "
            + $"{Environment.ProcessorCount} processors, {RuntimeInformation.OSDescription}", "",
        "| Test | Outcome | Seconds | What it says |", "|---|---|---:|---|",
    ];
    foreach (var record in Directory.GetFiles(Results, "*.trx").Order(StringComparer.Ordinal))
    {
        lines.AddRange(Figures.Of(record));
    }

    var file = Path.GetFullPath($"out/soak/{started:yyyyMMdd-HHmm}.md");
    File.WriteAllLines(file, lines);
    lines.ForEach(Console.Error.WriteLine);
    Console.Error.WriteLine($"Written to {file}");
    return result;
}

int Mutate()
{
    var asked = rest.Length == 0 ? ["Domain", "Application"] : rest;
    if (asked.FirstOrDefault(name => !Directory.Exists("src/Quarterdeck." + name) || name.Split('/')[0] is not ("Domain" or "Application")) is { } wrong)
    {
        Console.Error.WriteLine($"There is no folder '{wrong}'. Say Domain, Application, or one of their folders: ./build mutate Domain/CallIns");
        return 2;
    }

    if (Dotnet("tool", "restore") is var failed and not 0)
    {
        return failed;
    }

    const int Least = 80;
    var result = 0;
    foreach (var name in asked)
    {
        var project = name.Split('/')[0];
        var output = Path.GetFullPath(Path.Combine("out/mutation", name.Replace('/', '.')));
        var files = name.Contains('/') ? name[(name.IndexOf('/') + 1)..] + "/**/*.cs" : "**/*.cs";
        var start = Start("dotnet", ["stryker", "--test-runner", "mtp", "-p", $"Quarterdeck.{project}.csproj", "--mutate", files,
            "--configuration", "Release", "-r", "json", "-O", output, "--break-at", "0", "--skip-version-check"]);
        start.WorkingDirectory = $"tests/Quarterdeck.{project}.Tests";
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        process.WaitForExit();
        var report = Path.Combine(output, "reports/mutation-report.json");
        if (process.ExitCode != 0 || !File.Exists(report))
        {
            Console.Error.WriteLine($"FAILED {name}: could not be measured; see above.");
            result = 1;
            continue;
        }

        var score = Mutants.Print(report, $"Quarterdeck.{project}/");
        Console.WriteLine($"{name}: {score:0.0}% noticed{(score < Least ? $"; {Least}% is the least" : "")}");
        result = score < Least ? 1 : result;
    }

    return result;
}

int NoTests(int exit)
{
    Console.Error.WriteLine("No test was run, because the build failed.");
    Console.Error.Flush();
    Console.WriteLine(default(Count));
    return exit;
}

static int Dotnet(params string[] arguments)
{
    using var process = Process.Start(Start("dotnet", arguments)) ?? throw new InvalidOperationException("dotnet did not start.");
    process.WaitForExit();
    return process.ExitCode;
}

// Exit is null where the program did not end in time and was stopped.
static (int? Exit, string Said) Quiet(TimeSpan limit, string program, params string[] arguments)
{
    var start = Start(program, arguments);
    start.RedirectStandardOutput = true;
    start.RedirectStandardError = true;
    using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
    var said = new StringBuilder();
    DataReceivedEventHandler add = (_, line) => { lock (said) { said.AppendLine(line.Data); } };
    process.OutputDataReceived += add;
    process.ErrorDataReceived += add;
    process.BeginOutputReadLine();
    process.BeginErrorReadLine();
    var ended = process.WaitForExit(limit);
    if (!ended)
    {
        process.Kill(entireProcessTree: true);
    }

    // A child that outlives its program may hold the output open: it is not waited for for ever.
    Task.Run(process.WaitForExit).Wait(TimeSpan.FromSeconds(10));
    lock (said)
    {
        return (ended ? process.ExitCode : null, said.ToString());
    }
}

static ProcessStartInfo Start(string program, string[] arguments)
{
    var start = new ProcessStartInfo(program) { UseShellExecute = false };
    foreach (var argument in arguments)
    {
        start.ArgumentList.Add(argument);
    }

    // A build node kept for the next build would hold this one's output open after it has ended.
    start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
    start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
    return start;
}

/// <summary>How many tests passed, failed and were skipped.</summary>
internal readonly record struct Count(int Passed, int Failed, int Skipped)
{
    public int All => Passed + Failed + Skipped;

    /// <summary>Counts the results of a TRX file one by one: its own totals leave out what was skipped.</summary>
    public static Count Of(string file)
    {
        XNamespace trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";
        var outcomes = XDocument.Load(file).Descendants(trx + "UnitTestResult").Select(result => (string?)result.Attribute("outcome")).ToList();
        var passed = outcomes.Count(outcome => outcome == "Passed");
        var skipped = outcomes.Count(outcome => outcome == "NotExecuted");
        return new Count(passed, outcomes.Count - passed - skipped, skipped);
    }

    public static Count operator +(Count left, Count right) =>
        new(left.Passed + right.Passed, left.Failed + right.Failed, left.Skipped + right.Skipped);

    public override string ToString() => $"{Passed} passed, {Failed} failed, {Skipped} skipped";
}

/// <summary>What the tests of a TRX file that have a full form, or took long, said and how long they took.</summary>
internal static class Figures
{
    private const double Long = 2;

    public static IEnumerable<string> Of(string file)
    {
        XNamespace trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";
        return from result in XDocument.Load(file).Descendants(trx + "UnitTestResult")
            let seconds = TimeSpan.TryParse((string?)result.Attribute("duration"), out var time) ? time.TotalSeconds : 0
            let said = string.Join(' ', result.Descendants(trx + "StdOut").Select(text => text.Value.ReplaceLineEndings(" ").Replace("|", "\\|").Trim()))
            where said.Length > 0 || seconds >= Long
            orderby seconds descending
            select $"| {((string?)result.Attribute("testName"))?.Replace("|", "\\|")} | {(string?)result.Attribute("outcome")} | {seconds:0.0} | {said} |";
    }
}

/// <summary>What a report of Stryker says.</summary>
internal static class Mutants
{
    private static readonly string[] Noticed = ["Killed", "Timeout"];
    private static readonly string[] Unnoticed = ["Survived", "NoCoverage"];

    /// <summary>Prints the changes that no test noticed and the score of each folder.</summary>
    /// <returns>The score of all: noticed changes in a hundred.</returns>
    public static double Print(string report, string root)
    {
        using var read = JsonDocument.Parse(File.ReadAllText(report));
        var mutants = (from file in read.RootElement.GetProperty("files").EnumerateObject()
            let path = file.Name.Replace('\\', '/')
            let name = path.Contains(root, StringComparison.Ordinal) ? path[(path.IndexOf(root, StringComparison.Ordinal) + root.Length)..] : path
            from mutant in file.Value.GetProperty("mutants").EnumerateArray()
            let status = mutant.GetProperty("status").GetString()
            where Noticed.Contains(status) || Unnoticed.Contains(status)
            select (Name: name, Folder: Path.GetDirectoryName(name), Noticed: Noticed.Contains(status), Mutant: mutant)).ToList();
        foreach (var (name, _, _, mutant) in mutants.Where(mutant => !mutant.Noticed))
        {
            var line = mutant.GetProperty("location").GetProperty("start").GetProperty("line").GetInt32();
            var instead = mutant.TryGetProperty("replacement", out var text) ? text.GetString()?.ReplaceLineEndings(" ") : "";
            Console.WriteLine($"{name}:{line} {mutant.GetProperty("mutatorName").GetString()}, {mutant.GetProperty("status").GetString()}: {instead}");
        }

        foreach (var folder in mutants.GroupBy(mutant => mutant.Folder).OrderBy(folder => folder.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"{folder.Key,-24} {folder.Count(mutant => mutant.Noticed),5} of {folder.Count(),5} noticed");
        }

        return mutants.Count == 0 ? 0 : 100.0 * mutants.Count(mutant => mutant.Noticed) / mutants.Count;
    }
}
