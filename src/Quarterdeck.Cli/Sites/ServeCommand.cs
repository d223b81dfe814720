using System.CommandLine;
using Microsoft.Extensions.Hosting;
using Quarterdeck.Cli.Packs;
using Quarterdeck.Cli.Records;
using Quarterdeck.Cli.Terminals;
using Quarterdeck.Web.Sites;

namespace Quarterdeck.Cli.Sites;

/// <summary><c>quarterdeck serve</c>: the dashboards as a site, until it is stopped.</summary>
internal static class ServeCommand
{
    private const string Default = "http://localhost:5080";

    public static Command Make(Terminal terminal, TimeProvider clock)
    {
        var input = new PackInput();
        var urls = new Option<string>("--urls")
        {
            Description = "The addresses it answers on, with a semicolon between; port 0 takes a free one.",
            HelpName = "ADDRESS",
            DefaultValueFactory = _ => Default,
        };
        var drafts = new Option<bool>("--drafts") { Description = "From a store: shows what is stored now, published or not, to this computer alone." };
        var command = new Command("serve", "Serves the dashboards as a website, for reading, until it is stopped with Ctrl+C. From a store, readers see what was published, as soon as it is.") { urls, drafts };
        input.AddTo(command);
        command.SetAction((parsed, stop) => Run(terminal, clock, parsed, input, parsed.GetRequiredValue(urls), parsed.GetValue(drafts), stop));
        return command;
    }

    private static async Task<int> Run(Terminal terminal, TimeProvider clock, ParseResult parsed, PackInput input, string urls, bool drafts, CancellationToken stop)
    {
        if (WrongAddress(urls, drafts) is { } wrong)
        {
            await terminal.Error.WriteLineAsync(wrong);
            return ExitCode.WrongUse;
        }

        if (input.PathOf(parsed) is not null || drafts || input.AsksWhatWasKnown(parsed))
        {
            return await input.Open(parsed, terminal, clock, RecordFormat.Table, stop) is { } sound
                ? await Serve(terminal, new SiteSource(ShownSites.Of(terminal, sound, isDraft: input.PathOf(parsed) is null)), urls, _ => Task.CompletedTask, stop)
                : ExitCode.CouldNotDoIt;
        }

        await using var store = await input.Store.Open(parsed, terminal, clock);
        if (store is null)
        {
            return ExitCode.WrongUse;
        }

        var published = new PublishedSite(store, input.Store.OrganisationOf(parsed), clock);
        if (await published.Read(stop) is not { } first)
        {
            await terminal.Error.WriteLineAsync("Nothing was published from this store yet, so there is nothing for readers to see. Publish a report, or look at what is stored with --drafts.");
            return ExitCode.CouldNotDoIt;
        }

        var source = new SiteSource(first);
        return await Serve(terminal, source, urls, ended => published.Follow(source, terminal, ended), stop);
    }

    private static async Task<int> Serve(Terminal terminal, SiteSource source, string urls, Func<CancellationToken, Task> follow, CancellationToken stop)
    {
        await using var app = SiteApp.Create(source, new SiteOptions(urls, QuarterdeckProgram.Version));
        try
        {
            await app.StartAsync(stop).ConfigureAwait(false);
        }
        catch (IOException problem)
        {
            await terminal.Error.WriteLineAsync($"It cannot answer on '{urls}': {problem.Message} Choose another port with --urls.");
            return ExitCode.CouldNotDoIt;
        }

        foreach (var address in app.Urls)
        {
            await terminal.Output.WriteLineAsync(address);
        }

        await terminal.Error.WriteLineAsync("Open it in a web browser. Ctrl+C stops it.");
        await terminal.Output.FlushAsync(stop);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var following = follow(ended.Token);
        await app.WaitForShutdownAsync(stop).ConfigureAwait(false);
        await ended.CancelAsync();
        await following.ConfigureAwait(false);
        return ExitCode.Done;
    }

    private static string? WrongAddress(string urls, bool drafts)
    {
        var addresses = urls.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Read).ToList();
        return addresses.Count == 0 || addresses.Contains(null) ? $"'{urls}' is no list of addresses. Write {Default}, or http://0.0.0.0:8080 to answer everybody."
            : drafts && addresses.Exists(address => !address!.IsLoopback) ? $"Drafts are for this computer alone, and '{urls}' can be opened from others. Write {Default}."
            : null;

        static Uri? Read(string address) =>
            Uri.TryCreate(address.Replace("*", "any", StringComparison.Ordinal), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;
    }
}
