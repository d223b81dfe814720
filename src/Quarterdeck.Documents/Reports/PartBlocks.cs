using System.Globalization;
using Quarterdeck.Documents.Markdown;
using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Documents.Reports;

/// <summary>Turns each part of a report into blocks. A new kind of part is a new line here and a maker of its own.</summary>
/// <param name="report">The report.</param>
/// <param name="linkAll">Whether every indicator named is a link.</param>
internal sealed class PartBlocks(Report report, bool linkAll)
{
    private readonly NarrativeBlocks _narrative = new(report.Labels);
    private readonly IndicatorNames _names = new(report, linkAll);
    private readonly DepartmentBlocks _departments = new(report.Labels, new NarrativeBlocks(report.Labels), new IndicatorNames(report, linkAll));

    public IEnumerable<Block> All() => report.Parts.SelectMany(Of);

    private IEnumerable<Block> Of(ReportPart part) => part switch
    {
        ContentsPart contents => [new Contents(contents.Heading) { Depth = contents.Depth }],
        FrontPart front => new FrontBlocks(report.Labels, _names).All(front, [.. Places()]),
        ChartsPart charts => [Section(part, new ChartGridBlocks(report.Labels, report.Definition.IsLandscape).All(charts))],
        TablesPart tables => [Section(part, Listed(tables))],
        GuidancePart guidance => [Section(part, guidance.Notes.Select(Guidance))],
        SummaryPart summary => [Section(part, new SummaryBlocks(report.Labels, summary.Summary, _names).All())],
        CountsPart counts => [Section(part, new SummaryBlocks(report.Labels, counts.Summary, _names).Counts(counts.Sentences))],
        TextsPart texts => [Texts(texts)],
        SentencesPart sentences => [Section(part, Sentences(sentences))],
        ObjectivesPart objectives => [Section(part, ObjectiveBlocks.All(objectives))],
        CallInsPart callIns => [Section(part, new ListBlocks(report.Labels, _names).CallIns(callIns))],
        AreasPart areas => Areas(areas),
        StandingPart standing => [Section(part, [new ListBlocks(report.Labels, _names).Standing(standing)])],
        ProgrammesPart programmes => [Section(part, new ProgrammeBlocks(_departments, _narrative).All(programmes))],
        SheetsPart sheets => [Section(part, new SheetBlocks(report.Labels, _narrative).All(sheets))],
        FreeTablesPart tables => [Section(part, new FreeTableBlocks(_narrative).All(tables))],
        MovementsPart movements => [Section(part, new ListBlocks(report.Labels, _names).Movements(movements))],
        ListedPart listed => [Section(part, new ListBlocks(report.Labels, _names).Listed(listed))],
        RisksPart risks => [Section(part, RegisterBlocks.Risks(risks))],
        RiskMatrixPart matrix => [Section(part, [RegisterBlocks.Matrix(matrix)])],
        ActionsPart actions => [Section(part, RegisterBlocks.Actions(actions))],
        PeriodsPart periods => [Section(part, [new PeriodBlocks(report.Labels).Table(periods)])],
        ComparedIndicatorsPart compared => new ComparedIndicatorBlocks(report.Labels).All(compared),
        ComparedYearsPart years => [Section(part, new ComparedYearBlocks(report.Labels).All(years.Comparison))],
        ComparedGroupsPart groups => [Section(part, new ComparedGroupBlocks(report.Labels).All(groups.Comparison))],
        _ => throw new InvalidOperationException("Every part is one of those named at ReportPart."),
    };

    private static Section Section(ReportPart part, IEnumerable<Block> blocks) => new(
        Anchor.Of("section", part.Code), part.Heading, [.. part.Opening.SelectMany(text => MarkdownText.Blocks(text.Text)), .. blocks]);

    /// <summary>Departments are the sections of a dashboard itself; in a longer report they stand under a heading of their own.</summary>
    private IEnumerable<Block> Areas(AreasPart part)
    {
        var departments = part.Departments.Select(_departments.Section);
        return part.Code == ReportSections.Areas ? departments : [Section(part, departments)];
    }

    private IEnumerable<Block> Listed(TablesPart part) =>
        part.Tables.SelectMany((table, index) => _departments.Table(table, Anchor.Of("table", part.Code, (index + 1).ToString(CultureInfo.InvariantCulture))))
            .Prepend(new Paragraph(part.Sentence) { KeepsWithNext = part.Tables.Count > 0 });

    /// <summary>What the first page leads to: the areas, or the sections of a report that has none.</summary>
    private IEnumerable<Section> Places() => report.Parts.SelectMany(part => part switch
    {
        FrontPart => [],
        AreasPart areas => Areas(areas).OfType<Section>().SelectMany(department => department.Blocks.OfType<Section>().DefaultIfEmpty(department)),
        _ => new[] { Section(part, []) },
    });

    /// <summary>A text under its own heading needs no second one.</summary>
    private Section Texts(TextsPart part) => part.Groups is [var only] && ReportSections.CodeOf(only.Heading) == ReportSections.CodeOf(part.Code)
        ? Section(part, _narrative.Blocks(only))
        : Section(
            part,
            part.Groups.Select((group, index) => _narrative.Section(group, Anchor.Of("text", part.Code, (index + 1).ToString(CultureInfo.InvariantCulture)))));

    private static IEnumerable<Block> Sentences(SentencesPart part)
    {
        foreach (var block in part.Sentences.SelectMany(MarkdownText.Blocks))
        {
            yield return block;
        }

        if (part.Items.Count > 0)
        {
            yield return new ItemList(ListKind.Bullets, [.. part.Items.Select(item => new ListItem(MarkdownText.Inlines(item)))]);
        }
    }

    private static Callout Guidance(GuidanceNote note) => new(CalloutKind.Key, note.Heading,
    [
        .. note.Key.Count > 0 ? [new Paragraph(Key(note.Key))] : Array.Empty<Block>(),
        .. note.Paragraphs.Count > 0 ? [new Paragraph(string.Join(' ', note.Paragraphs))] : Array.Empty<Block>(),
    ]);

    /// <summary>The worst first, as everywhere.</summary>
    private static RichText Key(IReadOnlyList<KeyEntry> key) => new(
    [
        .. key.Reverse().SelectMany((entry, index) =>
            ((RichText)(index == 0 ? string.Empty : " ") + RatingMarks.Run(entry.Band) + $": {Lower(entry.Meaning)}.").Runs),
    ]);

    private static string Lower(string sentence) => string.Concat(sentence[..1].ToLowerInvariant(), sentence.AsSpan(1));
}
