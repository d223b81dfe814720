using System.CommandLine;
using Quarterdeck.Cli.Output;
using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Reading;

namespace Quarterdeck.Cli.Input;

/// <summary>The pack a command works on, where it is never a store.</summary>
internal static class PackArgument
{
    public static Argument<string> Make() => new("PACK")
    {
        Description = "The pack: a folder of CSV tables, a zip of one, or a workbook (.xlsx, .ods).",
    };

    /// <summary>Whether anything is there. If not, prints a message.</summary>
    public static bool Exists(Terminal terminal, string path)
    {
        if (File.Exists(path) || Directory.Exists(path))
        {
            return true;
        }

        terminal.Error.WriteLine(
            $"There is no pack at '{path}': no file or folder has this name. Check the path. The current folder is '{Environment.CurrentDirectory}'.");
        return false;
    }

    /// <summary>Reads a pack that exists, sound or not; of a very large one it says how far it is.</summary>
    public static PackInHand Read(Terminal terminal, string path, CancellationToken cancellationToken, int? findingsPerKind = null)
    {
        var limits = ReadLimits.Default with { FindingsPerKind = findingsPerKind ?? ReadLimits.Default.FindingsPerKind };
        var reading = PackReader.Read(path, limits with { Stop = cancellationToken, Progress = new StoreProgress(terminal) });
        cancellationToken.ThrowIfCancellationRequested();
        return new PackInHand(path, reading.Pack, reading.Findings, new FilesBesidePack(path));
    }

    /// <summary>Reads a pack for a command that needs a sound one; where it is not, writes the findings in its place.</summary>
    public static SoundPack? Open(Terminal terminal, string path, RecordFormat format, CancellationToken cancellationToken)
    {
        if (!Exists(terminal, path))
        {
            return null;
        }

        return Read(terminal, path, cancellationToken).Sound(terminal, format);
    }
}
