using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Domain.Checks.Results;

/// <summary>A year to date typed by hand that the periods do not give.</summary>
public sealed class YtdDiffers() : Check(
    "ytd-differs",
    Severity.Warning,
    "Supplied year to date differs from the computed one",
    "The supplied figure is used, so a typing error in it is published: 1,240 where the months add up to 1,204.",
    "Correct the supplied figure, or clear it so that the computed one is used.")
{
    public override IEnumerable<Finding> Run(CheckContext context) =>
        from rated in context.Rated
        let known = rated.Ytd as YearToDate.Known
        where known is { Supplied: true, Computed: not null } && known.Computed.Value.Rounded(known.Decimals) != known.Rounded
        select Find(
            $"{rated.Indicator.Title}: the year to date supplied is {rated.YtdDisplayed}; the periods give "
                + $"{FigureText.Full(rated.Indicator, known.Computed!.Value.Rounded(known.Decimals))}.",
            rated.Indicator.Ref);
}
