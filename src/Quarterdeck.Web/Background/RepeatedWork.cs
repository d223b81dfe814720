using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quarterdeck.Application.Store;

namespace Quarterdeck.Web.Background;

/// <summary>Work that is done again and again as long as the site runs. Whatever goes wrong with it, the site goes on and it is tried again.</summary>
/// <param name="name">What it is, in messages: <c>mail</c>.</param>
/// <param name="pause">Before each time.</param>
/// <param name="clock">Measures the pause.</param>
/// <param name="log">Told of what goes wrong.</param>
internal abstract partial class RepeatedWork(string name, TimeSpan pause, TimeProvider clock, ILogger log) : BackgroundService
{
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(pause, clock, stoppingToken).ConfigureAwait(false);
                await RunOnceAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (StoreException away)
            {
                Waiting(log, name, away.Message);
            }
            catch (Exception unforeseen) when (unforeseen is not OperationCanceledException)
            {
                Failing(log, name, unforeseen);
            }
        }
    }

    protected abstract Task RunOnceAsync(CancellationToken cancellationToken);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The work on {Name} waits, since the store does not answer: {Problem}")]
    private static partial void Waiting(ILogger log, string name, string problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "The work on {Name} failed by a fault of the program, and is tried again")]
    private static partial void Failing(ILogger log, string name, Exception problem);
}
