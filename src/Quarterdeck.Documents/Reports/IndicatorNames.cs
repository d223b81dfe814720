using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Documents.Reports;

/// <summary>Names of indicators, leading to what the report says of each where it has more to say.</summary>
/// <param name="report">The report.</param>
/// <param name="all">In a site each indicator has a page.</param>
internal sealed class IndicatorNames(Report report, bool all)
{
    private readonly HashSet<IndicatorRef> _detailed = all
        ? [.. report.Rated.Select(rated => rated.Indicator.Ref)]
        : [.. report.Parts.OfType<SheetsPart>().SelectMany(part => part.Sheets).Select(sheet => sheet.Detail.Rated.Indicator.Ref)];

    /// <summary>Where the row of an indicator is.</summary>
    public static Anchor RowOf(IndicatorRef reference) => Anchor.Of("row", reference.Value);

    /// <summary>The words, as a link where the report has the indicator's details.</summary>
    public RichText Of(IndicatorRef reference, string words) =>
        IsDetailed(reference) && words.Length > 0 ? new LinkInline(DetailBlocks.Anchor(reference), words) : words;

    public bool IsDetailed(IndicatorRef reference) => _detailed.Contains(reference);
}
