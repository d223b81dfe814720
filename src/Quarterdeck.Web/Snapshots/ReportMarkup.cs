using System.Collections.Concurrent;
using Microsoft.AspNetCore.Html;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Documents.Html;
using Quarterdeck.Documents.Markdown;
using Quarterdeck.Documents.Reports;
using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Web.Snapshots;

/// <summary>The parts of pages that are made of reports: made once, by the writer that makes the documents.</summary>
public sealed class ReportMarkup
{
    private readonly Dictionary<string, string> _indicators;

    // By the report itself: reports of a pack may have any code, also that of a page of the site.
    private readonly ConcurrentDictionary<object, IHtmlContent> _made = new(ReferenceEqualityComparer.Instance);

    public ReportMarkup(PublicDashboard site) =>
        _indicators =
            site.Rated.ToDictionary(one => ReportComposer.PlaceOf(one.Indicator.Ref).Id, one => Address(one.Indicator.Ref), StringComparer.Ordinal);

    public static string Address(IndicatorRef reference) => "/indicators/" + Uri.EscapeDataString(reference.FileName);

    /// <summary>A report as markup, its indicators linked to their pages.</summary>
    public IHtmlContent Report(Report report) => _made.GetOrAdd(report, _ => new HtmlString(Written(ReportComposer.Compose(report, linkAll: true).Blocks)));

    /// <summary>A report that a reader put together: as there are too many to keep, it is made each time.</summary>
    public IHtmlContent Once(Report report) => new HtmlString(Written(ReportComposer.Compose(report, linkAll: true).Blocks));

    /// <summary>One part of a report as markup, without its heading.</summary>
    public IHtmlContent Part(Report report, ReportPart part) => _made.GetOrAdd(part, _ => new HtmlString(Written(
        [.. ReportComposer.Compose(report with { Parts = [part] }, linkAll: true).Blocks.OfType<Section>().SelectMany(section => section.Blocks)])));

    /// <summary>What somebody wrote, as markup.</summary>
    public static IHtmlContent Text(string markdown) => new HtmlString(HtmlFragment.Write(MarkdownText.Blocks(markdown)));

    /// <summary>Blocks as markup. A link to an indicator that is not among them leads to its page.</summary>
    private string Written(IReadOnlyList<Block> blocks)
    {
        var here = blocks.SelectMany(Below).OfType<Section>().Select(section => section.Id.Id).ToHashSet(StringComparer.Ordinal);
        return HtmlFragment.Write(blocks, depth: 0, anchor =>
            !here.Contains(anchor.Id) && _indicators.TryGetValue(anchor.Id, out var address) ? address : "#" + anchor.Id);
    }

    private static IEnumerable<Block> Below(Block block) => block.Inside.SelectMany(Below).Prepend(block);
}
