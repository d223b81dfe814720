using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Kernel;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Bench.Rating;

/// <summary>
/// The same made-up results every time: units with 200 indicators of 50 months from April 2022. Nine indicators of ten are
/// percentages shown to one decimal with a numerator and a denominator (one in a hundred is zero) and a ratio as year to
/// date; the tenth is a count with a mean. Every second indicator is better lower. Targets and floors change each April.
/// </summary>
public sealed class SyntheticResults
{
    public const int Indicators = 200;
    public const int Months = 50;
    public const int RowsInUnit = Indicators * Months;
    public const int MonthsInYear = 12;
    public const int Years = (Months + MonthsInYear - 1) / MonthsInYear;

    private const int Seed = 20261121;

    public SyntheticResults(int rows)
    {
        Series = rows / Months;
        (Numerators, Denominators) = (new int[rows], new int[rows]);
        (Targets, Floors) = (new int[Series * Years], new int[Series * Years]);
        var random = new Random(Seed);
        for (var series = 0; series < Series; series++)
        {
            Make(series, random);
        }

        Columns = Shuffled(random);
    }

    public int Series { get; }

    public int Rows => Numerators.Length;

    /// <summary>In order: series after series, month after month.</summary>
    public int[] Numerators { get; }

    /// <summary>In order; 1 beside a count.</summary>
    public int[] Denominators { get; }

    /// <summary>By series and year, in units of the last decimal shown: tenths of a per cent, or the count.</summary>
    public int[] Targets { get; }

    public int[] Floors { get; }

    /// <summary>The same rows shuffled.</summary>
    public ResultColumns Columns { get; }

    public static bool IsCount(int indicator) => indicator % 10 == 9;

    public static bool IsLowerBetter(int indicator) => indicator % 2 == 1;

    /// <summary>The indicators, schedules and series as the public API takes them.</summary>
    public BulkRater Rater() => Rater(0, Series);

    /// <summary>Of one series alone.</summary>
    public BulkRater Rater(int series) => Rater(series, series + 1);

    private BulkRater Rater(int from, int until)
    {
        var calendar = new PeriodCalendar(Frequency.Month, 4);
        var builder = new BulkRaterBuilder(new PeriodAxis(calendar.Closing(new Month(2022, 4)), Months));
        var terms = Enumerable.Range(0, Indicators).Select(indicator => builder.Terms(TermsOf(indicator, calendar))).ToArray();
        var runs = new StandardRun[Years];
        for (var series = from; series < until; series++)
        {
            var scale = (byte)(IsCount(series % Indicators) ? 0 : 1);
            for (var year = 0; year < Years; year++)
            {
                var at = (series * Years) + year;
                runs[year] = new StandardRun(year * MonthsInYear, new Standard
                {
                    Target = new decimal(Targets[at], 0, 0, false, scale),
                    Floor = new decimal(Floors[at], 0, 0, false, scale),
                });
            }

            builder.Add(builder.Schedule(terms[series % Indicators], runs));
        }

        return builder.Build();
    }

    private static SeriesTerms TermsOf(int indicator, PeriodCalendar calendar)
    {
        var isCount = IsCount(indicator);
        return new SeriesTerms(
            new Indicator
            {
                Ref = new IndicatorRef($"I{indicator}"),
                Title = $"Indicator {indicator}",
                Kind = IndicatorKind.Kpi,
                Unit = isCount ? Unit.Number : Unit.Percent,
                Per = isCount ? 1 : 100,
                Decimals = isCount ? 0 : 1,
                Polarity = IsLowerBetter(indicator) ? Polarity.Lower : Polarity.Higher,
                Calendar = calendar,
                Ytd = isCount ? YtdMethod.Mean : YtdMethod.Ratio,
            },
            RatingScheme.RagFloor,
            isFraction: !isCount);
    }

    private void Make(int series, Random random)
    {
        var indicator = series % Indicators;
        var usual = 300 + random.Next(500);
        var worse = IsLowerBetter(indicator) ? 1 : -1;
        for (var year = 0; year < Years; year++)
        {
            Targets[(series * Years) + year] = usual - (worse * (year * 5)) + random.Next(-20, 21);
            Floors[(series * Years) + year] = Targets[(series * Years) + year] + (worse * (20 + random.Next(40)));
        }

        for (var row = series * Months; row < (series + 1) * Months; row++)
        {
            var level = usual + random.Next(-120, 121);
            if (IsCount(indicator))
            {
                (Numerators[row], Denominators[row]) = (level, 1);
                continue;
            }

            var denominator = random.Next(100) == 0 ? 0 : 20 + random.Next(980);
            (Numerators[row], Denominators[row]) = (denominator * level / 1000, denominator);
        }
    }

    private ResultColumns Shuffled(Random random)
    {
        var order = new int[Rows];
        for (var row = 0; row < order.Length; row++)
        {
            order[row] = row;
        }

        random.Shuffle(order);
        var (series, months) = (new int[Rows], new int[Rows]);
        var (numerators, denominators) = (new long[Rows], new long[Rows]);
        for (var at = 0; at < order.Length; at++)
        {
            (series[at], months[at]) = (order[at] / Months, order[at] % Months);
            (numerators[at], denominators[at]) = (Numerators[order[at]], Denominators[order[at]]);
        }

        return new ResultColumns(series, months, numerators, denominators);
    }
}
