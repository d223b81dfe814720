using Quarterdeck.Application.Publishing;
using Quarterdeck.Cli.Formats;
using Quarterdeck.Cli.Output;

namespace Quarterdeck.Cli.Commands;

/// <summary>Tells what came of publishing: the files on standard output, all else on standard error.</summary>
internal static class PublicationText
{
    /// <param name="terminal">Told.</param>
    /// <param name="publication">What came of it.</param>
    /// <param name="isCorrection">Whether a correction was asked for, which may turn out to correct nothing.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Write(Terminal terminal, Publication publication, bool isCorrection = false)
    {
        switch (publication)
        {
            case Publication.Done done:
                HouseStyle.Tell(terminal, done.Reports.SelectMany(one => one.Findings));
                foreach (var report in done.Reports)
                {
                    foreach (var file in report.Files)
                    {
                        terminal.Output.WriteLine(Path.Combine(report.Directory, file.Name));
                    }

                    if (Remembered(report, isCorrection) is { } sentence)
                    {
                        terminal.Error.WriteLine(sentence);
                    }
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

    private static string? Remembered(PublishedReport report, bool isCorrection) => report switch
    {
        { Version: null } => null,
        { Different.Count: > 0 } => $"{report.Version.Id}: not as published on {report.Version.PublishedOn:yyyy-MM-dd}: {string.Join(", ", report.Different)}.",
        { IsNew: false } when isCorrection => $"{report.Version.Id}: the same as published on {report.Version.PublishedOn:yyyy-MM-dd}, byte for byte, so there is nothing to correct.",
        { IsNew: false } => $"{report.Version.Id}: the same as published on {report.Version.PublishedOn:yyyy-MM-dd}, byte for byte.",
        { Version.Corrects: { } earlier } => $"{report.Version.Id}: published; it corrects {earlier}.",
        _ => $"{report.Version.Id}: published.",
    };
}
