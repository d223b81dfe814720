using System.Numerics;

namespace Quarterdeck.Domain.Statistics.Forecasts;

/// <summary>
/// Finds the parameters of exponential smoothing under which the figures are likeliest. Errors are a linear function of the first states,
/// so those are solved for by least squares for each set of smoothing parameters, and only up to four parameters are searched. The bounds
/// are those of R forecast: alpha 0.0001 to 0.9999, beta up to alpha, gamma up to 1 - alpha, phi 0.8 to 0.98.
/// </summary>
public sealed class EtsFit
{
    private const double Least = 1e-4;
    private const double Most = 0.9999;
    private const double LeastDamping = 0.8;
    private const double MostDamping = 0.98;

    /// <summary>Where the search begins: in shares of the way between the bounds.</summary>
    private static readonly double[][] Starts = [[0.1, 0.1, 0.1, 0.7], [0.5, 0.05, 0.05, 0.9], [0.9, 0.05, 0.5, 0.5], [0.02, 0.5, 0.02, 0.95]];

    private readonly double[] _values;
    private readonly EtsForm _form;
    private readonly double[][] _columns;
    private readonly double[] _errors;
    private readonly double[] _ring;
    private readonly double[] _nought;
    private readonly double[,] _normal;
    private readonly double[] _right;

    private EtsFit(double[] values, EtsForm form)
    {
        (_values, _form) = (values, form);
        _columns = [.. Enumerable.Range(0, form.FreeStates).Select(_ => new double[values.Length])];
        _errors = new double[values.Length];
        _ring = new double[form.IsSeasonal ? form.Seasons : 0];
        _nought = new double[values.Length];
        _normal = new double[form.FreeStates, form.FreeStates];
        _right = new double[form.FreeStates];
    }

    /// <summary>
    /// The best of the six additive forms by the corrected criterion of Akaike; seasons only from two years on. Null where nothing can be fitted.
    /// </summary>
    public static EtsModel? Best(double[] values, int seasons)
    {
        var forms = new[] { EtsTrend.None, EtsTrend.Additive, EtsTrend.Damped }
            .SelectMany(trend => seasons > 1 && values.Length >= 2 * seasons ? new[] { 1, seasons } : [1], (trend, season) => new EtsForm(trend, season));
        return forms.Select(form => Of(values, form)).OfType<EtsModel>().Where(model => double.IsFinite(model.Aicc)).MinBy(model => model.Aicc);
    }

    /// <summary>The likeliest of one form; null where there are no more figures than parameters.</summary>
    public static EtsModel? Of(double[] values, EtsForm form)
    {
        if (values.Length <= form.Parameters)
        {
            return null;
        }

        var fit = new EtsFit(values, form);
        var starts = Starts.Select(start => start[..form.Smoothing]).Select(start => (Start: start, Error: fit.Errors(start))).OrderBy(start => start.Error);
        var best = starts.Take(2).Select(start => NelderMead.Minimise(fit.Errors, start.Start, 0, 1)).MinBy(found => found.Value);
        return double.IsFinite(best.Value) ? fit.Model(best.Point) : null;
    }

    private EtsParameters Parameters(double[] shares)
    {
        var level = Least + (shares[0] * (Most - Least));
        var at = 1;
        var slope = _form.Trend == EtsTrend.None ? 0 : Math.Max(Least, shares[at++] * level);
        var season = _form.IsSeasonal ? Math.Max(Math.Min(Least, 1 - level), shares[at++] * (1 - level)) : 0;
        var damping = _form.Trend == EtsTrend.Damped ? LeastDamping + (shares[at] * (MostDamping - LeastDamping)) : 1;
        return new EtsParameters(level, Math.Min(slope, level), season, damping);
    }

    private double Errors(double[] shares)
    {
        if (!Solve(Parameters(shares)))
        {
            return double.PositiveInfinity;
        }

        var sum = 0.0;
        for (var row = 0; row < _values.Length; row++)
        {
            var error = _errors[row];
            for (var state = 0; state < _columns.Length; state++)
            {
                error += _right[state] * _columns[state][row];
            }

            sum += error * error;
        }

        return sum;
    }

    private EtsModel Model(double[] shares)
    {
        var parameters = Parameters(shares);
        Solve(parameters);
        var slope = _form.Trend == EtsTrend.None ? 0 : _right[1];
        var oldest = _right[(_form.Trend == EtsTrend.None ? 1 : 2)..];
        IReadOnlyList<double> seasons = _form.IsSeasonal ? [-oldest.Sum(), .. oldest.Reverse()] : [];
        return EtsModel.Run(_values, _form, parameters, new EtsState(_right[0], slope, seasons));
    }

    /// <summary>Errors from nought, what each free state adds to them, and the states that leave the least squares (in <see cref="_right"/>).</summary>
    private bool Solve(EtsParameters parameters)
    {
        Array.Clear(_ring);
        EtsModel.Step(_values, parameters, 0, 0, _ring, _errors);
        var hasSlope = _form.Trend != EtsTrend.None;
        for (var state = 0; state < _columns.Length; state++)
        {
            Array.Clear(_ring);
            var season = state - (hasSlope ? 2 : 1);
            if (season >= 0)
            {
                (_ring[season], _ring[^1]) = (1, -1);
            }

            EtsModel.Step(_nought, parameters, state == 0 ? 1 : 0, hasSlope && state == 1 ? 1 : 0, _ring, _columns[state]);
        }

        for (var state = 0; state < _columns.Length; state++)
        {
            _right[state] = -Product(_columns[state], _errors);
            for (var other = 0; other <= state; other++)
            {
                _normal[state, other] = Product(_columns[state], _columns[other]);
            }
        }

        return Cholesky.Solve(_normal, _right);
    }

    private static double Product(double[] one, double[] other)
    {
        var (sum, row) = (Vector<double>.Zero, 0);
        for (; row <= one.Length - Vector<double>.Count; row += Vector<double>.Count)
        {
            sum += new Vector<double>(one, row) * new Vector<double>(other, row);
        }

        var rest = 0.0;
        for (; row < one.Length; row++)
        {
            rest += one[row] * other[row];
        }

        return Vector.Sum(sum) + rest;
    }
}
