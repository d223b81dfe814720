using System.Globalization;
using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Documents.Reports;

/// <summary>A department, its areas with their post-holders, and their tables with all that belongs to them.</summary>
internal sealed class DepartmentBlocks(Labels labels, NarrativeBlocks narrative, IndicatorNames names)
{
    public Section Section(DepartmentSection department)
    {
        var id = Anchor.Of("department", department.Code ?? department.Name);
        var only = department.Areas is [var one] && one.Name == department.Name ? one : null;
        return new Section(id, department.Name, only is null ? [.. department.Areas.Select(Area)] : Blocks(only));
    }

    private Section Area(AreaSection area) => new(Anchor.Of("area", area.Code ?? area.Name), area.Name, Blocks(area));

    private List<Block> Blocks(AreaSection area)
    {
        var code = area.Code ?? area.Name;
        var blocks = new List<Block>();
        if (area.Posts.Count > 0)
        {
            blocks.Add(new Paragraph(string.Join(" ", area.Posts.Select(post => $"{post.Role}: {string.Join("; ", post.Holders)}.")))
            {
                Quiet = true,
                KeepsWithNext = true,
            });
        }

        blocks.AddRange(area.Narrative.Select((group, index) => narrative.Section(group, Anchor.Of("note", code, Number(index)))));
        blocks.AddRange(area.Tables.SelectMany((table, index) => Table(table, Anchor.Of("table", code, Number(index)))));
        return blocks;
    }

    /// <summary>A table with its remarks, and its commentary beneath it.</summary>
    public IEnumerable<Block> Table(IndicatorTable table, Anchor id)
    {
        yield return TableBlocks.Of(id, table, labels, names);
        foreach (var remark in table.Remarks)
        {
            yield return new Paragraph(remark) { Quiet = true };
        }

        if (table.Narrative.Count > 0)
        {
            yield return new TextColumns([.. table.Narrative.SelectMany(narrative.RunIn), .. NarrativeBlocks.By(table.Narrative)]);
        }
    }

    private static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
