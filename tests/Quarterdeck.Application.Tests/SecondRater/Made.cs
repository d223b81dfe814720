using System.Globalization;

namespace Quarterdeck.Application.Tests.SecondRater;

/// <summary>Rows of results that a person would get by hand: one figure over another, or the months of a longer period put together.</summary>
internal static class Made
{
    public static SortedDictionary<int, PlainRow> OfTwo(string reference, Figures above, Figures below)
    {
        var rows = new SortedDictionary<int, PlainRow>();
        foreach (var month in above.Closings.Intersect(below.Closings))
        {
            var (over, under) = (above.Value(month, above.VersionAt(month)), below.Value(month, below.VersionAt(month)));
            var cells = new Dictionary<string, string> { ["ref"] = reference, ["period"] = Months.Write(month) };
            if (over is { } top && under is { } bottom)
            {
                (cells["numerator"], cells["denominator"]) = (Text(top), Text(bottom));
            }
            else
            {
                cells["marker"] = above.Marker(month) ?? below.Marker(month) ?? string.Empty;
            }

            Forecast(cells, [above.IsForecast(month), below.IsForecast(month)]);
            rows[month] = new PlainRow("results", cells);
        }

        return rows;
    }

    public static SortedDictionary<int, PlainRow> OfMonths(Figures months, Terms terms, string method)
    {
        var rows = new SortedDictionary<int, PlainRow>();
        if (months.Closings.Count == 0)
        {
            return rows;
        }

        for (var closing = months.Closings[0]; closing <= months.Closings[^1]; closing++)
        {
            var opening = terms.Basis == "rolling" ? closing - terms.RollingMonths + 1
                : terms.Basis == "cumulative" ? terms.Rhythm.YearOpening(closing)
                : terms.Rhythm.Previous(closing) + 1;
            if (terms.Rhythm.Closes(closing) && (method == "last" || opening >= months.Closings[0]))
            {
                List<int> counted = method == "last" ? [closing] : [.. Enumerable.Range(opening, closing - opening + 1)];
                rows[closing] = Row(months, terms, method, counted);
            }
        }

        return rows;
    }

    private static PlainRow Row(Figures months, Terms terms, string method, List<int> counted)
    {
        var closing = counted[^1];
        var given = counted.ConvertAll(months.At);
        var cells = new Dictionary<string, string> { ["ref"] = terms.Row["ref"]!, ["period"] = Months.Write(closing) };
        foreach (var column in new[] { "rating", "rating_reason", "rating_by", "rating_approved_by" })
        {
            cells[column] = months.At(closing)?[column] ?? string.Empty;
        }

        Forecast(cells, counted.Select(months.IsForecast));
        bool Gives(int month) => method == "ratio" && months.Marker(month) is null or "nil" ? months.At(month) is { } row && row["numerator"] is not null
            : months.Value(month, terms) is not null;
        bool IsNothing(int month) => months.IsNothing(month) || (months.IsForecast(month) && months.Marker(month) == "nil");
        var nothing = counted.Where(IsNothing).ToHashSet();
        counted = counted.FindAll(month => !nothing.Contains(month));
        given = counted.ConvertAll(months.At);
        if (counted.Count == 0)
        {
            cells["marker"] = "nil";
            return new PlainRow("results", cells);
        }

        if (counted.Exists(month => !Gives(month)))
        {
            var missing = counted.First(month => !Gives(month));
            cells["marker"] = months.Marker(missing) ?? "not returned";
            return new PlainRow("results", cells);
        }

        decimal Sum(string column) => given.Sum(row => row!.Number(column)!.Value);
        var values = counted.ConvertAll(month => method == "ratio" ? 0 : decimal.Parse(Text(months.Value(month, terms)!.Value), CultureInfo.InvariantCulture));
        switch (method)
        {
            case "ratio":
                (cells["numerator"], cells["denominator"]) = (Plain(Sum("numerator")), Plain(Sum("denominator")));
                break;
            case "last":
                cells["value"] = given[0]!["value"] ?? string.Empty;
                cells["numerator"] = given[0]!["numerator"] ?? string.Empty;
                cells["denominator"] = given[0]!["denominator"] ?? string.Empty;
                break;
            case "sum":
                cells["value"] = Plain(values.Sum());
                break;
            default:
                cells["value"] = Plain(values.Sum() / values.Count);
                cells["decimals"] = Plain(months.Computed(terms));
                break;
        }

        return new PlainRow("results", cells);
    }

    private static void Forecast(Dictionary<string, string> cells, IEnumerable<bool> forecasts) =>
        cells["status"] = forecasts.Contains(true) ? "forecast" : string.Empty;

    private static string Plain(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(Fraction value)
    {
        var exact = (decimal)value.Top / (decimal)value.Bottom;
        return Plain(exact);
    }
}
