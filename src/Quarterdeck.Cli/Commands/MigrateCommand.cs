using System.CommandLine;
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
        var command = new Command("migrate", "Brings a store's schema up to date with the program, all or nothing, and lists the steps.") { options.Store, isDryRun };
        command.SetAction((parsed, stop) => Task.Run(
            async () =>
            {
                if (options.Location(parsed, terminal) is not { } location)
                {
                    return ExitCode.WrongUse;
                }

                var pending = await location.Pending(clock, ProgramVersion.Current, stop);
                foreach (var step in pending)
                {
                    await terminal.Output.WriteLineAsync(step);
                }

                if (pending.Count > 0 && !parsed.GetValue(isDryRun))
                {
                    await location.Migrate(clock, ProgramVersion.Current);
                    await terminal.Error.WriteLineAsync($"The store is up to date: {Steps(pending.Count)} taken.");
                    return ExitCode.Done;
                }

                await terminal.Error.WriteLineAsync(pending.Count == 0 ? "The store is up to date: nothing to do." : $"{Steps(pending.Count)} to take. Nothing was changed.");
                return ExitCode.Done;
            },
            stop));
        return command;
    }

    private static string Steps(int count) => count == 1 ? "1 step" : $"{count} steps";
}
