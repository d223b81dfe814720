using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Numbers;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Results;

/// <summary>Quarters, years, rolling windows and cumulative figures made from months (rules: <c>from_months</c>).</summary>
internal static class MonthsMade
{
    /// <summary>A result for every own period of which all months are held; where one is missing in the middle, a marker that names it.</summary>
    public static IEnumerable<Result> Results(Series months)
    {
        if (months.Count == 0)
        {
            yield break;
        }

        var (first, last) = (months[0].Period.Closing, months[months.Count - 1].Period.Closing);
        for (var month = first; month <= last; month = month.AddMonths(1))
        {
            var indicator = months.VersionAt(month);
            if (indicator.FromMonths is not { } method)
            {
                if (months.At(month) is { } given)
                {
                    yield return given;
                }

                continue;
            }

            var opening = indicator.Calendar.ClosesIn(month) ? Opening(indicator, indicator.Calendar.Closing(month)) : month.AddMonths(1);
            if (opening <= month && (opening >= first || method == FromMonths.Last))
            {
                yield return Make(months, indicator, method, opening, month);
            }
        }
    }

    /// <summary>The first month a figure counts.</summary>
    private static Month Opening(Indicator indicator, Period period) => indicator.Basis.Kind switch
    {
        BasisKind.Rolling => period.Closing.AddMonths(1 - indicator.Basis.RollingMonths),
        BasisKind.Cumulative => YearToDateRule.From(indicator, period),
        BasisKind.Period or BasisKind.Snapshot or BasisKind.Average or BasisKind.LastMonth => period.Opening,
    };

    private static Result Make(Series months, Indicator indicator, FromMonths method, Month opening, Month closing)
    {
        var counted = method == FromMonths.Last ? [closing] : Enumerable.Range(0, closing.MonthsSince(opening) + 1).Select(opening.AddMonths).ToList();
        var results = counted.ConvertAll(months.At);
        var at = results[^1];
        var made = new Result
        {
            Ref = indicator.Ref,
            Period = indicator.Calendar.Closing(closing),
            Status = results.OfType<Result>().Select(result => result.Status).Aggregate(ResultStatus.Final, Formula.Worse),
            MadeOf = at?.MadeOf is { } formula ? $"{formula}, {Words(method, counted.Count)}" : Words(method, counted.Count),
            Rating = at?.Rating,
            RatingReason = at?.RatingReason,
            RatingBy = at?.RatingBy,
            RatingApprovedBy = at?.RatingApprovedBy,
            At = at?.At ?? default,
        };
        if (results.TrueForAll(Series.IsNothing))
        {
            return made with { Value = Figure.Of(Marker.Nil, "nothing to count") };
        }

        for (var index = 0; index < counted.Count; index++)
        {
            if (!Series.IsNothing(results[index]) && Gap(results[index], indicator, method, counted[index]) is { } gap)
            {
                return made with { Value = gap };
            }
        }

        return months.BreakBetween(opening, closing) is { } found ? made with { Value = Figure.Of(Marker.NotApplicable, found.Reason) }
            : Figures(made, [.. results.OfType<Result>().Where(result => !Series.IsNothing(result))], months, indicator, method);
    }

    /// <summary>Why a month gives nothing to count; null where it gives something.</summary>
    private static Figure? Gap(Result? result, Indicator indicator, FromMonths method, Month month)
    {
        var hasFigure = method == FromMonths.Ratio ? result is { Numerator: not null, Denominator: not null, Value: not { Marker: not null } }
            : Series.ValueOf(result, indicator) is not null;
        return hasFigure ? null
            : Series.MarkerOf(result) is { Marker: { } marker } ? Figure.Of(marker, $"{MonthNames.Long(month)} is {marker.Code()}")
            : Figure.Of(
                Marker.NotReturned,
                result is null ? $"no result for {MonthNames.Long(month)}" : $"no numerator and denominator for {MonthNames.Long(month)}");
    }

    private static Result Figures(Result made, List<Result> results, Series months, Indicator indicator, FromMonths method)
    {
        decimal Value(Result result) => Series.ValueOf(result, indicator)!.Value.Value;
        var last = results[^1];
        return method switch
        {
            FromMonths.Ratio => made with
            {
                Numerator = results.Sum(result => result.Numerator!.Value),
                Denominator = results.Sum(result => result.Denominator!.Value),
            },
            FromMonths.Sum => made with { Value = Figure.Of(SignificantDigits.Round(results.Sum(Value))) },
            FromMonths.Mean => made with
            {
                Value = Figure.Of(SignificantDigits.Round(results.Sum(Value) / results.Count)),
                Decimals = months.ComputedPlaces(indicator),
            },
            FromMonths.Last => made with { Value = last.Value, Numerator = last.Numerator, Denominator = last.Denominator, Decimals = last.Decimals },
        };
    }

    private static string Words(FromMonths method, int count) => method switch
    {
        FromMonths.Sum => $"{count} months added up",
        FromMonths.Ratio => $"{count} months of numerators over {count} months of denominators",
        FromMonths.Mean => $"the mean of {count} months",
        FromMonths.Last => "the figure of the last month",
    };
}
