using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Domain.Assessment;

/// <summary>How the year under way may end, worked out from the figures so far. It is never a result, and stands apart from them everywhere.</summary>
/// <param name="Closing">The last period of the year.</param>
/// <param name="Name">What is forecast: <c>2025/26</c>, or its last month where nothing is added up over the year.</param>
/// <param name="IsWholeYear">Whether it is the figure of the whole year, not of its last period.</param>
/// <param name="Standard">What the year is held against.</param>
public sealed record YearEnd(Period Closing, string Name, bool IsWholeYear, TargetSet Standard)
{
    /// <summary>Null where none can be made.</summary>
    public YearEndForecast? Forecast { get; init; }

    /// <summary>Why there is none, as a sentence goes on after a colon: <c>5 figures in a row are held, and 12 are needed</c>.</summary>
    public string? WhyNone { get; init; }

    /// <summary>What each period left must come to for the target of the year to be met; null where nothing is added up, or no target set.</summary>
    public decimal? RequiredRate { get; init; }

    /// <summary>The same in a sentence, beside what the periods so far came to.</summary>
    public string? RequiredSentence { get; init; }
}

/// <summary>A forecast with its doubt.</summary>
/// <param name="Expected">The figure expected, as displayed.</param>
/// <param name="Low">One chance in ten of ending lower.</param>
/// <param name="High">One chance in ten of ending higher.</param>
/// <param name="ChanceOfTarget">From 0 to 1; null without a target, or where neither more nor less is better.</param>
/// <param name="ChanceOfFloor">The same of the floor standard.</param>
/// <param name="Sentence">Where it may end.</param>
/// <param name="Outlook">What that means for target and floor standard; null without them.</param>
public sealed record YearEndForecast(
    decimal Expected, decimal Low, decimal High, double? ChanceOfTarget, double? ChanceOfFloor, string Sentence, string? Outlook)
{
    /// <summary>More likely missed than met, by more than a toss of a coin: what call-in and lists look at.</summary>
    public bool IsLikelyMiss => ChanceOfTarget < ChanceWords.EvenFrom;
}
