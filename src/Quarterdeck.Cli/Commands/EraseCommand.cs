using System.CommandLine;
using Quarterdeck.Application.Erasure;
using Quarterdeck.Cli.Formats;
using Quarterdeck.Cli.Input;
using Quarterdeck.Cli.Output;

namespace Quarterdeck.Cli.Commands;

/// <summary><c>quarterdeck erase</c>: takes personal data out of the record for good, and records that.</summary>
internal static class EraseCommand
{
    public static Command Make(Terminal terminal, TimeProvider clock)
    {
        var options = new StoreOptions();
        var table = new Option<string>("--table") { Description = "The table, as 'audit show' prints it.", HelpName = "TABLE", Required = true };
        var key = new Option<string>(
            "--key")
        { Description = "The row's key, as 'audit show' prints it; of results, the indicator's reference.", HelpName = "KEY", Required = true };
        var version = new Option<long?>(
            "--version")
        { Description = "Which version of the row, counted from 1; without it, every one no longer in force.", HelpName = "NUMBER" };
        var cells = new Option<string[]>("--cells")
        {
            Description = "The columns whose texts go; without it, everything the row said.",
            HelpName = "COLUMN",
            AllowMultipleArgumentsPerToken = true
        };
        var author = new Option<string>("--author") { Description = "Who answers for it.", HelpName = "NAME", Required = true };
        var reason = new Option<string>("--reason") { Description = "Why. It stays in the record: name no person.", HelpName = "TEXT", Required = true };
        var isDryRun = new Option<bool>("--dry-run") { Description = "Says what would be erased, or why nothing can be, and erases nothing." };
        var command = new Command("erase", "Erases for good what a row once said, such as the name of somebody who left, and records who did it and why.")
        {
            table, key, version, cells, author, reason, isDryRun, options.Store, options.Organisation,
        };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            async () =>
            {
                if (new[] { author, reason }.Any(option => string.IsNullOrWhiteSpace(parsed.GetValue(option))))
                {
                    await terminal.Error.WriteLineAsync(
                        "An erasing needs --author and --reason: whoever reads the record later wants to know who did it and why.");
                    return ExitCode.WrongUse;
                }

                await using var store = await options.OpenAsync(parsed, terminal, clock);
                if (store is null)
                {
                    return ExitCode.WrongUse;
                }

                var request = new ErasePerson(
                    options.OrganisationOf(parsed),
                    parsed.GetRequiredValue(table),
                    parsed.GetRequiredValue(key),
                    parsed.GetValue(version),
                    parsed.GetValue(cells) ?? [],
                    parsed.GetRequiredValue(author),
                    parsed.GetRequiredValue(reason))
                {
                    IsDryRun = parsed.GetValue(isDryRun),
                };
                var outcome = await new ErasePersonHandler(store, PackFormat.Instance, ReportStyles.Instance, ProgramVersion.Current).HandleAsync(
                    request,
                    cancellationToken);
                await terminal.Error.WriteLineAsync(outcome.Sentence);
                return outcome is ErasePersonOutcome.Refused && !request.IsDryRun ? ExitCode.CouldNotDoIt : ExitCode.Done;
            },
            cancellationToken));
        return command;
    }
}
