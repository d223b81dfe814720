using System.Globalization;
using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Documents.Reports;

/// <summary>A department, its areas with their post-holders, and their tables with all that belongs to them.</summary>
internal static class DepartmentBlocks
{
    public static Section Section(DepartmentSection department, Labels labels, NarrativeBlocks narrative)
    {
        var id = Anchor.Of("department", department.Code ?? department.Name);
        var only = department.Areas is [var one] && one.Name == department.Name ? one : null;
        return new Section(id, department.Name, only is null
            ? [.. department.Areas.Select(area => Area(area, labels, narrative))]
            : Blocks(only, labels, narrative))
        {
            StartsPage = true,
        };
    }

    private static Section Area(AreaSection area, Labels labels, NarrativeBlocks narrative) =>
        new(Anchor.Of("area", area.Code ?? area.Name), area.Name, Blocks(area, labels, narrative));

    private static List<Block> Blocks(AreaSection area, Labels labels, NarrativeBlocks narrative)
    {
        var code = area.Code ?? area.Name;
        var blocks = new List<Block>();
        if (area.Posts.Count > 0)
        {
            blocks.Add(new DefinitionList(
            [
                new Definition(labels.Of(Labels.ServiceArea), area.Name),
                .. area.Posts.Select(post => new Definition(post.Role, [.. post.Holders.Select(RichText.FromString)])),
            ])
            {
                Style = DefinitionStyle.Columns,
            });
        }

        blocks.AddRange(area.Narrative.Select((group, index) => narrative.Section(group, Anchor.Of("note", code, Number(index)))));
        blocks.AddRange(area.Tables.Select((table, index) => Table(table, Anchor.Of("table", code, Number(index)), labels, narrative)));
        blocks.Add(Details(Anchor.Of("details", code), area.Tables, labels));
        return blocks;
    }

    /// <summary>The chart and explanation of every indicator of some tables.</summary>
    public static Section Details(Anchor id, IReadOnlyList<IndicatorTable> tables, Labels labels)
    {
        var details = new DetailBlocks(labels);
        return new Section(id, "Charts and explanations", [.. tables.SelectMany(table => table.Details).Select(details.Section)]) { InContents = false };
    }

    /// <summary>A table under its heading, with its remarks and commentary.</summary>
    public static Section Table(IndicatorTable table, Anchor id, Labels labels, NarrativeBlocks narrative)
    {
        var blocks = new List<Block> { TableBlocks.Of(id, table) };
        blocks.AddRange(table.Remarks.Select(remark => new Paragraph(remark) { Quiet = true }));
        if (table.Narrative.Count > 0)
        {
            blocks.Add(new Section(id.Part("commentary"), labels.Of(Labels.Commentary),
                [.. table.Narrative.Select((group, index) => narrative.Section(group, id.Part("commentary" + Number(index))))])
            {
                InContents = false,
            });
        }

        return new Section(id.Part("section"), table.Heading, blocks) { InContents = false };
    }

    private static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
