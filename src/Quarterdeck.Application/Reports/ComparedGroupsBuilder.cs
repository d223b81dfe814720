using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Objectives;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Reports;

/// <summary>Counts of ratings by area or by priority, in two rounds side by side. They are counted where every count is.</summary>
internal static class ComparedGroupsBuilder
{
    public const string Code = "compared-groups";

    private const string NoPriority = "No priority";

    /// <param name="earlier">Rated as at the earlier round.</param>
    /// <param name="later">Rated as at the later round.</param>
    /// <param name="byPriority">By what the indicators serve; else by area.</param>
    public static ComparedGroupsPart Part(ReportScope earlier, ReportScope later, bool byPriority)
    {
        ReportScope[] rounds = [earlier, later];
        var bands = Counts.Of(rounds.SelectMany(round => round.Rated), WhichRating.Latest, later.Rater.SchemeOf).Bands;
        var grouped = rounds.Select(round => byPriority ? Priorities(round) : Areas(round)).ToList();
        var names = grouped[1].Select(group => group.Name).Concat(grouped[0].Select(group => group.Name)).Distinct().ToList();
        var groups = names.Select(name => new ComparedGroup(name, [
            .. rounds.Zip(grouped, (round, own) => own.FirstOrDefault(group => group.Name == name).Refs is { } refs ? Count(round, refs.Contains, bands) : null)
        ]));
        var all = new ComparedGroup("All indicators", [.. rounds.Select(round => Count(round, _ => true, bands))]);
        return new ComparedGroupsPart(Code, byPriority ? "Ratings by priority" : "Ratings by area", new GroupComparison
        {
            GroupWord = byPriority ? "Priority" : later.Labels.Of(Labels.Area),
            Rounds = [.. rounds.Select(round => MonthNames.Long(round.AsAt))],
            Groups = [.. groups],
            All = all,
            Sentences = [.. Sentences(rounds, all, byPriority)],
        });
    }

    private static IEnumerable<string> Sentences(ReportScope[] rounds, ComparedGroup all, bool byPriority)
    {
        for (var at = 0; at < rounds.Length; at++)
        {
            yield return $"With results up to {MonthNames.Long(rounds[at].AsAt)}: {Lower(CountWords.Sentence(all.Rounds[at]!))}";
        }

        if (byPriority)
        {
            yield return "An indicator that serves several priorities is counted under each of them, and once among all indicators.";
        }
    }

    private static string Lower(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];

    private static RatingCounts Count(ReportScope round, Func<IndicatorRef, bool> isIn, IReadOnlyList<BandCount> bands) =>
        Counts.Of(round.Rated.Where(one => isIn(one.Indicator.Ref)), WhichRating.Latest, round.Rater.SchemeOf, bands);

    /// <summary>The groups of the summary, in its order.</summary>
    private static List<(string Name, HashSet<IndicatorRef> Refs)> Areas(ReportScope round) =>
        [.. SummaryBuilder.Build(round).Groups.Select(group => (group.Heading, group.Rows.Select(row => row.Ref).ToHashSet()))];

    /// <summary>Priorities and core service areas in the order of the plan, then what serves none of them.</summary>
    private static List<(string Name, HashSet<IndicatorRef> Refs)> Priorities(ReportScope round)
    {
        var groups = round.Pack.Objectives.Where(one => one.Kind is ObjectiveKind.Priority or ObjectiveKind.CoreArea)
            .Select(one => (Name: one.Title, Refs: round.Counted.Where(rated => rated.Indicator.Objectives.Contains(one.Code, StringComparer.OrdinalIgnoreCase))
                .Select(rated => rated.Indicator.Ref)
                .ToHashSet()))
            .Where(group => group.Refs.Count > 0)
            .GroupBy(group => group.Name)
            .Select(same => (Name: same.Key, Refs: same.SelectMany(group => group.Refs).ToHashSet()))
            .ToList();
        var without = round.Counted.Select(rated => rated.Indicator.Ref)
            .Where(reference => !groups.Exists(group => group.Refs.Contains(reference)))
            .ToHashSet();
        return without.Count > 0 ? [.. groups, (NoPriority, without)] : groups;
    }
}
