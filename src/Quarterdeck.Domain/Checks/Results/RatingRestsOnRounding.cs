using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Results;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Domain.Checks.Results;

/// <summary>The displayed figure and the exact one would be rated differently.</summary>
public sealed class RatingRestsOnRounding() : Check(
    "rating-rests-on-rounding",
    Severity.Warning,
    "A rating rests on rounding",
    "84.6% is shown as 85% and achieves a target of 85%, but the exact figure does not. Readers can check only what is shown, so members should know.",
    "Show more decimal places, or say in the commentary that the figure is rounded.")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var rated in context.Rated.Where(one => one.Indicator.IsRated && one.Latest is not null))
        {
            var now = rated.History.FirstOrDefault(period => period.Period == rated.Latest);
            if (now is not null && Series.ValueOf(now.Result, rated.Indicator) is { } value)
            {
                foreach (var finding in Compare(context, rated, value, now.Decimals, rated.Standard, rated.Latest!.Value.Label))
                {
                    yield return finding;
                }
            }

            if (rated.Ytd is YearToDate.Known known)
            {
                foreach (var finding in Compare(context, rated, known.Exact, known.Decimals, rated.YtdStandard, "the year to date"))
                {
                    yield return finding;
                }
            }
        }
    }

    private IEnumerable<Finding> Compare(CheckContext context, RatedIndicator rated, Quantity value, int places, TargetSet standard, string when)
    {
        var scheme = context.Rater.SchemeOf(rated.Indicator);
        var shown = FigureRating.Rate(scheme, rated.Indicator, value, places, standard, RateOn.Displayed).Band;
        var exact = FigureRating.Rate(scheme, rated.Indicator, value, places, standard, RateOn.Exact).Band;
        if (shown != exact && shown is not null && exact is not null)
        {
            yield return Find(
                $"{rated.Indicator.Title}: for {when} the figure shown, {FigureText.Full(rated.Indicator, value.Rounded(places))}, is {shown.Label}; "
                    + $"the exact figure, {FigureText.Plain(value.Rounded(Math.Min(places + 3, 9)))}, would be {exact.Label}.",
                rated.Indicator.Ref);
        }
    }
}
