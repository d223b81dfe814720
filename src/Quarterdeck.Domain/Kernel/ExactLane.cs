using Quarterdeck.Domain.Directions;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Domain.Kernel;

/// <summary>Rates any series one figure at a time, through the code that rates a single indicator: nothing is too large or too odd.</summary>
internal sealed class ExactLane(BulkSeries series, BulkRatings ratings)
{
    private readonly Quantity?[] _values = new Quantity?[series.Axis.Count];
    private readonly CompiledStandard[] _standards = new CompiledStandard[series.Axis.Count];

    /// <param name="number">The series.</param>
    /// <param name="schedule">Its terms and standards.</param>
    /// <param name="numerators">By period.</param>
    /// <param name="denominators">By period, as <see cref="Cells.Denominators"/> holds them.</param>
    /// <param name="forecasts">By period; empty: none is.</param>
    public void Rate(int number, Schedule schedule, ReadOnlySpan<long> numerators, ReadOnlySpan<long> denominators, ReadOnlySpan<bool> forecasts)
    {
        var terms = series.Terms[schedule.Terms];
        var at = number * series.Axis.Count;
        Spread(schedule.Runs);
        for (var period = 0; period < series.Axis.Count; period++)
        {
            var value = ValueOf(terms.Terms, numerators[period], denominators[period]);
            _values[period] = !forecasts.IsEmpty && forecasts[period] ? null : value;
            ratings.RatingColumn[at + period] = value is { } known ? Classify(terms, known, _standards[period])
                : (sbyte)(denominators[period] == Cells.Missing ? terms.NoResult : terms.Marker);
            ratings.DirectionColumn[at + period] = Direction(terms.Terms, period).Code;
        }

        if (terms.Method == YtdMethod.None)
        {
            ratings.YearToDateRatingColumn.AsSpan(at, series.Axis.Count).Fill((sbyte)terms.NoYearToDate);
            ratings.YearToDateColumn.AsSpan(at, series.Axis.Count).Fill(BulkRatings.None);
            return;
        }

        Spread(schedule.YearToDateRuns);
        YearsToDate(terms, at, numerators, denominators, forecasts);
    }

    private static Quantity? ValueOf(SeriesTerms terms, long numerator, long denominator) => denominator switch
    {
        <= Cells.Least => null,
        0 when terms.IsFraction => null,
        _ when terms.IsFraction => Quantity.Of(Typed(numerator, terms.Places) * terms.Indicator.Per, Typed(denominator, terms.DenominatorPlaces)),
        _ => Quantity.Of(Typed(numerator, terms.Places)),
    };

    private static decimal Typed(long number, int places) => Scaled.ToDecimal(number, places);

    private static sbyte Classify(CompiledTerms terms, Quantity value, CompiledStandard standard)
    {
        var answer = FigureRating.Classify(standard.Cuts, value, terms.Terms.Decimals, terms.Terms.Indicator.RateOn);
        return (sbyte)CompiledTerms.Rated(terms.Terms, RatingCode.OfClass(answer));
    }

    private DirectionCode Direction(SeriesTerms terms, int period)
    {
        if (_values[period] is not { } now)
        {
            return DirectionCode.Of(NoDirection.NoNumber);
        }

        var method = terms.Indicator.Direction.Methods[0];
        var other = period - (method == DirectionMethod.SamePeriodLastYear ? series.Axis.PeriodsInYear : 1);
        if (other < 0 || _values[other] is not { } before)
        {
            return DirectionCode.Of(NoDirection.NoPrevious);
        }

        var (travel, _) = DirectionRule.Judge(
            terms.Indicator,
            method,
            new Position(Judged(terms, now), _standards[period].Standard),
            new Position(Judged(terms, before), _standards[other].Standard));
        return travel is { } known ? DirectionCode.Of(known) : DirectionCode.Of(terms.Indicator.Polarity switch
        {
            Polarity.Neutral => NoDirection.NoPolarity,
            Polarity.Range => NoDirection.NoThresholds,
            Polarity.OnTarget or Polarity.Higher or Polarity.Lower => NoDirection.NoTarget,
        });
    }

    private static decimal Judged(SeriesTerms terms, Quantity value) =>
        terms.Indicator.RateOn == RateOn.Exact ? value.Value : value.Rounded(terms.Decimals);

    private void YearsToDate(CompiledTerms terms, int at, ReadOnlySpan<long> numerators, ReadOnlySpan<long> denominators, ReadOnlySpan<bool> forecasts)
    {
        var (sum, divisor, complete) = (new ExactSum(), 0m, false);
        for (var period = 0; period < series.Axis.Count; period++)
        {
            if (terms.Years.First[period] == period)
            {
                (sum, divisor, complete) = (new ExactSum(), 0m, true);
            }

            var isForecast = !forecasts.IsEmpty && forecasts[period];
            var part = isForecast ? null : Part(terms, _values[period], numerators[period], denominators[period]);
            complete &= part is not null;
            if (part is { } known)
            {
                sum.Add(known.Value);
                divisor += known.Divisor;
            }

            var begun = terms.Years.First[period] != YearStarts.Outside;
            Quantity? figure = terms.Method == YtdMethod.Latest ? terms.Years.Begun[period] != 0 ? _values[period] : null
                : !begun || !complete ? null
                : terms.Method == YtdMethod.Sum ? sum.Over(1)
                : divisor == 0 ? null
                : sum.Over(divisor);
            Write(terms, at + period, figure, _standards[period]);
        }
    }

    /// <summary>What one period adds above and below the line; null when it cannot.</summary>
    private static (Quantity Value, decimal Divisor)? Part(CompiledTerms terms, Quantity? value, long numerator, long denominator)
    {
        if (terms.Method != YtdMethod.Ratio)
        {
            return value is { } known ? (known, 1) : null;
        }

        return terms.Terms.IsFraction && denominator > Cells.Least
            ? (Quantity.Of(Typed(numerator, terms.Terms.Places) * terms.Terms.Indicator.Per), Typed(denominator, terms.Terms.DenominatorPlaces))
            : null;
    }

    private void Write(CompiledTerms terms, int at, Quantity? figure, CompiledStandard standard)
    {
        ratings.YearToDateColumn[at] = BulkRatings.None;
        if (figure is not { } known)
        {
            ratings.YearToDateRatingColumn[at] = (sbyte)terms.Incomplete;
            return;
        }

        ratings.YearToDateRatingColumn[at] = Classify(terms, known, standard);
        var shown = Scaled.Of(known.Rounded(terms.Terms.Decimals), terms.Terms.Decimals);
        if (shown > BulkRatings.Large && shown <= long.MaxValue)
        {
            ratings.YearToDateColumn[at] = (long)shown;
        }
        else
        {
            ratings.KeepLarge(at, known.Rounded(terms.Terms.Decimals));
        }
    }

    /// <summary>Each period's standard, from the runs.</summary>
    private void Spread(int runs)
    {
        var reader = new RunReader(series.Runs, runs);
        for (var period = 0; period < series.Axis.Count; reader.Next())
        {
            var until = reader.Until;
            Array.Fill(_standards, series.Standards[reader.Standard], period, until - period);
            period = until;
        }
    }
}
