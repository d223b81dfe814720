using System.CommandLine;
using Quarterdeck.App.Publications;
using Quarterdeck.Cli.Packs;
using Quarterdeck.Cli.Records;
using Quarterdeck.Cli.Terminals;

namespace Quarterdeck.Cli.Publications;

/// <summary><c>quarterdeck publish PACK --out DIR</c>: one report or all, in every format asked for.</summary>
internal static class PublishCommand
{
    public static Command Make(Terminal terminal)
    {
        var pack = PackArgument.Make();
        var report = new Option<string>("--report")
        {
            Description = "The report's code in the table reports. Without it every report of the pack is published, each in a folder of its code.",
            HelpName = "CODE",
        };
        var output = new Option<string>("--out") { Description = "The folder the files are put in; made where it is not there.", HelpName = "DIR", Required = true };
        var formats = new Option<string[]>("--formats")
        {
            Description = $"The formats, with commas between: {string.Join(",", ReportFormats.All.Select(format => format.Name))}. Without it, all.",
            HelpName = "LIST",
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command("publish", "Publishes the reports of a pack in every format, with a manifest of fingerprints.") { pack, report, output, formats };
        command.SetAction((parsed, stop) => Task.Run(
            () =>
            {
                var asked = (parsed.GetValue(formats) ?? []).SelectMany(list => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
                return Run(terminal, parsed.GetRequiredValue(pack), parsed.GetValue(report), parsed.GetRequiredValue(output), [.. asked], stop);
            },
            stop));
        return command;
    }

    private static int Run(Terminal terminal, string path, string? report, string directory, IReadOnlyList<string> formats, CancellationToken stop)
    {
        if (PackArgument.Open(terminal, path, RecordFormat.Table, stop) is not { } pack)
        {
            return ExitCode.CouldNotDoIt;
        }

        var (brand, blemishes) = HouseStyle.Of(pack, path);
        var progress = new PublishProgress(terminal);
        var publication = new Publish(ReportFormats.Of(brand), QuarterdeckProgram.Version).To(directory, pack, report, formats, progress, stop);
        progress.Finish();
        switch (publication)
        {
            case Publication.Done done:
                HouseStyle.Tell(terminal, blemishes.Concat(done.Reports.SelectMany(one => one.Findings)));
                foreach (var file in done.Reports.SelectMany(one => one.Files.Select(file => Path.Combine(one.Directory, file.Name))))
                {
                    terminal.Output.WriteLine(file);
                }

                return ExitCode.Done;
            case Publication.Refused refused:
                terminal.Error.WriteLine(refused.Message);
                return ExitCode.WrongUse;
            case Publication.Failed failed:
                terminal.Error.WriteLine(failed.Message);
                return ExitCode.CouldNotDoIt;
            default:
                throw new InvalidOperationException("A publication is done, refused or failed.");
        }
    }
}
