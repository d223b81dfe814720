namespace Quarterdeck.Bench.Rating;

/// <summary>
/// What a programmer writes for this data and no other: one loop over arrays in order, floating point, two bands, no gaps,
/// no schemes, no checks. The measure of how much the full rules cost.
/// </summary>
public sealed class PlainLoop(SyntheticResults data)
{
    private readonly byte[] _ratings = new byte[data.Rows];
    private readonly byte[] _yearRatings = new byte[data.Rows];
    private readonly byte[] _directions = new byte[data.Rows];
    private readonly int[] _yearsToDate = new int[data.Rows];

    public void Run()
    {
        var (numerators, denominators) = (data.Numerators, data.Denominators);
        for (var series = 0; series < data.Series; series++)
        {
            var indicator = series % SyntheticResults.Indicators;
            var lower = SyntheticResults.IsLowerBetter(indicator);
            var scale = SyntheticResults.IsCount(indicator) ? 1.0 : 1000.0;
            var (above, below, before, target, floor) = (0, 0, -1, 0, 0);
            for (var month = 0; month < SyntheticResults.Months; month++)
            {
                var row = (series * SyntheticResults.Months) + month;
                if (month % SyntheticResults.MonthsInYear == 0)
                {
                    (above, below) = (0, 0);
                    var year = (series * SyntheticResults.Years) + (month / SyntheticResults.MonthsInYear);
                    (target, floor) = (data.Targets[year], data.Floors[year]);
                }

                var denominator = denominators[row];
                above += numerators[row];
                below += denominator;
                var shown = denominator == 0 ? -1 : (int)((scale * numerators[row] / denominator) + 0.5);
                var yearToDate = below == 0 ? -1 : (int)((scale * above / below) + 0.5);
                _ratings[row] = Rate(shown, lower, target, floor);
                _yearRatings[row] = Rate(yearToDate, lower, target, floor);
                _yearsToDate[row] = yearToDate;
                _directions[row] = (byte)(shown < 0 || before < 0 ? Bench.Rating.Tally.NoDirection
                    : shown == before ? 2
                    : shown > before != lower ? 0 : 1);
                before = shown;
            }
        }
    }

    public Tally Tally()
    {
        var tally = new Tally();
        for (var row = 0; row < data.Rows; row++)
        {
            var isLatest = row % SyntheticResults.Months == SyntheticResults.Months - 1;
            tally.Add(_ratings[row], _yearRatings[row], _directions[row], Math.Max(0, _yearsToDate[row]), isLatest);
        }

        return tally;
    }

    private static byte Rate(int shown, bool lower, int target, int floor) =>
        (byte)(shown < 0 ? Bench.Rating.Tally.NotRated
            : lower ? (shown <= target ? 0 : shown <= floor ? 1 : 2)
            : shown >= target ? 0 : shown >= floor ? 1 : 2);
}
