using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Abstractions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Quarterdeck.Web.Sites;

/// <summary>Where each request comes first: an answer that is ready goes out from here, and all else goes on to the site, when it stands.</summary>
/// <param name="source">What is shown.</param>
/// <param name="metrics">Counts what goes out from here; the site counts its own.</param>
/// <param name="log">Told of the same.</param>
/// <param name="isTraced">Whether spans and figures are sent somewhere: the site's host makes them, so every request goes on to it.</param>
/// <param name="isRead">Whether requests come on the <see cref="ReadingThreads"/>.</param>
internal sealed class AtTheDoor(SiteSource source, SiteMetrics metrics, ILogger<AtTheDoor> log, bool isTraced, bool isRead) : IHttpApplication<Exchange>
{
    private readonly TaskCompletionSource<StandingSite> _site = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private StandingSite? _standing;

    /// <summary>From now on there is a site to go on to.</summary>
    public void Stands(StandingSite site)
    {
        _standing = site;
        _site.TrySetResult(site);
    }

    public Exchange CreateContext(IFeatureCollection contextFeatures)
    {
        // The server keeps one for each connection.
        var exchange = contextFeatures is IHostContextContainer<Exchange> container ? container.HostContext ??= new Exchange() : new Exchange();
        exchange.Begin(contextFeatures);
        return exchange;
    }

    public Task ProcessRequestAsync(Exchange context) =>
        Ready(context) is { } answer ? Give(answer, context.Http)
        : GoOn(context);

    /// <summary>Has the site make an answer that nobody has asked for yet.</summary>
    public async Task Make(string path)
    {
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature { Method = HttpMethods.Get, Protocol = HttpProtocol.Http11, Scheme = "http", Path = path, Headers = new HeaderDictionary { ["Host"] = "localhost" } });
        features.Set<IHttpResponseFeature>(new HttpResponseFeature());
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
        features.Set(Nobody.Asked);
        var exchange = new Exchange();
        exchange.Begin(features);
        try
        {
            await exchange.GoOn(await _site.Task.ConfigureAwait(false)).ConfigureAwait(false);
        }
        finally
        {
            exchange.End(null);
        }
    }

    public void DisposeContext(Exchange context, Exception? exception) => context.End(exception);

    private KeptAnswer? Ready(Exchange context) => isTraced ? null : source.Answers?.For(context.Http.Request);

    private async Task Give(KeptAnswer answer, HttpContext http)
    {
        var start = metrics.Clock.GetTimestamp();
        try
        {
            await answer.Answer(http).ConfigureAwait(false);
            source.HasGiven();
        }
        finally
        {
            var took = metrics.Clock.GetElapsedTime(start);
            metrics.Count(http.Response.StatusCode, took);
            SiteLogs.Answered(log, http, answer.Route, took);
        }
    }

    private async Task GoOn(Exchange context)
    {
        if (isRead)
        {
            await ReadingThreads.Leave().ConfigureAwait(false);
        }

        await (_standing is { } site && source.IsReady ? context.GoOn(site) : Wait(context)).ConfigureAwait(false);
    }

    private async Task Wait(Exchange context)
    {
        var stop = context.Http.RequestAborted;
        await source.Any.WaitAsync(stop).ConfigureAwait(false);
        if (Ready(context) is { } answer)
        {
            await Give(answer, context.Http).ConfigureAwait(false);
            return;
        }

        var site = await _site.Task.WaitAsync(stop).ConfigureAwait(false);
        await source.First.WaitAsync(stop).ConfigureAwait(false);
        await context.GoOn(site).ConfigureAwait(false);
    }
}

/// <summary>Stands with a request that no reader has made, which is neither counted nor logged.</summary>
internal sealed class Nobody
{
    public static readonly Nobody Asked = new();
}
