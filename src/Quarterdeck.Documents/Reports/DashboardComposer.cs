using System.Globalization;
using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Documents.Reports;

/// <summary>Puts a dashboard into the document tree, in the order it is read. It adds headings and nothing else.</summary>
public static class DashboardComposer
{
    public static Document Compose(Dashboard dashboard)
    {
        var title = dashboard.Title;
        return new Document(title.Title, [.. Blocks(dashboard)])
        {
            Subtitle = $"Financial year {title.FinancialYear}",
            Organisation = title.Organisation,
            Author = title.Authors.Count > 0 ? string.Join(", ", title.Authors) : null,
            Date = title.MeetingOn,
            Subject = "Performance dashboard",
            Description = $"{title.Title}, {title.Organisation}. Results up to {title.ResultsToWords}.",
            TitleBlock = new DefinitionList([.. Facts(title)]),
            Furniture = new Furniture { Header = title.Committee, Footer = title.Title, Classification = title.Classification },
        };
    }

    private static IEnumerable<Definition> Facts(TitleBlock title)
    {
        yield return new Definition("Results up to", title.ResultsToWords);
        if (title.Authors.Count > 0)
        {
            yield return new Definition("Produced by", string.Join(", ", title.Authors));
        }

        if (title.Committee is { } committee)
        {
            yield return new Definition("For", committee);
        }

        if (title.MeetingOn is { } meeting)
        {
            yield return new Definition("Meeting on", MonthNames.Long(meeting));
        }

        if (title.Recommendation is { } recommendation)
        {
            yield return new Definition("Recommendation", recommendation);
        }
    }

    private static IEnumerable<Block> Blocks(Dashboard dashboard)
    {
        var narrative = new NarrativeBlocks(dashboard.Labels);
        yield return new Contents("Contents") { Depth = 3 };
        if (dashboard.Guidance.Count > 0)
        {
            yield return new Section(Anchor.Of("guidance"), "Guidance notes", [.. dashboard.Guidance.Select(Guidance)]);
        }

        if (dashboard.Summary.Groups.Count > 0 || dashboard.Summary.Highlights.Count > 0)
        {
            yield return new Section(Anchor.Of("summary"), $"{dashboard.Labels.Of(Labels.Kpis)}: summary", [.. new SummaryBlocks(dashboard).All()]);
        }

        if (dashboard.Narrative.Count > 0)
        {
            yield return new Section(Anchor.Of("overview"), "Overview",
                [.. dashboard.Narrative.Select((group, index) => narrative.Section(group, Anchor.Of("overview", Number(index))))]);
        }

        // Without any assurance note the council has no such practice, and an empty list would accuse it of neglect.
        if (dashboard.CallIns.Any(one => !one.IsOpen))
        {
            yield return CallInBlocks.Section(dashboard);
        }

        foreach (var department in dashboard.Departments)
        {
            yield return DepartmentBlocks.Section(department, dashboard.Labels, narrative);
        }
    }

    private static Callout Guidance(GuidanceNote note) => new(CalloutKind.Key, note.Heading,
    [
        .. note.Key.Count > 0
            ? [new ItemList(ListKind.Bullets, [.. note.Key.Select(entry => new ListItem(RatingMarks.Run(entry.Band) + $": {Lower(entry.Meaning)}"))])]
            : Array.Empty<Block>(),
        .. note.Paragraphs.Select(paragraph => new Paragraph(paragraph)),
    ]);

    private static string Lower(string sentence) => string.Concat(sentence[..1].ToLowerInvariant(), sentence.AsSpan(1));

    private static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
