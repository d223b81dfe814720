using Quarterdeck.Documents.Markdown;
using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Documents.Reports;

/// <summary>Page one: the count in a sentence; at the left what must be acted on, at the right what else to know.</summary>
internal sealed class FrontBlocks(Labels labels, IndicatorNames names)
{
    public IEnumerable<Block> All(FrontPart part, IReadOnlyList<Section> sections)
    {
        var front = part.Front;
        yield return new Paragraph(new Strong(front.Counts) + $" {front.Of}{(front.Changes is { } changes ? " " + changes : string.Empty)}") { Lead = true };
        var right = Right(part, sections).ToList();
        if (front.Failing.Count == 0)
        {
            foreach (var block in right)
            {
                yield return block;
            }

            yield break;
        }

        yield return new SideBySide([
            [new Section(Anchor.Of("section", part.Code, "failing"), front.FailingWord, [.. front.Failing.Select(Said)]) { InContents = false }],
            right
        ]);
    }

    /// <summary>Title, sentence, and what is being done or said.</summary>
    private Paragraph Said(ListedIndicator listed)
    {
        var name = listed.Indicator.Printed is { } printed ? $"{printed} {listed.Indicator.Title}" : listed.Indicator.Title;
        RichText text = new Strong(names.Of(listed.Indicator.Ref, name)) + (RichText)new LineBreak() + listed.Why;
        return new Paragraph(listed.Commentary is [var first, ..] ? text + " " + MarkdownText.Inlines(first.Text) : text);
    }

    private IEnumerable<Block> Right(FrontPart part, IReadOnlyList<Section> sections)
    {
        var id = Anchor.Of("section", part.Code);
        for (var index = 0; index < part.Front.Lines.Count; index++)
        {
            var line = part.Front.Lines[index];
            yield return new Section(id.Part($"line{index + 1}"), line.Heading, [new Paragraph(line.Text)]) { InContents = false };
        }

        if (part.Front.Groups.Count > 1)
        {
            yield return ByService(part);
        }

        if (sections.Count > 1 && part.Front.Groups.Count > 0)
        {
            yield return new Paragraph((RichText)"In this report: " + Links(sections) + ".") { Quiet = true };
        }
    }

    private static RichText Links(IReadOnlyList<Section> sections) => new(
    [
        .. sections.SelectMany((section, index) =>
            new Inline[] { new Words(index == 0 ? string.Empty : ", "), new LinkInline(section.Id, section.Heading) }),
    ]);

    private Table ByService(FrontPart part)
    {
        var groups = part.Front.Groups;
        var unrated = groups.Any(group => group.Latest.NotRated.Count > 0);
        return new Table(
            Anchor.Of("table", part.Code),
            $"By {labels.Of(Labels.ServiceArea).ToLowerInvariant()}",
            [
                new Column(labels.Of(Labels.ServiceArea)) { RowHeader = true, Width = ColumnWidth.Wide },
                .. groups[0].Latest.Bands.Reverse().Select(band => new Column(band.Band.Label) { Align = Align.End }),
                .. unrated ? [new Column(labels.Of(Labels.NotRated)) { Align = Align.End }] : Array.Empty<Column>()
            ],
            [.. groups.Select(group => new Row(
            [
                new TextCell(group.Heading),
                .. group.Latest.Bands.Reverse().Select(band => Number(band.Count)),
                .. unrated ? [Number(group.Latest.NotRated.Sum(reason => reason.Count))] : Array.Empty<Cell>()
            ]))]);
    }

    private static Cell Number(int count) => count == 0
        ? new EmptyCell("–", "None.") : new NumberCell(count.ToString(System.Globalization.CultureInfo.InvariantCulture), count);
}
