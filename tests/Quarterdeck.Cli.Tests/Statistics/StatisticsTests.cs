using System.Globalization;
using System.IO.Compression;
using Quarterdeck.Cli.Tests.Programs;
using Quarterdeck.Packs.Csv;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Packs;

namespace Quarterdeck.Cli.Tests.Statistics;

/// <summary>The statistics against the results of the programs they are taken from, cell by cell.</summary>
public sealed class StatisticsTests : IDisposable
{
    /// <summary>Columns made by random numbers, and text that holds rounded numbers.</summary>
    private static readonly string[] Simulated = ["p_ge_target_sim", "init_states", "final_states"];

    private readonly TemporaryPack _folder = new();

    public StatisticsTests() => ZipFile.ExtractToDirectory(
        Path.Combine(Samples.Repository, "tests", "Quarterdeck.Cli.Tests", "Statistics", "reference.zip"), _folder["reference"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_limit_rule_and_icon_of_an_XmR_chart_is_that_of_the_reference()
    {
        Run("spc", "cases");

        var series = Directory.GetFiles(Reference("cases"), "V*.csv").Select(Path.GetFileName).OfType<string>().ToList();
        Assert.Equal(60, series.Count);
        Assert.All(series, file => Same("cases", file, 1e-9, "case_id", "period"));
        Same("cases", "index.csv", 1e-9, "case_id");
    }

    [Fact]
    public void Every_run_chart_is_that_of_the_reference()
    {
        Run("runchart", "cases");
        Same("runchart", "expected.csv", 1e-9, "series_id");
    }

    [Fact]
    public void Every_attribute_chart_is_that_of_the_reference()
    {
        Run("attribute", "attribute");
        Same("attribute", "expected.csv", 1e-9, "series_id", "chart", "screened", "period");
    }

    [Fact]
    public void Every_trend_is_that_of_the_reference()
    {
        Run("trend", "cases");
        Same("trend", "expected.csv", 1e-8, "series_id");
    }

    /// <summary>With the parameters the reference found, everything made from them is its own.</summary>
    [Fact]
    public void A_model_with_given_parameters_runs_as_the_reference_runs_it()
    {
        File.Copy(Path.Combine(Reference("forecast"), "models.csv"), Path.Combine(Reference("forecast"), "parameters.csv"));
        Run("forecast", "forecast");

        // R forecast 8.23 places gamma one season off in ETS(A,N,A): its intervals a year on differ by up to 4e-5. Theta finds its own alpha.
        // Forms with multiplicative errors are not offered.
        static bool Fitted(PlainRow row) => row["method"] is "theta" or "ets_auto" or "hw_mult";
        Same("forecast", "forecasts.csv", row => row["method"] == "ets_additive" ? 4e-5 : Fitted(row) ? null : 1e-6, "series_id", "method", "h");
        Same("forecast", "models.csv", row => Fitted(row) ? null : 1e-6, "series_id", "method");
        Same("forecast", "yearend.csv", 1e-4, "series_id", "measure", "target");
    }

    /// <summary>No likelihood is more than 0.1 under the reference's, or the forecasts are within 1% of its own.</summary>
    [Fact]
    public void Models_fitted_here_are_as_likely_as_those_of_the_reference()
    {
        Run("forecast", "forecast");

        static string Key(PlainRow row) => row["series_id"] + row["method"];
        static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
        var fitted = PlainTable.Read(Path.Combine(_folder["out"], "models.csv")).Rows.ToDictionary(Key);
        var forecast = PlainTable.Read(Path.Combine(_folder["out"], "forecasts.csv")).Rows.ToDictionary(row => Key(row) + "|" + row["h"]);
        var expected = PlainTable.Read(Path.Combine(Reference("forecast"), "forecasts.csv")).Rows.ToLookup(Key);
        var compared = PlainTable.Read(Path.Combine(Reference("forecast"), "models.csv")).Rows.Where(row => fitted.ContainsKey(Key(row))).ToList();
        Assert.Equal(200, compared.Count);
        Assert.All(compared, row => Assert.True(
            (row["loglik"].Length > 0 && Number(fitted[Key(row)]["loglik"]) >= Number(row["loglik"]) - 0.1)
                || expected[Key(row)].All(one => Number(forecast[Key(row) + "|" + one["h"]]["mean"]) is var mean
                    && Math.Abs(mean - Number(one["mean"])) <= 0.01 * Math.Abs(Number(one["mean"]))),
            Key(row)));
    }

    [Theory]
    [InlineData("proportions.csv", 1e-9, "id")]
    [InlineData("rates.csv", 1e-9, "id")]
    [InlineData("means_expected.csv", 1e-9, "area")]
    [InlineData("dsr_expected.csv", 1e-9, "area")]
    [InlineData("isratio_expected.csv", 1e-9, "area")]
    [InlineData("israte_expected.csv", 1e-9, "area")]
    [InlineData("funnel_proportion_points.csv", 1e-9, "set", "area")]
    [InlineData("funnel_rate_points.csv", 1e-9, "set", "area")]
    [InlineData("funnel_ratio_points.csv", 1e-9, "set", "area")]
    [InlineData("funnel_proportion_limits.csv", 1e-9, "set", "Population")]
    [InlineData("funnel_rate_limits.csv", 1e-4, "set", "Events")]
    public void Every_rate_interval_and_funnel_is_that_of_the_reference(string file, double tolerance, params string[] keys)
    {
        Run("publichealth", "publichealth");
        Same("publichealth", file, tolerance, keys);
    }

    [Theory]
    [InlineData("spc", "There is no file")]
    [InlineData("publichealth", "The folder holds none of")]
    public void A_folder_without_the_files_is_told_what_belongs_in_it(string kind, string says)
    {
        var answer = QuarterdeckInProcess.Run(["statistics", kind, "--input", _folder.Path, "--out", _folder["out"]]);

        Assert.Equal(3, answer.Exit);
        Assert.Contains(says, answer.Said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Theory]
    [InlineData("S,2025-04-01,1", "increase,,TRUE,,", "input_series.csv, row 3, column period: '2025-04-01' is not a date of its own")]
    [InlineData("S,2025-05-01,1 200", "increase,,TRUE,,", "input_series.csv, row 3, column value: '1 200' is not a number")]
    [InlineData("S,May,1", "increase,,TRUE,,", "input_series.csv, row 3, column period: 'May' is not a date")]
    [InlineData("S,2025-05-01,1", "up,,TRUE,,", "index.csv, row 2, column improvement_direction: 'up' is not increase or decrease or neutral")]
    [InlineData("S,2025-05-01,1", "increase,,TRUE,11,", "index.csv, row 2, column fix_after_n_points: '11' is not a whole number, 12 or more")]
    [InlineData("../S,2025-05-01,1", "increase,,TRUE,,", "index.csv, row 2, column series_id: '../S' is not a name of letters")]
    public void A_cell_that_cannot_be_read_is_named(string row, string options, string says)
    {
        _folder.Write("input_series", $"series_id,period,value\nS,2025-04-01,1\n{row}");
        _folder.Write("index", $"case_id,series_id,improvement_direction,target,screen_outliers,fix_after_n_points,rebase\nC,{row.Split(',')[0]},{options}");

        var answer = QuarterdeckInProcess.Run(["statistics", "spc", "--input", _folder.Path, "--out", _folder["out"]]);

        Assert.Equal(3, answer.Exit);
        Assert.Contains(says, answer.Said, StringComparison.Ordinal);
    }

    private string Reference(string folder) => Path.Combine(_folder["reference"], folder);

    private void Run(string kind, string input)
    {
        var answer = QuarterdeckInProcess.Run(["statistics", kind, "--input", Reference(input), "--out", _folder["out"]]);
        Assert.True(answer.Exit == 0, answer.Said);
    }

    /// <summary>Numbers to a tolerance, everything else to the letter; an empty cell is like an empty cell only.</summary>
    private void Same(string folder, string file, double tolerance, params string[] keys) => Same(folder, file, _ => tolerance, keys);

    /// <summary>The same, each row to its own tolerance; a row without one is left out.</summary>
    private void Same(string folder, string file, Func<PlainRow, double?> tolerance, params string[] keys)
    {
        string Key(PlainRow row) => string.Join('|', keys.Select(key => row[key]));

        var expected = PlainTable.Read(Path.Combine(Reference(folder), file));
        var actual = PlainTable.Read(Path.Combine(_folder["out"], file)).Rows.ToDictionary(Key);
        Assert.NotEmpty(actual);
        var different =
            from row in expected.Rows
            let near = tolerance(row)
            where near is not null
            from column in expected.Columns
            where !Simulated.Contains(column)
            let found = actual.TryGetValue(Key(row), out var same) ? same[column] : "no such row"
            where !IsSame(row[column], found, near.Value)
            select $"{file} {Key(row)} {column}: {row[column]}, and not {found}";
        Assert.Empty(different.Take(20));
    }

    private static bool IsSame(string expected, string actual, double tolerance) =>
        expected == actual || (Number(expected) is { } one && Number(actual) is { } other && Math.Abs(one - other) <= 1e-12 + (tolerance * Math.Abs(one)));

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
