using Quarterdeck.Application.Publishing;
using Quarterdeck.Cli.Formats;
using Quarterdeck.Cli.Output;

namespace Quarterdeck.Cli.Commands;

/// <summary>Writes the files of publications, and says what came of it: their names on standard output, all else on standard error.</summary>
internal static class PublicationText
{
    public static int Write(Terminal terminal, PublishOutcome outcome, string directory)
    {
        if (outcome is PublishOutcome.Published published)
        {
            return Write(terminal, published.Reports, directory, published.SentenceOf);
        }

        terminal.Error.WriteLine(outcome.Sentence);
        return outcome is PublishOutcome.Refused or PublishOutcome.Differs ? ExitCode.WrongUse : ExitCode.CouldNotDoIt;
    }

    public static int Write(Terminal terminal, ReissueOutcome outcome, string directory)
    {
        if (outcome is ReissueOutcome.Issued issued)
        {
            return Write(terminal, [issued.Report], directory, _ => issued.Sentence);
        }

        terminal.Error.WriteLine(outcome.Sentence);
        return outcome is ReissueOutcome.Unknown or ReissueOutcome.Refused ? ExitCode.WrongUse : ExitCode.CouldNotDoIt;
    }

    public static int Write(Terminal terminal, PublishPackOutcome outcome)
    {
        if (outcome is not PublishPackOutcome.Written written)
        {
            terminal.Error.WriteLine(outcome.Sentence);
            return outcome is PublishPackOutcome.Refused ? ExitCode.WrongUse : ExitCode.CouldNotDoIt;
        }

        HouseStyle.Tell(terminal, written.Reports.SelectMany(one => one.Findings));
        foreach (var path in written.Reports.SelectMany(report => report.Files.Select(file => Path.Combine(report.Directory, file.Name))))
        {
            terminal.Output.WriteLine(path);
        }

        return ExitCode.Done;
    }

    private static int Write(Terminal terminal, IReadOnlyList<IssuedReport> reports, string directory, Func<IssuedReport, string> sentenceOf)
    {
        HouseStyle.Tell(terminal, reports.SelectMany(report => report.Findings));
        var problem = ReportFolders.Write(reports, directory, (report, folder) =>
        {
            // The manifest vouches for the files and is not one of them.
            foreach (var file in report.Files.SkipLast(1))
            {
                terminal.Output.WriteLine(Path.Combine(folder, file.Name));
            }

            terminal.Error.WriteLine(sentenceOf(report));
        });
        if (problem is not null)
        {
            terminal.Error.WriteLine(problem);
        }

        return problem is null ? ExitCode.Done : ExitCode.CouldNotDoIt;
    }
}
