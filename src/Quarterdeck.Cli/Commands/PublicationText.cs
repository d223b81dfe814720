using Quarterdeck.Application.Publishing;
using Quarterdeck.Cli.Formats;
using Quarterdeck.Cli.Output;
using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Cli.Commands;

/// <summary>Writes the files of publications, and says what came of it: their names on standard output, all else on standard error.</summary>
internal static class PublicationText
{
    public static int Write(Terminal terminal, PublishOutcome outcome, string directory)
    {
        if (outcome is PublishOutcome.Published published)
        {
            var code = Write(terminal, published.Reports, directory, published.SentenceOf);
            foreach (var sentence in published.StillShown.Select(one => one.Sentence).Append(published.Lesser).OfType<string>())
            {
                terminal.Error.WriteLine(sentence);
            }

            return code;
        }

        if (outcome is PublishOutcome.Blocked blocked)
        {
            return Blocked(terminal, blocked.Errors, blocked.Sentence);
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
        if (outcome is PublishPackOutcome.Blocked blocked)
        {
            return Blocked(terminal, blocked.Errors, blocked.Sentence);
        }

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

        if (written.Lesser is { } lesser)
        {
            terminal.Error.WriteLine(lesser);
        }

        return ExitCode.Done;
    }

    /// <summary>The errors, and what to do about them.</summary>
    private static int Blocked(Terminal terminal, IReadOnlyList<Finding> errors, string sentence)
    {
        FindingText.Write(terminal, errors);
        terminal.Error.WriteLine(sentence);
        return ExitCode.Findings;
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
