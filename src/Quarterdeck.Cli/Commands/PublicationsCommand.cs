using System.CommandLine;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Application.Store;
using Quarterdeck.Cli.Input;
using Quarterdeck.Cli.Output;

namespace Quarterdeck.Cli.Commands;

/// <summary><c>quarterdeck publications</c>: what was published from a store, and what corrects what.</summary>
internal static class PublicationsCommand
{
    private static readonly IReadOnlyList<TextColumn<PublishedVersion>> Columns =
    [
        new("Publication", one => one.Id),
        new("Results to", one => one.ResultsTo.ToString()),
        new("Published", one => $"{one.PublishedOn:yyyy-MM-dd}"),
        new("Author", one => one.Author) { Wraps = true },
        new("Corrects", one => one.Corrects ?? string.Empty),
        new("Note", one => one.Note) { Wraps = true },
        new("Made by", one => one.ProgramVersion) { GivesUp = 1 },
    ];

    public static Command Make(Terminal terminal, TimeProvider clock)
    {
        var options = new StoreOptions();
        var format = FormatOption.Make();
        var command = new Command(
            "publications",
            "Lists what was published from a store: what, when, by whom, and what corrects what.") { options.Store, options.Organisation, format };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            async () =>
            {
                await using var store = await options.OpenAsync(parsed, terminal, clock);
                if (store is null)
                {
                    return ExitCode.WrongUse;
                }

                var all = PublishedVersion.All(await store.ReadTablesAsync(options.OrganisationOf(parsed), [SystemTables.Publications], cancellationToken));
                RecordData.Write(terminal, FormatOption.Of(parsed, format), PublishedVersion.Fields, all, shown => Table(terminal, shown));
                await terminal.Error.WriteLineAsync(
                    all.Count switch { 0 => "Nothing was published from this store yet.", 1 => "1 publication.", var count => $"{count} publications." });
                return ExitCode.Done;
            },
            cancellationToken));
        return command;
    }

    private static void Table(Terminal terminal, IReadOnlyList<PublishedVersion> all)
    {
        if (all.Count > 0)
        {
            TextTable.Write(terminal, Columns, all);
        }
    }
}
