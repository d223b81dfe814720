using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Statistics;
using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Packs;

namespace Quarterdeck.Application.Publishing;

/// <summary>
/// Finds published ratings, years to date and directions that this version of the program would give differently from the same rows. The
/// publications keep what they printed; whoever answers for them can decide whether to correct them.
/// </summary>
public sealed class PublishedByOtherRules(IStore store, IPackFormat packs)
{
    private const string Code = "published-by-other-rules";

    private static readonly (string Field, string Words)[] Compared =
        [("rating", "rating"), ("ytd_displayed", "year to date"), ("ytd_rating", "year-to-date rating"), ("direction", "direction of travel")];

    /// <param name="organisation">Whose publications; of each report and round the latest version.</param>
    /// <param name="cancellationToken">Stops between two publications.</param>
    public async Task<IReadOnlyList<Finding>> FindAsync(string organisation, CancellationToken cancellationToken = default)
    {
        var state = await store.ReadTablesAsync(organisation, [SystemTables.Publications, SystemTables.PublishedRecords],
            cancellationToken).ConfigureAwait(false);
        var findings = new List<Finding>();
        foreach (var version in PublishedVersion.All(state).GroupBy(one => (one.Report, one.ResultsTo)).Select(versions => versions.Last()))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var made = await store.ReadAfterAsync(organisation, version.Change, cancellationToken).ConfigureAwait(false);
            if (PublishedRecords.Find(state, version.Id) is { } printed && StoredPack.Of(made, packs.Read, "store").Pack is { } pack)
            {
                findings.AddRange(Differences(version, printed, pack));
            }
        }

        return findings;
    }

    private static IEnumerable<Finding> Differences(PublishedVersion version, PublishedRecords printed, Pack pack)
    {
        var rater = new Rater(pack, MathNetDistributions.Instance);
        var rated = rater.References.Where(printed.Has).Select(reference => rater.Rate(reference, version.ResultsTo)).ToList();
        var now = PublishedRecords.Of(rated);
        foreach (var one in rated)
        {
            var (before, after) = (printed.Of(one.Indicator.Ref)!, now.Of(one.Indicator.Ref)!);
            foreach (var (field, words) in Compared)
            {
                var (old, today) = (before.GetValueOrDefault(field), after.GetValueOrDefault(field));
                if (old != today)
                {
                    yield return new Finding(
                        Code,
                        Severity.Note,
                        $"{version.Id} printed the {words} '{old ?? "none"}' for {one.Indicator.Title}; today's rules give '{today ?? "none"}'. "
                            + $"{one.Explanation}",
                        "The publication keeps what it printed. If readers should know, publish the report again with --correction.")
                    {
                        Ref = one.Indicator.Ref.Value,
                        Value = old,
                        Expected = today,
                    };
                }
            }
        }
    }
}
