using System.Globalization;
using Quarterdeck.Domain.Statistics.Forecasts;
using Quarterdeck.Packs.Csv;

namespace Quarterdeck.Cli.Statistics;

/// <summary>
/// Parameters and first states another program found, in the columns of <c>models.csv</c>. With them what is compared is how a model runs,
/// not how it is found.
/// </summary>
internal sealed class GivenModels(ILookup<(string Series, string Method), PlainRow> rows)
{
    public const string File = "parameters.csv";

    private static readonly Dictionary<string, EtsTrend> Trends = new() { ["N"] = EtsTrend.None, ["A"] = EtsTrend.Additive, ["Ad"] = EtsTrend.Damped };

    public static GivenModels? Of(InputFolder input) => !input.Has(File) ? null : new GivenModels(
        input.Table(File, "series_id", "method", "model", "alpha", "beta", "gamma", "phi", "init_states").Rows
            .ToLookup(row => (row["series_id"], row["method"])));

    /// <summary>Null where the file says nothing of the series by this method.</summary>
    /// <param name="name">The series.</param>
    /// <param name="method">As in the file.</param>
    /// <param name="values">Of the series.</param>
    /// <param name="seasons">Periods in a year.</param>
    /// <param name="form">What the method always is; null where the model's name says it.</param>
    public EtsModel? Run(string name, string method, double[] values, int seasons, EtsForm? form)
    {
        if (rows[(name, method)].FirstOrDefault() is not { Table: not null } row)
        {
            return null;
        }

        var states = row["init_states"].Split(';').Select(state => state.Split('=')).Where(state => state.Length == 2)
            .ToDictionary(state => state[0], state => double.TryParse(state[1], CultureInfo.InvariantCulture, out var number) ? number : double.NaN);
        double State(string state) => states.TryGetValue(state, out var number) && double.IsFinite(number) ? number
            : throw InputFolder.Wrong(row, "init_states", $"first states with a number for {state}");
        double Parameter(string column, bool has, double without) => has ? (double)InputFolder.Needed(row, column) : without;

        var (hasSlope, isDamped) = ((form ??= Named(row, seasons)).Trend != EtsTrend.None, form.Trend == EtsTrend.Damped);
        return EtsModel.Run(
            values,
            form,
            new EtsParameters(
                Parameter("alpha", has: true, 0), Parameter("beta", hasSlope, 0), Parameter("gamma", form.IsSeasonal, 0), Parameter("phi", isDamped, 1)),
            new EtsState(
                State("l"),
                hasSlope ? State("b") : 0,
                [.. Enumerable.Range(1, form.IsSeasonal ? seasons : 0).Select(season => State("s" + season.ToString(CultureInfo.InvariantCulture)))]));
    }

    private static EtsForm Named(PlainRow row, int seasons) =>
        row["model"].Trim().TrimEnd(')').Split('(', ',') is ["ETS", "A", var trend, var season and ("N" or "A")] && Trends.TryGetValue(trend, out var known)
            ? new EtsForm(known, season == "A" ? seasons : 1)
            : throw InputFolder.Wrong(row, "model", "a model with additive errors, such as ETS(A,N,N) or ETS(A,Ad,A)");
}
