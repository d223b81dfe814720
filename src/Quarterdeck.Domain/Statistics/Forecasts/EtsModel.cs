namespace Quarterdeck.Domain.Statistics.Forecasts;

/// <summary>
/// Exponential smoothing with given parameters (Hyndman, Koehler, Ord and Snyder 2008), as R forecast 8.23 runs it: level, slope and
/// seasons each take over a part of every error. Its variance is the closed form for additive errors.
/// </summary>
public sealed class EtsModel
{
    private EtsModel(EtsForm form, EtsParameters parameters, EtsState first, EtsState last, double[] errors)
    {
        Form = form;
        Parameters = parameters;
        First = first;
        Last = last;
        Errors = errors;
        SquaredErrors = errors.Sum(error => error * error);
    }

    public EtsForm Form { get; }

    public EtsParameters Parameters { get; }

    public EtsState First { get; }

    public EtsState Last { get; }

    /// <summary>Each figure less what was forecast for it a period before.</summary>
    public IReadOnlyList<double> Errors { get; }

    public double SquaredErrors { get; }

    /// <summary>The variance of one error, for the parameters fitted.</summary>
    public double Variance => SquaredErrors / Math.Max(1, Errors.Count - (Form.Parameters - 1));

    public double LogLikelihood => -Errors.Count / 2.0 * Math.Log(SquaredErrors);

    /// <summary>Akaike's criterion.</summary>
    public double Aic => (-2 * LogLikelihood) + (2 * Form.Parameters);

    /// <summary>The same, corrected for short series: the least is the best. Infinite where there are too few figures.</summary>
    public double Aicc => Errors.Count - Form.Parameters - 1 is > 0 and var spare
        ? Aic + (2.0 * Form.Parameters * (Form.Parameters + 1) / spare) : double.PositiveInfinity;

    public double Bic => (-2 * LogLikelihood) + (Form.Parameters * Math.Log(Errors.Count));

    public static EtsModel Run(IReadOnlyList<double> values, EtsForm form, EtsParameters parameters, EtsState first)
    {
        var errors = new double[values.Count];
        var ring = Ring(first, form.Seasons);
        var (level, slope) = Step(values, parameters, first.Level, first.Slope, ring, errors);
        var newest = Enumerable.Range(1, form.IsSeasonal ? form.Seasons : 0)
            .Select(ago => ring[(((values.Count - ago) % form.Seasons) + form.Seasons) % form.Seasons]).ToList();
        return new EtsModel(form, parameters, first, new EtsState(level, slope, newest), errors);
    }

    /// <summary>The figure expected so many periods on.</summary>
    public double Mean(int ahead)
    {
        var (faded, carried) = (1.0, 0.0);
        for (var step = 0; step < ahead; step++)
        {
            faded *= Parameters.Damping;
            carried += faded;
        }

        var season = Form.IsSeasonal ? Last.Seasons[Form.Seasons - 1 - ((ahead - 1) % Form.Seasons)] : 0;
        return Last.Level + (carried * Last.Slope) + season;
    }

    /// <summary>The standard deviation of a figure so many periods on.</summary>
    public double Deviation(int ahead) => Math.Sqrt(Variance * (1 + Weights(ahead - 1).Sum(weight => weight * weight)));

    /// <summary>The standard deviation of the figures to come, each times its share, added up: every error reaches into all that follow it.</summary>
    /// <param name="shares">One for each period to come, the next first.</param>
    public double Deviation(IReadOnlyList<double> shares)
    {
        var (sum, stays) = (0.0, Weights(shares.Count - 1).Prepend(1).ToArray());
        for (var error = 0; error < shares.Count; error++)
        {
            var reach = 0.0;
            for (var period = error; period < shares.Count; period++)
            {
                reach += shares[period] * stays[period - error];
            }

            sum += reach * reach;
        }

        return Math.Sqrt(Variance * sum);
    }

    /// <summary>How much of one error stays in the figures of the periods after it.</summary>
    private IEnumerable<double> Weights(int periods)
    {
        var (faded, carried) = (1.0, 0.0);
        for (var ago = 1; ago <= periods; ago++)
        {
            faded *= Parameters.Damping;
            carried += faded;
            yield return Parameters.Level + (Parameters.Slope * carried) + (Form.IsSeasonal && ago % Form.Seasons == 0 ? Parameters.Season : 0);
        }
    }

    /// <summary>Seasons in the order they are met: the oldest first.</summary>
    internal static double[] Ring(EtsState first, int seasons) => seasons > 1 ? [.. first.Seasons.Reverse()] : [];

    /// <summary>Runs through the figures; the ring and the errors are written over.</summary>
    internal static (double Level, double Slope) Step(
        IReadOnlyList<double> values, EtsParameters parameters, double level, double slope, double[] ring, double[] errors)
    {
        for (int row = 0, place = 0; row < values.Count; row++)
        {
            var carried = level + (parameters.Damping * slope);
            var error = values[row] - carried - (ring.Length > 0 ? ring[place] : 0);
            level = carried + (parameters.Level * error);
            slope = (parameters.Damping * slope) + (parameters.Slope * error);
            errors[row] = error;
            if (ring.Length > 0)
            {
                ring[place] += parameters.Season * error;
                place = place + 1 == ring.Length ? 0 : place + 1;
            }
        }

        return (level, slope);
    }
}
