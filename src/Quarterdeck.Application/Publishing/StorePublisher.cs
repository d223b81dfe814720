using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Reports;
using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Publishing;

/// <summary>Who publishes what from a store, and why.</summary>
/// <param name="Directory">Where the files go, as <see cref="Publish.To"/> puts them.</param>
/// <param name="Report">Code of the report; null for every report of the pack.</param>
/// <param name="Formats">Names of the formats put in the folder; empty for all. All are remembered.</param>
/// <param name="Author">Who answers for it.</param>
/// <param name="Note">Why; of a correction, what was wrong, for readers.</param>
/// <param name="IsCorrection">Whether what was published before may be corrected.</param>
public sealed record PublishRequest(string Directory, string? Report, IReadOnlyList<string> Formats, string Author, string Note, bool IsCorrection);

/// <summary>
/// Publishes what a store holds and remembers it there: what each report was made from, every file's fingerprint and every figure
/// printed. What is published stays; a report of the same round that would differ is a correction, and is linked to what it corrects.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="organisation">Code of the organisation.</param>
/// <param name="read">Makes a pack of rows.</param>
/// <param name="formatsOf">The formats there are, in the look of a pack and what the store keeps beside it.</param>
/// <param name="clock">Says when.</param>
/// <param name="version">The program's version.</param>
public sealed class StorePublisher(
    IStore store, string organisation, PackFromRows read, Func<Pack, StoredState, IReadOnlyList<ReportFormat>> formatsOf, TimeProvider clock, string version)
{
    /// <summary>The format that shows whatever a report holds.</summary>
    private const string Proving = "html";

    /// <summary>Publishes: all reports asked for are remembered in one change, then their files are put in the folder.</summary>
    /// <param name="request">What to publish.</param>
    /// <param name="progress">Told of each report and format as it is begun; null when nobody listens.</param>
    /// <param name="stop">Stops before anything is remembered.</param>
    public async Task<Publication> Publish(PublishRequest request, IProgress<PublishStep>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var state = await store.Read(organisation, stop: stop).ConfigureAwait(false);
        if (StoredPack.Of(state, read, "store").Pack is not { } pack)
        {
            return new Publication.Failed("What is stored does not make a sound pack. See: quarterdeck check --store ...");
        }

        var formats = formatsOf(pack, state);
        var order = PublicationOrder.Of(request.Directory, pack, request.Report, formats, request.Formats);
        if (order.Refusal is { } refusal)
        {
            return new Publication.Refused(refusal);
        }

        var inputs = RowDigest.Of(state);
        var (earlier, made) = (PublishedVersion.All(state), new List<(PublishedVersion Version, MadeReport Made, bool IsNew)>());
        foreach (var definition in order.Reports)
        {
            stop.ThrowIfCancellationRequested();
            var (result, refused) = One(new Inputs(pack, state, inputs, formats), definition, request, earlier, progress, stop);
            if (refused is not null)
            {
                return new Publication.Refused(refused);
            }

            made.Add(result);
        }

        if (made.Exists(one => one.IsNew) && await Remember(state, request, [.. made.Where(one => one.IsNew)], stop).ConfigureAwait(false) is { } conflict)
        {
            return new Publication.Failed(conflict);
        }

        return Put(made, order.Formats, order.FolderOf);
    }

    /// <summary>Makes a publication again from what it was made from, and proves that the files are the same.</summary>
    /// <param name="id">Its identity.</param>
    /// <param name="directory">Where the files go.</param>
    /// <param name="asked">Names of formats; empty asks for all.</param>
    /// <param name="evenIfDifferent">Whether files that this version of the program makes differently are put there too.</param>
    /// <param name="progress">Told of each format as it is begun; null when nobody listens.</param>
    /// <param name="stop">Stops between two formats.</param>
    public async Task<Publication> Reissue(
        string id, string directory, IReadOnlyList<string> asked, bool evenIfDifferent, IProgress<PublishStep>? progress = null, CancellationToken stop = default)
    {
        var all = PublishedVersion.All(await store.Read(organisation, stop: stop).ConfigureAwait(false));
        if (all.FirstOrDefault(one => string.Equals(one.Id, id, StringComparison.OrdinalIgnoreCase)) is not { } published)
        {
            return new Publication.Refused(all.Count == 0 ? "Nothing was published from this store yet."
                : $"No publication is called '{id}'. To see them all: quarterdeck publications --store ... The last was {all[^1].Id}.");
        }

        var state = await store.ReadAfter(organisation, published.Change, stop).ConfigureAwait(false);
        if (RowDigest.Of(state) != published.Inputs)
        {
            return new Publication.Failed($"{published.Id} cannot be made again: what it was made from is not all there any more. Either personal data was erased since, or the store was altered: quarterdeck audit verify tells which.");
        }

        if (StoredPack.Of(state, read, "store").Pack is not { } pack)
        {
            return new Publication.Failed($"{published.Id} cannot be made again: this version of Quarterdeck ({version}) finds errors in what it was made from. Use {published.ProgramVersion}, which made it.");
        }

        var formats = formatsOf(pack, state);
        var order = PublicationOrder.Of(directory, pack, published.Report, formats, asked);
        if (order.Refusal is { } refusal)
        {
            return new Publication.Refused(refusal);
        }

        var made = MadeReport.Of(Built(pack, order.Reports[0], published), formats, progress, stop);
        var different = made.Files.Where(file => order.Formats.Any(format => format.Name == file.Format) && !published.Files.Contains(file)).Select(file => file.Name).ToList();
        return different.Count > 0 && !evenIfDifferent
            ? new Publication.Failed($"{published.Id} was made by Quarterdeck {published.ProgramVersion}; this is {version}, and makes {string.Join(", ", different)} differently. Nothing was written. Use {published.ProgramVersion} for the same bytes, or say --even-if-different for the same figures as this version lays them out.")
            : Put([(published, made, false)], order.Formats, _ => directory, different);
    }

    private ((PublishedVersion Version, MadeReport Made, bool IsNew) Result, string? Refused) One(
        Inputs inputs, ReportDefinition definition, PublishRequest request, IReadOnlyList<PublishedVersion> earlier, IProgress<PublishStep>? progress, CancellationToken stop)
    {
        var round = ReportBuilder.Build(inputs.Pack, definition).Title.ResultsTo;
        var last = earlier.LastOrDefault(one => one.ResultsTo == round && string.Equals(one.Report, definition.Code, StringComparison.OrdinalIgnoreCase));
        if (last is not null)
        {
            var again = MadeReport.Of(Built(inputs.Pack, definition, last), inputs.Formats, progress, stop);
            if (last.Inputs == inputs.Digest || again.Files.SequenceEqual(last.Files))
            {
                return ((last, again, false), null);
            }

            if (!request.IsCorrection)
            {
                return (default, Differs(last, PublishedRecords.Find(inputs.State, last.Id), again));
            }
        }

        var now = clock.GetUtcNow();
        var number = (last?.Version ?? 0) + 1;
        var unmade = new PublishedVersion
        {
            Id = PublishedVersion.IdOf(definition.Code, round, number),
            Report = definition.Code,
            Title = definition.Title,
            ResultsTo = round,
            Version = number,
            PublishedAt = now,
            PublishedOn = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, clock.LocalTimeZone).DateTime),
            Author = request.Author,
            Note = request.Note,
            Change = inputs.State.Change,
            Inputs = inputs.Digest,
            ProgramVersion = version,
            Files = [],
            Corrects = last?.Id,
            CorrectedOn = last?.PublishedOn,
        };
        var made = MadeReport.Of(Built(inputs.Pack, definition, unmade), inputs.Formats, progress, stop);
        return ((unmade with { Files = made.Files, MadeFrom = MadeFrom(inputs, definition, unmade, made) }, made, true), null);
    }

    /// <summary>The indicators whose rows alone make the same report, which is tried; null where they do not.</summary>
    private List<IndicatorRef>? MadeFrom(Inputs inputs, ReportDefinition definition, PublishedVersion version, MadeReport made)
    {
        if (inputs.Formats.FirstOrDefault(format => format.Name == Proving) is not { } format)
        {
            return null;
        }

        var references = PublishedInputs.Of(inputs.Pack, made.Report.Rated.Select(one => one.Indicator.Ref)).Order().ToList();
        var some = PublishedInputs.Only(inputs.State, references.Select(one => one.Value).ToHashSet(StringComparer.Ordinal));
        return StoredPack.Of(some, read, "store").Pack is { } pack
            && MadeReport.Of(Built(pack, definition with { ResultsTo = version.ResultsTo }, version), [format], null, CancellationToken.None) is var again
            && again.Files.All(made.Files.Contains) ? references : null;
    }

    /// <summary>The indicators all of them were made from; null where one may have been made from anything.</summary>
    private static HashSet<string>? MadeFrom(IReadOnlyList<(PublishedVersion Version, MadeReport Made, bool IsNew)> made) =>
        made.Any(one => one.Version.MadeFrom is null) ? null : [.. made.SelectMany(one => one.Version.MadeFrom!).Select(reference => reference.Value)];

    /// <returns>Why it could not be remembered; null when it was.</returns>
    private async Task<string?> Remember(StoredState state, PublishRequest request, IReadOnlyList<(PublishedVersion Version, MadeReport Made, bool IsNew)> made, CancellationToken stop)
    {
        var place = state.Of(OwnTables.Publications).Count();
        var statements = made.SelectMany((one, at) => new[]
        {
            one.Version.Statement(place + at + 1),
            PublishedRecords.Of(one.Made.Report.Rated).Statement(one.Version.Id, place + at + 1),
        });
        var outcome = await store.Write(new Change(organisation, request.Author, request.Note, "publish", version, [.. statements]) { Seen = state.Change, MadeFrom = MadeFrom(made) }, stop).ConfigureAwait(false);
        return outcome is WriteOutcome.Conflict ? "Others changed what this was made from while it was being made. Nothing was published; look at what changed and publish again." : null;
    }

    private Publication Put(
        IReadOnlyList<(PublishedVersion Version, MadeReport Made, bool IsNew)> made, IReadOnlyList<ReportFormat> formats, Func<ReportDefinition, string> folderOf, IReadOnlyList<string>? different = null)
    {
        var done = new List<PublishedReport>();
        foreach (var (published, report, isNew) in made)
        {
            var folder = folderOf(report.Report.Definition);
            try
            {
                done.Add(report.Only(formats).Put(folder, different is { Count: > 0 } ? version : published.ProgramVersion, published.Id) with { Version = published, IsNew = isNew, Different = different ?? [] });
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                var remembered = made.Any(one => one.IsNew) ? $" It is published all the same; to write its files: quarterdeck reissue {published.Id} --store ... --out DIR" : string.Empty;
                return new Publication.Failed($"The report '{report.Report.Definition.Code}' could not be written to '{folder}': {problem.Message}{remembered}");
            }
        }

        return new Publication.Done(done);
    }

    private static Report Built(Pack pack, ReportDefinition definition, PublishedVersion published) =>
        ReportBuilder.Build(pack, definition, published.PublishedOn, published.Correction);

    private static string Differs(PublishedVersion last, PublishedRecords? before, MadeReport now)
    {
        var changed = before is null ? [] : before.ChangesTo(PublishedRecords.Of(now.Report.Rated)).Select(change => change.Ref).Distinct().ToList();
        var what = changed.Count == 0 ? "Its figures are the same, its words are not" : $"It would show other figures for {string.Join(", ", changed)}";
        return $"'{last.Report}' with results to {last.ResultsTo} was published on {last.PublishedOn:yyyy-MM-dd} as {last.Id}. {what}. If this corrects it, say --correction, and tell readers what was wrong with --reason; nothing was published.";
    }

    /// <param name="Pack">The pack.</param>
    /// <param name="State">What the store holds.</param>
    /// <param name="Digest">Its fingerprint.</param>
    /// <param name="Formats">Every format there is.</param>
    private sealed record Inputs(Pack Pack, StoredState State, string Digest, IReadOnlyList<ReportFormat> Formats);
}
