using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Publishing;

/// <summary>Which other current publications still show figures that a correction has changed.</summary>
internal static class CorrectedElsewhere
{
    /// <param name="state">What the store held before the correction.</param>
    /// <param name="corrections">The versions made now, each with its report.</param>
    public static IReadOnlyList<StillShown> Of(StoredState state, IReadOnlyList<(PublishedVersion Version, Report Report)> corrections)
    {
        var changes = corrections.SelectMany(one => Changes(state, one.Version, one.Report)).ToList();
        var corrected = corrections.Select(one => (one.Version.Report, one.Version.ResultsTo)).ToHashSet();
        return
        [
            .. PublishedVersion.All(state).GroupBy(one => (one.Report, one.ResultsTo)).Where(group => !corrected.Contains(group.Key)).Select(group =>
                group.Last())
                .Select(version => new StillShown(version.Id, Shown(PublishedRecords.Find(state, version.Id), changes)))
                .Where(shown => shown.Refs.Count > 0),
        ];
    }

    private static IEnumerable<(string Period, FigureChange Change)> Changes(StoredState state, PublishedVersion version, Report report) =>
        version.Corrects is { } earlier && PublishedRecords.Find(state, earlier) is { } before
            ? before.ChangesTo(PublishedRecords.Of(report.Rated)).Select(change => (Period(before, change.Ref), change)) : [];

    private static List<string> Shown(PublishedRecords? records, List<(string Period, FigureChange Change)> changes) =>
        records is null ? []
        : [.. changes
            .Where(one => one.Change.Before is { } was && Period(records, one.Change.Ref) == one.Period
                && records.Of(new IndicatorRef(one.Change.Ref))?.GetValueOrDefault(one.Change.Field) == was)
            .Select(one => one.Change.Ref).Distinct()];

    private static string Period(PublishedRecords records, string reference) =>
        records.Of(new IndicatorRef(reference))?.GetValueOrDefault("latest_period") ?? string.Empty;
}
