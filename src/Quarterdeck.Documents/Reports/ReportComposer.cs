using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Documents.Reports;

/// <summary>Puts a report of any kind into the document tree, in the order it is read. It adds headings and nothing else.</summary>
public static class ReportComposer
{
    /// <param name="report">The report.</param>
    /// <param name="brand">The look of the organisation's documents; null for the program's own.</param>
    /// <param name="linkAll">Whether every indicator named is a link: in a site each has a page. Else those the report has more to say of.</param>
    public static Document Compose(Report report, Brand? brand = null, bool linkAll = false)
    {
        var title = report.Title;
        return new Document(title.Title, NumberedBlocks.Of(UniqueAnchors.In([.. new PartBlocks(report, linkAll).All()]), report.Definition))
        {
            Subtitle = report.Definition.Kind == ReportKind.Cover ? null : Line(title, report.Definition.Kind),
            Landscape = report.Definition.IsLandscape,
            Organisation = title.Organisation,
            Language = title.Language,
            Author = title.Authors.Count > 0 ? string.Join(", ", title.Authors) : null,
            Date = title.MeetingOn,
            Subject = Subject(report.Definition.Kind),
            Description = $"{title.Title}, {title.Organisation}. Results up to {title.ResultsToWords}.",
            TitleBlock = new DefinitionList([.. report.Definition.Kind == ReportKind.Cover ? Letterhead(title) : Facts(report)]),
            Brand = brand ?? Brand.None,
            Bound = report.Appendix is { } appendix ? [Appendix(Compose(appendix, brand))] : [],
            Furniture = new Furniture { Header = title.Committee, Footer = title.Title, Classification = title.Classification },
        };
    }

    private static Document Appendix(Document document) => document with { Furniture = document.Furniture with { Header = "Appendix 1" } };

    /// <summary>Where links to an indicator lead.</summary>
    public static Anchor PlaceOf(IndicatorRef reference) => DetailBlocks.Anchor(reference);

    /// <summary>A band as readers meet it.</summary>
    public static RatingMark MarkOf(Band band) => RatingMarks.Of(band);

    private static string Subject(ReportKind kind) => kind switch
    {
        ReportKind.Dashboard => "Performance dashboard",
        ReportKind.Quarterly => "Quarterly performance report",
        ReportKind.Cover => "Performance report to a committee",
        ReportKind.Exceptions => "Performance exceptions",
        ReportKind.Register => "Register of risks and actions",
    };

    /// <summary>Whom it is for and when, how far its results go, who made it: one line under the title.</summary>
    private static string Line(TitleBlock title, ReportKind kind)
    {
        var committee = (title.Committee, title.MeetingOn) switch
        {
            ({ } name, { } day) => $"{name}, {MonthNames.Long(day)}.",
            ({ } name, null) => $"{name}.",
            (null, { } day) => $"{MonthNames.Long(day)}.",
            _ => null,
        };
        string?[] said =
        [
            committee,
            kind == ReportKind.Register ? $"As at {MonthNames.Long(title.ResultsTo)}." : $"Results to {title.ResultsToWords}, {title.FinancialYear}.",
            title.Organisation + ".",
            title.Authors.Count > 0 ? string.Join(", ", title.Authors) + "." : null,
            title.Classification is { } classification ? classification + "." : null,
        ];
        return string.Join(' ', said.OfType<string>());
    }

    private static IEnumerable<Definition> Facts(Report report)
    {
        foreach (var fact in Publication(report.Title))
        {
            yield return fact;
        }

        if (report.Title.Recommendation is { } recommendation && report.Parts.All(part => part.Code != ReportSections.Recommendation))
        {
            yield return new Definition("Recommendation", recommendation);
        }
    }

    /// <summary>When it was published, and what it corrects.</summary>
    private static IEnumerable<Definition> Publication(TitleBlock title)
    {
        if (title.PublishedOn is { } day)
        {
            yield return new Definition("Published on", MonthNames.Long(day));
        }

        if (title.Corrects is { } correction)
        {
            yield return new Definition(
                "Correction",
                $"This is version {correction.Version}. It takes the place of the one published on {MonthNames.Long(correction.Earlier)}: {correction.Note}");
        }
    }

    /// <summary>The head of a paper to a committee.</summary>
    private static IEnumerable<Definition> Letterhead(TitleBlock title)
    {
        if (title.Authors.Count > 0)
        {
            yield return new Definition("From", [.. title.Authors.Select(RichText.FromString)]);
        }

        if (title.Committee is { } committee)
        {
            yield return new Definition("To", committee);
        }

        if (title.MeetingOn is { } meeting)
        {
            yield return new Definition("Date", MonthNames.Long(meeting));
        }

        yield return new Definition("Results up to", title.ResultsToWords);
        foreach (var fact in Publication(title))
        {
            yield return fact;
        }

        if (title.Classification is { } classification)
        {
            yield return new Definition("Classification", classification);
        }
    }
}
