using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Domain.Assessment;

/// <summary>How the figure of the year is made of the periods done and those left: a share of each, and what those done come to.</summary>
/// <param name="Last">The last period of the year.</param>
/// <param name="Left">The periods left, at least one.</param>
/// <param name="Done">The periods counted so far; 0 where the year is its last period's figure.</param>
/// <param name="Came">What those done add to the figure of the year.</param>
/// <param name="Shares">What a figure of 1 in each period left adds to it.</param>
internal sealed record YearSoFar(Period Last, IReadOnlyList<Period> Left, int Done, double Came, double[] Shares)
{
    /// <summary>Whether periods are added up; otherwise the figure of the last one stands for the year.</summary>
    public bool IsWholeYear => Done > 0;

    /// <param name="series">The results.</param>
    /// <param name="indicator">The version in force.</param>
    /// <param name="latest">The last period with a figure.</param>
    /// <param name="year">Its year to date.</param>
    /// <returns>Or why nothing can be said of the year.</returns>
    public static (YearSoFar? Year, string? WhyNot) Of(Series series, Indicator indicator, Period latest, YearToDate year)
    {
        var left = new List<Period>();
        for (var own = latest.Next; own.YearOpening == latest.YearOpening; own = own.Next)
        {
            left.Add(own);
        }

        if (WhyNot(indicator, latest, left.Count) is { } reason)
        {
            return (null, reason);
        }

        if (year is YearToDate.NotApplicable || indicator.Ytd == YtdMethod.Latest)
        {
            return (new YearSoFar(left[^1], left, 0, 0, [.. left.Select((_, place) => place == left.Count - 1 ? 1.0 : 0)]), null);
        }

        if (year is not YearToDate.Known { Supplied: false } known)
        {
            return (null, year is YearToDate.NotComputed missing ? missing.Reason : "its year to date is typed, not added up from its periods");
        }

        var done = Counted(series, indicator, known.From, latest);
        var before = Counted(series, indicator, latest.Next.Closing.AddMonths(-12), latest);
        var weights = left.Select(own => indicator.Ytd == YtdMethod.Ratio
            ? (double?)series.At(own.Closing.AddMonths(-12))?.Denominator ?? before.Average(result => (double)result.Denominator!.Value) : 1).ToList();
        var whole = indicator.Ytd switch
        {
            YtdMethod.Ratio => done.Sum(result => (double)result.Denominator!.Value) + weights.Sum(),
            YtdMethod.Mean => done.Count + left.Count,
            _ => 1.0,
        };
        var share = indicator.Ytd switch
        {
            YtdMethod.Ratio => whole - weights.Sum(),
            YtdMethod.Mean => done.Count,
            _ => 1.0,
        };
        return whole > 0 && done.Count > 0
            ? (new YearSoFar(left[^1], left, done.Count, (double)known.Exact.Value * share / whole, [.. weights.Select(weight => weight / whole)]), null)
            : (null, "the year has nothing to count so far");
    }

    private static string? WhyNot(Indicator indicator, Period latest, int left) =>
        indicator.Unit.IsGraded ? "its figures are words"
        : indicator.Calendar.Frequency == Frequency.Year ? "it has one figure a year"
        : left == 0 ? $"{latest.Calendar.YearLabel(latest.Closing)} is complete"
        : indicator.Basis.Kind == BasisKind.Cumulative ? "cumulative figures are not taken apart into those of each period"
        : indicator.Basis.Kind == BasisKind.Rolling ? "a rolling figure shares most of its months with the one before"
        : indicator.Ytd == YtdMethod.Weighted ? "its year to date is weighted by another indicator, of which the rest of the year is not known"
        : null;

    /// <summary>Results of own periods that count something, from a month on.</summary>
    private static List<Result> Counted(Series series, Indicator indicator, Month from, Period latest)
    {
        var found = new List<Result>();
        for (var own = indicator.Calendar.Holding(from); own <= latest; own = own.Next)
        {
            if (series.At(own.Closing) is { Status: not ResultStatus.Forecast } result && Series.ValueOf(result, indicator) is not null
                && (indicator.Ytd != YtdMethod.Ratio || result.Denominator is > 0))
            {
                found.Add(result);
            }
        }

        return found;
    }
}
