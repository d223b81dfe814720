namespace Quarterdeck.Domain.Statistics.Rates;

/// <summary>One age band of an area.</summary>
/// <param name="Events">Observed.</param>
/// <param name="Population">Among whom.</param>
/// <param name="Weight">Of this band in the standard population; or the reference's rate, for indirect standardisation.</param>
public readonly record struct AgeBand(double Events, double Population, double Weight);

/// <summary>Rates as they would be if every area had the same ages. Checked against PHEindicatormethods 2.1.0.</summary>
public sealed class Standardisation(Intervals intervals)
{
    /// <summary>
    /// Rate for each person by the weights of a standard population (direct standardisation; limits after Dobson 1991).
    /// Null for fewer than ten events, or where a band has nobody in it.
    /// </summary>
    public Estimate? Direct(IReadOnlyList<AgeBand> bands, double level)
    {
        var events = bands.Sum(band => band.Events);
        var weights = bands.Sum(band => band.Weight);
        if (events < Intervals.FewestForByar || weights <= 0 || bands.Any(band => band.Population <= 0))
        {
            return null;
        }

        var rate = bands.Sum(band => band.Weight * band.Events / band.Population) / weights;
        var variance = bands.Sum(band => band.Weight * band.Weight * band.Events / (band.Population * band.Population)) / (weights * weights);
        var scale = Math.Sqrt(variance / events);
        var crude = intervals.Byar(events, level);
        return new Estimate(rate, new Interval(rate + (scale * (crude.Lower - events)), rate + (scale * (crude.Upper - events))));
    }

    /// <summary>Events that the reference's rates would give the area.</summary>
    public static double Expected(IReadOnlyList<AgeBand> bands) => bands.Sum(band => band.Population * band.Weight);

    /// <summary>Events observed over events expected; 1 where the area is like the reference. Null where none is expected.</summary>
    public Estimate? Ratio(double events, double expected, double level) =>
        expected > 0 ? new Estimate(events / expected, intervals.Count(events, level).Times(1 / expected)) : null;
}
