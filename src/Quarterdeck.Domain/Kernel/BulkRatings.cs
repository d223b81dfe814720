namespace Quarterdeck.Domain.Kernel;

/// <summary>
/// What a bulk rating gives, per series and period. It takes 11 bytes per series and period (rating, year-to-date rating
/// and direction one each, the year to date eight) and 4 per series; the spans are series after series, period after period.
/// </summary>
public sealed class BulkRatings
{
    /// <summary>In <see cref="YearsToDate"/>: there is none.</summary>
    public const long None = long.MinValue;

    /// <summary>In <see cref="YearsToDate"/>: too large for the column; <see cref="YearToDate"/> has it.</summary>
    public const long Large = long.MinValue + 1;

    private readonly Dictionary<int, decimal> _large = [];
    private readonly BulkSeries _series;

    internal BulkRatings(BulkSeries series)
    {
        _series = series;
        Periods = series.Axis.Count;
        var cells = series.Count * Periods;
        RatingColumn = GC.AllocateUninitializedArray<sbyte>(cells);
        YearToDateRatingColumn = GC.AllocateUninitializedArray<sbyte>(cells);
        DirectionColumn = GC.AllocateUninitializedArray<sbyte>(cells);
        YearToDateColumn = GC.AllocateUninitializedArray<long>(cells);
        LatestColumn = new int[series.Count];
    }

    public int Series => LatestColumn.Length;

    public int Periods { get; }

    /// <summary>Rows that fell on a series and period that had one already; the later row of two was taken.</summary>
    public int Duplicates { get; internal set; }

    /// <summary>Codes as <see cref="RatingCode.Code"/>.</summary>
    public ReadOnlySpan<sbyte> Ratings => RatingColumn;

    /// <summary>Codes as <see cref="RatingCode.Code"/>.</summary>
    public ReadOnlySpan<sbyte> YearToDateRatings => YearToDateRatingColumn;

    /// <summary>Codes as <see cref="DirectionCode.Code"/>.</summary>
    public ReadOnlySpan<sbyte> Directions => DirectionColumn;

    /// <summary>As displayed, in units of the last decimal shown; <see cref="None"/> or <see cref="Large"/> instead.</summary>
    public ReadOnlySpan<long> YearsToDate => YearToDateColumn;

    /// <summary>Each series' latest period with a number, or a marker in its place; -1 when there is none.</summary>
    public ReadOnlySpan<int> LatestPeriods => LatestColumn;

    internal sbyte[] RatingColumn { get; }

    internal sbyte[] YearToDateRatingColumn { get; }

    internal sbyte[] DirectionColumn { get; }

    internal long[] YearToDateColumn { get; }

    internal int[] LatestColumn { get; }

    public RatingCode Rating(int series, int period) => RatingCode.Raw(RatingColumn[At(series, period)]);

    public RatingCode YearToDateRating(int series, int period) => RatingCode.Raw(YearToDateRatingColumn[At(series, period)]);

    public DirectionCode Direction(int series, int period) => DirectionCode.Raw(DirectionColumn[At(series, period)]);

    /// <summary>The year to date as displayed; null when there is none.</summary>
    public decimal? YearToDate(int series, int period)
    {
        var at = At(series, period);
        return YearToDateColumn[at] switch
        {
            None => null,
            Large => _large[at],
            var shown => Scaled.ToDecimal(shown, _series.Terms[_series.Schedules[_series.ScheduleOf[series]].Terms].Terms.Decimals),
        };
    }

    /// <summary>The latest period with a number that is no forecast, or a later one whose marker takes its place.</summary>
    public int? Latest(int series) => LatestColumn[series] >= 0 ? LatestColumn[series] : null;

    internal void KeepLarge(int at, decimal yearToDate)
    {
        YearToDateColumn[at] = Large;
        lock (_large)
        {
            _large[at] = yearToDate;
        }
    }

    private int At(int series, int period)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)period, (uint)Periods, nameof(period));
        return (series * Periods) + period;
    }
}
