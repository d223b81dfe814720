using Quarterdeck.Domain.CallIns;
using Quarterdeck.Domain.Commentary;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Ratings;

namespace Quarterdeck.Domain.Assessment;

/// <summary>
/// Finds what assurance must look at (rules: Call-in): Red now, or Amber in several own periods running; where the council asks for it, also a sign of
/// real decline, and a forecast that the year will probably miss its target.
/// </summary>
/// <param name="consecutive">How many own periods of Amber in a row call an indicator in; at least 1.</param>
/// <param name="settings">Whether signals and forecasts call in; null: they do not.</param>
public sealed class CallInRule(int consecutive = CallInRule.DefaultConsecutive, Settings? settings = null)
{
    private const int MostNamed = 3;

    public const int DefaultConsecutive = 2;

    private static readonly string[] Numbers = ["one", "two", "three", "four", "five", "six"];

    /// <param name="rated">In report order; kinds outside the counts are never called in.</param>
    /// <param name="commentary">The pack's commentary.</param>
    /// <param name="recorded">The table <c>call_ins</c>; a row calls its indicator in, whatever its rating.</param>
    /// <param name="round">Assurance notes and rows of this reporting round count.</param>
    public IReadOnlyList<CallIn> Of(
        IEnumerable<RatedIndicator> rated, IEnumerable<CommentaryEntry> commentary, IEnumerable<RecordedCallIn> recorded, Month round)
    {
        var rows = recorded.Where(row => row.Round == round).ToDictionary(row => row.Ref);
        var states = commentary
            .Where(entry => entry.Kind == CommentaryKind.Assurance && entry.Round == round && entry.State is not null)
            .SelectMany(entry => entry.Refs.Select(reference => (Ref: reference, State: entry.State!.Value)))
            .ToLookup(entry => entry.Ref, entry => entry.State);
        return [.. rated.Select(one => CalledIn(one, states[one.Indicator.Ref], rows.GetValueOrDefault(one.Indicator.Ref))).OfType<CallIn>()];
    }

    private CallIn? CalledIn(RatedIndicator rated, IEnumerable<AssuranceState> noted, RecordedCallIn? row)
    {
        var rule = rated.Indicator.IsCounted && rated.IsInForce ? Why(rated) : null;
        if ((rule ?? (row is null ? null : (CallInCause.Chosen, "Taken up by choice."))) is not { } why)
        {
            return null;
        }

        var states = row is null ? noted : noted.Append(StateOf(row));

        // Several notes on one indicator: any decision closes it, and the furthest one is what is shown.
        var state = states.DefaultIfEmpty(AssuranceState.None).Max();
        return new CallIn(rated.Indicator.Ref, why.Cause, row?.Reason ?? why.Reason, state);
    }

    private static AssuranceState StateOf(RecordedCallIn row) => row.State switch
    {
        CallInState.Open => AssuranceState.None,
        CallInState.Waived => AssuranceState.Waived,
        CallInState.Scheduled => AssuranceState.Scheduled,
        CallInState.Reviewed => row.Actions.Count > 0 ? AssuranceState.Actions : AssuranceState.Reviewed,
    };

    private (CallInCause Cause, string Reason)? Why(RatedIndicator rated)
    {
        if (rated.Rating.Band is { Standing: BandMeaning.Failing } band)
        {
            return (CallInCause.Failing, $"{band.Label} in {rated.Latest?.Label}.");
        }

        if (rated.Rating.Band is null && rated.YtdRating.Band is { Standing: BandMeaning.Failing } yearBand)
        {
            return (CallInCause.Failing, $"{yearBand.Label} for the year to date.");
        }

        var run = Run(rated);
        return run.Count >= consecutive ? (CallInCause.RepeatedlyShort, $"{run[0].Rating.Band!.Label} {When(run)}{InARow(run.Count)}.")
            : settings is { HasSignalCallIn: true } && rated.Signal is SignalOutcome.Told { IsDecline: true } told
                ? (CallInCause.Declining, $"{told.Headline}: {told.Reason}.")
            : settings is { HasForecastCallIn: true } && rated.YearEnd?.Forecast is { IsLikelyMiss: true, Outlook: { } outlook }
                ? (CallInCause.LikelyToMiss, outlook)
            : null;
    }

    /// <summary>The unbroken run of Amber that ends in the latest period, oldest first.</summary>
    private static List<RatedPeriod> Run(RatedIndicator rated)
    {
        var run = rated.History
            .Where(period => rated.Latest is { } latest && period.Period <= latest)
            .Reverse()
            .TakeWhile(period => period.Rating.Band is { Standing: BandMeaning.Short })
            .ToList();
        run.Reverse();
        return run;
    }

    /// <summary>Up to three periods by name; of more, when the run began.</summary>
    private static string When(List<RatedPeriod> run) =>
        run.Count <= MostNamed ? $"in {Joined(run.Select(period => period.Period.Label))}" : $"since {run[0].Period.Label}";

    private static string InARow(int count) =>
        count == 1 ? string.Empty : $", {(count <= Numbers.Length ? Numbers[count - 1] : FigureText.Plain(count))} periods in a row";

    private static string Joined(IEnumerable<string> labels)
    {
        var all = labels.ToList();
        return all.Count == 1 ? all[0] : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }
}
