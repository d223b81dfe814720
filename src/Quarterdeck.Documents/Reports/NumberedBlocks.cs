using System.Globalization;
using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Packs;

namespace Quarterdeck.Documents.Reports;

/// <summary>Numbers paragraphs as committees refer to them: straight through, or within sections.</summary>
internal static class NumberedBlocks
{
    public static IReadOnlyList<Block> Of(IReadOnlyList<Block> blocks, ReportDefinition definition) =>
        (definition.Numbering ?? (definition.Kind == ReportKind.Cover ? Numbering.Sections : Numbering.None)) switch
        {
            Numbering.None => blocks,
            Numbering.Paragraphs => Straight(blocks),
            Numbering.Sections => BySection(blocks),
        };

    private static List<Block> Straight(IReadOnlyList<Block> blocks)
    {
        var number = 0;
        return Numbered(blocks, () => (++number).ToString(CultureInfo.InvariantCulture));
    }

    private static List<Block> BySection(IReadOnlyList<Block> blocks)
    {
        var made = new List<Block>();
        var sections = 0;
        foreach (var block in blocks)
        {
            if (block is not Section section)
            {
                made.Add(block);
                continue;
            }

            var (own, number) = (++sections, 0);
            made.Add(section with
            {
                Number = own.ToString(CultureInfo.InvariantCulture),
                Blocks = Numbered(section.Blocks, () => string.Create(CultureInfo.InvariantCulture, $"{own}.{++number}")),
            });
        }

        return made;
    }

    /// <summary>Remarks under tables are no paragraphs of the argument, and have no number.</summary>
    private static List<Block> Numbered(IReadOnlyList<Block> blocks, Func<string> next) => [.. blocks.Select(block => block switch
    {
        Section section => section with { Blocks = Numbered(section.Blocks, next) },
        Paragraph { Quiet: false } paragraph => paragraph with { Number = next() },
        _ => block,
    })];
}
