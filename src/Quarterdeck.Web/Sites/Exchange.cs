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
    public Task GoOn(StandingSite site)
    {
        (_site, _context) = (site, site.Begin(_features));
        return site.Answer(_context);
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
