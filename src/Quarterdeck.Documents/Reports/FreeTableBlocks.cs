using Quarterdeck.Documents.Markdown;
using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Reports;
using Quarterdeck.Domain.Tables;

namespace Quarterdeck.Documents.Reports;

/// <summary>Tables of other figures, with their notes and what was written about them.</summary>
internal sealed class FreeTableBlocks(NarrativeBlocks narrative)
{
    public IEnumerable<Block> All(FreeTablesPart part) => part.Tables.Select(Section);

    private Section Section(FreeTable table)
    {
        var id = Anchor.Of("free", table.Name);
        var blocks = new List<Block> { Of(table, id.Part("table")) };
        blocks.AddRange(table.Remarks.Select(remark => new Paragraph(MarkdownText.Inlines(remark)) { Quiet = true }));
        blocks.AddRange(table.Narrative.SelectMany(group => narrative.Blocks(group)));
        return new Section(id, table.Title, blocks);
    }

    private static Table Of(FreeTable table, Anchor id) => new(
        id,
        table.Title,
        [new Column("Item") { RowHeader = true, Width = ColumnWidth.Wide }, .. table.Columns.Select(column => new Column(column) { Align = Align.End })],
        [.. table.Rows.Select(row =>
            new Row([new TextCell(Name(row)), .. row.Cells.Select(TableBlocks.Plain)]) { Kind = row.Role == TableRole.Total ? RowKind.Total : RowKind.Body })])
    {
        Footnotes = [.. table.Notes.Select(note => new Footnote(note.Key, MarkdownText.Inlines(note.Text)))],
    };

    private static string Name(FreeRow row) => row.Role == TableRole.OfWhich ? $"of which {row.Name}" : row.Name;
}
