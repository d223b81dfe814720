using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Checks.Results;
using Quarterdeck.Domain.Commentary;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Statistics;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Domain.Checks;

/// <summary>What every check looks at, gathered once.</summary>
public sealed class CheckContext
{
    public CheckContext(Pack pack, IReadOnlyList<RatedIndicator> rated, DateOnly today, IDistributions? distributions = null)
    {
        (Pack, Rated, Today) = (pack, rated, today);
        ByRef = rated.ToDictionary(one => one.Indicator.Ref);
        Targets = pack.Targets.ToLookup(target => target.Ref);
        AsAt = rated.Count == 0 ? Month.Of(today) : rated[0].AsAt;
        Round = pack.Commentary.Where(entry => entry.Round <= AsAt).Select(entry => (Month?)entry.Round).Max() ?? AsAt;
        Rater = new Rater(pack, distributions);
        Cited = new CitedFigures(Rater, AsAt);
        Typed = [.. pack.Commentary.Where(entry => entry.Round == Round)];
        Texts = [.. Typed.Select(entry => entry with { Text = Cited.Write(entry.Text) })];
    }

    public Pack Pack { get; }

    /// <summary>In pack order.</summary>
    public IReadOnlyList<RatedIndicator> Rated { get; }

    /// <summary>The day of the check, from the caller: rules read no clock.</summary>
    public DateOnly Today { get; }

    public Month AsAt { get; }

    /// <summary>The latest reporting round that has texts.</summary>
    public Month Round { get; }

    /// <summary>The texts of that round as their authors typed them, citations of figures and all.</summary>
    public IReadOnlyList<CommentaryEntry> Typed { get; }

    /// <summary>Finds the figures that texts cite.</summary>
    public CitedFigures Cited { get; }

    /// <summary>The texts of that round as readers meet them.</summary>
    public IReadOnlyList<CommentaryEntry> Texts { get; }

    public IReadOnlyDictionary<IndicatorRef, RatedIndicator> ByRef { get; }

    public ILookup<IndicatorRef, Target> Targets { get; }

    /// <summary>Whole sets of figures that repeat an earlier period's.</summary>
    internal IReadOnlyList<CopiedSet> Copied => field ??= CopiedSet.Of(Rated);

    /// <summary>For schemes, and for periods other than the latest.</summary>
    public Rater Rater { get; }
}
