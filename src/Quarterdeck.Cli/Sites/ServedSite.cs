using Microsoft.Extensions.Hosting;
using Quarterdeck.Cli.Configuration;
using Quarterdeck.Cli.Output;
using Quarterdeck.Web.Sites;

namespace Quarterdeck.Cli.Sites;

/// <summary>A site from its start to its end.</summary>
internal static class ServedSite
{
    /// <summary>How long a reader is waited for who has been asking while the program was away.</summary>
    private static readonly TimeSpan FirstReader = TimeSpan.FromMilliseconds(100);

    /// <summary>How a site is served by the settings in force.</summary>
    /// <param name="terminal">That of the process, or of another that runs commands in its own.</param>
    /// <param name="values">The settings.</param>
    /// <param name="isServer">Whether what is shown comes over the network.</param>
    public static SiteOptions Options(Terminal terminal, SettingValues values, bool isServer = false)
    {
        var options = values.ToSite();
        return options with { IsAlone = terminal.IsOfProcess && !isServer && !options.SendsTelemetry };
    }

    /// <param name="path">Where answers are kept for the next start; null for nowhere.</param>
    /// <param name="options">How it is served.</param>
    public static AnswersFile? Answers(string? path, SiteOptions options) => path is null ? null : new AnswersFile(path, QuarterdeckProgram.Build, options);

    /// <param name="terminal">Told where it answers.</param>
    /// <param name="source">Gets what is shown, when it is there; readers who come before wait.</param>
    /// <param name="begin">Comes first, while the web server starts: says whether there are answers ready for readers who come before what is shown is there.</param>
    /// <param name="open">Comes after it, and gives what is shown first; null where it cannot, which it has said.</param>
    /// <param name="options">How it is served.</param>
    /// <param name="beside">What goes on beside it, until its token says stop.</param>
    /// <param name="stop">Ends it, after the answers that are under way.</param>
    public static async Task<int> Run(Terminal terminal, SiteSource source, Func<Task<bool>> begin, Func<Task<ShownSite?>> open, SiteOptions options, Func<SiteServer, CancellationToken, Task> beside, CancellationToken stop)
    {
        if (options.IsAlone)
        {
            ReadingThreads.Answer();
        }

        var beginning = Task.Run(Begun, stop);
        var opening = Task.Run(Opened, stop);
        using var server = new SiteServer(source, options);
        try
        {
            await server.Listen(stop).ConfigureAwait(false);
        }
        catch (IOException problem)
        {
            await terminal.Error.WriteLineAsync($"It cannot answer on '{options.Urls}': {problem.Message} Choose another port with --urls.");
            await ((Task)opening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return ExitCode.CouldNotDoIt;
        }

        await beginning.ConfigureAwait(false);
        await using var app = SiteApp.Create(source, options, server);
        await app.StartAsync(stop).ConfigureAwait(false);
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
        var going = Task.Run(() => beside(server, ended.Token), CancellationToken.None);
        await app.WaitForShutdownAsync(stop).ConfigureAwait(false);
        await ended.CancelAsync();
        await going.ConfigureAwait(false);
        return ExitCode.Done;

        async Task Begun()
        {
            if (await begin().ConfigureAwait(false))
            {
                // Opening takes every processor there is: who is waiting for an answer that is ready gets it before.
                await Task.WhenAny(source.Given, Task.Delay(FirstReader, stop)).ConfigureAwait(false);
            }
        }

        async Task<ShownSite?> Opened()
        {
            await beginning.ConfigureAwait(false);
            return await open().ConfigureAwait(false);
        }
    }
}
