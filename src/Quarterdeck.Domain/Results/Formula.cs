using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Numbers;

namespace Quarterdeck.Domain.Results;

/// <summary>A figure made of two others of the same period: one over the other.</summary>
internal static class Formula
{
    /// <summary>A result for each period in which both say something.</summary>
    public static IEnumerable<Result> Results(IReadOnlyList<Indicator> versions, Series numerators, Series denominators)
    {
        var own = new Series(versions, new ResultList());
        for (var index = 0; index < numerators.Count; index++)
        {
            var above = numerators[index];
            var closing = above.Period.Closing;
            var indicator = own.VersionAt(closing);
            if (denominators.At(closing) is not { } below || !indicator.ResultCalendar.ClosesIn(closing))
            {
                continue;
            }

            var result = new Result
            {
                Ref = indicator.Ref,
                Period = indicator.ResultCalendar.Closing(closing),
                Status = Worse(above.Status, below.Status),
                MadeOf = $"{above.Ref} over {below.Ref}",
                At = above.At,
            };
            var (over, under) = (Counted(above, numerators, 1), Counted(below, denominators, indicator.Scale));
            yield return over is not null && under is not null
                ? result with { Numerator = over, Denominator = under }
                : result with { Value = Series.MarkerOf(above) ?? Series.MarkerOf(below) };
        }
    }

    /// <summary>The less settled of two.</summary>
    public static ResultStatus Worse(ResultStatus one, ResultStatus other) =>
        one == ResultStatus.Forecast || other == ResultStatus.Forecast ? ResultStatus.Forecast
        : one == ResultStatus.Estimated || other == ResultStatus.Estimated ? ResultStatus.Estimated
        : one == ResultStatus.Provisional || other == ResultStatus.Provisional ? ResultStatus.Provisional
        : ResultStatus.Final;

    private static decimal? Counted(Result result, Series series, decimal scale)
    {
        var indicator = series.VersionAt(result.Period.Closing);
        return Series.ValueOf(result, indicator) is { } value ? SignificantDigits.Round(value.Value * indicator.Scale * scale) : null;
    }
}
