using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Documents.Reports;

/// <summary>A sheet an indicator: ratings, facts, chart with its figures, commentary, actions, risks and assurance.</summary>
internal sealed class SheetBlocks(Labels labels, NarrativeBlocks narrative)
{
    /// <summary>Periods that stand side by side on a page; more stand one below another.</summary>
    private const int MostAcross = 14;

    private readonly DetailBlocks _details = new(labels);
    private readonly TrendBlocks _trends = new(labels);

    public IEnumerable<Block> All(SheetsPart part) => part.Sheets.Select(sheet => Section(sheet, part.PageEach));

    private Section Section(IndicatorSheet sheet, bool startsPage)
    {
        var id = DetailBlocks.Anchor(sheet.Detail.Rated.Indicator.Ref);
        return new Section(id, sheet.Detail.Heading, [.. Blocks(sheet)]) { StartsPage = startsPage, Rating = RatingMarks.Of(sheet.Detail.Rating) };
    }

    private IEnumerable<Block> Blocks(IndicatorSheet sheet)
    {
        var detail = sheet.Detail;
        yield return new Paragraph(
            detail.Directions.Aggregate((RichText)detail.Sentence, (said, direction) => said + " " + DetailBlocks.Direction(direction, labels)))
        {
            KeepsWithNext = true,
        };
        var facts = Facts(sheet).ToList();
        if (facts.Count > 0)
        {
            yield return new Paragraph(string.Join(' ', facts)) { Quiet = true, KeepsWithNext = true };
        }

        foreach (var block in Trend(detail))
        {
            yield return block;
        }

        if (YearEndWords.Line(detail.Rated) is { } line)
        {
            yield return new Paragraph($"Forecast, not a result: {line}");
        }

        foreach (var table in _details.Tables(detail))
        {
            yield return table;
        }

        foreach (var block in narrative.Blocks(sheet.Narrative))
        {
            yield return block;
        }
    }

    /// <summary>A chart beside its figures, with what it measures; of a long history the chart alone, its figures folded.</summary>
    private IEnumerable<Block> Trend(IndicatorDetail detail)
    {
        var about = About(detail);
        if (detail.Trend is { Rows.Count: <= MostAcross } few)
        {
            var chart = _trends.Small(detail, few, detail.Rated.Indicator.Unit.IsPercent ? "Per cent" : Phrase(detail)) with
            {
                Figures = null,
                Rating = null,
            };
            yield return chart with { Beside = [_trends.Across(detail, few), .. about] };
            yield break;
        }

        if (detail.Trend is { } trend)
        {
            yield return _trends.Chart(detail, trend);
        }

        foreach (var block in about)
        {
            yield return block;
        }
    }

    private string Phrase(IndicatorDetail detail) =>
        detail.Rated.Indicator.Unit.Words is { Length: > 0 } words ? char.ToUpperInvariant(words[0]) + words[1..] : labels.Of(Labels.Value);

    /// <summary>What it measures and where the figures come from.</summary>
    private static List<Block> About(IndicatorDetail detail)
    {
        var said = new List<string>(detail.Definition);
        if (detail.Rated.Indicator.Source is { } source)
        {
            said.Add($"Source: {source.TrimEnd('.')}.");
        }

        return said.Count == 0 ? [] : [new Paragraph(string.Join(' ', said)) { Quiet = true }];
    }

    private IEnumerable<string> Facts(IndicatorSheet sheet)
    {
        foreach (var area in sheet.Areas)
        {
            yield return $"{area.Kind ?? labels.Of(Labels.Area)}: {area.Name}.";
        }

        foreach (var post in sheet.Detail.Posts)
        {
            yield return $"{post.Role}: {string.Join("; ", post.Holders)}.";
        }

        if (sheet.Detail.Objectives.Count > 0)
        {
            yield return $"{string.Join(". ", sheet.Detail.Objectives)}.";
        }
    }
}
