using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Domain.Checks.Results;

/// <summary>A supplied year to date that is no longer supplied.</summary>
public sealed class YtdStopped() : Check(
    "ytd-stopped",
    Severity.Warning,
    "Supplied year to date stops",
    "Earlier periods of the year have a year to date that was typed in. The latest has none, and it cannot be computed, so readers see none.",
    "Supply the year to date of the latest period as well.")
{
    public override IEnumerable<Finding> Run(CheckContext context) =>
        from rated in context.Rated
        where rated.Ytd is not YearToDate.Known && rated.LatestResult is { Ytd: null, Value.Number: not null }
        let before = rated.History.LastOrDefault(period => period.Period < rated.Latest && period.Result?.Ytd?.Number is not null)
        where before is not null && before.Period.YearOpening == rated.Latest!.Value.YearOpening
        select Find(
            $"{rated.Indicator.Title}: the last year to date supplied is that of {before.Period.Label}; results go on to {rated.Latest!.Value.Label}.",
            rated.Indicator.Ref, "results", rated.LatestResult!.At, "ytd");
}
