using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Quarterdeck.Documents.Tree;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Packs;
using Quarterdeck.Web.Sites;

namespace Quarterdeck.Web.Tests.Sites;

/// <summary>A site that starts again gives the answers of before at once, and never any that are not right any more.</summary>
public sealed class AnswersFileTests(RunningSite running) : IDisposable
{
    private const string Program = "a build";
    private const string State = "main 7 abc";

    private static readonly SiteOptions Options = new("http://127.0.0.1:0", "1.2.3");

    private readonly TemporaryPack _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Path => _folder["figures.db.answers"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("gzip")]
    [InlineData("br, gzip")]
    public async Task Before_anything_is_read_readers_get_what_they_got_before(string accepted)
    {
        await Before("/", "/method", "/reports/dashboard/", "/none");
        var (source, again) = (new SiteSource(), new AnswersFile(Path, Program, Options));
        await using var app = await Started(source, Options);
        using var reader = Reader(app);

        // Who asks before the file has been looked at waits for that alone.
        var early = Ask(reader, "/", accepted);
        await Task.Delay(100, Stop);
        Assert.False(early.IsCompleted);
        source.Give(again, State);
        await using var earlier = await Started(new SiteSource(Shown("pack")), Options);
        using var whole = Reader(earlier);
        foreach (var (given, address) in new[] { (await early, "/"), (await Ask(reader, "/method", accepted), "/method") })
        {
            using var made = await Ask(whole, address, accepted);
            Assert.Equal(await made.Content.ReadAsByteArrayAsync(Stop), await given.Content.ReadAsByteArrayAsync(Stop));
            Assert.Equal(Headers(made), Headers(given));
            Assert.Equal(HttpStatusCode.NotModified, (await Ask(reader, address, accepted, given.Headers.ETag!.ToString())).StatusCode);
            given.Dispose();
        }

        // What is not in it is made when there is something to make it of; so is what is behind a question mark.
        var late = new[] { Ask(reader, "/plan", accepted), Ask(reader, "/?made=anew", accepted), reader.PostAsync(new Uri("/", UriKind.Relative), null, Stop) };
        await Task.Delay(100, Stop);
        Assert.DoesNotContain(late, answer => answer.IsCompleted);
        var shown = Shown("pack");
        source.Current = shown;
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.MethodNotAllowed], (await Task.WhenAll(late)).Select(answer => answer.StatusCode));
        Assert.Equal(3, shown.Answers.Count);
    }

    [Fact]
    public async Task What_is_published_meanwhile_takes_their_place()
    {
        await Before("/");
        var source = new SiteSource();
        source.Give(new AnswersFile(Path, Program, Options), State);
        await using var app = await Started(source, Options);
        using var reader = Reader(app);
        using var before = await Ask(reader, "/", string.Empty);

        var shown = new ShownSite(running.Site(Samples.Latest), [], "another");
        source.Current = shown;
        using var after = await Ask(reader, "/", string.Empty, before.Headers.ETag!.ToString());

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.NotEqual(await before.Content.ReadAsStringAsync(Stop), await after.Content.ReadAsStringAsync(Stop));
        Assert.Equal(1, shown.Answers.Count);
    }

    [Theory]
    [InlineData("a store that went on")]
    [InlineData("another build")]
    [InlineData("another version")]
    [InlineData("another name")]
    [InlineData("another bar")]
    [InlineData("another link")]
    [InlineData("another time")]
    [InlineData("cut off")]
    [InlineData("changed")]
    [InlineData("cut off and sealed")]
    [InlineData("made up and sealed")]
    [InlineData("empty")]
    [InlineData("something else")]
    [InlineData("nothing")]
    [InlineData("a folder")]
    public async Task None_is_taken_from_a_file_of_anything_else(string what)
    {
        await Before("/");
        Assert.Equal(1, new AnswersFile(Path, Program, Options).Read(State)?.Answers.Count);

        var whole = await File.ReadAllBytesAsync(Path, Stop);
        switch (what)
        {
            case "cut off":
                await File.WriteAllBytesAsync(Path, whole[..^1], Stop);
                break;
            case "changed":
                whole[^1] ^= 1;
                await File.WriteAllBytesAsync(Path, whole, Stop);
                break;
            case "cut off and sealed":
                await File.WriteAllBytesAsync(Path, Sealed(whole[..^1]), Stop);
                break;
            case "made up and sealed":
                // Where the first answer begins: how many there are, its address, its kind, how many headers.
                whole.AsSpan(whole.AsSpan().IndexOf("Content-Type"u8) - 5, 4).Fill(0x7f);
                await File.WriteAllBytesAsync(Path, Sealed(whole), Stop);
                break;
            case "empty":
                await File.WriteAllBytesAsync(Path, [], Stop);
                break;
            case "something else":
                await File.WriteAllTextAsync(Path, new string('q', 10_000), Stop);
                break;
            case "nothing":
            case "a folder":
                File.Delete(Path);
                break;
        }

        if (what == "a folder")
        {
            Directory.CreateDirectory(Path);
        }

        var options = what switch
        {
            "another version" => Options with { Version = "1.2.4" },
            "another name" => Options with { Name = "Figures" },
            "another bar" => Options with { BarColour = Colour.Parse("#102030") },
            "another link" => Options with { LinkColour = Colour.Parse("#102030") },
            "another time" => Options with { Limits = new SiteLimits { CacheSeconds = 5 } },
            _ => Options,
        };
        Assert.Null(new AnswersFile(Path, what == "another build" ? what : Program, options).Read(what == "a store that went on" ? "main 8 def" : State));

        // One that is of no use any more may hold what was erased since; what is no such file is somebody's.
        Assert.Equal(what is "something else", File.Exists(Path));
    }

    [Theory]
    [InlineData("something else")]
    [InlineData("a folder")]
    public async Task What_is_no_such_file_is_never_written_over(string what)
    {
        if (what == "a folder")
        {
            Directory.CreateDirectory(Path);
        }
        else
        {
            await File.WriteAllTextAsync(Path, "A council's only copy", Stop);
        }

        Exception refused = await Assert.ThrowsAnyAsync<Exception>(() => Before("/"));
        Assert.True(refused is IOException or UnauthorizedAccessException, refused.GetType().Name);
        Assert.Equal([Path], Directory.GetFileSystemEntries(_folder.Path));
        Assert.Equal(what == "a folder" ? null : "A council's only copy", File.Exists(Path) ? await File.ReadAllTextAsync(Path, Stop) : null);
    }

    [Fact]
    public async Task It_goes_when_something_is_published_and_nobody_has_asked_yet()
    {
        var (source, file) = (new SiteSource(Shown("pack")), new AnswersFile(Path, Program, Options));
        await using var app = await Started(source, Options);
        using var reader = Reader(app);
        await Ask(reader, "/", string.Empty);
        source.Keep(file, State);
        Assert.True(File.Exists(Path));

        source.Current = Shown("another");
        source.Keep(file, "main 8 def");
        Assert.False(File.Exists(Path));
    }

    [Fact]
    public async Task It_is_written_when_there_is_more_to_keep_and_only_then()
    {
        var (source, file) = (new SiteSource(Shown("pack")), new AnswersFile(Path, Program, Options));
        await using var app = await Started(source, Options);
        using var reader = Reader(app);
        source.Keep(file, State);
        Assert.False(File.Exists(Path));

        await Ask(reader, "/", string.Empty);
        source.Keep(file, State);
        Assert.Equal(1, new AnswersFile(Path, Program, Options).Read(State)!.Answers.Count);
        File.Delete(Path);
        source.Keep(file, State);
        Assert.False(File.Exists(Path));

        await Ask(reader, "/method", string.Empty);
        source.Keep(file, State);
        Assert.Equal(2, new AnswersFile(Path, Program, Options).Read(State)!.Answers.Count);
        source.Keep(file, "main 8 def");
        Assert.Equal(2, new AnswersFile(Path, Program, Options).Read("main 8 def")!.Answers.Count);
        Assert.Equal([Path], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task It_holds_what_was_asked_for_first_and_no_more_than_can_be_read_quickly()
    {
        var (source, file) = (new SiteSource(Shown("pack")), new AnswersFile(Path, Program, Options));
        source.Current.Answers.Keep("/first", Answer(3_000_000), long.MaxValue);
        source.Current.Answers.Keep("/second", Answer(4_000_000), long.MaxValue);
        source.Current.Answers.Keep("/third", Answer(3_000_000), long.MaxValue);
        source.Keep(file, State);

        Assert.Equal(2, new AnswersFile(Path, Program, Options).Read(State)!.Answers.Count);
        Assert.InRange(new FileInfo(Path).Length, 7_000_000, 7_001_000);
        await Task.CompletedTask;
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("br, gzip", true)]
    public async Task What_is_made_before_anybody_asks_is_what_they_would_have_got(string accepted, bool isUnheard)
    {
        var (ahead, asked) = (new SiteSource(Shown("pack")), new SiteSource(Shown("pack")));
        using (var server = new SiteServer(ahead, Options) { IsUnheard = isUnheard })
        {
            await using var app = SiteApp.Create(ahead, Options, server);
            await app.StartAsync(Stop);
            await server.MakeReady(Stop);
            var count = ahead.Current.Answers.Count;
            await server.MakeReady(Stop);
            Assert.Equal(count, ahead.Current.Answers.Count);
            Assert.Contains("quarterdeck_http_duration_seconds_count 0\n", server.Metrics.Text(), StringComparison.Ordinal);
        }

        // What was made stays with what is shown, and goes out from another server of it.
        await using var given = await Started(ahead, Options);
        await using var made = await Started(asked, Options);
        using var one = Reader(given);
        using var other = Reader(made);
        foreach (var (path, _) in ahead.Current.Answers.InOrder(long.MaxValue))
        {
            using var ready = await Ask(one, path, accepted);
            using var usual = await Ask(other, path, accepted);
            Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
            Assert.Equal(await usual.Content.ReadAsByteArrayAsync(Stop), await ready.Content.ReadAsByteArrayAsync(Stop));
            Assert.Equal(Headers(usual), Headers(ready));
        }

        Assert.True(ahead.Current.Answers.Count >= 6, $"Only {ahead.Current.Answers.Count} were made.");
        Assert.Equal(asked.Current.Answers.Count, ahead.Current.Answers.Count);
    }

    [Fact]
    public async Task Where_none_are_kept_none_are_made_before_anybody_asks()
    {
        var (source, options) = (new SiteSource(Shown("pack")), Options with { Limits = new SiteLimits { AnswerMegabytes = 0 } });
        using var server = new SiteServer(source, options) { IsUnheard = true };
        await using var app = SiteApp.Create(source, options, server);
        await app.StartAsync(Stop);
        await server.MakeReady(Stop);
        Assert.Equal(0, source.Current.Answers.Count);
    }

    private static KeptAnswer Answer(int length) => new(new byte[length], new Microsoft.AspNetCore.Http.HeaderDictionary { ["ETag"] = "W/\"1\"", ["Content-Type"] = "application/octet-stream" }, "none");

    /// <summary>With the fingerprint that its content would have.</summary>
    private static byte[] Sealed(byte[] file)
    {
        var start = "quarterdeck answers 1\n".Length;
        SHA256.HashData(file.AsSpan(start + SHA256.HashSizeInBytes)).CopyTo(file.AsSpan(start));
        return file;
    }

    private static async Task<WebApplication> Started(SiteSource source, SiteOptions options)
    {
        var app = SiteApp.Create(source, options);
        await app.StartAsync(Stop);
        return app;
    }

    private static HttpClient Reader(WebApplication app) => new() { BaseAddress = new Uri(app.Urls.Single()) };

    private static Task<HttpResponseMessage> Ask(HttpClient reader, string address, string accepted, string? has = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        request.Headers.TryAddWithoutValidation("If-None-Match", has);
        return reader.SendAsync(request, Stop);
    }

    private static string Headers(HttpResponseMessage answer) =>
        string.Join('\n', answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Date").Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal));

    private ShownSite Shown(string fingerprint) => new(running.Site(Samples.First), [], fingerprint);

    /// <summary>A run in which readers asked for these.</summary>
    private async Task Before(params string[] addresses)
    {
        var source = new SiteSource(Shown("pack"));
        await using var app = await Started(source, Options);
        using var reader = Reader(app);
        foreach (var address in addresses)
        {
            using var answer = await Ask(reader, address, string.Empty);
        }

        source.Keep(new AnswersFile(Path, Program, Options), State);
    }
}
