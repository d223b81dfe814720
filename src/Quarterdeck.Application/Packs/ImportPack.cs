using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Collection;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Application.Packs;

/// <summary>Asks that a store says what a pack says, all or nothing.</summary>
/// <param name="Organisation">Code of the organisation.</param>
/// <param name="Pack">The pack, read without an error.</param>
/// <param name="Files">What lies beside it: its logo is kept with it.</param>
/// <param name="Source">Where the pack came from, as the record names it.</param>
/// <param name="Author">Who answers for the change.</param>
/// <param name="Reason">Why it is made.</param>
public sealed record ImportPack(string Organisation, Pack Pack, IPackFiles Files, string Source, string Author, string Reason)
{
    /// <summary>Rows and files the pack does not have stay as they are; else they are withdrawn, and their history is kept.</summary>
    public bool KeepsMissing { get; init; }

    /// <summary>Only says what would change.</summary>
    public bool IsDryRun { get; init; }
}

/// <param name="store">The store; null where there is none yet, which only a dry run can do without.</param>
/// <param name="packs">Turns packs into rows.</param>
/// <param name="styles">Reads the logo.</param>
/// <param name="programVersion">Recorded with the change.</param>
public sealed class ImportPackHandler(IStore? store, IPackFormat packs, IReportStyles styles, string programVersion)
{
    /// <param name="request">What to import.</param>
    /// <param name="progress">Told, in words, how far a very large import is; null for nobody.</param>
    /// <param name="cancellationToken">Stops it; nothing is kept of it.</param>
    public async Task<ImportOutcome> HandleAsync(ImportPack request, IProgress<string>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.IsDryRun && (string.IsNullOrWhiteSpace(request.Author) || string.IsNullOrWhiteSpace(request.Reason)))
        {
            return new ImportOutcome.NoAuthorOrReason();
        }

        var state = store is null ? StoredState.Empty : await store.ReadAsync(request.Organisation, cancellationToken: cancellationToken).ConfigureAwait(false);
        var style = styles.Read(request.Pack, request.Files);
        var plan = Plan(state, request, style, cancellationToken);

        // Where nothing is kept beside it, what is stored then is the pack, which is sound.
        if (request.KeepsMissing && StoredPack.After(state, plan, packs.Read, "store") is { Pack: null } unsound)
        {
            return new ImportOutcome.Disagrees(unsound.Findings) { Warnings = style.Findings };
        }

        if (PastApproval(state, plan) is { Count: > 0 } results)
        {
            return new ImportOutcome.PastApproval(results) { Warnings = style.Findings };
        }

        return await WriteAsync(request, plan, progress, cancellationToken).ConfigureAwait(false) with { Warnings = style.Findings };
    }

    /// <summary>The results it would change that a round collects and has not published: people return and approve those.</summary>
    private static List<string> PastApproval(StoredState state, ImportPlan plan)
    {
        var collected = state.Of(SystemTables.Returns)
            .Where(row => RowBody.Read(row.Body!).GetValueOrDefault("state") != ReturnState.Published.Code())
            .Select(row => new RowKey(row.Key).Parts())
            .Select(parts => (Ref: parts[1], Month: parts[0]))
            .ToHashSet();
        return collected.Count == 0 ? []
            : [.. plan.Changes.Where(change => change.Table == ResultBlock.Table && change.Kind != ChangeKind.Moved)
                .Select(change => change.Key.Parts())
                .Where(parts => collected.Contains((parts[0], parts[1])))
                .Select(parts => $"{parts[0]} for {parts[1]}")
                .Distinct()];
    }

    private ImportPlan Plan(StoredState state, ImportPack request, ReportStyle style, CancellationToken cancellationToken)
    {
        var pack = request.Pack;
        StoredFile[] files = style.Logo is { } logo ? [new StoredFile(pack.Settings.BrandLogo!, logo)] : [];
        return pack.Results is ResultList results
            ? BulkImport.Plan(state, packs.RowsOf(pack with { Results = [] }), results, packs.RowsOf(results), request.KeepsMissing, files, cancellationToken)
            : Import.Plan(state, packs.RowsOf(pack), request.KeepsMissing, files);
    }

    private async Task<ImportOutcome> WriteAsync(ImportPack request, ImportPlan plan, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        if (plan.Statements.Count == 0)
        {
            return new ImportOutcome.Unchanged(plan);
        }

        if (request.IsDryRun || store is null)
        {
            return new ImportOutcome.WouldChange(plan);
        }

        var change = Import.Write(plan, request.Organisation, request.Author, request.Reason, request.Source, programVersion);
        return await store.WriteAsync(change, progress, cancellationToken).ConfigureAwait(false) switch
        {
            WriteOutcome.Written written => new ImportOutcome.Imported(plan, written.Number, written.RecordedAt),
            WriteOutcome.Conflict conflict => new ImportOutcome.Conflicted(plan, conflict.Rows),
            _ => throw new InvalidOperationException("A change is written or in conflict."),
        };
    }
}

/// <summary>What came of an import.</summary>
public abstract record ImportOutcome
{
    private ImportOutcome()
    {
    }

    /// <summary>What happened, in a sentence.</summary>
    public abstract string Sentence { get; }

    /// <summary>Why the logo is not kept where it should be.</summary>
    public IReadOnlyList<Finding> Warnings { get; init; } = [];

    /// <summary>What the import changes or would change, row by row; null where it was refused before that was known.</summary>
    public virtual ImportPlan? Plan => null;

    public sealed record NoAuthorOrReason : ImportOutcome
    {
        public override string Sentence => "An import needs an author and a reason: whoever reads the record later wants to know who changed this and why.";
    }

    /// <param name="Findings">Why what would be kept does not make a sound pack with what is imported.</param>
    public sealed record Disagrees(IReadOnlyList<Finding> Findings) : ImportOutcome
    {
        public override string Sentence => "The pack does not fit the rows that the store would keep. Nothing was written.";
    }

    /// <param name="Results">What a round collects, indicator and month.</param>
    public sealed record PastApproval(IReadOnlyList<string> Results) : ImportOutcome
    {
        private const int MostNamed = 5;

        public override string Sentence =>
            $"A round collects {string.Join(", ", Results.Take(MostNamed))}"
            + $"{(Results.Count > MostNamed ? $" and {Results.Count - MostNamed} more" : string.Empty)}. "
            + "Return these figures at /desk, where they are approved, or leave them out of the pack. Nothing was written.";
    }

    /// <inheritdoc cref="Imported"/>
    public sealed record Unchanged(ImportPlan Changes) : ImportOutcome
    {
        public override ImportPlan Plan => Changes;

        public override string Sentence => "The store already holds what the pack says. Nothing changes.";
    }

    /// <inheritdoc cref="Imported"/>
    public sealed record WouldChange(ImportPlan Changes) : ImportOutcome
    {
        public override ImportPlan Plan => Changes;

        public override string Sentence => "Nothing was written.";
    }

    /// <param name="Changes">What changes.</param>
    /// <param name="Number">Number of the change in the record.</param>
    /// <param name="RecordedAt">When it was recorded.</param>
    public sealed record Imported(ImportPlan Changes, long Number, DateTimeOffset RecordedAt) : ImportOutcome
    {
        public override ImportPlan Plan => Changes;

        public override string Sentence => $"Recorded as change {Number} at {RowChangeRecord.Moment(RecordedAt)}.";
    }

    /// <param name="Changes">What would have changed.</param>
    /// <param name="Rows">The rows others changed meanwhile.</param>
    public sealed record Conflicted(ImportPlan Changes, IReadOnlyList<ConflictingRow> Rows) : ImportOutcome
    {
        public override ImportPlan Plan => Changes;

        public override string Sentence => "Somebody else changed the store during this import. Nothing was written. Import again to see what it changes now.";
    }
}
