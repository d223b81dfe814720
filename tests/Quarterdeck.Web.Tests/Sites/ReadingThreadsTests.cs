using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging.Abstractions;
using Quarterdeck.Application.Sites;
using Quarterdeck.TestKit;
using Quarterdeck.Web.Sites;

namespace Quarterdeck.Web.Tests.Sites;

/// <summary>Answers that are ready go out from the thread that reads; all other work leaves it, and stays away.</summary>
public sealed class ReadingThreadsTests(RunningSite running)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/indicators?q=a")]
    [InlineData("/reports/dashboard?made=anew")]
    [InlineData("/reports/dashboard")]
    [InlineData("/api/v1/indicators?per_page=500")]
    [InlineData("/indicators/none")]
    [InlineData("/data")]
    public async Task A_site_that_is_alone_answers_as_others_do(string address)
    {
        var (usual, alone) = (await Start(isAlone: false), await Start(isAlone: true));
        await using (usual)
        await using (alone)
        {
            foreach (var encoding in new[] { "identity", "gzip" })
            {
                // What the open data refuses names the connection.
                foreach (var method in address.StartsWith("/api", StringComparison.Ordinal) ? ["GET", "HEAD", "GET"] : new[] { "GET", "HEAD", "GET", "POST" })
                {
                    Assert.Equal(await Ask(usual, method, address, encoding), await Ask(alone, method, address, encoding));
                }
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_page_is_not_made_where_requests_are_read(bool isRead)
    {
        var source = new SiteSource(new ShownSite(new Site(Samples.Read(Samples.First)), [], "one"));
        var door = new AtTheDoor(source, new SiteMetrics(TimeProvider.System), NullLogger<AtTheDoor>.Instance, isTraced: false, isRead);
        var (reading, making) = (0, new TaskCompletionSource<int>());
        door.Stands(new StandingSite<object>(new Made(() => making.SetResult(Environment.CurrentManagedThreadId))));

        // A thread of its own: nothing else can run on it.
        var thread = new Thread(() =>
        {
            reading = Environment.CurrentManagedThreadId;
            _ = door.ProcessRequestAsync(door.CreateContext(Asked()));
        });
        thread.Start();
        thread.Join();

        Assert.Equal(!isRead, await making.Task == reading);
    }

    /// <summary>Either way round: the body of an answer that its reader takes late, and that of a request which comes late.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_has_waited_for_a_reader_goes_on_elsewhere(bool isSent)
    {
        // As the server has them where it goes on inline.
        var pipe = new Pipe(new PipeOptions(readerScheduler: PipeScheduler.Inline, writerScheduler: PipeScheduler.Inline, pauseWriterThreshold: 10, resumeWriterThreshold: 5, useSynchronizationContext: false));
        var (body, asked) = (new PageBody(new Answered(pipe.Writer)), new AskedBody(pipe.Reader));
        var going = Going();
        Assert.False(going.IsCompleted);
        var other = 0;
        var thread = new Thread(() =>
        {
            other = Environment.CurrentManagedThreadId;
            if (isSent)
            {
                Assert.True(pipe.Reader.TryRead(out var taken));
                pipe.Reader.AdvanceTo(taken.Buffer.End);
            }
            else
            {
                "late"u8.CopyTo(pipe.Writer.GetSpan(4));
                pipe.Writer.Advance(4);
                _ = pipe.Writer.FlushAsync(Stop).AsTask();
            }
        });
        thread.Start();
        thread.Join();

        Assert.NotEqual(other, await going);

        async Task<int> Going()
        {
            if (isSent)
            {
                await body.Writer.WriteAsync(new byte[KeptAnswer.Piece], Stop);
            }
            else
            {
                await asked.ReadAsync(Stop);
            }

            return Environment.CurrentManagedThreadId;
        }
    }

    /// <summary>Small parts wait for each other; what is large goes piece by piece; nothing stays behind.</summary>
    [Fact]
    public async Task What_is_written_in_small_parts_goes_out_in_large_ones()
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        var body = new PageBody(new Answered(pipe.Writer));
        for (var part = 0; part < 100; part++)
        {
            await body.Stream.WriteAsync(new byte[300], Stop);
        }

        Assert.False(pipe.Reader.TryRead(out _));
        await body.Stream.WriteAsync(new byte[(KeptAnswer.Piece * 2) + 1_000], Stop);
        Assert.True(pipe.Reader.TryRead(out var large));
        Assert.Equal((KeptAnswer.Piece * 2) + 30_000, large.Buffer.Length);
        pipe.Reader.AdvanceTo(large.Buffer.Start, large.Buffer.End);

        await body.Finish(endsItself: false);
        Assert.True(pipe.Reader.TryRead(out var all));
        Assert.Equal((KeptAnswer.Piece * 2) + 31_000, all.Buffer.Length);
    }

    private async Task<WebApplication> Start(bool isAlone)
    {
        var app = SiteApp.Create(new SiteSource(new ShownSite(running.Site(Samples.First), [], "one")), new SiteOptions("http://127.0.0.1:0", "1.2.3") { IsAlone = isAlone });
        await app.StartAsync(Stop);
        return app;
    }

    /// <summary>All of an answer but when it was given.</summary>
    private static async Task<string> Ask(WebApplication app, string method, string address, string encoding)
    {
        using var reader = new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = new Uri(app.Urls.Single()) };
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.Add("Accept-Encoding", encoding);
        request.Headers.Host = "localhost";
        request.Content = method == "POST" ? new FormUrlEncodedContent([new("a", new string('b', 5000))]) : null;
        using var answer = await reader.SendAsync(request, Stop);
        var body = await answer.Content.ReadAsByteArrayAsync(Stop);
        return string.Join('\n', answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Date").Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal)
            .Prepend($"{(int)answer.StatusCode}").Append(Convert.ToHexString(body)));
    }

    private static FeatureCollection Asked()
    {
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature { Method = "GET", Path = "/indicators", Protocol = HttpProtocol.Http11, Headers = new HeaderDictionary() });
        features.Set<IHttpResponseFeature>(new HttpResponseFeature());
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
        return features;
    }

    /// <summary>A site that only says that it was asked.</summary>
    private sealed class Made(Action asked) : IHttpApplication<object>
    {
        public object CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

        public Task ProcessRequestAsync(object context)
        {
            asked();
            return Task.CompletedTask;
        }

        public void DisposeContext(object context, Exception? exception)
        {
        }
    }

    private sealed class Answered(PipeWriter writer) : IHttpResponseBodyFeature
    {
        public Stream Stream => throw new NotSupportedException();

        public PipeWriter Writer => writer;

        public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

        public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task CompleteAsync() => throw new NotSupportedException();

        public void DisableBuffering() => throw new NotSupportedException();
    }
}
