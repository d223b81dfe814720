using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Results;

/// <summary>Makes the year to date from the year's own periods (rules: Year to date).</summary>
/// <param name="series">The indicator's results.</param>
/// <param name="weights">The results that weight a weighted mean; null when it has none.</param>
public sealed class YearToDateRule(Series series, Series? weights)
{
    /// <summary>The year to date at the end of a period. A supplied figure wins over a computed one.</summary>
    public YearToDate At(Indicator indicator, Period period)
    {
        var supplied = series.At(period.Closing)?.Ytd?.Number;
        if (indicator.Ytd == YtdMethod.None && supplied is null)
        {
            return new YearToDate.NotApplicable();
        }

        var from = From(indicator, period);
        var computed = Compute(indicator, period, from);
        if (supplied is not { } typed)
        {
            return computed;
        }

        var places = indicator.Decimals ?? typed.Scale;
        return new YearToDate.Known(Quantity.Of(typed), places, from, period.Closing, Supplied: true)
        {
            Computed = computed is YearToDate.Known known ? known.Exact : null,
        };
    }

    /// <summary>First month counted: the year's, or the indicator's own start within it.</summary>
    public static Month From(Indicator indicator, Period period)
    {
        var opening = period.YearOpening;
        return indicator.YtdFrom is { } start ? opening.AddMonths((start - opening.Number + 12) % 12) : opening;
    }

    private YearToDate Compute(Indicator indicator, Period period, Month from)
    {
        if (indicator.Ytd is YtdMethod.None or YtdMethod.Supplied)
        {
            return new YearToDate.NotComputed($"no year to date was supplied for {period.Label}");
        }

        if (period.Closing < from)
        {
            return new YearToDate.NotComputed($"the year to date starts in {MonthNames.Long(from)}");
        }

        if (indicator.Ytd == YtdMethod.Latest)
        {
            return Series.ValueOf(series.At(period.Closing), indicator) is { } latest
                ? new YearToDate.Known(latest, series.Places(indicator, series.At(period.Closing)), from, period.Closing, Supplied: false)
                : new YearToDate.NotComputed($"no result for {period.Label}");
        }

        var (numerator, denominator, places, count) = (0m, 0m, indicator.Decimals ?? 0, 0);
        for (var own = indicator.Calendar.Holding(from); own <= period; own = own.Next)
        {
            if (Part(indicator, own) is not { } part)
            {
                return new YearToDate.NotComputed(Missing(indicator, own));
            }

            numerator += part.Numerator;
            denominator += part.Denominator;
            places = Math.Max(places, indicator.Decimals ?? part.Numerator.Scale);
            count++;
        }

        var divisor = indicator.Ytd switch
        {
            YtdMethod.Sum => 1,
            YtdMethod.Mean => count,
            _ => denominator,
        };
        if (divisor == 0)
        {
            return new YearToDate.NotComputed("the denominators add up to zero");
        }

        return new YearToDate.Known(
            Quantity.Of(numerator, divisor),
            indicator.Ytd == YtdMethod.Sum ? places : series.ComputedPlaces(indicator),
            from,
            period.Closing,
            Supplied: false);
    }

    /// <summary>What one period adds above and below the line; null when it cannot.</summary>
    private (decimal Numerator, decimal Denominator)? Part(Indicator indicator, Period own)
    {
        var result = series.At(own.Closing);
        if (result is null or { Status: ResultStatus.Forecast })
        {
            return null;
        }

        if (indicator.Ytd == YtdMethod.Ratio)
        {
            return result is { Numerator: { } numerator, Denominator: { } denominator, Value: not { Marker: not null } }
                ? (numerator * indicator.Per, denominator)
                : null;
        }

        if (Series.ValueOf(result, indicator) is not { } value)
        {
            return null;
        }

        if (indicator.Ytd != YtdMethod.Weighted)
        {
            return (value.Value, 1);
        }

        var weight = weights is null ? null : Series.ValueOf(weights.At(own.Closing), weights.VersionAt(own.Closing));
        return weight is { } known ? (value.Value * known.Value, known.Value) : null;
    }

    private string Missing(Indicator indicator, Period own)
    {
        var result = series.At(own.Closing);
        if (indicator.Ytd == YtdMethod.Ratio && Series.ValueOf(result, indicator) is not null)
        {
            return $"no numerator and denominator for {own.Label}";
        }

        return indicator.Ytd == YtdMethod.Weighted && Series.ValueOf(result, indicator) is not null
            ? $"no weight for {own.Label}"
            : Series.MarkerOf(result) is { Marker: { } marker } ? $"{own.Label} is {marker.Code()}" : $"no result for {own.Label}";
    }
}
