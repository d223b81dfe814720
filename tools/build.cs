// The one door behind ./build and build.cmd. Run from the root of the repository; `./build help` lists the targets.
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false
#:property NoWarn=$(NoWarn);CS1591

using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Xml.Linq;

const string Solution = "Quarterdeck.slnx";
const string Program = "src/Quarterdeck.Cli/bin/Release/net10.0/quarterdeck.dll";
const string Results = "out/tests";

(string Name, string Does)[] targets =
[
    ("help", "lists these targets"),
    ("demo", "builds the program, publishes both samples into out/demo, and opens the site of one until Ctrl+C"),
    ("program", "builds the program that ./quarterdeck runs"),
    ("publish", "makes the program as a server runs it, compiled for this machine, in out/quarterdeck; it needs neither the .NET runtime, nor Node, nor the internet"),
    ("test", "builds everything and runs every test"),
    ("format", "puts the code into the house's format"),
    ("check", "what the build machine runs: locked restore, no warnings, format, reference pages, tests"),
    ("bench", "builds and runs the benchmark"),
    ("docs", "writes the generated pages of docs/reference again"),
    ("screenshots", "takes pictures of the site's pages into out/screenshots, and those the guide shows"),
    ("samples", "makes the sample packs again: ./build samples <folder of seed tables>"),
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
    case "test":
        return Build() is var broken and not 0 ? NoTests(broken) : Tests();
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

// With the runtime in it and all of it compiled ahead of time as one, it starts in half the time. What it restores for one kind of machine stays out of the lock files.
int Publish() => Dotnet("publish", "src/Quarterdeck.Cli", "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "true",
    "-p:PublishReadyToRun=true", "-p:PublishReadyToRunComposite=true", "-p:NuGetLockFilePath=obj/published.lock.json", "-o", "out/quarterdeck", "--nologo", "-v", "quiet");

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

    var tests = built ? Tests() : NoTests(1);
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
    if (rest.Length != 1)
    {
        Console.Error.WriteLine("Say where the seed tables are: ./build samples <folder of seed tables>");
        return 2;
    }

    return Dotnet("run", "--file", "tools/samples.cs", "--", rest[0], "samples");
}

// The test programs run one after the other, and the sum is read from what they recorded, not from what they printed.
int Tests()
{
    if (Directory.Exists(Results))
    {
        Directory.Delete(Results, recursive: true);
    }

    Directory.CreateDirectory(Results);
    var sum = default(Count);
    var broken = false;
    foreach (var folder in Directory.GetDirectories("tests", "Quarterdeck.*.Tests").Order(StringComparer.Ordinal))
    {
        var project = Path.GetFileName(folder);
        var record = Path.GetFullPath(Path.Combine(Results, project + ".trx"));
        var watch = Stopwatch.StartNew();
        var (exit, said) = Quiet("dotnet", "exec", Path.Combine(folder, "bin/Release/net10.0", project + ".dll"), "-trx", record, "-noLogo", "-noColor");
        var count = File.Exists(record) ? Count.Of(record) : default;
        sum += count;
        Console.WriteLine($"{project,-34} {count} ({watch.Elapsed.TotalSeconds:0.0} s)");
        if (exit == 0 && count is { Failed: 0, All: > 0 })
        {
            continue;
        }

        broken = true;
        Console.Error.WriteLine(said.TrimEnd());
        Console.Error.WriteLine(count.All == 0 ? $"FAILED {project}: no test ran." : $"FAILED {project}: ended with code {exit}.");
    }

    Console.Error.Flush();
    Console.WriteLine(sum);
    return broken || sum.All == 0 ? 1 : 0;
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

static (int Exit, string Said) Quiet(string program, params string[] arguments)
{
    var start = Start(program, arguments);
    start.RedirectStandardOutput = true;
    start.RedirectStandardError = true;
    using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
    var errors = process.StandardError.ReadToEndAsync();
    var said = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return (process.ExitCode, said + errors.GetAwaiter().GetResult());
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
