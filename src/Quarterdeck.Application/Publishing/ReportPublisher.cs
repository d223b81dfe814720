using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Packs;
using Quarterdeck.Application.Reports;
using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Publications;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Publishing;

/// <summary>
/// Publishes what a store holds and remembers it there: what each report was made from, every file's fingerprint and every figure
/// printed. What is published stays; a report of the same round that would differ is a correction, and is linked to what it corrects.
/// </summary>
internal sealed class ReportPublisher(IStore store, IPackFormat packs, IReportStyles styles, TimeProvider clock, string programVersion)
{
    /// <summary>The format that shows whatever a report holds.</summary>
    private const string Proving = "html";

    /// <summary>Makes all reports asked for, and remembers them in one change.</summary>
    /// <param name="request">What to publish.</param>
    /// <param name="isCorrection">Whether what was published before may be corrected.</param>
    /// <param name="progress">Told of each report and format as it is begun; null when nobody listens.</param>
    /// <param name="cancellationToken">Stops before anything is remembered.</param>
    public async Task<PublishOutcome> PublishAsync(
        PublishReport request, bool isCorrection, IProgress<PublishStep>? progress, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.Author) || string.IsNullOrWhiteSpace(request.Reason))
        {
            return new PublishOutcome.Refused("A publication needs an author and a reason; of a correction the reason tells readers what was wrong.");
        }

        var state = await store.ReadAsync(request.Organisation, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (StoredPack.Of(state, packs.Read, "store").Pack is not { } pack)
        {
            return new PublishOutcome.NotSound();
        }

        var inputs = new Inputs(pack, state, RowDigest.Of(state), styles.Read(pack, new FilesInStore(state)).Formats);
        var order = PublicationOrder.From(pack, request.Report, inputs.Formats, request.Formats);
        if (order.Refusal is { } refusal)
        {
            return new PublishOutcome.Refused(refusal);
        }

        var (checks, decisions, blocked) = StoreGate.Check(request, pack, [.. order.Reports.Where(report => !IsPublishedAsStored(inputs, report))],
            Today(pack, request.At));
        if (blocked is not null)
        {
            return blocked;
        }

        if (decisions.Count > 0)
        {
            return await new StoreGate(store, packs, programVersion).RecordAsync(request, state, decisions, cancellationToken).ConfigureAwait(false)
                ? await PublishAsync(request with { Accept = [] }, isCorrection, progress, cancellationToken).ConfigureAwait(false)
                : new PublishOutcome.Conflicted();
        }

        var made = new List<Made>();
        foreach (var definition in order.Reports)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (one, refused) = await MakeAsync(
                inputs, definition, checks.GetValueOrDefault(definition.Code)?.Accepted ?? [], request, isCorrection, progress, cancellationToken)
                .ConfigureAwait(false);
            if (one is null)
            {
                return refused!;
            }

            made.Add(one);
        }

        return await RememberAsync(request, inputs, made, cancellationToken).ConfigureAwait(false)
            ? new PublishOutcome.Published([.. made.Select(one => Issued(one, order.Formats))], isCorrection)
            {
                Lesser = GateWords.Lesser(GateResult.All(checks.Values)),
                StillShown = isCorrection ? CorrectedElsewhere.Of(state, [.. made.Where(one => one.IsNew).Select(one => (one.Version,
                    one.Report!.Report))]) : [],
            }
            : new PublishOutcome.Conflicted();
    }

    private static bool IsPublishedAsStored(Inputs inputs, ReportDefinition definition) =>
        LastOf(inputs, definition, ReportBuilder.Build(inputs.Pack, definition).Title.ResultsTo)?.Inputs == inputs.Digest;

    private static PublishedVersion? LastOf(Inputs inputs, ReportDefinition definition, Domain.Periods.Month round) =>
        PublishedVersion.All(inputs.State)
            .LastOrDefault(one => one.ResultsTo == round && string.Equals(one.Report, definition.Code, StringComparison.OrdinalIgnoreCase));

    private DateOnly Today(Pack pack, DateTimeOffset? at) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at ?? clock.GetUtcNow(), pack.Settings.FindTimeZone() ?? clock.LocalTimeZone).DateTime);

    /// <summary>The report as it was published, or would be.</summary>
    public static Report Build(Pack pack, ReportDefinition definition, PublishedVersion published) =>
        ReportBuilder.Build(pack, definition, published.PublishedOn, published.Correction, published.Accepted);

    private static IssuedReport Issued(Made one, IReadOnlyList<ReportFormat> formats) =>
        new(one.Version, one.Kept ?? one.Report!.WithManifest(formats, one.Version.ProgramVersion, one.Version.Id)) { IsNew = one.IsNew };

    private async Task<(Made? Made, PublishOutcome? Refused)> MakeAsync(
        Inputs inputs,
        ReportDefinition definition,
        IReadOnlyList<AcceptedError> accepted,
        PublishReport request,
        bool isCorrection,
        IProgress<PublishStep>? progress,
        CancellationToken cancellationToken)
    {
        var round = ReportBuilder.Build(inputs.Pack, definition).Title.ResultsTo;
        var last = LastOf(inputs, definition, round);
        if (last is not null)
        {
            if (last.Inputs == inputs.Digest
                && await KeptFiles.ReadAsync(store, request.Organisation, last, request.Formats, cancellationToken).ConfigureAwait(false) is { } kept)
            {
                return (new Made(last, null, kept), null);
            }

            var again = RenderedReport.Of(Build(inputs.Pack, definition, last), inputs.Formats, progress, cancellationToken);
            if (again.Files.SequenceEqual(last.Files))
            {
                return (new Made(last, again, null), null);
            }

            if (last.Inputs == inputs.Digest)
            {
                return (null, new PublishOutcome.MadeOtherwise(last, programVersion));
            }

            if (!isCorrection)
            {
                return (null, new PublishOutcome.Differs(last, DifferingRefs(PublishedRecords.Find(inputs.State, last.Id), again)));
            }
        }

        var unmade = Next(inputs, definition, request, round, last) with { Accepted = accepted };
        var made = RenderedReport.Of(Build(inputs.Pack, definition, unmade), inputs.Formats, progress, cancellationToken);
        return (new Made(unmade with { Files = made.Files, MadeFrom = MadeFrom(inputs, definition, unmade, made) }, made, null) { IsNew = true }, null);
    }

    /// <summary>The version that follows the last one of a report and round, before it is made.</summary>
    private PublishedVersion Next(Inputs inputs, ReportDefinition definition, PublishReport request, Domain.Periods.Month round, PublishedVersion? last)
    {
        var now = request.At ?? clock.GetUtcNow();
        var number = (last?.Version ?? 0) + 1;
        return new PublishedVersion
        {
            Id = PublishedVersion.IdOf(definition.Code, round, number),
            Report = definition.Code,
            Title = definition.Title,
            ResultsTo = round,
            Version = number,
            PublishedAt = now,
            PublishedOn = Today(inputs.Pack, request.At),
            Author = request.Author,
            Note = request.Reason,
            Change = inputs.State.Change,
            Inputs = inputs.Digest,
            ProgramVersion = programVersion,
            Files = [],
            Corrects = last?.Id,
            CorrectedOn = last?.PublishedOn,
        };
    }

    /// <summary>The indicators whose rows alone make the same report, which is tried; null where they do not.</summary>
    private List<IndicatorRef>? MadeFrom(Inputs inputs, ReportDefinition definition, PublishedVersion version, RenderedReport made)
    {
        if (inputs.Formats.FirstOrDefault(format => format.Name == Proving) is not { } format)
        {
            return null;
        }

        var references = PublishedInputs.Of(inputs.Pack, made.Report.Rated.Select(one => one.Indicator.Ref)).Order().ToList();
        var some = PublishedInputs.Only(inputs.State, references.Select(one => one.Value).ToHashSet(StringComparer.Ordinal));
        return StoredPack.Of(some, packs.Read, "store").Pack is { } pack
            && RenderedReport.Of(Build(pack, definition with { ResultsTo = version.ResultsTo }, version), [format], null, CancellationToken.None) is var again
            && again.Files.All(made.Files.Contains) ? references : null;
    }

    /// <summary>Records what is new, with the bytes of its files.</summary>
    /// <returns>Whether it is recorded; else others changed what it is made from.</returns>
    private async Task<bool> RememberAsync(PublishReport request, Inputs inputs, List<Made> made, CancellationToken cancellationToken)
    {
        List<Made> added = [.. made.Where(one => one.IsNew)];
        if (added.Count == 0 && request.AlsoWritten.Count == 0)
        {
            return true;
        }

        await request.BeforeWriting(cancellationToken).ConfigureAwait(false);

        var place = inputs.State.Of(SystemTables.Publications).Count();
        var statements = added.SelectMany((one, at) => new[]
        {
            one.Version.Statement(place + at + 1),
            PublishedRecords.Of(one.Report!.Report.Rated).Statement(one.Version.Id, place + at + 1),
        });
        var change = new Change(request.Organisation, request.Author, request.Reason, "publish", programVersion, [.. statements, .. request.AlsoWritten])
        {
            Seen = inputs.State.Change,
            MadeFrom = MadeFromAll(added),
            PublicationFiles = [.. added.SelectMany(one => KeptFiles.Of(one.Version.Id, one.Report!))],
        };
        return await store.WriteAsync(change, cancellationToken).ConfigureAwait(false) is WriteOutcome.Written;
    }

    /// <summary>The indicators all of them were made from; null where one may have been made from anything.</summary>
    private static HashSet<string>? MadeFromAll(List<Made> made) =>
        made.Exists(one => one.Version.MadeFrom is null) ? null : [.. made.SelectMany(one => one.Version.MadeFrom!).Select(reference => reference.Value)];

    private static IReadOnlyList<string> DifferingRefs(PublishedRecords? before, RenderedReport now) =>
        before is null ? [] : [.. before.ChangesTo(PublishedRecords.Of(now.Report.Rated)).Select(change => change.Ref).Distinct()];

    /// <param name="Pack">The pack.</param>
    /// <param name="State">What the store holds.</param>
    /// <param name="Digest">Its fingerprint.</param>
    /// <param name="Formats">Every format there is.</param>
    private sealed record Inputs(Pack Pack, StoredState State, string Digest, IReadOnlyList<ReportFormat> Formats);

    /// <param name="Version">As the store remembers it, or will.</param>
    /// <param name="Report">The report in all formats; null where its kept files are given out.</param>
    /// <param name="Kept">The kept files asked for and their manifest; null where it was made.</param>
    private sealed record Made(PublishedVersion Version, RenderedReport? Report, IReadOnlyList<ReportFile>? Kept)
    {
        /// <summary>Whether it is to be remembered.</summary>
        public bool IsNew { get; init; }
    }
}
