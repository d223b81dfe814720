using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Application.Packs;

/// <summary>Asks for what a store holds as a pack.</summary>
/// <param name="Organisation">Code of the organisation.</param>
/// <param name="Path">The folder the pack is written into, or the name of a new <c>.zip</c> or <c>.xlsx</c>.</param>
/// <param name="AsAt">As it was known at this moment; null for now.</param>
public sealed record ExportPack(string Organisation, string Path, DateTimeOffset? AsAt = null);

public sealed class ExportPackHandler(IStore store, IPackFormat packs)
{
    public async Task<ExportOutcome> HandleAsync(ExportPack request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var state = await store.ReadAsync(request.Organisation, request.AsAt, cancellationToken).ConfigureAwait(false);
        var stored = StoredPack.Of(state, packs.Read, "store");
        if (stored.Change == 0)
        {
            return new ExportOutcome.NothingStored(request.Organisation, request.AsAt);
        }

        if (stored.Pack is not { } pack)
        {
            return new ExportOutcome.NotSound(stored.Findings);
        }

        packs.Write(pack, request.Path);

        // A file lies beside the tables: in their folder, or beside the zip.
        var folder = Directory.Exists(request.Path) ? request.Path : Path.GetDirectoryName(Path.GetFullPath(request.Path))!;
        foreach (var file in StoredFile.All(state))
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, file.Name), file.Content, cancellationToken).ConfigureAwait(false);
        }

        return new ExportOutcome.Exported(request.Path, stored.Change, stored.RecordedAt!.Value);
    }
}

/// <summary>What came of an export.</summary>
public abstract record ExportOutcome
{
    private ExportOutcome()
    {
    }

    /// <summary>What happened, in a sentence.</summary>
    public abstract string Sentence { get; }

    public sealed record NothingStored(string Organisation, DateTimeOffset? AsAt) : ExportOutcome
    {
        public override string Sentence => AsAt is null
            ? $"The store has nothing for the organisation '{Organisation}'. Import a pack first, or name another organisation."
            : $"Nothing had been recorded for the organisation '{Organisation}' by then.";
    }

    /// <param name="Findings">Why what is stored is not a valid pack.</param>
    public sealed record NotSound(IReadOnlyList<Finding> Findings) : ExportOutcome
    {
        public override string Sentence => "What the store holds is not a valid pack. Nothing was written.";
    }

    /// <param name="Path">Where the pack lies.</param>
    /// <param name="Change">Number of the last change in it.</param>
    /// <param name="RecordedAt">When that was recorded.</param>
    public sealed record Exported(string Path, long Change, DateTimeOffset RecordedAt) : ExportOutcome
    {
        public override string Sentence => $"{Path}: as recorded by change {Change} of {RowChangeRecord.Moment(RecordedAt)}.";
    }
}
