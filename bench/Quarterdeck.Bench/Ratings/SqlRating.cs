using System.Globalization;
using System.Text;

namespace Quarterdeck.Bench.Ratings;

/// <summary>The same work as SQL in SQLite, in memory: window functions over the rows, the ratings stored as a table.</summary>
public sealed class SqlRating : IDisposable
{
    private readonly SqliteDatabase _database = new(":memory:");

    public SqlRating(RatingData data)
    {
        _database.Run("PRAGMA temp_store=MEMORY; CREATE TABLE result(series INT, month INT, above INT, below INT); BEGIN");
        _database.Insert("INSERT INTO result VALUES(?,?,?,?)", data.Rows.Count, row =>
            (data.Rows.Series[row], data.Rows.Period[row], data.Rows.Numerator[row], data.Rows.Denominator[row]));
        var targets = new StringBuilder("COMMIT; CREATE TABLE target(indicator INT, month INT, target INT, floor INT, months INT, higher INT, is_count INT, PRIMARY KEY(indicator, month)) WITHOUT ROWID; BEGIN;");
        for (var indicator = 0; indicator < RatingData.Indicators; indicator++)
        {
            for (var month = 0; month < RatingData.Months; month++)
            {
                targets.Append(CultureInfo.InvariantCulture,
                    $"INSERT INTO target VALUES({indicator},{month},{RatingData.Target(indicator, month)},{RatingData.Floor(indicator, month)},{(RatingData.IsCount(indicator) ? RatingData.MonthOfYear(month) : 1)},{(RatingData.HigherIsBetter(indicator) ? 1 : 0)},{(RatingData.IsCount(indicator) ? 1 : 0)});");
            }
        }

        _database.Run(targets.Append("COMMIT").ToString());
    }

    public void Rate() => _database.Run("""
        DROP TABLE IF EXISTS rated;
        CREATE TABLE rated AS
        WITH figure AS (
          SELECT r.series, r.month, t.target, t.floor, t.months, t.higher, t.is_count,
                 CASE WHEN t.is_count THEN r.above WHEN r.below > 0 THEN (2 * r.above * 100 + r.below) / (2 * r.below) END AS value,
                 SUM(r.above) OVER y AS ya, SUM(r.below) OVER y AS yb
          FROM result r JOIN target t ON t.indicator = r.series % 200 AND t.month = r.month
          WINDOW y AS (PARTITION BY r.series, r.month / 12 ORDER BY r.month)),
        year AS (
          SELECT *, CASE WHEN is_count THEN ya WHEN yb > 0 THEN (2 * ya * 100 + yb) / (2 * yb) END AS ytd,
                 LAG(value) OVER (PARTITION BY series ORDER BY month) AS before
          FROM figure)
        SELECT series, month,
               CASE WHEN value IS NULL THEN 3
                    WHEN higher THEN CASE WHEN value >= target THEN 0 WHEN value >= floor THEN 1 ELSE 2 END
                    ELSE CASE WHEN value <= target THEN 0 WHEN value <= floor THEN 1 ELSE 2 END END AS rating,
               CASE WHEN ytd IS NULL THEN 3
                    WHEN higher THEN CASE WHEN ytd >= target * months THEN 0 WHEN ytd >= floor * months THEN 1 ELSE 2 END
                    ELSE CASE WHEN ytd <= target * months THEN 0 WHEN ytd <= floor * months THEN 1 ELSE 2 END END AS ytd_rating,
               CASE WHEN value IS NULL OR before IS NULL THEN 3 WHEN value = before THEN 2 WHEN (value > before) = higher THEN 0 ELSE 1 END AS direction
        FROM year
        """);

    public Tally Count()
    {
        long[] Counts(string column) => [.. Enumerable.Range(0, 4).Select(code => _database.Number($"SELECT COUNT(*) FROM rated WHERE {column} = {code}"))];
        return Tally.Of(Counts("rating"), Counts("ytd_rating"), Counts("direction"));
    }

    public void Dispose() => _database.Dispose();
}
