using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Documents.Reports;

/// <summary>Names of indicators, leading to what the report says of each where it has more to say.</summary>
internal sealed class IndicatorNames
{
    private readonly HashSet<IndicatorRef> _detailed;

    public IndicatorNames(Report report, bool all) => _detailed = all ? [.. report.Rated.Select(rated => rated.Indicator.Ref)] :
    [
        .. report.Parts.OfType<AreasPart>().SelectMany(part => part.Tables).SelectMany(table => table.Details).Select(detail => detail.Rated.Indicator.Ref),
        .. report.Parts.OfType<ProgrammesPart>()
            .SelectMany(part => part.Programmes)
            .SelectMany(programme => programme.Tables)
            .SelectMany(table => table.Details)
            .Select(detail => detail.Rated.Indicator.Ref),
        .. report.Parts.OfType<SheetsPart>().SelectMany(part => part.Sheets).Select(sheet => sheet.Detail.Rated.Indicator.Ref),
    ];

    /// <summary>The words, as a link where the report has the indicator's details.</summary>
    public RichText Of(IndicatorRef reference, string words) =>
        IsDetailed(reference) && words.Length > 0 ? new LinkInline(DetailBlocks.Anchor(reference), words) : words;

    public bool IsDetailed(IndicatorRef reference) => _detailed.Contains(reference);
}
