using System.CommandLine;
using Quarterdeck.Application.Packs;
using Quarterdeck.Application.Store;
using Quarterdeck.Cli.Formats;
using Quarterdeck.Cli.Input;
using Quarterdeck.Cli.Output;

namespace Quarterdeck.Cli.Commands;

/// <summary><c>quarterdeck export DIR --store STORE</c>: what is stored, now or as known at a moment, as a pack.</summary>
internal static class ExportCommand
{
    public static Command Make(Terminal terminal, TimeProvider clock)
    {
        var options = new StoreOptions();
        var directory = new Argument<string>("DIR")
        {
            Description = "The folder the pack is written into, or the name of a new .zip, or of a new .xlsx: a workbook for people.",
        };
        var asAt =
            MomentOption.Make("--as-at", "The pack as it was at this moment (2025-11-26T17:00Z, or a day, which means its end). Without it, as it is now.");
        var command = new Command(
            "export",
            "Writes what a store holds as a pack, as it is now or was at any moment.") { directory, options.Store, asAt, options.Organisation };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            async () =>
            {
                await using var store = await options.OpenAsync(parsed, terminal, clock);
                return store is null ? ExitCode.WrongUse
                    : await RunAsync(
                        terminal,
                        store,
                        options.OrganisationOf(parsed),
                        parsed.GetRequiredValue(directory),
                        StoreOptions.Moment(parsed.GetValue(asAt)),
                        cancellationToken);
            },
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal,
        IStore store,
        string organisation,
        string directory,
        DateTimeOffset? asAt,
        CancellationToken cancellationToken)
    {
        var outcome = await new ExportPackHandler(store, PackFormat.Instance).HandleAsync(new ExportPack(organisation, directory, asAt), cancellationToken);
        if (outcome is ExportOutcome.NotSound unsound)
        {
            FindingText.Write(terminal, FindingText.InOrder(unsound.Findings));
        }

        await terminal.Error.WriteLineAsync(outcome.Sentence);
        return outcome is ExportOutcome.Exported ? ExitCode.Done : ExitCode.CouldNotDoIt;
    }
}
