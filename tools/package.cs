// The programs people download, behind ./build package: for each kind of machine an archive that runs without .NET, and for all of them
// checksums, a bill of materials and the licences of what is inside. Run from the root of the repository.
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false
#:property NoWarn=$(NoWarn);CS1591

using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

const string Project = "src/Quarterdeck.Cli";
const string Out = "out/packages";
const UnixFileMode Runs = (UnixFileMode)0b111_101_101;
const UnixFileMode IsRead = (UnixFileMode)0b110_100_100;

string[] machines = ["linux-x64", "linux-arm64", "win-x64", "osx-x64", "osx-arm64"];
string[] asked = args.Length == 0 ? machines : args;
if (asked.Except(machines).FirstOrDefault() is { } unknown)
{
    Console.Error.WriteLine($"There is no package for '{unknown}'. Say {string.Join(", ", machines)}, or nothing for all.");
    return 2;
}

if (Directory.Exists(Out))
{
    Directory.Delete(Out, recursive: true);
}

Directory.CreateDirectory(Out);
var version = (await Said("dotnet", "msbuild", Project, "-getProperty:Version")).Trim();
var written = DateTimeOffset.FromUnixTimeSeconds(long.Parse((await Said("git", "log", "-1", "--format=%ct")).Trim()));
if (await Run("dotnet", "tool", "restore") != 0
    || await Run("dotnet", "restore", Project, "--locked-mode", "-v", "quiet") != 0
    || await Run("dotnet", "CycloneDX", Project + "/Quarterdeck.Cli.csproj", "-o", Out, "-fn", "quarterdeck.cdx.json", "-F", "Json", "-rs", "-dpr",
        "--exclude-dev") != 0)
{
    Console.Error.WriteLine("The bill of materials could not be made; see above.");
    return 1;
}

File.WriteAllText(Path.Combine(Out, "licences.txt"), Licences(Path.Combine(Out, "quarterdeck.cdx.json")));
foreach (var machine in asked)
{
    var watch = Stopwatch.StartNew();
    var folder = Path.Combine(Out, machine);

    // What it restores for one kind of machine stays out of the lock files.
    if (await Run("dotnet", "publish", Project, "-c", "Release", "-r", machine, "--self-contained", "true", "-p:PublishSingleFile=true",
        "-p:PublishReadyToRun=true", "-p:DebugType=none", "-p:NuGetLockFilePath=obj/published.lock.json",
        "-o", folder, "--nologo", "-v", "quiet") is var failed and not 0)
    {
        return failed;
    }

    foreach (var needless in Directory.GetFiles(folder, "*.xml").Concat(Directory.GetFiles(folder, "*.pdb")))
    {
        File.Delete(needless);
    }

    File.Copy("LICENSE", Path.Combine(folder, "LICENSE"));
    File.Copy(Path.Combine(Out, "licences.txt"), Path.Combine(folder, "licences.txt"));
    if (machine.StartsWith("linux", StringComparison.Ordinal))
    {
        File.Copy("tools/quarterdeck.service", Path.Combine(folder, "quarterdeck.service"));
    }

    var archive = Pack(machine, folder);
    Directory.Delete(folder, recursive: true);
    Console.WriteLine($"{archive}  {new FileInfo(archive).Length / 1048576.0:0.0} MB  {watch.Elapsed.TotalSeconds:0} s");
}

var sums = new StringBuilder();
foreach (var file in Directory.GetFiles(Out).Order(StringComparer.Ordinal))
{
    using var stream = File.OpenRead(file);
    sums.Append($"{Convert.ToHexStringLower(SHA256.HashData(stream))}  {Path.GetFileName(file)}\n");
}

File.WriteAllText(Path.Combine(Out, "SHA256SUMS"), sums.ToString());
Console.WriteLine(Path.Combine(Out, "SHA256SUMS"));
return 0;

// A zip for Windows, a tar.gz for the others, where the program keeps its right to run. Everything lies in one folder and has the commit's time.
string Pack(string machine, string folder)
{
    var root = $"quarterdeck-{version}";
    var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .Select(file => (File: file, Name: root + "/" + Path.GetRelativePath(folder, file).Replace('\\', '/')));
    if (machine.StartsWith("win", StringComparison.Ordinal))
    {
        var path = Path.Combine(Out, $"quarterdeck-{version}-{machine}.zip");
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (file, name) in files)
        {
            var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
            entry.LastWriteTime = written;
            using var target = entry.Open();
            using var content = File.OpenRead(file);
            content.CopyTo(target);
        }

        return path;
    }

    var tarball = Path.Combine(Out, $"quarterdeck-{version}-{machine}.tar.gz");
    using var gzip = new GZipStream(File.Create(tarball), CompressionLevel.SmallestSize);
    using var tar = new TarWriter(gzip, TarEntryFormat.Pax);
    foreach (var (file, name) in files)
    {
        using var content = File.OpenRead(file);
        tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name)
        {
            DataStream = content, ModificationTime = written, Mode = name == root + "/quarterdeck" ? Runs : IsRead,
        });
    }

    return tarball;
}

// What is inside, by whom, under which licence: from the bill of materials, and what npm brings beside it.
static string Licences(string bill)
{
    using var document = JsonDocument.Parse(File.ReadAllBytes(bill));
    var text = new StringBuilder("Quarterdeck contains these, each under its own licence:\n\n");
    foreach (var part in document.RootElement.GetProperty("components").EnumerateArray().OrderBy(NameOf, StringComparer.Ordinal))
    {
        text.Append($"{NameOf(part)} {part.GetProperty("version").GetString()}: {LicenceOf(part)}\n");
    }

    return text.Append("""
        .NET runtime and ASP.NET Core: MIT
        govuk-frontend: MIT
        @ministryofjustice/frontend: MIT
        Source Sans 3: OFL-1.1

        """).ToString();
}

static string NameOf(JsonElement part) => part.GetProperty("name").GetString()!;

// SQLite gives no licence: it is in the public domain.
static string LicenceOf(JsonElement part) =>
    part.TryGetProperty("licenses", out var all) && all.GetArrayLength() > 0 && all[0].TryGetProperty("license", out var one)
        ? (one.TryGetProperty("id", out var id) ? id : one.TryGetProperty("name", out var name) ? name : one.GetProperty("url")).GetString()!
        : "public domain";

static async Task<int> Run(string program, params string[] arguments)
{
    using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false })
        ?? throw new InvalidOperationException($"{program} did not start.");
    await process.WaitForExitAsync();
    return process.ExitCode;
}

static async Task<string> Said(string program, params string[] arguments)
{
    using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true })
        ?? throw new InvalidOperationException($"{program} did not start.");
    var said = await process.StandardOutput.ReadToEndAsync();
    await process.WaitForExitAsync();
    return said;
}
