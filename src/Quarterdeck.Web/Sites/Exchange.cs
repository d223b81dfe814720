using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Quarterdeck.Web.Sites;

/// <summary>A request and its answer, from the server's side. One serves all of a connection, one after the other.</summary>
internal sealed class Exchange
{
    private readonly DefaultHttpContext _http = new();
    private IFeatureCollection _features = null!;
    private StandingSite? _site;
    private object? _context;

    public HttpContext Http => _http;

    public void Begin(IFeatureCollection features)
    {
        _features = features;
        _http.Initialize(features);
    }

    /// <summary>Has the site answer.</summary>
    public async Task GoOn(StandingSite site)
    {
        var body = new PageBody(_features.GetRequiredFeature<IHttpResponseBodyFeature>());
        _features.Set<IHttpResponseBodyFeature>(body);
        if (_features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true } && _features.Get<IRequestBodyPipeFeature>() is { } asked)
        {
            var sent = new AskedBody(asked.Reader);
            _features.Set<IRequestBodyPipeFeature>(sent);
            _features.GetRequiredFeature<IHttpRequestFeature>().Body = sent.AsStream(leaveOpen: true);
        }

        (_site, _context) = (site, site.Begin(_features));
        await site.Answer(_context).ConfigureAwait(false);
        await body.Finish(endsItself: _http.Response.ContentLength is null && _http.Request.Protocol == HttpProtocol.Http11).ConfigureAwait(false);
    }

    /// <param name="problem">Why there is no whole answer; null where there is.</param>
    public void End(Exception? problem)
    {
        _http.Uninitialize();
        if (_site is { } site)
        {
            site.End(_context!, problem);
            (_site, _context) = (null, null);
        }
    }
}
