using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Results;

/// <summary>Makes the year to date from the year's own periods (rules: Year to date).</summary>
/// <param name="series">The indicator's results.</param>
/// <param name="weights">The results that weight a weighted mean; null when it has none.</param>
public sealed class YearToDateRule(Series series, Series? weights)
{
    /// <summary>
    /// The year to date at the end of a period. What was typed wins over what can be computed, a marker too: typed
    /// <c>n/a</c> there is none, and typed <c>suppressed</c> it is not computed.
    /// </summary>
    public YearToDate At(Indicator indicator, Period period)
    {
        var supplied = series.At(period.Closing)?.Ytd;
        if (supplied?.Marker is { } marker)
        {
            return marker == Marker.NotApplicable
                ? new YearToDate.NotApplicable()
                : new YearToDate.NotComputed($"it was given as {marker.Code()}");
        }

        if (supplied is null && IsNotKept(indicator))
        {
            return new YearToDate.NotApplicable();
        }

        var from = From(indicator, period);
        var computed = Compute(indicator, period, from);
        if (supplied?.Number is not { } typed)
        {
            return computed;
        }

        return new YearToDate.Known(Quantity.Of(typed), indicator.Decimals ?? Series.PlacesTyped(typed), from, period.Closing, Supplied: true)
        {
            Computed = computed is YearToDate.Known known ? known.Exact : null,
        };
    }

    /// <summary>Whether the year to date grows with the months counted, so that the target of one period says nothing about it.</summary>
    public static bool Grows(Indicator indicator) => indicator.Ytd switch
    {
        YtdMethod.Sum => true,
        YtdMethod.Supplied => indicator.Basis.Kind == BasisKind.Period && indicator.Unit.IsAdditive,
        YtdMethod.Ratio or YtdMethod.Weighted or YtdMethod.Mean or YtdMethod.Latest or YtdMethod.None => false,
    };

    /// <summary>Whether the indicator has no year to date of its own.</summary>
    public bool IsNotKept(Indicator indicator) => indicator.Ytd == YtdMethod.None || LacksMethod(indicator);

    /// <summary>Whether nobody has said how the year to date is made, and no numerators and denominators tell it.</summary>
    public bool LacksMethod(Indicator indicator) => indicator is { Ytd: YtdMethod.Ratio, IsYtdStated: false } && !series.HasParts;

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
            return new YearToDate.NotComputed($"none was supplied for {period.Label}");
        }

        if (period.Closing < from)
        {
            return new YearToDate.NotComputed($"the year to date starts in {MonthNames.Long(from)}");
        }

        return indicator.Ytd == YtdMethod.Latest ? Latest(indicator, period) : OverPeriods(indicator, period, from);
    }

    /// <summary>The latest figure is the year to date; it speaks for the months its basis says.</summary>
    private YearToDate Latest(Indicator indicator, Period period)
    {
        var result = Actual(period);
        if (Series.ValueOf(result, indicator) is not { } latest)
        {
            return new YearToDate.NotComputed(Missing(indicator, [period]));
        }

        var opening = indicator.Basis.Kind switch
        {
            BasisKind.Cumulative => From(indicator, period),
            BasisKind.Rolling => period.Closing.AddMonths(1 - indicator.Basis.RollingMonths),
            BasisKind.Snapshot or BasisKind.LastMonth => period.Closing,
            BasisKind.Period or BasisKind.Average => period.Opening,
        };
        return new YearToDate.Known(latest, series.Places(indicator, result), opening, period.Closing, Supplied: false);
    }

    private YearToDate OverPeriods(Indicator indicator, Period period, Month from)
    {
        var (sum, divisor, places, count, missing) = (new ExactSum(), 0m, indicator.Decimals ?? 0, 0, new List<Period>());
        for (var own = indicator.Calendar.Holding(from); own <= period; own = own.Next)
        {
            if (Series.IsNothing(Actual(own)))
            {
                continue;
            }

            if (Part(indicator, own) is not { } part)
            {
                missing.Add(own);
                continue;
            }

            sum.Add(part.Value, part.Times);
            divisor += part.Divisor;
            places = Math.Max(places, indicator.Decimals ?? Series.PlacesTyped(part.Value.Numerator));
            count++;
        }

        if (missing.Count > 0)
        {
            return new YearToDate.NotComputed(Missing(indicator, missing));
        }

        if (count == 0)
        {
            return new YearToDate.NotComputed("nothing to count");
        }

        divisor = indicator.Ytd switch
        {
            YtdMethod.Sum => 1,
            YtdMethod.Mean => count,
            _ => divisor,
        };
        return divisor == 0
            ? new YearToDate.NotComputed(indicator.Ytd == YtdMethod.Weighted ? "the weights add up to zero" : "the denominators add up to zero")
            : new YearToDate.Known(
                sum.Over(divisor),
                indicator.Ytd == YtdMethod.Sum ? places : series.ComputedPlaces(indicator),
                from,
                period.Closing,
                Supplied: false);
    }

    /// <summary>What one period adds: a figure, what it is multiplied by, and what it adds below the line; null when it cannot.</summary>
    private (Quantity Value, decimal Times, decimal Divisor)? Part(Indicator indicator, Period own)
    {
        var result = Actual(own);
        if (indicator.Ytd == YtdMethod.Ratio)
        {
            return result is { Numerator: { } numerator, Denominator: { } denominator, Value: not { Marker: not null } }
                ? (Quantity.Of(numerator * indicator.Per), 1, denominator)
                : null;
        }

        if (Series.ValueOf(result, indicator) is not { } value)
        {
            return null;
        }

        return indicator.Ytd != YtdMethod.Weighted ? (value, 1, 1) : Weight(own) is { } weight ? (value, weight, weight) : null;
    }

    private decimal? Weight(Period own) =>
        weights is null ? null : Series.ValueOf(weights.At(own.Closing), weights.VersionAt(own.Closing))?.Value;

    private Result? Actual(Period own) => series.At(own.Closing) is { Status: not ResultStatus.Forecast } result ? result : null;

    /// <summary>Every missing period by name, those missing for one reason together.</summary>
    private string Missing(Indicator indicator, IEnumerable<Period> missing)
    {
        var reasons = missing
            .GroupBy(own => Reason(indicator, own))
            .Select(group => $"{group.Key} {Listed([.. Runs([.. group])])}");
        return string.Join(", ", reasons);
    }

    private string Reason(Indicator indicator, Period own) => Actual(own) switch
    {
        null => series.At(own.Closing) is null ? "no result for" : "only a forecast for",
        { } result when Series.MarkerOf(result) is { Marker: { } marker } => $"{marker.Code()} in",
        { } result when Series.ValueOf(result, indicator) is null => "no result for",
        _ => indicator.Ytd == YtdMethod.Ratio ? "no numerator and denominator for" : "no weight for",
    };

    /// <summary>Their names; three or more in a row by their first and last month.</summary>
    private static IEnumerable<string> Runs(IReadOnlyList<Period> periods)
    {
        for (var start = 0; start < periods.Count;)
        {
            var end = start;
            while (end + 1 < periods.Count && periods[end + 1] == periods[end].Next)
            {
                end++;
            }

            if (end - start < 2)
            {
                yield return periods[start++].Label;
                continue;
            }

            var (opening, closing) = (periods[start].Opening, periods[end].Closing);
            yield return opening.Year == closing.Year
                ? $"{MonthNames.Full(opening.Number)} to {MonthNames.Long(closing)}"
                : $"{MonthNames.Long(opening)} to {MonthNames.Long(closing)}";
            start = end + 1;
        }
    }

    private static string Listed(IReadOnlyList<string> labels) =>
        labels.Count == 1 ? labels[0] : $"{string.Join(", ", labels.SkipLast(1))} and {labels[^1]}";
}
