using System.CommandLine;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Cli.Formats;
using Quarterdeck.Cli.Input;
using Quarterdeck.Cli.Output;

namespace Quarterdeck.Cli.Commands;

/// <summary><c>quarterdeck reissue ID --out DIR</c>: a publication again, the same to the byte, or why not.</summary>
internal static class ReissueCommand
{
    public static Command Make(Terminal terminal, TimeProvider clock)
    {
        var options = new StoreOptions();
        var id = new Argument<string>("ID") { Description = "The publication, as `quarterdeck publications` lists it: dashboard-2025-10." };
        var output = PublishCommand.OutputOption();
        var formats = PublishCommand.FormatsOption();
        var command = new Command(
            "reissue",
            "Gives out the kept files of a publication, and makes them again where this version published them, to prove that they are the same.")
        {
            id, options.Store, output, formats, options.Organisation,
        };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            async () =>
            {
                var directory = parsed.GetRequiredValue(output);
                if (ReportFolder.Refusal(directory) is { } refusal)
                {
                    await terminal.Error.WriteLineAsync(refusal);
                    return ExitCode.WrongUse;
                }

                await using var store = await options.OpenAsync(parsed, terminal, clock);
                if (store is null)
                {
                    return ExitCode.WrongUse;
                }

                var progress = new PublishProgress(terminal);
                var request = new ReissueReport(options.OrganisationOf(parsed), parsed.GetRequiredValue(id), PublishCommand.Listed(parsed.GetValue(formats)));
                var handler = new ReissueReportHandler(store, PackFormat.Instance, ReportStyles.Instance, ProgramVersion.Current);
                var outcome = await handler.HandleAsync(request, progress, cancellationToken);
                progress.Finish();
                return PublicationText.Write(terminal, outcome, directory);
            },
            cancellationToken));
        return command;
    }
}
