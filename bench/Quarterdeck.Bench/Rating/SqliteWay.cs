using Quarterdeck.Bench.Sqlite;

namespace Quarterdeck.Bench.Rating;

/// <summary>The same rules as one SQL statement with window functions, over tables in memory with rows in the same shuffled order.</summary>
public sealed class SqliteWay : IDisposable
{
    /// <summary>Also what PostgreSQL runs: it is the same there word for word.</summary>
    internal const string Rate = """
        CREATE TABLE rated AS
        WITH figures AS (
            SELECT r.unit, r.indicator, r.month, i.is_count, i.is_lower, t.target, t.floor,
                CASE WHEN r.denominator = 0 THEN NULL
                     WHEN i.is_count THEN r.numerator
                     ELSE (2000 * r.numerator + r.denominator) / (2 * r.denominator) END AS shown,
                sum(r.numerator) OVER year AS above,
                sum(r.denominator) OVER year AS below
            FROM results r
            JOIN indicators i ON i.indicator = r.indicator
            JOIN targets t ON t.unit = r.unit AND t.indicator = r.indicator AND t.year = r.month / 12
            WINDOW year AS (PARTITION BY r.unit, r.indicator, r.month / 12 ORDER BY r.month ROWS UNBOUNDED PRECEDING)
        ), compared AS (
            SELECT unit, indicator, month, is_lower, target, floor, shown,
                CASE WHEN below = 0 THEN NULL
                     WHEN is_count THEN (2 * above + below) / (2 * below)
                     ELSE (2000 * above + below) / (2 * below) END AS ytd,
                lag(shown) OVER (PARTITION BY unit, indicator ORDER BY month) AS before
            FROM figures
        )
        SELECT unit, indicator, month, ytd,
            CASE WHEN shown IS NULL THEN 3
                 WHEN is_lower THEN CASE WHEN shown <= target THEN 0 WHEN shown <= floor THEN 1 ELSE 2 END
                 ELSE CASE WHEN shown >= target THEN 0 WHEN shown >= floor THEN 1 ELSE 2 END END AS rating,
            CASE WHEN ytd IS NULL THEN 3
                 WHEN is_lower THEN CASE WHEN ytd <= target THEN 0 WHEN ytd <= floor THEN 1 ELSE 2 END
                 ELSE CASE WHEN ytd >= target THEN 0 WHEN ytd >= floor THEN 1 ELSE 2 END END AS ytd_rating,
            CASE WHEN shown IS NULL OR before IS NULL THEN 3
                 WHEN shown = before THEN 2
                 WHEN (shown > before) <> is_lower THEN 0 ELSE 1 END AS direction
        FROM compared
        """;

    private readonly SqliteDatabase _database = new();

    public SqliteWay(SyntheticResults data)
    {
        _database.Execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -1000000");
        _database.Execute("CREATE TABLE indicators (indicator INTEGER PRIMARY KEY, is_count INTEGER NOT NULL, is_lower INTEGER NOT NULL)");
        _database.Execute("CREATE TABLE targets (unit INTEGER, indicator INTEGER, year INTEGER, target INTEGER, floor INTEGER, PRIMARY KEY (unit, indicator, year)) WITHOUT ROWID");
        _database.Execute("CREATE TABLE results (unit INTEGER, indicator INTEGER, month INTEGER, numerator INTEGER, denominator INTEGER)");
        _database.Insert(
            "INSERT INTO indicators VALUES (?, ?, ?)",
            SyntheticResults.Indicators,
            row => row,
            row => SyntheticResults.IsCount(row) ? 1 : 0,
            row => SyntheticResults.IsLowerBetter(row) ? 1 : 0);
        _database.Insert(
            "INSERT INTO targets VALUES (?, ?, ?, ?, ?)",
            data.Targets.Length,
            row => row / SyntheticResults.Years / SyntheticResults.Indicators,
            row => row / SyntheticResults.Years % SyntheticResults.Indicators,
            row => row % SyntheticResults.Years,
            row => data.Targets[row],
            row => data.Floors[row]);
        var columns = data.Columns;
        _database.Insert(
            "INSERT INTO results VALUES (?, ?, ?, ?, ?)",
            data.Rows,
            row => columns.Series.Span[row] / SyntheticResults.Indicators,
            row => columns.Series.Span[row] % SyntheticResults.Indicators,
            row => columns.Periods.Span[row],
            row => columns.Numerators.Span[row],
            row => columns.Denominators.Span[row]);
    }

    public void Run()
    {
        _database.Execute(Rate);
    }

    public Tally Tally()
    {
        var tally = new Tally();
        var sql = $"SELECT rating, ytd_rating, direction, sum(coalesce(ytd, 0)), month = {SyntheticResults.Months - 1} AS latest, count(*) FROM rated GROUP BY rating, ytd_rating, direction, latest";
        foreach (var row in _database.Read(sql, 6))
        {
            tally.Add((int)row[0], (int)row[1], (int)row[2], row[3], row[4] == 1, row[5]);
        }

        return tally;
    }

    public void Dispose() => _database.Dispose();
}
