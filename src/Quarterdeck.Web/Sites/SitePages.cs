using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Html;
using Quarterdeck.App.Sites;
using Quarterdeck.Documents.Html;
using Quarterdeck.Documents.Reports;
using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Web.Sites;

/// <summary>The parts of pages that are made of reports: made once, by the writer that makes the documents.</summary>
public sealed class SitePages
{
    private readonly Dictionary<string, string> _indicators;
    private readonly ConcurrentDictionary<string, IHtmlContent> _made = new(StringComparer.Ordinal);

    public SitePages(Site site, SiteOptions options)
    {
        _indicators = site.Rated.ToDictionary(one => ReportComposer.PlaceOf(one.Indicator.Ref).Id, one => Address(one.Indicator.Ref.Value), StringComparer.Ordinal);
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            options.Version + "\n" + string.Join('\n', site.Rated.Select(one => $"{one.Indicator.Ref}|{one.Displayed}|{one.YtdDisplayed}|{one.Explanation}|{one.History.Count}")))));
    }

    /// <summary>Changes when what is shown changes.</summary>
    public string Fingerprint { get; }

    public static string Address(string reference) => "/indicators/" + Uri.EscapeDataString(reference);

    /// <summary>A report as markup, its indicators linked to their pages.</summary>
    public IHtmlContent Report(Report report) => _made.GetOrAdd("report:" + report.Definition.Code, _ => Written(ReportComposer.Compose(report, linkAll: true).Blocks, 0, within: true));

    /// <summary>The sheet of an indicator as markup, without its heading.</summary>
    public IHtmlContent Sheet(Report report) => _made.GetOrAdd("sheet:" + report.Rated[0].Indicator.Ref, _ =>
        Written([.. ReportComposer.Compose(report).Blocks.OfType<Section>().SelectMany(section => section.Blocks).OfType<Section>().SelectMany(section => section.Blocks)], 0, within: true));

    /// <summary>Blocks as markup.</summary>
    /// <param name="blocks">In order.</param>
    /// <param name="depth">How many sections they stand in.</param>
    /// <param name="within">Whether places these blocks hold are linked to within the page.</param>
    private HtmlString Written(IReadOnlyList<Block> blocks, int depth, bool within)
    {
        var here = within ? blocks.SelectMany(Below).OfType<Section>().Select(section => section.Id.Id).ToHashSet(StringComparer.Ordinal) : [];
        return new HtmlString(HtmlFragment.Write(blocks, depth, anchor =>
            !here.Contains(anchor.Id) && _indicators.TryGetValue(anchor.Id, out var address) ? address : "#" + anchor.Id));
    }

    private static IEnumerable<Block> Below(Block block) => block switch
    {
        Section section => section.Blocks.SelectMany(Below).Prepend(block),
        Callout callout => callout.Blocks.SelectMany(Below).Prepend(block),
        _ => [block],
    };
}
