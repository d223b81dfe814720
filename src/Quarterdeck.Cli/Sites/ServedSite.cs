using Microsoft.Extensions.Hosting;
using Quarterdeck.Cli.Terminals;
using Quarterdeck.Web.Sites;

namespace Quarterdeck.Cli.Sites;

/// <summary>A site from its start to its end.</summary>
internal static class ServedSite
{
    /// <param name="terminal">Told where it answers.</param>
    /// <param name="source">Gets what is shown, when it is there; readers who come before wait.</param>
    /// <param name="open">Gives what is shown first, while the web server starts; null where it cannot, which it has said.</param>
    /// <param name="options">How it is served.</param>
    /// <param name="beside">What goes on beside it, until its token says stop.</param>
    /// <param name="stop">Ends it, after the answers that are under way.</param>
    public static async Task<int> Run(Terminal terminal, SiteSource source, Func<Task<ShownSite?>> open, SiteOptions options, Func<CancellationToken, Task> beside, CancellationToken stop)
    {
        var opening = Task.Run(open, stop);
        await using var app = SiteApp.Create(source, options);
        try
        {
            await app.StartAsync(stop).ConfigureAwait(false);
        }
        catch (IOException problem)
        {
            await terminal.Error.WriteLineAsync($"It cannot answer on '{options.Urls}': {problem.Message} Choose another port with --urls.");
            await ((Task)opening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return ExitCode.CouldNotDoIt;
        }

        if (await opening.ConfigureAwait(false) is not { } shown)
        {
            return ExitCode.CouldNotDoIt;
        }

        if (options.ColoursOf(shown.Colours).Faults() is { Count: > 0 } faults)
        {
            foreach (var fault in faults)
            {
                await terminal.Error.WriteLineAsync(fault);
            }

            return ExitCode.WrongUse;
        }

        source.Current = shown;
        foreach (var address in app.Urls)
        {
            await terminal.Output.WriteLineAsync(address);
        }

        await terminal.Output.FlushAsync(stop);
        await terminal.Error.WriteLineAsync("Open it in a web browser. Ctrl+C stops it.");
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var going = Task.Run(() => beside(ended.Token), CancellationToken.None);
        await app.WaitForShutdownAsync(stop).ConfigureAwait(false);
        await ended.CancelAsync();
        await going.ConfigureAwait(false);
        return ExitCode.Done;
    }
}
