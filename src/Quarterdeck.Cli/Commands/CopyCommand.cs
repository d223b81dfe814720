using System.CommandLine;
using Quarterdeck.Cli.Input;
using Quarterdeck.Cli.Output;
using Quarterdeck.Storage;
using Quarterdeck.Storage.Copies;

namespace Quarterdeck.Cli.Commands;

/// <summary><c>quarterdeck copy --from STORE --to STORE</c>: a whole store to another engine or place, with proof.</summary>
internal static class CopyCommand
{
    /// <summary>Names the store copied to where no option does.</summary>
    private const string ToVariable = "QUARTERDECK_COPY_TO";

    public static Command Make(Terminal terminal, TimeProvider clock)
    {
        var from = new Option<string>(
            "--from")
        {
            Description =
                    $"The store to copy: a file, or postgresql://user@server/database. Without it, what the environment variable "
                        + $"{StoreOptions.Variable} says. It is not changed.",
            HelpName = "STORE"
        };
        var to = new Option<string>("--to")
        {
            Description = $"Where to: a file that is not there yet, or an empty database. Without it, what the environment variable {ToVariable} says.",
            HelpName = "STORE"
        };
        var format = FormatOption.Make();
        var command = new Command(
            "copy",
            "Copies a whole store to another place or database, all or nothing, and proves that both hold the same.") { from, to, format };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            async () =>
            {
                var (source, target) = (Named(parsed, from, StoreOptions.Variable), Named(parsed, to, ToVariable));
                if (source is null || target is null)
                {
                    await terminal.Error.WriteLineAsync(
                        $"A copy needs two stores: --from figures.db --to postgresql://user@server/database, or the environment variables "
                            + $"{StoreOptions.Variable} and {ToVariable}.");
                    return ExitCode.WrongUse;
                }

                var proof =
                    await StoreCopy.RunAsync(StoreLocation.Of(source), StoreLocation.Of(target), BackupCommand.Work(terminal, clock, cancellationToken));
                ProofRecord.Write(terminal, FormatOption.Of(parsed, format), proof);
                await terminal.Error.WriteLineAsync(
                    "Both stores hold the same: every row of every table was compared. From now on, write to only one of them.");
                return ExitCode.Done;
            },
            cancellationToken));
        return command;
    }

    private static string? Named(ParseResult parsed, Option<string> option, string variable) =>
        (parsed.GetValue(option) ?? Environment.GetEnvironmentVariable(variable)) is { Length: > 0 } name ? name : null;
}
