using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Publications;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Reports;

/// <summary>Gathers a report of any kind from a pack: rates its indicators and puts the records in reading order.</summary>
public static class ReportBuilder
{
    /// <summary>The report of a pack that defines none.</summary>
    public static readonly ReportDefinition Default = new() { Code = "dashboard", Kind = ReportKind.Dashboard, Title = "Performance dashboard" };

    /// <summary>The reports a pack has: those it defines, else the default one.</summary>
    public static IReadOnlyList<ReportDefinition> Definitions(Pack pack) => pack.Reports.Count > 0 ? pack.Reports : [Default];

    /// <param name="pack">The pack.</param>
    /// <param name="definition">One of its reports.</param>
    /// <param name="publishedOn">The day it is published; null for what is only looked at.</param>
    /// <param name="corrects">What it corrects; null for a first version.</param>
    /// <param name="accepted">Errors that were known when it was published.</param>
    public static Report Build(
        Pack pack, ReportDefinition definition, DateOnly? publishedOn = null, Correction? corrects = null, IReadOnlyList<AcceptedError>? accepted = null) =>
        Build(new ReportScope(pack, definition), publishedOn, corrects, accepted ?? []);

    /// <summary>What the site shows on a day: results are overdue by the calendar.</summary>
    public static Report BuildLive(Pack pack, ReportDefinition definition, DateOnly today) => Build(new ReportScope(pack, definition, today), null, null, []);

    private static Report Build(ReportScope scope, DateOnly? publishedOn, Correction? corrects, IReadOnlyList<AcceptedError> accepted)
    {
        var (pack, definition) = (scope.Pack, scope.Definition);
        var parts = new ReportParts(scope);
        return new Report
        {
            Definition = definition,
            Labels = scope.Labels,
            Title = new TitleBlock
            {
                Organisation = pack.Settings.Organisation,
                Language = pack.Settings.Locale,
                Licence = pack.Settings.Licence,
                Title = definition.Title,
                FinancialYear = scope.FinancialYear,
                ResultsTo = scope.AsAt,
                ResultsToWords = ResultsTo.Words(scope.Rated, scope.AsAt),
                Authors = definition.Authors,
                Committee = definition.Committee,
                MeetingOn = definition.MeetingOn,
                Recommendation = definition.Recommendation,
                Classification = definition.Classification,
                PublishedOn = publishedOn,
                Corrects = corrects,
            },
            Parts = WithErrors([.. scope.Sections.Select(parts.Of).OfType<ReportPart>()], accepted),
            Rated = scope.Rated,
            Accepted = accepted,
            Appendix = AppendixOf(pack, definition) is { } bound ? Build(new ReportScope(pack, bound, scope.Today), publishedOn, null, []) : null,
        };
    }

    /// <summary>What is bound in behind a report, with nothing bound in behind itself.</summary>
    private static ReportDefinition? AppendixOf(Pack pack, ReportDefinition definition) => !definition.IsBound ? null
        : pack.Reports.Where(one => one != definition && string.Equals(one.Code, definition.Attached, StringComparison.OrdinalIgnoreCase))
            .Select(attached => attached with { IsBound = false }).FirstOrDefault();

    /// <summary>What readers are told of the errors that were published knowingly: after what it is about, before pages of charts.</summary>
    private static List<ReportPart> WithErrors(List<ReportPart> parts, IReadOnlyList<AcceptedError> accepted)
    {
        if (accepted.Count > 0)
        {
            var charts = parts.FindIndex(part => part is ChartsPart);
            parts.Insert(
                charts < 0 ? parts.Count : charts,
                new SentencesPart("known-errors", "Known errors", ["These errors were known when the report was published."])
                {
                    Items = [.. accepted.Select(error => error.Sentence)],
                });
        }

        return parts;
    }
}
