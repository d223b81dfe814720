using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Numbers;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Statistics;
using Quarterdeck.Domain.Statistics.Forecasts;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Domain.Assessment;

/// <summary>
/// Works out how the year under way may end, and what the periods left must come to for its target: the year so far, and a forecast of each
/// period left by <see cref="CombinedForecast"/>.
/// </summary>
/// <param name="indicator">The version in force in the latest period.</param>
/// <param name="figures">Up to the latest period.</param>
/// <param name="decimals">Places the figure is shown with.</param>
/// <param name="distributions">For the normal distribution.</param>
internal sealed class YearEndRule(Indicator indicator, OwnFigures figures, int decimals, IDistributions distributions)
{
    /// <summary>Larger figures are not forecast: they leave no room for their doubt.</summary>
    private const double Largest = 1e15;

    /// <summary>Nine in ten lie below this end of an 80% interval.</summary>
    private const double UpperEnd = 0.9;

    private readonly bool _isShare = indicator.Unit.IsPercent && figures.Values.All(value => value is null or (>= 0 and <= 100));
    private readonly bool _canBeNegative = figures.Values.Any(value => value < 0);

    public YearEnd Judge(YearSoFar year, TargetSet standard)
    {
        var required = standard.Target is { } target && year.IsWholeYear && year.Shares.Sum() is > 0 and var share
            ? ((double)target - year.Came) / share : (double?)null;
        var yearLabel = year.Last.Calendar.YearLabel(year.Last.Closing);
        var made = new YearEnd(year.Last, year.IsWholeYear ? yearLabel : year.Last.Label, year.IsWholeYear, standard)
        {
            RequiredRate = required is { } rate && Math.Abs(rate) < Largest ? Rounding.To((decimal)rate, Places) : null,
        };
        var values = Tail();
        var forecast = values.Length >= CombinedForecast.FewestFigures && values.All(value => Math.Abs(value) < Largest)
            ? CombinedForecast.Of(values, indicator.Calendar.Frequency.InYear()) : null;
        made = forecast is { IsConstant: false } ? made with { Forecast = Forecast(made, year, forecast) } : made with { WhyNone = WhyNone(values) };
        return made with { RequiredSentence = made.RequiredRate is { } needed ? Required(made, year, needed) : null };
    }

    private int Places => Math.Max(decimals, indicator.Unit.IsPercent ? 1 : decimals);

    /// <summary>The figures without a gap before them, since the last break.</summary>
    private double[] Tail() =>
        [.. figures.Values.Skip(figures.LastStart).Reverse().TakeWhile(value => value is not null).Select(value => (double)value!.Value).Reverse()];

    private static string WhyNone(double[] values) =>
        values.Length == 0 ? "the latest period has no figure"
        : values.Length < CombinedForecast.FewestFigures
            ? $"{values.Length} {(values.Length == 1 ? "figure is" : "figures in a row are")} held, and {CombinedForecast.FewestFigures} are needed"
        : values.All(value => value == values[0]) ? "every figure so far is the same, so that nothing is known of how much it can change"
        : "its figures are too large, or too far apart";

    private YearEndForecast Forecast(YearEnd made, YearSoFar year, CombinedForecast forecast)
    {
        var (mean, deviation) = (year.Came + forecast.Mean(year.Shares), forecast.Deviation(year.Shares));
        var width = distributions.NormalQuantile(UpperEnd) * deviation;
        var (expected, low, high) = (Shown(mean), Shown(mean - width), Shown(mean + width));
        var (target, floor) = (Chance(mean, deviation, made.Standard.Target), Chance(mean, deviation, made.Standard.Floor));
        return new YearEndForecast(
            expected,
            low,
            high,
            target,
            floor,
            $"If the pattern so far goes on, {made.Name} will end at about {Full(expected)}: in four cases out of five, between "
                + $"{FigureText.Cell(indicator, low)} and {Full(high)}.",
            Outlook(made.Standard, target, floor));
    }

    /// <summary>Of the displayed figure, as it will be rated: 89.5% is shown as 90%, and meets 90%.</summary>
    private double? Chance(double mean, double deviation, decimal? level)
    {
        if (level is not { } known || indicator.Polarity is not (Polarity.Higher or Polarity.Lower))
        {
            return null;
        }

        var half = indicator.RateOn == RateOn.Displayed ? 0.5 * Math.Pow(10, -decimals) : 0;
        var isHigherBetter = indicator.Polarity == Polarity.Higher;
        return CombinedForecast.Chance(mean, deviation, (double)known + (isHigherBetter ? -half : half), isHigherBetter, distributions);
    }

    /// <summary>The floor standard only where the target is in doubt.</summary>
    private string? Outlook(TargetSet standard, double? target, double? floor)
    {
        var said = new[]
        {
            target is { } met ? ChanceWords.Of(met, $"the target of {Full(standard.Target!.Value)}") : null,
            floor is { } kept && target is not >= ChanceWords.VeryLikely ? ChanceWords.Of(kept, $"the floor standard of {Full(standard.Floor!.Value)}") : null,
        };
        return said.All(one => one is null) ? null : string.Join(' ', said.OfType<string>().Select(one => $"It is {one}."));
    }

    private string Required(YearEnd made, YearSoFar year, decimal needed)
    {
        var noun = year.Left.Count == 1 ? year.Last.Calendar.Frequency.One() : year.Last.Calendar.Frequency.Several();
        var periods = year.Left.Count == 1 ? $"the {noun} left" : $"the {year.Left.Count} {noun} left";
        var isLower = indicator.Polarity == Polarity.Lower;
        var aim = $"the target of {Full(made.Standard.Target!.Value)}";
        var (held, limit) = (figures.Values.OfType<decimal>().ToList(), _isShare ? 100 : decimal.MaxValue);
        if (needed < 0 && !_canBeNegative)
        {
            return isLower ? $"The year has passed {aim} already." : $"The year has met {aim} already.";
        }

        if (needed > limit)
        {
            return isLower ? $"Whatever comes, the year meets {aim}."
                : $"The year can no longer meet {aim}: {periods} would have to come to {Full(needed)}{Each(year)}.";
        }

        var hardest = held.Count > 0 && (isLower ? needed < held.Min() : needed > held.Max())
            ? $" No {year.Last.Calendar.Frequency.One()} on record {(isLower ? "was as low" : "came to as much")}." : string.Empty;
        return $"To meet {aim}, {periods} may {(isLower ? "come to at most" : "not come to less than")} {Full(needed)}{Each(year)}; "
            + $"{Beside(made, year, held)}.{hardest}";
    }

    /// <summary>What the periods left are forecast to come to; without a forecast, what those before came to.</summary>
    private string Beside(YearEnd made, YearSoFar year, List<decimal> held)
    {
        if (made.Forecast is { } forecast)
        {
            return $"the forecast for {(year.Left.Count == 1 ? "it" : "them")} is {Full(Shown(((double)forecast.Expected - year.Came) / year.Shares.Sum()))}";
        }

        var soFar = Full(Shown((double)held.TakeLast(year.Done).Average()));
        return year.Done == 1 ? $"the last {year.Last.Calendar.Frequency.One()} came to {soFar}"
            : $"the last {year.Done} {year.Last.Calendar.Frequency.Several()} came to {soFar} on average";
    }

    private static string Each(YearSoFar year) => year.Left.Count == 1 ? string.Empty : " on average";

    /// <summary>Where no figure can be, the end of the scale.</summary>
    private decimal Shown(double figure) =>
        Rounding.To((decimal)Math.Clamp(figure, _canBeNegative ? -1e16 : 0, _isShare ? 100 : 1e16), decimals);

    private string Full(decimal figure) => FigureText.Full(indicator, figure);
}
