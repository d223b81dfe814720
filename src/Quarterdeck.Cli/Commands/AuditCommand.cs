using System.CommandLine;
using Quarterdeck.Application.Store;
using Quarterdeck.Cli.Input;
using Quarterdeck.Cli.Output;

namespace Quarterdeck.Cli.Commands;

/// <summary><c>quarterdeck audit</c>: who changed what, when and why; and proof that the record is complete.</summary>
internal static class AuditCommand
{
    private static readonly string[] Wrapping = ["reason", "key", "before", "after"];

    private static readonly IReadOnlyList<TextColumn<HistoryRecord>> Columns =
        [.. RowChangeRecord.HistoryFields.Select(field => new TextColumn<HistoryRecord>(Heading(field.Name), record =>
            (field.Value(record) ?? string.Empty).ReplaceLineEndings(" ")) { IsFigure = field.Name == "number", Wraps = Wrapping.Contains(field.Name) })];

    public static Command Make(Terminal terminal, TimeProvider clock) =>
        new("audit", "Shows who changed what, when and why, and proves that the record is complete.") { Show(terminal, clock), Verify(terminal, clock) };

    private static Command Show(Terminal terminal, TimeProvider clock)
    {
        var options = new StoreOptions();
        var only = new Option<string>("--ref") { Description = "Only what concerns this indicator.", HelpName = "REF" };
        var format = FormatOption.Make();
        var command = new Command(
            "show",
            "Lists every change row by row: who, when, why, before and after.") { options.Store, only, options.Organisation, format };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            async () =>
            {
                await using var store = await options.OpenAsync(parsed, terminal, clock);
                if (store is null)
                {
                    return ExitCode.WrongUse;
                }

                var reference = parsed.GetValue(only);
                var changes = await store.ChangesAsync(options.OrganisationOf(parsed), reference, cancellationToken);
                List<HistoryRecord> records = [.. History.Of(changes).Where(record => reference is null || History.IsAbout(record.Row, reference))];
                RecordData.Write(terminal, FormatOption.Of(parsed, format), RowChangeRecord.HistoryFields, records, shown => Table(terminal, shown));
                await terminal.Error.WriteLineAsync($"{records.Count} rows in {records.Select(record => record.Change.Number).Distinct().Count()} changes.");
                return ExitCode.Done;
            },
            cancellationToken));
        return command;
    }

    private static Command Verify(Terminal terminal, TimeProvider clock)
    {
        var options = new StoreOptions();
        var command = new Command(
            "verify",
            "Verifies the chain of changes, and names the first change that was altered.") { options.Store, options.Organisation };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            async () =>
            {
                await using var store = await options.OpenAsync(parsed, terminal, clock);
                if (store is null)
                {
                    return ExitCode.WrongUse;
                }

                await terminal.Error.WriteLineAsync(store.Description);
                return Told(terminal, await store.VerifyAsync(options.OrganisationOf(parsed), cancellationToken));
            },
            cancellationToken));
        return command;
    }

    private static int Told(Terminal terminal, AuditVerdict verdict)
    {
        switch (verdict)
        {
            case AuditVerdict.Whole whole:
                terminal.Output.WriteLine($"The record is complete: {whole.Changes} changes, {whole.Entries} entries.");
                if (whole.Erased > 0)
                {
                    terminal.Output.WriteLine($"Entries erased, each by a later change that records it: {whole.Erased}.");
                }

                if (whole.Changes > 0)
                {
                    terminal.Output.WriteLine($"It ends with {whole.Head}. Keep this somewhere else: later it proves that nothing before it was changed.");
                }

                return ExitCode.Done;
            case AuditVerdict.Broken broken:
                terminal.Output.WriteLine($"The record is broken at change {broken.Change}. {broken.What}");
                return ExitCode.Findings;
            default:
                throw new InvalidOperationException("A chain is whole or broken.");
        }
    }

    private static void Table(Terminal terminal, IReadOnlyList<HistoryRecord> records)
    {
        if (records.Count > 0)
        {
            TextTable.Write(terminal, Columns, records);
        }
    }

    private static string Heading(string name) => char.ToUpperInvariant(name[0]) + name[1..].Replace('_', ' ');
}
