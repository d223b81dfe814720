using System.CommandLine;
using Quarterdeck.App.Publications;
using Quarterdeck.Cli.Packs;
using Quarterdeck.Cli.Records;
using Quarterdeck.Cli.Terminals;

namespace Quarterdeck.Cli.Publications;

/// <summary><c>quarterdeck demo</c>: publishes the reports of the samples that come with the program.</summary>
internal static class DemoCommand
{
    private const string Samples = "samples";

    public static Command Make(Terminal terminal)
    {
        var output = new Option<string>("--out")
        {
            Description = "The folder the reports are put in, one folder a sample.",
            HelpName = "DIR",
            DefaultValueFactory = _ => "quarterdeck-demo",
        };
        var command = new Command("demo", "Publishes the reports of the sample packs that come with the program, and says where to look.") { output };
        command.SetAction((parsed, stop) => Task.Run(() => Run(terminal, parsed.GetRequiredValue(output), stop), stop));
        return command;
    }

    private static int Run(Terminal terminal, string directory, CancellationToken stop)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, Samples);
        var samples = Directory.Exists(folder) ? Directory.GetDirectories(folder).Order(StringComparer.Ordinal).ToList() : [];
        if (samples.Count == 0)
        {
            terminal.Error.WriteLine($"The samples are missing: they should lie beside the program, in '{folder}'. Install or build the program again.");
            return ExitCode.CouldNotDoIt;
        }

        var pages = new List<string>();
        foreach (var sample in samples)
        {
            var name = Path.GetFileName(sample);
            terminal.Error.WriteLine($"Publishing {name} ...");
            if (PackArgument.Open(terminal, sample, RecordFormat.Table, stop) is not var (pack, files))
            {
                return ExitCode.CouldNotDoIt;
            }

            var progress = new PublishProgress(terminal);
            var published = new Publish(ReportFormats.Of(HouseStyle.Of(pack, files).Brand), QuarterdeckProgram.Version).To(Path.Combine(directory, name), pack, null, [], progress, stop);
            progress.Finish();
            if (published is not Publication.Done done)
            {
                terminal.Error.WriteLine(published is Publication.Failed failed ? failed.Message : ((Publication.Refused)published).Message);
                return ExitCode.CouldNotDoIt;
            }

            pages.AddRange(done.Reports.SelectMany(report => report.Files
                .Where(file => file.Format == "html")
                .Select(file => Path.GetFullPath(Path.Combine(report.Directory, file.Name)))));
        }

        terminal.Error.WriteLine("Open these in a web browser:");
        foreach (var page in pages)
        {
            terminal.Output.WriteLine(page);
        }

        return ExitCode.Done;
    }
}
