using System.Net;
using Quarterdeck.Application.Sites;
using Quarterdeck.Cli.Output;
using Quarterdeck.Cli.Sites;
using Quarterdeck.Domain.People;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Packs;
using Quarterdeck.TestKit.Programs;
using Quarterdeck.Web.Sites;

namespace Quarterdeck.Cli.Tests.Sites;

/// <summary>What a site keeps for its next start, and what it must not show again.</summary>
public sealed class NextStartTests : IDisposable
{
    private readonly TemporaryPack _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Store => _folder["figures.db"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_site_that_starts_again_answers_as_before_and_with_what_was_published_since()
    {
        await Published();
        var first = await Asked(Kept(Store + ".answers"));
        Assert.Equal(first, await Asked(Task.CompletedTask));

        // Whatever is recorded makes them those of another state; the figures shown are still what was published.
        var before = await File.ReadAllBytesAsync(Store + ".answers", Stop);
        await using (var watched = new WatchedStore(Store))
        {
            var pack = Samples.Read(Samples.First);
            await watched.Publish(pack with { Indicators = [pack.Indicators[0] with { Title = "Not published yet" }, .. pack.Indicators.Skip(1)] }, null);
        }

        Assert.Equal(first, await Asked(Kept(Store + ".answers", other: before)));
    }

    [Fact]
    public async Task A_first_start_has_the_pages_made_when_they_were_published()
    {
        Assert.Equal(0, QuarterdeckProcess.RunIn(_folder.Path, "import", Samples.Folder(Samples.First), "--store", Store, "--author", "An analyst", "--reason", "A return").Exit);
        Assert.Equal(0, QuarterdeckProcess.RunIn(_folder.Path, "publish", "--store", Store, "--author", "An analyst", "--reason", "A round", "--formats", "json", "--out", _folder["files"]).Exit);
        var file = new FileInfo(Store + ".answers");
        var (written, length) = (file.LastWriteTimeUtc, file.Length);
        using (var running = Serve())
        {
            await running.Reader.GetStringAsync(new Uri("/", UriKind.Relative), Stop);

            // One that was of no use to it would be gone by now, or written anew.
            await Task.Delay(5000, Stop);
        }

        file.Refresh();
        Assert.Equal((written, length), (file.LastWriteTimeUtc, file.Length));
    }

    [Theory]
    [InlineData(new[] { "--answer-file", "none" }, null)]
    [InlineData(new[] { "--answer-megabytes", "0" }, null)]
    [InlineData(new[] { "--answer-file", "elsewhere.answers" }, "elsewhere.answers")]
    public async Task Where_they_are_kept_is_a_setting(string[] settings, string? file)
    {
        await Published();
        await Asked(file is null ? Task.Delay(3000, Stop) : Kept(_folder[file]), settings);

        Assert.Equal(file is null ? [] : new[] { _folder[file] }, Directory.GetFiles(_folder.Path, "*answers*"));
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_told_of_once_and_the_site_goes_on()
    {
        await Published();
        using var running = Serve("--answer-file", Path.Combine("no-such-folder", "answers"));
        await running.Reader.GetStringAsync(new Uri("/", UriKind.Relative), Stop);
        await Task.Delay(5000, Stop);
        using var answer = await running.Reader.GetAsync(new Uri("/method", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        var said = running.Interrupt().Said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("Name another file with the setting answer-file, or none.", Assert.Single(said, line => line.Contains("cannot be kept", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    /// <summary>The demo shows its sample before it is published; whatever a site shows, only what was published is kept.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Only_what_was_published_is_kept(bool isPublished)
    {
        await using var watched = new WatchedStore(Store);
        var pack = Samples.Read(Samples.First);
        await watched.Publish(pack, isPublished ? _folder["files"] : null);
        var options = new SiteOptions("http://127.0.0.1:0", "1.2.3");
        var site = new PublishedSite(watched.Store, "main", watched.Clock, ServedSite.Answers(Store + ".answers", options));
        var source = new SiteSource(await site.Read(Stop) ?? new ShownSite(new Site(pack), [], "a sample"));
        using var server = new SiteServer(source, options) { IsUnheard = true };
        await using var app = SiteApp.Create(source, options, server);
        await app.StartAsync(Stop);
        await server.MakeReady(Stop);
        using var terminal = new Terminal(Stream.Null, TextWriter.Null, width: null, usesColour: false);
        await site.Keep(source, terminal, Stop);

        Assert.Equal(isPublished, File.Exists(Store + ".answers"));
        Assert.Equal(isPublished, await site.Give(new SiteSource(), Stop));
    }

    /// <summary>A running site would else go on showing it: what was published has the same names as before.</summary>
    [Fact]
    public async Task What_was_erased_is_shown_no_more()
    {
        await using var watched = new WatchedStore(Store);
        var pack = Samples.Read(Samples.Latest);
        var reference = pack.Indicators[0].Ref;
        await watched.Publish(pack with { Posts = [.. pack.Posts, new Post { Ref = reference, Role = "delivery-partner", Holder = "A partner" }] }, _folder["files"]);
        await watched.Publish(pack, null);
        var site = new PublishedSite(watched.Store, "main", watched.Clock, answers: null);

        var before = (await site.Read(Stop))!.Fingerprint;
        Assert.Equal(before, (await site.Read(Stop))!.Fingerprint);
        await watched.Erase(reference);
        Assert.NotEqual(before, (await site.Read(Stop))!.Fingerprint);
    }

    private async Task Published()
    {
        await using var watched = new WatchedStore(Store);
        await watched.Publish(Samples.Read(Samples.First), _folder["files"]);
    }

    private RunningQuarterdeck Serve(params string[] settings) =>
        RunningQuarterdeck.StartIn(_folder.Path, new Dictionary<string, string?>(), ["serve", "--store", Store, "--urls", "http://127.0.0.1:0", .. settings]);

    /// <summary>What a run answers to some requests; it is killed once this is done.</summary>
    private async Task<string> Asked(Task done, params string[] settings)
    {
        using var running = Serve(settings);
        var answers = new List<string>();
        foreach (var address in new[] { "/", "/method", "/indicators" })
        {
            answers.Add(await running.Reader.GetStringAsync(new Uri(address, UriKind.Relative), Stop));
        }

        await done.WaitAsync(TimeSpan.FromMinutes(1), Stop);
        return string.Concat(answers);
    }

    /// <summary>Done when all three are kept in the file, and it is not this one.</summary>
    private static async Task Kept(string file, byte[]? other = null)
    {
        while (!File.Exists(file) || new FileInfo(file).Length < 50_000 || (other is not null && (await File.ReadAllBytesAsync(file, Stop)).AsSpan().SequenceEqual(other)))
        {
            await Task.Delay(100, Stop);
        }
    }
}
