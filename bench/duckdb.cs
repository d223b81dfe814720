#!/usr/bin/env dotnet
// Rates a pack of monthly percentages and counts in SQL, beside which the bench measures `quarterdeck rate`. The bench starts it:
//
//     dotnet run --file bench/duckdb.cs -- PACK OUT
//
// It reads the same CSV, writes a record an indicator as JSON to OUT, and prints the counts the command prints.
#:package DuckDB.NET.Data.Full
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false
using DuckDB.NET.Data;

const string Rated = """
    CREATE TABLE rated AS
    WITH result AS (
        SELECT ref, CAST(period || '-01' AS DATE) AS month, value, numerator, denominator
        FROM read_csv($results, columns = {'ref': 'VARCHAR', 'period': 'VARCHAR', 'value': 'BIGINT', 'numerator': 'BIGINT', 'denominator': 'BIGINT'})
    ), latest AS (
        SELECT ref, max(month) AS month FROM result GROUP BY ref
    ), year AS (
        SELECT ref, month, CASE WHEN month(month) >= 4 THEN make_date(year(month), 4, 1) ELSE make_date(year(month) - 1, 4, 1) END AS opening FROM latest
    ), figure AS (
        SELECT year.ref, year.month, count(*) AS months,
            max(CASE WHEN result.month = year.month THEN value END) AS value,
            max(CASE WHEN result.month = year.month THEN numerator END) AS numerator,
            max(CASE WHEN result.month = year.month THEN denominator END) AS denominator,
            sum(value) AS ytd_value, sum(numerator) AS ytd_numerator, sum(denominator) AS ytd_denominator
        FROM year JOIN result ON result.ref = year.ref AND result.month BETWEEN year.opening AND year.month
        GROUP BY year.ref, year.month
    ), held AS (
        SELECT figure.*, indicator.title, indicator.polarity = 'lower' AS lower, indicator.unit = 'percent' AS share, target.target, target.floor
        FROM figure
        JOIN read_csv($indicators, all_varchar = true) AS indicator ON indicator.ref = figure.ref
        JOIN read_csv($targets, types = {'target': 'DECIMAL(9,1)', 'floor': 'DECIMAL(9,1)', 'from': 'VARCHAR', 'to': 'VARCHAR'}) AS target
            ON target.ref = figure.ref AND figure.month BETWEEN CAST(target."from" || '-01' AS DATE) AND CAST(target."to" || '-01' AS DATE)
    ), shown AS (
        SELECT *,
            -- Rounded half away from zero from whole numbers, so that nothing is lost in a binary fraction.
            CASE WHEN share THEN CAST((2000 * numerator + denominator) // (2 * denominator) AS DECIMAL(18,1)) / 10 ELSE value END AS displayed,
            CASE WHEN share THEN CAST((2000 * ytd_numerator + ytd_denominator) // (2 * ytd_denominator) AS DECIMAL(18,1)) / 10 ELSE ytd_value END AS ytd,
            CASE WHEN share THEN target ELSE target * months END AS ytd_target,
            CASE WHEN share THEN floor ELSE floor * months END AS ytd_floor
        FROM held
    )
    SELECT ref, title, month, displayed, target, floor, ytd,
        CASE WHEN lower THEN CASE WHEN displayed <= target THEN 'Green' WHEN displayed <= floor THEN 'Amber' ELSE 'Red' END
            ELSE CASE WHEN displayed >= target THEN 'Green' WHEN displayed >= floor THEN 'Amber' ELSE 'Red' END END AS rating,
        CASE WHEN lower THEN CASE WHEN ytd <= ytd_target THEN 'Green' WHEN ytd <= ytd_floor THEN 'Amber' ELSE 'Red' END
            ELSE CASE WHEN ytd >= ytd_target THEN 'Green' WHEN ytd >= ytd_floor THEN 'Amber' ELSE 'Red' END END AS ytd_rating
    FROM shown ORDER BY ref
    """;

if (args is not [var pack, var into])
{
    Console.Error.WriteLine("usage: dotnet run --file bench/duckdb.cs -- PACK OUT");
    return 2;
}

using var connection = new DuckDBConnection("DataSource=:memory:");
connection.Open();
string Quoted(string path) => $"'{path.Replace("'", "''", StringComparison.Ordinal)}'";
string Table(string name) => Quoted(Path.Combine(pack, name + ".csv"));
Run(Rated.Replace("$results", Table("results"), StringComparison.Ordinal)
    .Replace("$indicators", Table("indicators"), StringComparison.Ordinal)
    .Replace("$targets", Table("targets"), StringComparison.Ordinal));
Run($"COPY rated TO {Quoted(into)} (FORMAT JSON)");
foreach (var (label, column) in new[] { ("Latest", "rating"), ("Year to date", "ytd_rating") })
{
    using var command = connection.CreateCommand();
    command.CommandText = $"SELECT count(*) FILTER ({column} = 'Green'), count(*) FILTER ({column} = 'Amber'), count(*) FILTER ({column} = 'Red') FROM rated";
    using var counts = command.ExecuteReader();
    counts.Read();
    Console.WriteLine($"{label}: {counts.GetInt64(0)} Green, {counts.GetInt64(1)} Amber, {counts.GetInt64(2)} Red");
}

return 0;

void Run(string text)
{
    using var command = connection.CreateCommand();
    command.CommandText = text;
    command.ExecuteNonQuery();
}
