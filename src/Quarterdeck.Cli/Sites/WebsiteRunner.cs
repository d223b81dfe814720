using Microsoft.Extensions.Hosting;
using Quarterdeck.Application.Abstractions;
using Quarterdeck.Cli.Output;
using Quarterdeck.Web.Features.Start;
using Quarterdeck.Web.Hosting;
using Quarterdeck.Web.Options;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Cli.Sites;

/// <summary>Runs the website from its start to its end.</summary>
internal static class WebsiteRunner
{
    /// <param name="terminal">Where the addresses and any complaint are written.</param>
    /// <param name="first">What is shown first.</param>
    /// <param name="options">How it is served.</param>
    /// <param name="keys">Where the website keeps its keys; null for the process alone.</param>
    /// <param name="beside">What goes on beside it, until its token is cancelled.</param>
    /// <param name="cancellationToken">Ends it, after the answers that are under way.</param>
    /// <param name="desk">The store people sign in to work on; null where nobody does.</param>
    /// <param name="own">The files of the one person the site is for; null where it is for readers.</param>
    /// <param name="started">Told each address that was printed.</param>
    public static async Task<int> RunAsync(
        Terminal terminal,
        DashboardSnapshot first,
        WebsiteOptions options,
        IDataProtectionKeyStore? keys,
        Func<SnapshotProvider, CancellationToken, Task> beside,
        CancellationToken cancellationToken,
        DeskSetup? desk = null,
        IOwnFiles? own = null,
        Action<string>? started = null)
    {
        if (first.Colours.With(options).Faults() is { Count: > 0 } faults)
        {
            foreach (var fault in faults)
            {
                await terminal.Error.WriteLineAsync(fault);
            }

            return ExitCode.WrongUse;
        }

        var provider = new SnapshotProvider(first);
        await using var app = Website.Create(provider, options, keys, desk: desk, own: own);
        try
        {
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is IOException or System.Net.Sockets.SocketException)
        {
            await terminal.Error.WriteLineAsync(
                $"The website cannot answer on '{options.Urls}': {problem.Message} Choose another address or port with --urls.");
            return ExitCode.CouldNotDoIt;
        }

        foreach (var address in app.Urls)
        {
            var opens = options.DraftKey is null ? address : $"{address}{options.FirstPage}?{WebsiteOptions.DraftKeyName}={options.DraftKey}";
            await terminal.Output.WriteLineAsync(opens);
            started?.Invoke(opens);
        }

        await terminal.Output.FlushAsync(cancellationToken);
        await terminal.Error.WriteLineAsync(options.DraftKey is null ? "Open it in a web browser. Ctrl+C stops it."
            : "Open it in a web browser on this computer. The address opens the drafts once, in one browser. Ctrl+C stops it.");
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var going = Task.Run(() => beside(provider, ended.Token), CancellationToken.None);
        await app.WaitForShutdownAsync(cancellationToken).ConfigureAwait(false);
        await ended.CancelAsync();
        await going.ConfigureAwait(false);
        return ExitCode.Done;
    }
}
