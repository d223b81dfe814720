using System.Globalization;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Reports;

/// <summary>
/// Gives an anchor that occurs again one of its own: an indicator may stand in two sections of a report. Links lead to the
/// first, which is where the report says most.
/// </summary>
internal static class UniqueAnchors
{
    public static IReadOnlyList<Block> In(IReadOnlyList<Block> blocks)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        Anchor Own(Anchor anchor)
        {
            var times = seen[anchor.Id] = seen.GetValueOrDefault(anchor.Id) + 1;
            return times == 1 ? anchor : anchor.Part("again" + times.ToString(CultureInfo.InvariantCulture));
        }

        return All(blocks, Own);
    }

    private static List<Block> All(IReadOnlyList<Block> blocks, Func<Anchor, Anchor> own) => [.. blocks.Select(block => Of(block, own))];

    private static Block Of(Block block, Func<Anchor, Anchor> own) => block switch
    {
        Table table => Of(table, own),
        ChartBlock chart => Inside(chart with
        {
            Chart = chart.Chart with { Id = own(chart.Chart.Id) },
            Figures = chart.Figures is { } figures ? Of(figures, own) : null,
        }, own),
        Section section => Inside(section with { Id = own(section.Id) }, own),
        _ => Inside(block, own),
    };

    private static Block Inside(Block block, Func<Anchor, Anchor> own) => block.WithInside(inner => All(inner, own));

    private static Table Of(Table table, Func<Anchor, Anchor> own) =>
        table.With(table.Columns, [.. table.Rows.Select(row => row.Id is { } id ? row with { Id = own(id) } : row)], own(table.Id));
}
