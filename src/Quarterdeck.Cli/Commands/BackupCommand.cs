using System.CommandLine;
using System.Globalization;
using Quarterdeck.Cli.Input;
using Quarterdeck.Cli.Output;
using Quarterdeck.Storage;
using Quarterdeck.Storage.Backups;

namespace Quarterdeck.Cli.Commands;

/// <summary><c>quarterdeck backup FILE</c> and <c>quarterdeck restore FILE</c>: a whole store in one file, and back.</summary>
internal static class BackupCommand
{
    public static Command Make(Terminal terminal, TimeProvider clock)
    {
        var options = new StoreOptions();
        var file = new Argument<string>("FILE") { Description = "The backup to make: one file, whatever the store is on." };
        var overwrites = new Option<bool>("--overwrite") { Description = "A file of that name gives way, once the new backup is found sound." };
        var keeps = new Option<int>("--keep")
        {
            Description = "Earlier backups of that name that are kept, as FILE.1 (the last), FILE.2 and so on; the oldest goes.",
            HelpName = "NUMBER"
        };
        keeps.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1
                && (!int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 1 or > 999))
            {
                result.AddError($"--keep: '{result.Tokens[0].Value}' is not a number of backups. Write a whole number from 1 to 999.");
            }
        });
        var format = FormatOption.Make();
        var command = new Command(
            "backup",
            "Makes a backup of a store, which may be in use, and checks it from end to end.") { file, options.Store, overwrites, keeps, format };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            async () =>
            {
                if (options.Location(parsed, terminal) is not { } location)
                {
                    return ExitCode.WrongUse;
                }

                var path = parsed.GetRequiredValue(file);
                var proof =
                    await StoreBackup.MakeAsync(location, path, parsed.GetValue(overwrites), parsed.GetValue(keeps), Work(terminal, clock, cancellationToken));
                ProofRecord.Write(terminal, FormatOption.Of(parsed, format), proof);
                await terminal.Error.WriteLineAsync($"{path}: the backup is made and checked.");
                return ExitCode.Done;
            },
            cancellationToken));
        return command;
    }

    public static Command Restore(Terminal terminal, TimeProvider clock)
    {
        var options = new StoreOptions();
        var file = new Argument<string>("FILE") { Description = "The backup." };
        var format = FormatOption.Make();
        var command = new Command(
            "restore",
            "Restores a backup into a new store, and checks it before and after. It never overwrites a store.") { file, options.Store, format };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            async () =>
            {
                if (options.Location(parsed, terminal) is not { } location)
                {
                    return ExitCode.WrongUse;
                }

                var proof = await StoreBackup.RestoreAsync(parsed.GetRequiredValue(file), location, Work(terminal, clock, cancellationToken));
                ProofRecord.Write(terminal, FormatOption.Of(parsed, format), proof);
                await terminal.Error.WriteLineAsync("The store is restored, and holds what the backup holds.");
                return ExitCode.Done;
            },
            cancellationToken));
        return command;
    }

    public static StoreWork Work(Terminal terminal, TimeProvider clock, CancellationToken cancellationToken) =>
        new(clock, ProgramVersion.Current, new StoreProgress(terminal), cancellationToken);
}
