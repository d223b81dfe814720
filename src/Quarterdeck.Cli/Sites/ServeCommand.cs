using System.CommandLine;
using Quarterdeck.Application.Store;
using Quarterdeck.Cli.Configuration;
using Quarterdeck.Cli.Input;
using Quarterdeck.Cli.Output;
using Quarterdeck.Web.Sites;

namespace Quarterdeck.Cli.Sites;

/// <summary><c>quarterdeck serve</c>: the dashboards as a site, until it is stopped.</summary>
internal static class ServeCommand
{
    public const string Default = "http://localhost:5080";

    public static Command Make(Terminal terminal, TimeProvider clock)
    {
        var input = new PackInput { IsStoreNamedElsewhere = true };
        var settings = new SettingOptions(Default, input.Store);
        var drafts = new Option<bool>("--drafts") { Description = "From a store: shows what is stored now, published or not, to this computer alone." };
        var command = new Command("serve", "Serves the dashboards as a website, for reading, until it is stopped with Ctrl+C. From a store, readers see what was published, as soon as it is.") { drafts };
        input.AddTo(command);
        settings.AddTo(command);
        command.SetAction((parsed, stop) => settings.Read(parsed, terminal, SettingOptions.EnvironmentOfProcess()) is { } values
            ? Run(terminal, clock, parsed, input, values, parsed.GetValue(drafts), stop) : Task.FromResult(ExitCode.WrongUse));
        return command;
    }

    private static async Task<int> Run(Terminal terminal, TimeProvider clock, ParseResult parsed, PackInput input, SettingValues values, bool drafts, CancellationToken stop)
    {
        if (drafts && values.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries).Any(address => !SettingList.Address(address)!.IsLoopback))
        {
            await terminal.Error.WriteLineAsync($"Drafts are for this computer alone, and '{values.Urls}' can be opened from others. Write {Default}.");
            return ExitCode.WrongUse;
        }

        input.Store.Settle(values.Store, values.Organisation);
        var options = ServedSite.Options(terminal, values, isServer: input.PathOf(parsed) is null && input.Store.IsServer(parsed));
        if (input.PathOf(parsed) is not null || drafts || input.AsksWhatWasKnown(parsed))
        {
            return await ServedSite.Run(terminal, new SiteSource(), () => Task.FromResult(false), Given, options, (_, _) => Task.CompletedTask, stop);
        }

        if (input.Store.Location(parsed, terminal) is not { } location)
        {
            return ExitCode.WrongUse;
        }

        var source = new SiteSource();
        IStore? store = null;
        PublishedSite? published = null;
        try
        {
            return await ServedSite.Run(terminal, source, Begun, Published, options, (server, ended) => published!.Follow(source, server, terminal, ended), stop);
        }
        finally
        {
            await (store?.DisposeAsync() ?? ValueTask.CompletedTask);
        }

        async Task<ShownSite?> Given() =>
            await input.Open(parsed, terminal, clock, RecordFormat.Table, stop) is { } sound ? ShownSites.Of(terminal, sound, isDraft: input.PathOf(parsed) is null) : null;

        async Task<bool> Begun()
        {
            store = await location.Open(clock, ProgramVersion.Current, makes: false);
            published = new PublishedSite(store, input.Store.OrganisationOf(parsed), clock, ServedSite.Answers(values.AnswerFileBeside(location), options));
            return await published.Give(source, stop);
        }

        async Task<ShownSite?> Published()
        {
            var first = await published!.Read(stop);
            if (first is null)
            {
                await terminal.Error.WriteLineAsync("Nothing was published from this store yet, so there is nothing for readers to see. Publish a report, or look at what is stored with --drafts.");
            }

            return first;
        }
    }
}
