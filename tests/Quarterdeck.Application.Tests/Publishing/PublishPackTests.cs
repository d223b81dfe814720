using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Domain.Packs;
using Quarterdeck.TestKit;

namespace Quarterdeck.Application.Tests.Publishing;

public sealed class PublishPackTests : IDisposable
{
    private static readonly ReportFormat[] Formats =
    [
        new("txt", report => [new ReportFile("report.txt", Encoding.UTF8.GetBytes(report.Title.Title))]),
        new("two", _ => [new ReportFile("a.bin", new byte[] { 1 }), new ReportFile("b.bin", new byte[] { 2, 3 })]),
    ];

    private static readonly DateOnly Today = new(2025, 11, 26);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("quarterdeck");

    private string Out => Path.Combine(_folder.FullName, "out");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Every_format_is_written_and_the_manifest_vouches_for_each_file()
    {
        var done = Assert.Single(Assert.IsType<PublishPackOutcome.Written>(To(Pack(), "main")).Reports);

        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Out, "manifest.json")));
        var root = manifest.RootElement;
        Assert.Equal(
            ("main", "Test Council", "2025-10", "9.8.7"),
            (Text(root, "report"), Text(root, "organisation"), Text(root, "results_to"), Text(root, "program_version")));
        Assert.Equal(["report.txt", "a.bin", "b.bin"], done.Files.Select(file => file.Name));
        foreach (var file in root.GetProperty("files").EnumerateArray())
        {
            var bytes = File.ReadAllBytes(Path.Combine(Out, Text(file, "name")));
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), Text(file, "sha256"));
            Assert.Equal(bytes.Length, file.GetProperty("bytes").GetInt32());
        }

        Assert.Equal(4, Directory.GetFiles(Out).Length);
        Assert.Equal([Out], Directory.GetFileSystemEntries(_folder.FullName));
    }

    [Fact]
    public void The_same_pack_gives_the_same_bytes()
    {
        To(Pack(), "main");
        var before = File.ReadAllBytes(Path.Combine(Out, "manifest.json"));
        To(Pack(), "main");

        Assert.Equal(before, File.ReadAllBytes(Path.Combine(Out, "manifest.json")));
    }

    [Fact]
    public void Only_the_formats_asked_for_are_written()
    {
        To(Pack(), "MAIN", "TXT");

        Assert.Equal(["manifest.json", "report.txt"], Directory.GetFiles(Out).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("other")]
    public void A_report_that_is_not_there_is_refused_naming_those_that_are(string report) =>
        Assert.Equal(
            $"No report of the pack is called '{report}'. Known reports: main, cover.",
            Assert.IsType<PublishPackOutcome.Refused>(To(Pack(), report)).Sentence);

    [Fact]
    public void A_format_that_is_not_there_is_refused_naming_those_that_are()
    {
        Assert.Equal(
            "No format is called 'pfd'. Known formats: txt, two.",
            Assert.IsType<PublishPackOutcome.Refused>(To(Pack(), "main", "txt", "pfd")).Sentence);
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public void Without_a_choice_every_report_is_published_in_a_folder_of_its_code_and_each_step_is_told()
    {
        var steps = new Steps();

        var done = Assert.IsType<PublishPackOutcome.Written>(
            new PublishPackHandler(Formats, "9.8.7").Handle(new PublishPack(Pack(), null, [], Out, Today), steps, TestContext.Current.CancellationToken));

        Assert.Equal([Path.Combine(Out, "main"), Path.Combine(Out, "cover")], done.Reports.Select(report => report.Directory));
        Assert.All(done.Reports, report => Assert.Equal(4, Directory.GetFiles(report.Directory).Length));
        Assert.Equal(["main txt", "main two", "cover txt", "cover two"], steps.Told);
    }

    [Fact]
    public void Stopped_between_two_reports_the_first_is_whole_and_the_second_not_there()
    {
        using var stop = new CancellationTokenSource();
        var steps = new Steps { After = step => step == "cover txt", Stop = stop };

        Assert.Throws<OperationCanceledException>(
            () => new PublishPackHandler(Formats, "9.8.7").Handle(new PublishPack(Pack(), null, [], Out, Today), steps, stop.Token));
        Assert.Equal([Path.Combine(Out, "main")], Directory.GetFileSystemEntries(Out));
    }

    [Fact]
    public void A_pack_without_reports_has_a_dashboard_all_the_same()
    {
        var pack = Pack() with { Reports = [] };

        Assert.Equal("dashboard", Assert.Single(Assert.IsType<PublishPackOutcome.Written>(To(pack, null)).Reports).Report.Definition.Code);
    }

    [Fact]
    public void Files_that_were_there_are_replaced_and_others_left_alone()
    {
        Directory.CreateDirectory(Out);
        File.WriteAllText(Path.Combine(Out, "report.txt"), "old");
        File.WriteAllText(Path.Combine(Out, "notes.txt"), "mine");

        To(Pack(), "main");

        Assert.Equal(("Main", "mine"), (File.ReadAllText(Path.Combine(Out, "report.txt")), File.ReadAllText(Path.Combine(Out, "notes.txt"))));
    }

    [Fact]
    public void A_writer_that_breaks_leaves_everything_as_it_was()
    {
        To(Pack(), "main", "txt");
        ReportFormat[] broken = [Formats[1], new("bad", _ => throw new InvalidOperationException("A bug."))];

        Assert.Throws<InvalidOperationException>(
            () => new PublishPackHandler(broken, "9.8.7").Handle(new PublishPack(Pack(), "main", [], Out, Today), null, TestContext.Current.CancellationToken));
        Assert.Equal(["manifest.json", "report.txt"], Directory.GetFiles(Out).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_file_where_the_folder_should_be_is_refused()
    {
        File.WriteAllText(Out, "mine");

        Assert.StartsWith($"'{Out}' is a file.", Assert.IsType<PublishPackOutcome.Refused>(To(Pack(), null)).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_disk_that_will_not_take_it_is_said_and_leaves_nothing_behind()
    {
        File.WriteAllText(Out, "mine");
        var below = Path.Combine(Out, "deeper");

        Assert.StartsWith($"The report 'main' could not be written to '{below}'", Assert.IsType<PublishPackOutcome.NotWritten>(new PublishPackHandler(
            Formats,
            "9.8.7").Handle(new PublishPack(Pack(), "main", [], below, Today), null, TestContext.Current.CancellationToken)).Sentence,
            StringComparison.Ordinal);
        Assert.Equal([Out], Directory.GetFileSystemEntries(_folder.FullName));
    }

    private PublishPackOutcome To(Pack pack, string? report, params string[] formats) =>
        new PublishPackHandler(Formats, "9.8.7").Handle(new PublishPack(pack, report, formats, Out, Today));

    private sealed class Steps : IProgress<PublishStep>
    {
        public List<string> Told { get; } = [];

        public Func<string, bool>? After { get; init; }

        public CancellationTokenSource? Stop { get; init; }

        public void Report(PublishStep value)
        {
            Told.Add($"{value.Report} {value.Format}");
            if (After?.Invoke(Told[^1]) == true)
            {
                Stop!.Cancel();
            }
        }
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static Pack Pack(string more = "") => Packed.From(
        "indicators\n" + Packed.Indicators + "K1,Answered,kpi,,percent,month,,none,\n",
        "results\nref,period,value\nK1,2025-10,88%\n",
        "reports\ncode,kind,title\nmain,dashboard,Main\ncover,cover,Cover\n" + more);
}
