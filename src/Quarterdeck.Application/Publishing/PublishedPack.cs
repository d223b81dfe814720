using Quarterdeck.Application.Reports;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Publications;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Application.Publishing;

/// <summary>
/// What of a pack readers may see: the indicators that stood in a publication, each with what closes by the end of the last round it was
/// published for. Whatever else is stored waits until it is published.
/// </summary>
internal static class PublishedPack
{
    /// <param name="pack">As it was at the last publication.</param>
    /// <param name="rounds">The last round each indicator was published for.</param>
    /// <param name="reports">The last version of each report.</param>
    public static Pack Of(Pack pack, IReadOnlyDictionary<IndicatorRef, Month> rounds, IReadOnlyList<PublishedVersion> reports)
    {
        var last = rounds.Count == 0 ? (Month?)null : rounds.Values.Max();
        var risks = pack.Risks.Where(one => one.IsPublic && !(one.From > last) && (one.Refs.Count == 0 || one.Refs.Any(rounds.ContainsKey)))
            .Select(one => one with { Refs = [.. one.Refs.Where(rounds.ContainsKey)] }).ToList();
        return pack with
        {
            Indicators = [.. pack.Indicators.Where(one => rounds.ContainsKey(one.Ref))],
            Targets = [.. pack.Targets.Where(one => rounds.ContainsKey(one.Ref))],
            Results = ResultList.From(pack.Results).Where(By),
            Milestones = [.. pack.Milestones.Where(one => rounds.ContainsKey(one.Ref))],
            Comparators = [.. pack.Comparators.Where(one => By(one.Ref, one.Closing))],
            Posts = [.. pack.Posts.Where(one => one.Ref is not { } reference || rounds.ContainsKey(reference))],
            Decisions = [.. pack.Decisions.Where(one => one.State == DecisionState.Accepted && (one.Ref is not { } reference
                || rounds.ContainsKey(reference)))],
            Risks = [.. risks],
            Actions = [.. pack.Actions.Where(one => one.IsPublic && !(one.Since > last) && (one.Refs.Count == 0 || one.Refs.Any(rounds.ContainsKey)))
                .Select(one => one with
                {
                    Refs = [.. one.Refs.Where(rounds.ContainsKey)],
                    Risk = risks.Exists(risk => Same(risk.Id, one.Risk)) ? one.Risk : null,
                })],
            CallIns = [.. pack.CallIns.Where(one => By(one.Ref, one.Round))],
            Published = [.. pack.Published.Where(one => By(one.Ref, one.Round))],

            // What is said of several indicators is said of those that were published; what is said of none, of the round.
            Commentary = [.. pack.Commentary.Where(one => one.Round <= last && (one.Refs.Count == 0 || one.Refs.Any(reference => By(reference, one.Round))))
                .Select(one => one with { Refs = [.. one.Refs.Where(reference => By(reference, one.Round))] })],
            ReportTables =
            [
                .. pack.ReportTables.Where(one => reports.Any(report => report.Report == one.Report))
                    .Select(one => one with { Order = [.. one.Order.Where(rounds.ContainsKey)] }),
            ],
            Reports = [.. ReportBuilder.Definitions(pack).Where(one => reports.Any(report => report.Report == one.Code))],
        };

        static bool Same(string one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

        bool By(IndicatorRef reference, Month closing) => rounds.TryGetValue(reference, out var round) && closing <= round;
    }
}
