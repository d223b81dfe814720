using System.CommandLine;
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
        var evenIfDifferent = new Option<bool>("--even-if-different") { Description = "Writes also what this version of the program makes differently, and says what." };
        var command = new Command("reissue", "Makes a publication again from what it was made from, and proves that the files are the same to the byte.")
        {
            id, options.Store, output, formats, evenIfDifferent, options.Organisation,
        };
        command.SetAction((parsed, stop) => Task.Run(
            async () =>
            {
                await using var store = await options.Open(parsed, terminal, clock);
                if (store is null)
                {
                    return ExitCode.WrongUse;
                }

                var progress = new PublishProgress(terminal);
                var publication = await StoreOptions.Publisher(store, options.OrganisationOf(parsed), clock)
                    .Reissue(parsed.GetRequiredValue(id), parsed.GetRequiredValue(output), PublishCommand.Listed(parsed.GetValue(formats)), parsed.GetValue(evenIfDifferent), progress, stop);
                progress.Finish();
                return PublicationText.Write(terminal, publication);
            },
            stop));
        return command;
    }
}
