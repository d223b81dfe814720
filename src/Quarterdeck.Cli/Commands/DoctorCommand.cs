using System.CommandLine;
using Quarterdeck.Application.Records;
using Quarterdeck.Cli.Input;
using Quarterdeck.Cli.Output;
using Quarterdeck.Storage.HealthChecks;

namespace Quarterdeck.Cli.Commands;

/// <summary><c>quarterdeck doctor</c>: how it is with a store, without changing it.</summary>
internal static class DoctorCommand
{
    private static readonly IReadOnlyList<RecordField<HealthFinding>> Fields =
    [
        new("subject", diagnosis => diagnosis.Subject) { IsRequired = true },
        new("health", diagnosis => Word(diagnosis.Health)) { IsRequired = true, Words = ["ok", "warning", "fault"] },
        new("found", diagnosis => diagnosis.Found) { IsRequired = true },
        new("remedy", diagnosis => diagnosis.Remedy.Length > 0 ? diagnosis.Remedy : null),
    ];

    private static readonly IReadOnlyList<TextColumn<HealthFinding>> Columns =
        [.. Fields.Select(field => new TextColumn<HealthFinding>(
            char.ToUpperInvariant(field.Name[0]) + field.Name[1..],
            diagnosis => field.Value(diagnosis) ?? string.Empty) { Wraps = field.Name is "found" or "remedy" })];

    public static Command Make(Terminal terminal, TimeProvider clock)
    {
        var options = new StoreOptions();
        var format = FormatOption.Make();
        var command = new Command(
            "doctor",
            "Checks a store from end to end without changing it, and says how to repair what it finds.") { options.Store, options.Organisation, format };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            async () =>
            {
                if (options.Location(parsed, terminal) is not { } location)
                {
                    return ExitCode.WrongUse;
                }

                var found = await StoreHealthCheck.OfAsync(location, options.OrganisationOf(parsed), BackupCommand.Work(terminal, clock, cancellationToken));
                RecordData.Write(terminal, FormatOption.Of(parsed, format), Fields, found, shown => TextTable.Write(terminal, Columns, shown));
                var (faults, doubts) = (found.Count(each => each.Health == Health.Faulty), found.Count(each => each.Health == Health.Doubtful));
                await terminal.Error.WriteLineAsync(faults + doubts == 0 ? "Everything is in order." : $"{faults} faults, {doubts} warnings.");
                return faults > 0 ? ExitCode.Findings : ExitCode.Done;
            },
            cancellationToken));
        return command;
    }

    private static string Word(Health health) => health switch
    {
        Health.Fine => "ok",
        Health.Doubtful => "warning",
        Health.Faulty => "fault",
    };
}
