using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Ranges;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Documents.Reports;

/// <summary>Small charts in rows: three on paper that lies on its long side, else two.</summary>
internal sealed class ChartGridBlocks(Labels labels, bool landscape)
{
    private readonly TrendBlocks _trends = new(labels);

    public IEnumerable<Block> All(ChartsPart part) =>
        part.Details.Chunk(landscape ? 3 : 2).Select(row => new SideBySide(
            [.. row.Select(Chart), .. Enumerable.Repeat<IReadOnlyList<Block>>([], (landscape ? 3 : 2) - row.Length)]));

    private IReadOnlyList<Block> Chart(IndicatorDetail detail) => [_trends.Small(detail, detail.Trend!, Title(detail))];

    /// <summary>Reference, title, unit, and where it lies against its range.</summary>
    private static string Title(IndicatorDetail detail)
    {
        var indicator = detail.Rated.Indicator;
        var unit = indicator.Unit.IsPercent ? " (%)" : string.Empty;
        var alert = detail.Alert switch
        {
            RangeAlert.Above => ": above range",
            RangeAlert.Below => ": below range",
            _ => string.Empty,
        };
        return $"{detail.ShortHeading}{unit}{alert}";
    }
}
