using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Domain.Checks.Results;

/// <summary>Last year's figure as typed, against what is held.</summary>
public sealed class PreviousYearImplausible() : Check(
    "previous-year-implausible",
    Severity.Warning,
    "Previous year does not fit",
    "Last year's figure, as typed, is five times as large or small as every figure of this year, or differs from the result that the pack holds " +
    "for last year. A digit is probably missing or too many.",
    "Correct the figure of the previous year. Where the pack holds last year's results, clear it: they are used.")
{
    private const int Times = 5;
    private const int LeastNumber = 20;

    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var rated in context.Rated)
        {
            var own = OwnSeries.Of(rated).Select(period => period.Value!.Value).ToList();
            foreach (var period in OwnSeries.Of(rated))
            {
                var result = period.Result!;
                var held = rated.History.FirstOrDefault(one => one.Period == period.Period.YearBefore);
                foreach (var (column, typed, known) in new[]
                {
                    ("previous_year", result.PreviousYear, held?.Value),
                    ("previous_year_ytd", result.PreviousYearYtd, held?.Result?.Ytd?.Number),
                })
                {
                    if (typed?.Number is not { } figure)
                    {
                        continue;
                    }

                    var these = column == "previous_year" ? own : YearToDates(rated, result);
                    if (Misfit(rated.Indicator, figure, known, these) is { } why)
                    {
                        yield return Find(
                            $"{rated.Indicator.Title}: {(column == "previous_year" ? "the previous year" : "the year to date of the previous year")} "
                                + $"beside {period.Period.Label} is {FigureText.Full(rated.Indicator, figure)}, {why}.",
                            rated.Indicator.Ref, "results", result.At, column, typed.ToString());
                    }
                }
            }
        }
    }

    private static string? Misfit(Indicator indicator, decimal figure, decimal? held, List<decimal> these) =>
        held is { } known && Numbers.Rounding.To(known, figure.Scale) != figure
            ? $"and the pack holds {FigureText.Full(indicator, Numbers.Rounding.To(known, Math.Max(figure.Scale, known.Scale)))} for it"
        : held is null && these.Count > 0 && these.TrueForAll(one => one > 0) && figure > 0 && Math.Max(figure, these.Max()) >= LeastNumber
            && (figure >= these.Max() * Times || figure * Times <= these.Min())
                ? $"where this year's figures lie between {FigureText.Full(indicator, these.Min())} and {FigureText.Full(indicator, these.Max())}"
        : null;

    private static List<decimal> YearToDates(RatedIndicator rated, Result result) =>
        result.Ytd?.Number is { } supplied ? [supplied]
        : result.Period == rated.Latest && rated.Ytd is YearToDate.Known known ? [known.Rounded] : [];
}
