using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Numbers;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Domain.Checks.Commentary;

/// <summary>"2 percentage points below target" where it is 5, or above.</summary>
public sealed class DistanceInProse() : Check(
    "distance-in-prose",
    Severity.Warning,
    "Distance from target differs from the figures",
    "The text says how far a figure is from its target, and no figure of the indicator is so far from it, or it is on the other side.",
    "Correct the sentence, or say which period it is about.")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var entry in context.Texts.Where(entry => entry.Refs.Count > 0))
        {
            var about = entry.Refs.Where(context.ByRef.ContainsKey).Select(reference => context.ByRef[reference]).Where(one => one.Indicator.IsRated).ToList();
            foreach (var sentence in about.Count == 0 ? [] : ProseClaims.Sentences(entry.Text).Where(sentence => !ProseClaims.IsAboutPart(sentence)))
            {
                foreach (var claim in ProseClaims.Distances(sentence).Where(claim => !about.Exists(one => Holds(one, claim))))
                {
                    var first = about[0];
                    yield return Find(
                        $"{first.Indicator.Title}: the text says '{claim.Words}'. The latest figure is {first.Displayed}{Against(first, claim)}.",
                        first.Indicator.Ref, "commentary", entry.At, "text", claim.Words);
                }
            }
        }
    }

    private static string Against(RatedIndicator rated, DistanceClaim claim) =>
        Mark(rated.Standard, claim) is { } mark
            ? $" and the {(claim.IsOfFloor ? "floor standard" : "target")} {FigureText.Full(rated.Indicator, mark)}"
            : ", without a target";

    private static bool Holds(RatedIndicator rated, DistanceClaim claim) =>
        rated.History.Any(period => period.Value is { } value && Fits(Rounding.To(value, period.Decimals), Mark(period.Standard, claim), claim))
        || (rated.Ytd.Number is { } year && (Fits(year, Mark(rated.YtdStandard, claim), claim)
            || (rated.Ytd is Domain.Results.YearToDate.Known known && Fits(known.Rounded, Mark(rated.YtdStandard, claim), claim))));

    private static decimal? Mark(TargetSet standard, DistanceClaim claim) => claim.IsOfFloor ? standard.Floor : standard.Target;

    /// <summary>In units or in per cent of the target, as exact as it is typed.</summary>
    private static bool Fits(decimal value, decimal? mark, DistanceClaim claim) =>
        mark is { } held && (claim.IsShort ? value < held : value > held)
        && (Near(Math.Abs(value - held), claim.Size) || (held != 0 && Near(Math.Abs((value - held) * 100 / held), claim.Size)));

    private static bool Near(decimal distance, decimal typed) => Math.Abs(distance - typed) <= (typed.Scale == 0 ? 0.5m : 0.05m);
}
