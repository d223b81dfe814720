using System.CommandLine;
using Quarterdeck.Application.Store;
using Quarterdeck.Cli.Input;
using Quarterdeck.Cli.Output;
using Quarterdeck.Packs.Packs;

namespace Quarterdeck.Cli.Commands;

/// <summary><c>quarterdeck export DIR --store STORE</c>: what is stored, now or as known at a moment, as a pack.</summary>
internal static class ExportCommand
{
    public static Command Make(Terminal terminal, TimeProvider clock)
    {
        var options = new StoreOptions();
        var directory = new Argument<string>("DIR") { Description = "The folder the pack is written into, or the name of a new .zip." };
        var asAt = MomentOption.Make("--as-at", "The pack as it was known at this moment (2025-11-26T17:00Z, or a day for its end); without it, as it is known now.");
        var command = new Command("export", "Writes what a store holds as a pack: now, or as it was known at any moment.") { directory, options.Store, asAt, options.Organisation };
        command.SetAction((parsed, stop) => Task.Run(
            async () =>
            {
                await using var store = await options.Open(parsed, terminal, clock);
                return store is null ? ExitCode.WrongUse
                    : await Run(terminal, store, options.OrganisationOf(parsed), parsed.GetRequiredValue(directory), StoreOptions.Moment(parsed.GetValue(asAt)), stop);
            },
            stop));
        return command;
    }

    private static async Task<int> Run(Terminal terminal, IStore store, string organisation, string directory, DateTimeOffset? asAt, CancellationToken stop)
    {
        var state = await store.Read(organisation, asAt, stop);
        var stored = StoredPack.Of(state, StoreOptions.Read, "store");
        if (stored.Change == 0)
        {
            await terminal.Error.WriteLineAsync(StoreOptions.Nothing(organisation, asAt));
            return ExitCode.CouldNotDoIt;
        }

        if (stored.Pack is not { } pack)
        {
            FindingText.Write(terminal, FindingText.InOrder(stored.Findings));
            await terminal.Error.WriteLineAsync($"What is stored does not make a pack: {FindingText.Summary(stored.Findings)}. Nothing was written.");
            return ExitCode.CouldNotDoIt;
        }

        var isZip = directory.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);
        if (isZip)
        {
            PackWriter.WriteZip(pack, directory);
        }
        else
        {
            PackWriter.WriteFolder(pack, directory);
        }

        // A file lies beside the tables: in their folder, or beside the zip.
        var beside = isZip ? Path.GetDirectoryName(Path.GetFullPath(directory))! : directory;
        foreach (var file in StoredFile.All(state))
        {
            await File.WriteAllBytesAsync(Path.Combine(beside, file.Name), file.Content, stop);
        }

        await terminal.Error.WriteLineAsync($"{directory}: as recorded by change {stored.Change} of {RowChangeRecord.Moment(stored.RecordedAt!.Value)}.");
        return ExitCode.Done;
    }
}
