namespace Quarterdeck.Domain.Statistics.Forecasts;

/// <summary>A forecast and what came of it.</summary>
/// <param name="Low">The lower end of its interval.</param>
/// <param name="High">The upper end.</param>
/// <param name="Came">The result.</param>
/// <param name="Chance">The chance it gave the target, from 0 to 1; null where it gave none.</param>
/// <param name="HasMet">Whether the target was met; null without one.</param>
/// <param name="WouldLastYear">Whether last year's figure meets that target; null where none is known.</param>
public sealed record ComparedForecast(decimal Low, decimal High, decimal Came, double? Chance, bool? HasMet, bool? WouldLastYear)
{
    public bool IsHeld => Came >= Low && Came <= High;
}

/// <summary>Forecasts whose chances lay close together: how often they said the target would be met, and how often it was.</summary>
/// <param name="From">Of the chances.</param>
/// <param name="To">Likewise.</param>
/// <param name="Count">Of the forecasts.</param>
/// <param name="Mean">Of their chances.</param>
/// <param name="Met">In how many the target was met.</param>
public sealed record ReliabilityRow(double From, double To, int Count, double Mean, int Met);

/// <summary>
/// How good forecasts were. The Brier score (Brier 1950) is the mean of the squares of chance less outcome: 0 is perfect, and an even chance each time gives
/// 0.25. Skill is how much smaller it is than that of saying "yes" or "no" by last year's figure: 1 is perfect, 0 no better.
/// </summary>
public sealed class ForecastScore
{
    private const int Rows = 5;

    public ForecastScore(IReadOnlyList<ComparedForecast> forecasts)
    {
        ArgumentNullException.ThrowIfNull(forecasts);
        (Count, Held) = (forecasts.Count, forecasts.Count(one => one.IsHeld));
        var judged = forecasts.Where(one => one is { Chance: not null, HasMet: not null }).ToList();
        Judged = judged.Count;
        Brier = Mean(judged, one => one.Chance!.Value);
        var both = judged.Where(one => one.WouldLastYear is not null).ToList();
        ComparedWithLastYear = both.Count;
        LastYear = Mean(both, one => one.WouldLastYear!.Value ? 1 : 0);
        BesideLastYear = Mean(both, one => one.Chance!.Value);
        Reliability =
        [
            .. judged.GroupBy(one => Math.Min(Rows - 1, (int)(one.Chance!.Value * Rows))).OrderBy(row => row.Key).Select(row => new ReliabilityRow(
                (double)row.Key / Rows, (row.Key + 1.0) / Rows, row.Count(), row.Average(one => one.Chance!.Value), row.Count(one => one.HasMet!.Value))),
        ];
    }

    public int Count { get; }

    /// <summary>In how many the result lay within the interval.</summary>
    public int Held { get; }

    /// <summary>How many gave a chance of a target.</summary>
    public int Judged { get; }

    /// <summary>Null where none gave one.</summary>
    public double? Brier { get; }

    /// <summary>How many have last year's figure beside them.</summary>
    public int ComparedWithLastYear { get; }

    /// <summary>The score of last year's figure on those.</summary>
    public double? LastYear { get; }

    /// <summary>The forecasts' own score on those.</summary>
    public double? BesideLastYear { get; }

    /// <summary>Null where last year's figure was never wrong, or is not known.</summary>
    public double? Skill => LastYear > 0 ? 1 - (BesideLastYear / LastYear) : null;

    /// <summary>The lowest chances first; none where no forecast lies.</summary>
    public IReadOnlyList<ReliabilityRow> Reliability { get; }

    private static double? Mean(List<ComparedForecast> forecasts, Func<ComparedForecast, double> said) =>
        forecasts.Count == 0 ? null : forecasts.Average(one => Math.Pow(said(one) - (one.HasMet!.Value ? 1 : 0), 2));
}
