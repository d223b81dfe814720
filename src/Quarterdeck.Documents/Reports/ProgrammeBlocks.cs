using System.Globalization;
using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Documents.Reports;

/// <summary>Programmes looked at closely.</summary>
internal sealed class ProgrammeBlocks(DepartmentBlocks departments, NarrativeBlocks narrative)
{
    public IEnumerable<Block> All(ProgrammesPart part) =>
        part.Programmes.Select((programme, index) => Section(programme, Anchor.Of("programme", Number(index))));

    private Section Section(Programme programme, Anchor id)
    {
        var blocks = new List<Block>();
        if (programme.Facts.Count > 0)
        {
            blocks.Add(new DefinitionList([.. programme.Facts.Select(fact => new Definition(fact.Role, [.. fact.Holders.Select(RichText.FromString)]))]));
        }

        blocks.AddRange(programme.Texts.Select((text, index) => narrative.Section(text, id.Part("text" + Number(index)))));
        blocks.AddRange(programme.Tables.SelectMany((table, index) => departments.Table(table, id.Part("table" + Number(index)))));
        return new Section(id, programme.Name, blocks);
    }

    private static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
