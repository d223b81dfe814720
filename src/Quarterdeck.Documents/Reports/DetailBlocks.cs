using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Documents.Reports;

/// <summary>One indicator's chart, figures and explanation.</summary>
internal sealed class DetailBlocks(Labels labels)
{
    private readonly TrendBlocks _trends = new(labels);

    public static Anchor Anchor(IndicatorRef reference) => Tree.Anchor.Of("indicator", reference.Value);

    public Section Section(IndicatorDetail detail) =>
        new(Anchor(detail.Rated.Indicator.Ref), detail.Heading, [.. Blocks(detail)]) { InContents = false };

    private IEnumerable<Block> Blocks(IndicatorDetail detail)
    {
        yield return new Paragraph(detail.Explanation);
        if (detail.Trend is { } trend)
        {
            yield return _trends.Chart(detail, trend);
        }

        var facts = Facts(detail, withDirections: true).ToList();
        if (facts.Count > 0)
        {
            yield return new DefinitionList(facts);
        }
    }

    /// <summary>The directions of travel under their heading; none where it has none.</summary>
    public IEnumerable<Definition> Directions(IndicatorDetail detail) =>
        detail.Directions.Count > 0 ? [new Definition(labels.Of(Labels.Direction), [.. detail.Directions.Select(Direction)])] : [];

    public IEnumerable<Definition> Facts(IndicatorDetail detail, bool withDirections)
    {
        foreach (var direction in withDirections ? Directions(detail) : [])
        {
            yield return direction;
        }

        if (detail.Definition.Count > 0)
        {
            yield return new Definition("What it measures", string.Join(' ', detail.Definition));
        }

        if (detail.Objectives.Count > 0)
        {
            yield return new Definition("Serves", [.. detail.Objectives.Select(RichText.FromString)]);
        }

        foreach (var post in detail.Posts)
        {
            yield return new Definition(post.Role, [.. post.Holders.Select(RichText.FromString)]);
        }

        if (detail.Comparators.Count > 0)
        {
            yield return new Definition("For comparison", [.. detail.Comparators.Select(RichText.FromString)]);
        }
    }

    private static RichText Direction(ShownDirection direction) => direction.Travel is { } travel
        ? (RichText)new DirectionRun(RatingMarks.Of(travel)) + $" {direction.Words}"
        : char.ToUpperInvariant(direction.Words[0]) + direction.Words[1..];
}
