using System.Globalization;
using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Documents.Reports;

/// <summary>The plan the indicators serve, with how many serve each objective.</summary>
internal static class ObjectiveBlocks
{
    public static IEnumerable<Block> All(ObjectivesPart part)
    {
        var items = new List<ListItem>();
        foreach (var line in part.Lines)
        {
            if (line.Depth == 0)
            {
                if (items.Count > 0)
                {
                    yield return new ItemList(ListKind.Bullets, [.. items]);
                    items.Clear();
                }

                yield return new Paragraph(Said(line));
            }
            else if (line.Depth == 1 || items.Count == 0)
            {
                items.Add(new ListItem(Said(line)));
            }
            else
            {
                items[^1] = items[^1] with { Nested = [.. items[^1].Nested, Said(line)] };
            }
        }

        if (items.Count > 0)
        {
            yield return new ItemList(ListKind.Bullets, items);
        }
    }

    private static RichText Said(ObjectiveLine line)
    {
        RichText title = line.Kind is { } kind ? new Strong(kind + ": ") + (RichText)line.Title : line.Title;
        return line.Indicators == 0 ? title
            : title + $" ({line.Indicators.ToString(CultureInfo.InvariantCulture)} {(line.Indicators == 1 ? "indicator" : "indicators")})";
    }
}
