using System.CommandLine;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Application.Store;
using Quarterdeck.Cli.Commands;
using Quarterdeck.Cli.Configuration;
using Quarterdeck.Cli.Formats;
using Quarterdeck.Cli.Input;
using Quarterdeck.Cli.Output;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Web.Options;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Cli.Sites;

/// <summary><c>quarterdeck serve</c>: the dashboards as a site, until it is stopped.</summary>
internal static class ServeCommand
{
    public const string Default = SettingList.UsualUrl;

    public static Command Make(Terminal terminal, TimeProvider clock)
    {
        var input = new PackInput { IsStoreNamedElsewhere = true };
        var settings = new SettingOptions(Default, input.Store);
        var drafts = new Option<bool>(
            "--drafts")
        { Description = "From a store: shows what is stored now, published or not, in one browser on this computer." };
        var today = TodayOption.Make("The day by which results are overdue, YYYY-MM-DD; without it, today.");
        var command = new Command(
            "serve",
            "Serves the dashboards as a website, for reading, until it is stopped with Ctrl+C. From a store, visitors see what was published, within "
            + "seconds of its publication.")
            {
                drafts, today
            };
        input.AddTo(command);
        settings.AddTo(command);
        command.SetAction((parsed, cancellationToken) => settings.Read(parsed, terminal, SettingOptions.EnvironmentOfProcess()) is { } values
            ? RunAsync(terminal, clock, parsed, input, values, parsed.GetValue(drafts), TodayOption.Of(parsed, today),
                cancellationToken) : Task.FromResult(ExitCode.WrongUse));
        return command;
    }

    /// <summary>A site without figures, for a council whose people sign in before anything is published; null where nobody may sign in.</summary>
    private static async Task<DashboardSnapshot?> BeforePublicationAsync(
        IStore store, string organisation, TimeProvider clock, CancellationToken cancellationToken)
    {
        var people = await PeopleRegister.ReadAsync(store, organisation, cancellationToken);
        var settings = StoredPack.Of(
            await store.ReadTablesAsync(organisation, ["settings"], cancellationToken), PackFormat.Instance.Read, "store").Pack?.Settings;
        var isBegun = people.People.Count > 0
            || await store.AccountSecrets(organisation).HasLinkAsync(clock.GetUtcNow().ToUnixTimeSeconds(), cancellationToken);
        return !isBegun ? null
            : new DashboardSnapshot(
                new PublicDashboard(new Pack { Settings = settings ?? new Settings([]), Indicators = [], Results = [] }), [], "nothing published yet");
    }

    /// <summary>What signed-in people work on, in the council's own time.</summary>
    public static Desk DeskOf(IStore store, string organisation, TimeProvider clock, DashboardSnapshot shown, DateOnly? today) =>
        new(store, organisation, PackFormat.Instance, clock, ProgramVersion.Current)
        {
            Zone = shown.Site.TimeZone ?? clock.LocalTimeZone,
            FixedToday = today,
        };

    private static async Task<int> RunAsync(
        Terminal terminal,
        TimeProvider clock,
        ParseResult parsed,
        PackInput input,
        SettingValues values,
        bool drafts,
        DateOnly? today,
        CancellationToken cancellationToken)
    {
        var isOfPack = input.PathOf(parsed) is not null;
        var isUnpublished = !isOfPack && (drafts || input.AsksWhatWasKnown(parsed));
        if (isUnpublished && values.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries).Any(address => !WebsiteOptions.ListensOnThisComputer(address)))
        {
            await terminal.Error.WriteLineAsync(
                $"What was not published is for this computer alone, and '{values.Urls}' can be opened from others. Write {Default}.");
            return ExitCode.WrongUse;
        }

        input.Store.Settle(values.Store, values.Organisation);
        var options = values.ToWebsite() with { Today = today };
        if (isOfPack || isUnpublished)
        {
            return await input.OpenAsync(parsed, terminal, clock, RecordFormat.Table, cancellationToken) is not { } sound ? ExitCode.CouldNotDoIt
                : await WebsiteRunner.RunAsync(
                    terminal,
                    PackSnapshots.Of(terminal, sound, isUnpublished),
                    isUnpublished ? options with { DraftKey = WebsiteOptions.NewDraftKey() } : options,
                    keys: null,
                    (_, _) => Task.CompletedTask,
                    cancellationToken);
        }

        if (input.Store.Location(parsed, terminal) is not { } location)
        {
            return ExitCode.WrongUse;
        }

        await using var store = await location.OpenAsync(clock, ProgramVersion.Current, makes: false);
        var organisation = input.Store.OrganisationOf(parsed);
        var watcher = new PublicationWatcher(store, organisation, clock);
        var first = await watcher.ReadAsync(cancellationToken) ?? await BeforePublicationAsync(store, organisation, clock, cancellationToken);
        if (first is null)
        {
            await terminal.Error.WriteLineAsync(
                "Nothing was published from this store yet, so there is nothing for visitors to see. Publish a report, or look at what is stored with "
                + "--drafts.");
            return ExitCode.CouldNotDoIt;
        }

        return await WebsiteRunner.RunAsync(
            terminal,
            first,
            options,
            store.DataProtectionKeys(organisation),
            (provider, ended) => watcher.FollowAsync(provider, terminal, ended),
            cancellationToken,
            new DeskSetup(DeskOf(store, organisation, clock, first, today), ReportStyles.Instance, FormFiles.Instance)
            {
                Mail = values.ToMail(),
                SignIn = values.ToSignIn(),
            });
    }
}
