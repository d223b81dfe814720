using System.CommandLine;
using System.Globalization;
using Quarterdeck.Application.Findings;
using Quarterdeck.Application.Packs;
using Quarterdeck.Application.Store;
using Quarterdeck.Cli.Formats;
using Quarterdeck.Cli.Input;
using Quarterdeck.Cli.Output;

namespace Quarterdeck.Cli.Commands;

/// <summary><c>quarterdeck import PACK --store STORE</c>: makes the store say what the pack says, and remembers what it said.</summary>
internal static class ImportCommand
{
    // Nobody reads more rows than this one by one; the summary counts them all.
    private const int MostTold = 10_000;

    private static readonly IReadOnlyList<TextColumn<RowChange>> Columns =
        [.. RowChangeRecord.Fields.Select(field => new TextColumn<RowChange>(
            char.ToUpperInvariant(field.Name[0]) + field.Name[1..],
            row => (field.Value(row) ?? string.Empty).ReplaceLineEndings(" ")) { Wraps = field.Name is "before" or "after" or "key" })];

    public static Command Make(Terminal terminal, TimeProvider clock)
    {
        var options = new ImportOptions();
        var command = new Command("import", "Puts a pack into a store, all or nothing, and shows what that changes, row by row.")
        {
            options.Pack,
            options.Store.Store,
            options.Author,
            options.Reason,
            options.IsDryRun,
            options.KeepsMissing,
            options.Store.Organisation,
            options.Format,
        };
        command.SetAction((parsed, cancellationToken) => Task.Run(() => RunAsync(terminal, clock, parsed, options, cancellationToken), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal,
        TimeProvider clock,
        ParseResult parsed,
        ImportOptions options,
        CancellationToken cancellationToken)
    {
        var isDryRun = parsed.GetValue(options.IsDryRun);
        var (author, reason) = (parsed.GetValue(options.Author), parsed.GetValue(options.Reason));
        if (!isDryRun && (string.IsNullOrWhiteSpace(author) || string.IsNullOrWhiteSpace(reason)))
        {
            await terminal.Error.WriteLineAsync(
                "An import needs --author and --reason, so that the record shows who changed this and why. Only --dry-run needs neither.");
            return ExitCode.WrongUse;
        }

        var (path, format) = (parsed.GetRequiredValue(options.Pack), FormatOption.Of(parsed, options.Format));
        if (PackArgument.Open(terminal, path, format, cancellationToken) is not var (pack, files))
        {
            return ExitCode.CouldNotDoIt;
        }

        if (options.Store.Location(parsed, terminal) is not { } location)
        {
            return ExitCode.WrongUse;
        }

        // A dry run changes nothing, so it makes no store either.
        await using var store = isDryRun && !location.IsThere ? null : await location.OpenAsync(clock, ProgramVersion.Current, makes: true);
        var request = new ImportPack(
            options.Store.OrganisationOf(parsed),
            pack,
            files,
            Path.GetFileName(Path.TrimEndingDirectorySeparator(path)),
            author ?? string.Empty,
            reason ?? string.Empty)
        {
            KeepsMissing = parsed.GetValue(options.KeepsMissing),
            IsDryRun = isDryRun,
        };
        var handler = new ImportPackHandler(store, PackFormat.Instance, ReportStyles.Instance, ProgramVersion.Current);
        return Tell(terminal, format, await handler.HandleAsync(request, new StoreProgress(terminal), cancellationToken));
    }

    private static int Tell(Terminal terminal, RecordFormat format, ImportOutcome outcome)
    {
        HouseStyle.Tell(terminal, outcome.Warnings);
        if (outcome.Plan is { } plan)
        {
            RecordData.Write(terminal, format, RowChangeRecord.Fields, [.. plan.Changes.Take(MostTold)], changes => Table(terminal, changes));
            terminal.Error.WriteLine(plan.Changes.Count == 0 ? outcome.Sentence : Summary(plan));
        }

        switch (outcome)
        {
            case ImportOutcome.Unchanged or ImportOutcome.WouldChange:
                return ExitCode.Done;
            case ImportOutcome.Imported:
                terminal.Error.WriteLine(outcome.Sentence);
                return ExitCode.Done;
            case ImportOutcome.Disagrees unsound:
                RecordData.Write(
                    terminal,
                    format,
                    FindingRecord.Fields,
                    FindingText.InOrder(unsound.Findings),
                    findings => FindingText.Write(terminal, findings));
                break;
            case ImportOutcome.Conflicted conflict:
                foreach (var row in conflict.Rows)
                {
                    terminal.Error.WriteLine($"  {row}");
                }

                break;
        }

        terminal.Error.WriteLine(outcome.Sentence);
        return outcome is ImportOutcome.NoAuthorOrReason ? ExitCode.WrongUse : ExitCode.CouldNotDoIt;
    }

    private static void Table(Terminal terminal, IReadOnlyList<RowChange> changes)
    {
        if (changes.Count > 0)
        {
            TextTable.Write(terminal, Columns, changes);
        }
    }

    private static string Summary(ImportPlan plan) =>
        string.Join(", ", plan.Changes.Counts.Select(count => $"{count.Table}: {count.Count} {RowChangeRecord.Word(count.Kind)}")) + "."
        + (plan.Changes.Count > MostTold
            ? string.Create(CultureInfo.InvariantCulture, $" Only the first {MostTold:N0} of {plan.Changes.Count:N0} changed rows are written above.")
            : string.Empty);

    private sealed class ImportOptions
    {
        public StoreOptions Store { get; } = new();

        public Argument<string> Pack { get; } = PackArgument.Make();

        public Option<string> Author { get; } = new("--author") { Description = "Who answers for the change.", HelpName = "NAME" };

        public Option<string> Reason { get; } = new("--reason") { Description = "Why it is made: `October results`, `late return`.", HelpName = "TEXT" };

        public Option<bool> IsDryRun { get; } = new("--dry-run") { Description = "Writes what would change, and changes nothing." };

        public Option<bool> KeepsMissing { get; } = new(
            "--keep-missing")
        { Description = "Keeps rows that the pack does not have. Without it they are withdrawn, and their history is kept." };

        public Option<string> Format { get; } = FormatOption.Make();
    }
}
