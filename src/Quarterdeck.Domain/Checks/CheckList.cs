using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Checks.Commentary;
using Quarterdeck.Domain.Checks.Labels;
using Quarterdeck.Domain.Checks.Publications;
using Quarterdeck.Domain.Checks.Registers;
using Quarterdeck.Domain.Checks.Results;
using Quarterdeck.Domain.Checks.Tables;
using Quarterdeck.Domain.Checks.Targets;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Statistics;

namespace Quarterdeck.Domain.Checks;

/// <summary>Every check, in the order of the reference, and what they find.</summary>
public static class CheckList
{
    public static IReadOnlyList<Check> All { get; } =
    [
        new PublishedContradicts(), new RatingRestsOnRounding(), new YtdOutsidePeriods(), new YtdDiffers(), new YtdStopped(), new ValueAgainstParts(),
        new NumeratorAboveNothing(), new PartsAgainstWhole(), new SuppressedPartFollows(), new MorePlacesThanPrinted(), new CumulativeFalls(),
        new CumulativeNotReset(), new ShareOverHundred(), new Implausible(), new PercentAsFraction(), new SetCopied(), new ValueUnchanged(),
        new PeriodMissing(), new StaleResult(), new PeriodInFuture(), new ForecastWithoutFigure(), new PreviousYearAbsent(), new PreviousYearImplausible(),
        new StepUndecided(), new StepTooLate(),
        new TargetsOverlap(), new TargetMissing(), new TargetGap(), new TargetImplausible(), new FloorMissing(), new PolarityMissing(), new NoBandFits(),
            new RangeWithoutProfile(),
        new FloorBeyondTarget(), new ThresholdsCrossed(), new TargetOfNoPart(), new TargetApprovedLongAgo(),
        new TargetLoosens(), new TargetProposed(),
        new SameTitle(), new TitlesCountDifferently(), new TitleAgainstUnit(), new DataNoteAgainstUnit(), new ShortTitleDiffers(),
        new SummaryGroupDiffers(), new LabelUnknown(), new SectionUnknown(),
        new TotalDiffers(), new ColumnPeriods(), new SpreadsheetErrorText(),
        new CommentaryMissing(), new CommentaryOlder(), new CommentaryCopied(), new CommentaryAboutOtherPeriod(), new FigureNotHeld(),
        new WordsAgainstRating(), new WordsAgainstDirection(), new DistanceInProse(), new ChangeInProse(), new PlaceholderInText(), new CountsInProse(),
            new MajorityInProse(), new DeadLink(), new CitationUnresolved(), new Rebaselined(),
        new ActionOverdue(), new ActionMissing(), new ActionDoneUndated(), new ActionMovedAgain(),
        new DirectionRulesDiffer(), new CallInOpen(), new MeetingBeforeData(), new RatingCarried(),
    ];

    /// <summary>Everything found, errors first, then in the order of the checks and of the pack.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="rated">Its rated records, all as at one month.</param>
    /// <param name="today">The day of the check.</param>
    /// <param name="isAgeLeftOut">Whether figures may be of any age.</param>
    /// <param name="distributions">As <see cref="Rater"/> needs them.</param>
    public static IReadOnlyList<Finding> Run(
        Pack pack, IReadOnlyList<RatedIndicator> rated, DateOnly today, bool isAgeLeftOut = false, IDistributions? distributions = null)
    {
        var context = new CheckContext(pack, rated, today, distributions);
        return [.. All.Where(check => !isAgeLeftOut || !check.IsAboutAge).SelectMany(check => check.Run(context)).OrderByDescending(finding =>
            finding.Severity)];
    }
}
