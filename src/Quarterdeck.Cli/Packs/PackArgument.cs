using System.CommandLine;
using Quarterdeck.App.Findings;
using Quarterdeck.Cli.Checks;
using Quarterdeck.Cli.Records;
using Quarterdeck.Cli.Terminals;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Interchange.Packs;

namespace Quarterdeck.Cli.Packs;

/// <summary>The pack a command works on.</summary>
internal static class PackArgument
{
    public static Argument<string> Make() => new("PACK")
    {
        Description = "The pack: a folder of CSV tables, a zip of one, or a workbook (.xlsx, .ods).",
    };

    /// <summary>Whether anything lies there; where not, says so.</summary>
    public static bool Exists(Terminal terminal, string path)
    {
        if (File.Exists(path) || Directory.Exists(path))
        {
            return true;
        }

        terminal.Error.WriteLine($"There is no pack at '{path}': no file or folder is called so. Check the path; it is read from '{Environment.CurrentDirectory}'.");
        return false;
    }

    /// <summary>Reads a pack for a command that needs a sound one; where it is not, writes the findings in its place.</summary>
    public static Pack? Open(Terminal terminal, string path, RecordFormat format, CancellationToken stop)
    {
        if (!Exists(terminal, path))
        {
            return null;
        }

        var reading = PackReader.Read(path);
        stop.ThrowIfCancellationRequested();
        if (reading.Pack is null)
        {
            RecordData.Write(terminal, format, FindingRecord.Fields, FindingText.InOrder(reading.Findings), findings => FindingText.Write(terminal, findings));
            terminal.Error.WriteLine($"The pack cannot be read: {FindingText.Summary(reading.Findings)}. Mend the errors and try again; nothing was done.");
        }
        else if (reading.Findings.Any(finding => finding.Severity == Severity.Warning))
        {
            terminal.Error.WriteLine($"Reading the pack gave {FindingText.Summary(reading.Findings)}; to see them: quarterdeck check {path}");
        }

        return reading.Pack;
    }
}
