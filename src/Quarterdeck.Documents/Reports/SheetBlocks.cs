using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Documents.Reports;

/// <summary>A sheet an indicator: ratings, facts, chart with its figures, commentary, actions, risks and assurance.</summary>
internal sealed class SheetBlocks(Labels labels, NarrativeBlocks narrative)
{
    /// <summary>Periods that stand side by side on a page; more stand one below another.</summary>
    private const int MostAcross = 14;

    private readonly DetailBlocks _details = new(labels);
    private readonly TrendBlocks _trends = new(labels);

    public IEnumerable<Block> All(SheetsPart part) => part.Sheets.Select(Section);

    private Section Section(IndicatorSheet sheet)
    {
        var id = DetailBlocks.Anchor(sheet.Detail.Rated.Indicator.Ref);
        return new Section(id, sheet.Detail.Heading, [.. Blocks(sheet, id)]) { StartsPage = true };
    }

    private IEnumerable<Block> Blocks(IndicatorSheet sheet, Anchor id)
    {
        yield return new DefinitionList([.. Ratings(sheet), .. _details.Directions(sheet.Detail)]) { Style = DefinitionStyle.Columns };
        yield return new Paragraph(sheet.Detail.Explanation);
        if (sheet.Detail.Trend is { } trend)
        {
            yield return trend.Rows.Count > MostAcross ? _trends.Chart(sheet.Detail, trend) : _trends.Sheet(sheet.Detail, trend);
        }

        foreach (var table in _details.Tables(sheet.Detail))
        {
            yield return table;
        }

        yield return new DefinitionList([.. Facts(sheet)]);
        var blocks = narrative.Blocks(sheet.Narrative).ToList();
        if (sheet.ShowsAssurance && sheet.Narrative.Assurance.Count == 0)
        {
            blocks.Add(new Paragraph(new Strong($"{labels.Of(Labels.Assurance)}: nothing recorded.")));
        }

        if (blocks.Count > 0)
        {
            yield return new Section(id.Part("commentary"), labels.Of(Labels.Commentary), blocks) { InContents = false };
        }
    }

    private IEnumerable<Definition> Ratings(IndicatorSheet sheet)
    {
        if (sheet.Detail.Rated.Latest is { } latest)
        {
            yield return new Definition($"{labels.Of(Labels.Rating)}, {latest.Label}", Rating(sheet.Latest));
        }

        if (sheet.YearToDate.Band is not null)
        {
            yield return new Definition(labels.Of(Labels.YearToDateRating), Rating(sheet.YearToDate));
        }
    }

    private static RichText Rating(ShownRating shown) => shown switch
    {
        { Band: { } band, Remark: null } => RatingMarks.Run(band),
        { Band: { } band } => RatingMarks.Run(band) + $" ({shown.Remark})",
        { Remark: { } remark } => $"{shown.Words}: {remark}",
        _ => shown.Words,
    };

    private IEnumerable<Definition> Facts(IndicatorSheet sheet)
    {
        foreach (var area in sheet.Areas)
        {
            yield return new Definition(area.Kind ?? labels.Of(Labels.Area), area.Name);
        }

        foreach (var fact in _details.Facts(sheet.Detail, withDirections: false))
        {
            yield return fact;
        }

        if (sheet.Detail.Rated.Indicator.Source is { } source)
        {
            yield return new Definition("Source", source);
        }
    }
}
