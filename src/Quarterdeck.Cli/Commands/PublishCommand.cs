using System.CommandLine;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Cli.Formats;
using Quarterdeck.Cli.Input;
using Quarterdeck.Cli.Output;

namespace Quarterdeck.Cli.Commands;

/// <summary><c>quarterdeck publish PACK --out DIR</c>: one report or all, in every format asked for; from a store, remembered there.</summary>
internal static class PublishCommand
{
    public static Command Make(Terminal terminal, TimeProvider clock)
    {
        var options = new PublishOptions();
        var command = new Command(
            "publish",
            "Publishes reports in every format, with a manifest of fingerprints. What is published from a store is remembered there, and can be issued again.")
        {
            options.Report, options.Output, options.Formats, options.Author, options.Reason, options.Accept, options.IsCorrection, options.IsDraft,
        };
        options.Input.AddTo(command);
        command.Validators.Add(result =>
        {
            var hasPack = options.Input.PathOf(result) is not null;
            if (hasPack && (result.GetValue(options.Author) is not null || result.GetValue(options.IsCorrection) || result.GetValue(options.IsDraft)))
            {
                result.AddError(
                    "--author, --correction and --draft are for what a store remembers; a pack remembers nothing. Leave them out, or publish from a store.");
            }
        });
        command.SetAction((parsed, cancellationToken) => Task.Run(() => RunAsync(terminal, clock, parsed, options, cancellationToken), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal,
        TimeProvider clock,
        ParseResult parsed,
        PublishOptions options,
        CancellationToken cancellationToken)
    {
        if (options.Input.PathOf(parsed) is null && !parsed.GetValue(options.IsDraft))
        {
            return await FromStoreAsync(terminal, clock, parsed, options, cancellationToken);
        }

        if (await options.Input.OpenAsync(parsed, terminal, clock, RecordFormat.Table, cancellationToken) is not var (pack, files))
        {
            return ExitCode.CouldNotDoIt;
        }

        var (brand, blemishes) = HouseStyle.Of(pack, files);
        var progress = new PublishProgress(terminal);
        var path = options.Input.PathOf(parsed);
        var request = new PublishPack(
            pack, parsed.GetValue(options.Report), options.FormatsOf(parsed), parsed.GetRequiredValue(options.Output),
                DateOnly.FromDateTime(clock.GetLocalNow().DateTime))
        {
            IsDraft = path is null,
            Accept = options.AcceptedOf(parsed),
            Reason = parsed.GetValue(options.Reason),
            Keep = decisions => PackDecisions.Keep(pack, path!, decisions),
        };
        var outcome = new PublishPackHandler(ReportFormats.Of(brand), ProgramVersion.Current).Handle(request, progress, cancellationToken);
        progress.Finish();
        HouseStyle.Tell(terminal, blemishes);
        return PublicationText.Write(terminal, outcome);
    }

    private static async Task<int> FromStoreAsync(
        Terminal terminal,
        TimeProvider clock,
        ParseResult parsed,
        PublishOptions options,
        CancellationToken cancellationToken)
    {
        var (author, reason) = (parsed.GetValue(options.Author), parsed.GetValue(options.Reason));
        if (options.Input.AsksWhatWasKnown(parsed))
        {
            await terminal.Error.WriteLineAsync(
                "What is published is what the store knows now. To see what it knew at another moment, add --draft: nothing is remembered as published.");
            return ExitCode.WrongUse;
        }

        if (string.IsNullOrWhiteSpace(author) || string.IsNullOrWhiteSpace(reason))
        {
            await terminal.Error.WriteLineAsync(
                "What is published from a store is remembered, and needs --author and --reason: `October dashboard`, or what a correction puts right. "
                + "To only look at it, say --draft.");
            return ExitCode.WrongUse;
        }

        var directory = parsed.GetRequiredValue(options.Output);
        if (ReportFolder.Refusal(directory) is { } refusal)
        {
            await terminal.Error.WriteLineAsync(refusal);
            return ExitCode.WrongUse;
        }

        await using var store = await options.Input.Store.OpenAsync(parsed, terminal, clock);
        if (store is null
            || await options.Input.ReadAsync(parsed, terminal, store, cancellationToken) is not { } inHand
            || inHand.Sound(terminal, RecordFormat.Table) is null)
        {
            return ExitCode.CouldNotDoIt;
        }

        var (organisation, report, formats) = (options.Input.Store.OrganisationOf(parsed), parsed.GetValue(options.Report), options.FormatsOf(parsed));
        var progress = new PublishProgress(terminal);
        var outcome = parsed.GetValue(options.IsCorrection)
            ? await new CorrectReportHandler(store, PackFormat.Instance, ReportStyles.Instance, clock, ProgramVersion.Current)
                .HandleAsync(new CorrectReport(organisation, report, formats, author, reason) { Accept = options.AcceptedOf(parsed) }, progress,
                    cancellationToken)
            : await new PublishReportHandler(store, PackFormat.Instance, ReportStyles.Instance, clock, ProgramVersion.Current)
                .HandleAsync(new PublishReport(organisation, report, formats, author, reason) { Accept = options.AcceptedOf(parsed) }, progress,
                    cancellationToken);
        progress.Finish();
        return PublicationText.Write(terminal, outcome, directory);
    }

    private sealed class PublishOptions
    {
        public PackInput Input { get; } = new();

        public Option<string> Report { get; } = new("--report")
        {
            Description = "The report's code in the table reports. Without it every report of the pack is published, each in a folder of its code.",
            HelpName = "CODE",
        };

        public Option<string> Output { get; } = OutputOption();

        public Option<string[]> Formats { get; } = FormatsOption();

        public Option<string> Author { get; } = new("--author") { Description = "From a store: who answers for the publication.", HelpName = "NAME" };

        public Option<string> Reason { get; } = new(
            "--reason")
        { Description = "From a store: why it is published; of a correction, what was wrong, for its readers.", HelpName = "TEXT" };

        public Option<bool> IsCorrection { get; } = new(
            "--correction")
        { Description = "From a store: a report published before may be corrected. Both versions stay, linked." };

        public Option<bool> IsDraft { get; } = new("--draft") { Description = "From a store: only makes the files; nothing is remembered as published." };

        public Option<string[]> Accept { get; } = new("--accept")
        {
            Description = "Publishes in spite of an error that you know of: its code, and after a colon the indicator. Say why with --reason. "
                + "The decision is kept in the table checks, and the publication prints it.",
            HelpName = "CODE[:REF]",
            AllowMultipleArgumentsPerToken = true,
        };

        public IReadOnlyList<string> AcceptedOf(ParseResult parsed) => Listed(parsed.GetValue(Accept));

        public IReadOnlyList<string> FormatsOf(ParseResult parsed) => Listed(parsed.GetValue(Formats));
    }

    public static Option<string> OutputOption() =>
        new("--out") { Description = "The folder the files are put in; made where it is not there.", HelpName = "DIR", Required = true };

    public static Option<string[]> FormatsOption() => new("--formats")
    {
        Description = $"The formats, with commas between: {string.Join(",", ReportFormats.All.Select(format => format.Name))}. Without it, all.",
        HelpName = "LIST",
        AllowMultipleArgumentsPerToken = true,
    };

    /// <summary>The names in lists typed as <c>html,pdf</c>.</summary>
    public static IReadOnlyList<string> Listed(string[]? lists) =>
        [.. (lists ?? []).SelectMany(list => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
}
