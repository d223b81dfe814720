using Quarterdeck.Application.Publishing;
using Quarterdeck.Cli.Formats;
using Quarterdeck.Cli.Input;
using Quarterdeck.Cli.Output;

namespace Quarterdeck.Cli.Commands;

/// <summary>The reports of the samples as files, without a store.</summary>
internal static class SampleReports
{
    /// <param name="terminal">Receives each report, and at the end where the pages are.</param>
    /// <param name="samples">The folders of the samples.</param>
    /// <param name="directory">Gets one folder per sample.</param>
    /// <param name="cancellationToken">Stops between two formats.</param>
    public static int Write(Terminal terminal, IReadOnlyList<string> samples, string directory, CancellationToken cancellationToken)
    {
        var pages = new List<string>();
        foreach (var sample in samples)
        {
            var name = Path.GetFileName(sample);
            terminal.Error.WriteLine($"Publishing {name} ...");
            if (PackArgument.Open(terminal, sample, RecordFormat.Table, cancellationToken) is not var (pack, files))
            {
                return ExitCode.CouldNotDoIt;
            }

            var progress = new PublishProgress(terminal);
            var request = new PublishPack(pack, null, [], Path.Combine(directory, name), DateOnly.MaxValue);
            var published = new PublishPackHandler(ReportFormats.Of(HouseStyle.Of(pack, files).Brand), ProgramVersion.Current).Handle(
                request,
                progress,
                cancellationToken);
            progress.Finish();
            if (published is not PublishPackOutcome.Written done)
            {
                terminal.Error.WriteLine(published.Sentence);
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
