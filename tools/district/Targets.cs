using System.Globalization;

/// <summary>The targets of every year, from those of 2025/26 and what each year changes.</summary>
static class Targets
{
    const int ThisYear = 2025;

    public static IEnumerable<Row> Of(Row plan, IReadOnlyList<Series> all)
    {
        var series = all.Single(one => one.Ref == plan["ref"]);
        for (var year = 2020; year <= ThisYear; year++)
        {
            var april = (year * 12) + 3;
            foreach (var month in plan["profile"] is "curve" or "season" ? Enumerable.Range(april, 12) : [april])
            {
                yield return Row(plan, series, year, month);
            }
        }
    }

    static Row Row(Row plan, Series series, int year, int month)
    {
        var steps = (year - ThisYear) * Series.Number(plan["step"]);

        // Last year's months are held from the second year on.
        var isRelative = plan["relative"].Length > 0 && year > ThisYear - 4;
        string Figure(string column)
        {
            if (plan[column].Length == 0)
            {
                return "";
            }

            var places = plan[column].Contains('.', StringComparison.Ordinal) || plan["step"].Contains('.', StringComparison.Ordinal) ? 1 : 0;
            var figure = Series.Number(plan[column]) + steps;
            return plan["profile"] switch
            {
                "curve" => Series.Text(figure * Series.ShareCollected(month), 1),
                "season" => Series.Text(figure + (series.Season(month) * Series.Share(plan["breakdown"])), 0),
                _ => Series.Text(figure, places),
            };
        }

        return new Row
        {
            ["ref"] = plan["ref"],
            ["from"] = Series.Write(month),
            ["scope"] = plan["scope"],
            ["breakdown"] = plan["breakdown"],
            ["relative"] = isRelative ? plan["relative"] : "",
            ["target"] = isRelative ? "" : Figure("target"),
            ["floor"] = Figure("floor"),
            ["lower"] = Figure("lower"),
            ["upper"] = Figure("upper"),
            ["profile"] = plan["profile"] == "straight-line" ? "straight-line" : "",
            ["label"] = plan["label"],
            ["approved_by"] = "Council",
            ["approved_on"] = string.Create(CultureInfo.InvariantCulture, $"{year}-03-05"),
        };
    }
}
