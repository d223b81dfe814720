using System.CommandLine;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Store;
using Quarterdeck.Cli.Commands;
using Quarterdeck.Cli.Configuration;
using Quarterdeck.Cli.Formats;
using Quarterdeck.Cli.Output;
using Quarterdeck.Storage;
using Quarterdeck.Web.Options;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Cli.Sites;

/// <summary><c>quarterdeck demo</c>: the samples in a store, published, as a site to look at.</summary>
internal static class DemoCommand
{
    private const string Samples = "samples";
    private const string Usual = "county-2025-26";
    private const string Default = "http://127.0.0.1:0";

    public static Command Make(Terminal terminal, TimeProvider clock)
    {
        var (options, settings) = (new DemoOptions(), new SettingOptions(Default, store: null));
        var command = new Command(
            "demo",
            "Puts the samples that come with the program into a store, publishes them, and opens the site of one until you press Ctrl+C.")
        {
            options.Output, options.Sample, options.IsFilesOnly, options.IsRound, options.Today,
        };
        settings.AddTo(command);
        command.SetAction((parsed, cancellationToken) => settings.Read(parsed, terminal, SettingOptions.EnvironmentOfProcess()) is { } values
            ? Task.Run(() => RunAsync(terminal, clock, parsed, options, values, cancellationToken), cancellationToken) : Task.FromResult(ExitCode.WrongUse));
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal,
        TimeProvider clock,
        ParseResult parsed,
        DemoOptions options,
        SettingValues values,
        CancellationToken cancellationToken)
    {
        var beside = Path.Combine(AppContext.BaseDirectory, Samples);
        var samples = Directory.Exists(beside) ? Directory.GetDirectories(beside).Order(StringComparer.Ordinal).ToList() : [];
        if (samples.Count == 0)
        {
            await terminal.Error.WriteLineAsync(
                $"The samples are missing: they should be beside the program, in '{beside}'. Install or build the program again.");
            return ExitCode.CouldNotDoIt;
        }

        var (folder, name) = (parsed.GetRequiredValue(options.Output), parsed.GetRequiredValue(options.Sample));
        if (parsed.GetValue(options.IsFilesOnly))
        {
            return SampleReports.Write(terminal, samples, folder, cancellationToken);
        }

        if (samples.Find(one => Path.GetFileName(one) == name) is not { } shown)
        {
            await terminal.Error.WriteLineAsync($"There is no sample '{name}'. These are there: {string.Join(", ", samples.Select(Path.GetFileName))}.");
            return ExitCode.WrongUse;
        }

        Directory.CreateDirectory(folder);
        if (parsed.GetValue(options.IsRound))
        {
            return await RoundAsync(terminal, clock, folder, samples.Single(one => Path.GetFileName(one) == Usual), values.ToWebsite(), cancellationToken);
        }

        await using var store = await StoreLocation.Of(Path.Combine(folder, "figures.db")).OpenAsync(clock, ProgramVersion.Current, makes: true);
        return await OpenAsync(terminal, clock, store, folder, [shown, .. samples.Where(one => one != shown)],
            values.ToWebsite() with { Today = TodayOption.Of(parsed, options.Today) }, cancellationToken);
    }

    /// <summary>Opens a council in the middle of its round. Whoever is at this computer signs in as any of its people.</summary>
    private static async Task<int> RoundAsync(
        Terminal terminal, TimeProvider clock, string folder, string sample, WebsiteOptions options, CancellationToken cancellationToken)
    {
        if (options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries).Any(address => !WebsiteOptions.ListensOnThisComputer(address)))
        {
            await terminal.Error.WriteLineAsync($"The round of the demo is for this computer alone, and '{options.Urls}' can be opened from others.");
            return ExitCode.WrongUse;
        }

        if (DemoStore.Read(sample) is not var (pack, files))
        {
            await terminal.Error.WriteLineAsync(DemoStore.Damaged(sample));
            return ExitCode.CouldNotDoIt;
        }

        var then = new DemoClock(clock, DemoRound.Today);
        await using var store = await StoreLocation.Of(Path.Combine(folder, "round.db")).OpenAsync(then, ProgramVersion.Current, makes: true);
        var desk = new Desk(store, DemoRound.Organisation, PackFormat.Instance, then, ProgramVersion.Current);
        await terminal.Error.WriteLineAsync("Preparing the October round of a sample council ...");
        if (await new DemoRound(desk).SeedAsync(pack, files, cancellationToken) is { } problem)
        {
            await terminal.Error.WriteLineAsync(problem);
            return ExitCode.CouldNotDoIt;
        }

        var watcher = new PublicationWatcher(store, DemoRound.Organisation, clock);
        var shown = await watcher.ReadAsync(cancellationToken) ?? throw new InvalidOperationException("What was just published is there.");
        await terminal.Error.WriteLineAsync("Add /desk to the address to sign in as one of the council's people.");
        return await WebsiteRunner.RunAsync(
            terminal,
            shown,
            options with { Today = DemoRound.Today },
            store.DataProtectionKeys(DemoRound.Organisation),
            (provider, ended) => watcher.FollowAsync(provider, terminal, ended),
            cancellationToken,
            new DeskSetup(desk, ReportStyles.Instance, FormFiles.Instance) { IsDemo = true });
    }

    /// <summary>
    /// Opens the site of the first sample. Where it is not published yet, visitors see the sample itself meanwhile: making every document takes
    /// longer than a newcomer should wait. The others are published after it.
    /// </summary>
    private static async Task<int> OpenAsync(
        Terminal terminal,
        TimeProvider clock,
        IStore store,
        string folder,
        IReadOnlyList<string> samples,
        WebsiteOptions options,
        CancellationToken cancellationToken)
    {
        var demo = new DemoStore(store, folder, terminal, clock);
        var watcher = new PublicationWatcher(store, Path.GetFileName(samples[0]), clock);
        var first = await watcher.ReadAsync(cancellationToken);
        if (first is not null)
        {
            await terminal.Error.WriteLineAsync($"Using the demo that is already in '{folder}'. To start again, delete that folder.");
        }
        else if (DemoStore.Read(samples[0]) is { } sound)
        {
            first = PackSnapshots.Of(terminal, sound, isDraft: false);
        }
        else
        {
            await terminal.Error.WriteLineAsync(DemoStore.Damaged(samples[0]));
            return ExitCode.CouldNotDoIt;
        }

        return await WebsiteRunner.RunAsync(terminal, first, options, store.DataProtectionKeys(Path.GetFileName(samples[0])), BesideAsync, cancellationToken);

        async Task BesideAsync(SnapshotProvider provider, CancellationToken ended)
        {
            try
            {
                foreach (var sample in samples)
                {
                    await PublishAsync(provider, sample, ended);
                }

                await watcher.FollowAsync(provider, terminal, ended);
            }
            catch (OperationCanceledException) when (ended.IsCancellationRequested)
            {
                // Stopped by its user: the next run goes on where this one was.
            }
            catch (StoreException problem)
            {
                await terminal.Error.WriteLineAsync($"{problem.Message} The site shows what is ready. Start the demo again to make the rest.");
            }
        }

        async Task PublishAsync(SnapshotProvider provider, string sample, CancellationToken ended)
        {
            var its = new PublicationWatcher(store, Path.GetFileName(sample), clock);
            if (await its.ReadAsync(ended) is not null)
            {
                return;
            }

            if (await demo.SeedAsync(sample, ended) is { } problem)
            {
                await terminal.Error.WriteLineAsync(problem);
            }
            else if (sample == samples[0])
            {
                provider.Replace(await watcher.ReadAsync(ended) ?? throw new InvalidOperationException("What was just published is there."));
                await terminal.Error.WriteLineAsync(
                    $"Published: its reports as files are in '{Path.Combine(folder, Path.GetFileName(sample))}', and the site shows its publications.");
            }
        }
    }

    private sealed class DemoOptions
    {
        public Option<string> Output { get; } = new("--out")
        {
            Description =
                "The folder for the store and for the files of the reports, with a folder for each sample. It is made if it does not exist, and the "
                + "next run uses it again.",
            HelpName = "DIR",
            DefaultValueFactory = _ => "quarterdeck-demo",
        };

        public Option<string> Sample { get; } = new("--sample")
        {
            Description = "The sample whose site is opened. The store gets all samples.",
            HelpName = "NAME",
            DefaultValueFactory = _ => Usual,
        };

        public Option<string> Today { get; } = TodayOption.Make("The day by which results are overdue, YYYY-MM-DD; without it, today.");

        public Option<bool> IsRound { get; } = new("--round")
        {
            Description = "Opens a council in the middle of its October round, with people of every role to sign in as, on this computer alone.",
        };

        public Option<bool> IsFilesOnly { get; } = new(
            "--files-only")
        { Description = "Only writes the files of the reports and says where they are, without a store or a site." };
    }
}
