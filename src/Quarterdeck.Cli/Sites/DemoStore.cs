using Quarterdeck.Application.Packs;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Application.Store;
using Quarterdeck.Cli.Formats;
using Quarterdeck.Cli.Input;
using Quarterdeck.Cli.Output;
using Quarterdeck.Packs.Reading;

namespace Quarterdeck.Cli.Sites;

/// <summary>The samples in a store of their own, each as an organisation, imported and published as anybody's figures are.</summary>
/// <param name="store">Where they are kept.</param>
/// <param name="folder">Where the files of their publications go, a folder a sample.</param>
/// <param name="terminal">Told of a logo that is left out.</param>
/// <param name="clock">Says when it was published.</param>
internal sealed class DemoStore(IStore store, string folder, Terminal terminal, TimeProvider clock)
{
    private const string Author = "Quarterdeck demo";

    /// <summary>A sample as it comes with the program; null where it is damaged.</summary>
    public static SoundPack? Read(string sample) => PackReader.Read(sample).Pack is { } pack ? new SoundPack(pack, new FilesBesidePack(sample)) : null;

    public static string Damaged(string sample) => $"The sample '{Path.GetFileName(sample)}' is damaged. Install or build the program again.";

    /// <summary>Imports and publishes a sample that the store does not have. What was stopped half-way is gone on with.</summary>
    /// <param name="sample">The sample's folder; its name is the organisation's code.</param>
    /// <param name="cancellationToken">Stops between two steps, each of which is whole or not there.</param>
    /// <returns>Why it could not be done; null when it was.</returns>
    public async Task<string?> SeedAsync(string sample, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(sample);
        if (Read(sample) is not var (pack, files))
        {
            return Damaged(sample);
        }

        var request = new ImportPack(name, pack, files, name, Author, "The sample as it comes with the program");
        var imported = await new ImportPackHandler(store, PackFormat.Instance, ReportStyles.Instance, ProgramVersion.Current).HandleAsync(
            request,
            null,
            cancellationToken);
        HouseStyle.Tell(terminal, imported.Warnings);
        if (imported is ImportOutcome.Conflicted)
        {
            return "Another demo is being made in the same folder. Wait for it, or choose another folder with --out.";
        }

        var handler = new PublishReportHandler(store, PackFormat.Instance, ReportStyles.Instance, clock, ProgramVersion.Current);
        var published = await handler.HandleAsync(new PublishReport(name, null, [], Author, "Published for the demo"), null, cancellationToken);
        return published is PublishOutcome.Published done
            ? ReportFolders.Write(done.Reports, Path.Combine(folder, name), (_, _) => { })
            : published.Sentence;
    }
}
