using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Domain.Checks.Results;

/// <summary>An announced forecast that is not there.</summary>
public sealed class ForecastWithoutFigure() : Check(
    "forecast-without-figure",
    Severity.Warning,
    "Forecast without a figure",
    "A forecast column is empty, or the forecast is given only in words.",
    "Give the figure, or delete the row.")
{
    public override IEnumerable<Finding> Run(CheckContext context) =>
        from result in context.Pack.Results
        where result.Status == ResultStatus.Forecast && result.Value?.Number is null && result.Numerator is null
        select Find($"The forecast for {result.Period.Label} has no figure.", result.Ref, "results", result.At, "value");
}
