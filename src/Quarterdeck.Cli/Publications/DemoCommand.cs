using System.CommandLine;
using Quarterdeck.App.Publications;
using Quarterdeck.App.Reports;
using Quarterdeck.Cli.Packs;
using Quarterdeck.Cli.Records;
using Quarterdeck.Cli.Terminals;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Cli.Publications;

/// <summary><c>quarterdeck demo</c>: publishes the dashboards of the samples that come with the program.</summary>
internal static class DemoCommand
{
    private const string Samples = "samples";

    public static Command Make(Terminal terminal)
    {
        var output = new Option<string>("--out")
        {
            Description = "The folder the dashboards are put in, one folder a sample.",
            HelpName = "DIR",
            DefaultValueFactory = _ => "quarterdeck-demo",
        };
        var command = new Command("demo", "Publishes the dashboards of the sample packs that come with the program, and says where to look.") { output };
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
            if (PackArgument.Open(terminal, sample, RecordFormat.Table, stop) is not { } pack)
            {
                return ExitCode.CouldNotDoIt;
            }

            foreach (var report in DashboardBuilder.Definitions(pack).Where(report => report.Kind == ReportKind.Dashboard))
            {
                stop.ThrowIfCancellationRequested();
                var published = new Publish(ReportFormats.All, QuarterdeckProgram.Version).To(Path.Combine(directory, name), pack, report.Code, []);
                if (published is not Publication.Done done)
                {
                    terminal.Error.WriteLine(published is Publication.Failed failed ? failed.Message : ((Publication.Refused)published).Message);
                    return ExitCode.CouldNotDoIt;
                }

                pages.AddRange(done.Files.Where(file => file.Format == "html").Select(file => Path.GetFullPath(Path.Combine(done.Directory, file.Name))));
            }
        }

        terminal.Error.WriteLine("Open these in a web browser:");
        foreach (var page in pages)
        {
            terminal.Output.WriteLine(page);
        }

        return ExitCode.Done;
    }
}
