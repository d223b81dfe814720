using System.CommandLine;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Application.Store;
using Quarterdeck.Cli.Formats;
using Quarterdeck.Cli.Input;
using Quarterdeck.Cli.Output;

namespace Quarterdeck.Cli.Commands;

/// <summary><c>quarterdeck migrate</c>: what a new version of the program would change in a store's schema, and doing it.</summary>
internal static class MigrateCommand
{
    public static Command Make(Terminal terminal, TimeProvider clock)
    {
        var options = new StoreOptions();
        var isDryRun = new Option<bool>("--dry-run") { Description = "Lists the steps, and takes none." };
        var command = new Command(
            "migrate",
            "Brings a store's schema up to date with the program, all or nothing, and lists the steps.") { options.Store, isDryRun };
        command.SetAction((parsed, stop) => Task.Run(
            async () =>
            {
                if (options.Location(parsed, terminal) is not { } location)
                {
                    return ExitCode.WrongUse;
                }

                var pending = await location.PendingAsync(clock, ProgramVersion.Current, stop);
                foreach (var step in pending)
                {
                    await terminal.Output.WriteLineAsync(step);
                }

                if (!parsed.GetValue(isDryRun))
                {
                    await location.MigrateAsync(
                        clock,
                        ProgramVersion.Current,
                        (store, organisation, cancellationToken) => FillAsync(terminal, store, organisation, cancellationToken),
                        stop);
                    await terminal.Error.WriteLineAsync(
                        pending.Count == 0 ? "The store is up to date: nothing to do." : $"The store is up to date: {Steps(pending.Count)} taken.");
                    return ExitCode.Done;
                }

                await terminal.Error.WriteLineAsync(
                    pending.Count == 0 ? "The store is up to date: nothing to do." : $"{Steps(pending.Count)} to take. Nothing was changed.");
                return ExitCode.Done;
            },
            stop));
        return command;
    }

    /// <summary>Gives publications of an earlier version of the program the bytes of their files.</summary>
    private static async Task FillAsync(Terminal terminal, IStore store, string organisation, CancellationToken cancellationToken)
    {
        var filled = await new FillPublicationFilesHandler(store, PackFormat.Instance, ReportStyles.Instance).HandleAsync(
            new FillPublicationFiles(organisation),
            cancellationToken);
        if (filled.Sentence.Length > 0)
        {
            await terminal.Error.WriteLineAsync($"{organisation}: {filled.Sentence.TrimEnd()}");
        }
    }

    private static string Steps(int count) => count == 1 ? "1 step" : $"{count} steps";
}
