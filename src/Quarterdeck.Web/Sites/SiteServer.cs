using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Quarterdeck.Web.Sites;

/// <summary>
/// The web server of a site: it can listen before the site behind it stands, gives answers that are ready by itself, and hands all else on. Who
/// comes before there is something to show waits.
/// </summary>
public sealed class SiteServer : IServer
{
    private readonly WebApplication _own;
    private readonly IServer _kestrel;
    private readonly AtTheDoor _door;
    private readonly SiteSource _source;
    private readonly SiteOptions _options;
    private readonly bool _isTraced;
    private bool _listens;

    /// <param name="source">What is shown, now and later.</param>
    /// <param name="options">Where and how it is served.</param>
    public SiteServer(SiteSource source, SiteOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_source, _options, _isTraced) = (source, options, options.SendsTelemetry);

        // Nothing is read from where the program happens to be started: its settings are its own.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(SiteServer).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore();
        ServerLimits.Apply(builder, options);
        SiteLogs.Add(builder, options);
        _own = builder.Build();
        _kestrel = _own.Services.GetRequiredService<IServer>();
        var addresses = _kestrel.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        foreach (var address in options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            addresses.Add(address);
        }

        Logs = _own.Services.GetRequiredService<ILoggerFactory>();
        Metrics = new SiteMetrics(TimeProvider.System);
        _door = new AtTheDoor(source, Metrics, Logs.CreateLogger<AtTheDoor>(), _isTraced, options.IsAlone);
    }

    public IFeatureCollection Features => _kestrel.Features;

    /// <summary>Whether it takes no readers at all: what is made is only kept.</summary>
    public bool IsUnheard { get; init; }

    internal ILoggerFactory Logs { get; }

    internal SiteMetrics Metrics { get; }

    /// <summary>Takes readers from now on.</summary>
    /// <exception cref="IOException">An address cannot be listened on.</exception>
    public async Task Listen(CancellationToken stop)
    {
        if (!_listens && !IsUnheard)
        {
            await _kestrel.StartAsync(_door, stop).ConfigureAwait(false);
            _listens = true;
        }
    }

    /// <summary>Has the answers made that readers ask for first, before any of them asks: the first page, what it looks like, and each report.</summary>
    /// <param name="stop">Stops between two of them.</param>
    public async Task MakeReady(CancellationToken stop)
    {
        if (_options.Limits.AnswerMegabytes == 0 || _isTraced)
        {
            return;
        }

        var shown = _source.Current;
        foreach (var path in new[] { "/", shown.Styles.Address, StyleFiles.ColoursOf(shown, _options).Address, ScriptFile.Address, shown.Logo?.Address, "/indicators" }
            .OfType<string>().Concat(shown.Site.Definitions.Select(report => "/reports/" + report.Code)).Where(path => !shown.Answers.Has(path)))
        {
            stop.ThrowIfCancellationRequested();
            await _door.Make(path).ConfigureAwait(false);
        }
    }

    Task IServer.StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
    {
        _door.Stands(new StandingSite<TContext>(application));
        return Listen(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => _kestrel.StopAsync(cancellationToken);

    /// <summary>The web server and the log go with what made them.</summary>
    public void Dispose() => ((IDisposable)_own).Dispose();
}
