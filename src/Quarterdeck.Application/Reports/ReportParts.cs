using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Reports;

/// <summary>Makes the part of each section a report asks for. A new section is a new line here and a maker of its own.</summary>
internal sealed class ReportParts(ReportScope scope)
{
    /// <summary>How deep a list of contents goes: departments, areas and nothing smaller.</summary>
    private const int ContentsDepth = 3;

    private Summary? _summary;

    /// <summary>The part of a section, after what people wrote under its heading; null when it would have nothing to show.</summary>
    public ReportPart? Of(string code)
    {
        var heading = scope.Labels.SectionHeading(code);
        if (!ReportSections.HasOpening(code))
        {
            return Made(code, heading);
        }

        var own = NarrativeBuilder.Under(scope, code);
        return Made(code, heading) is { } made ? made with { Opening = [.. own.SelectMany(group => group.Commentary)] } : Texts(code, heading, own);
    }

    private ReportPart? Made(string code, string heading)
    {
        return code.ToLowerInvariant() switch
        {
            ReportSections.Contents => new ContentsPart(code, heading, ContentsDepth),
            ReportSections.Guidance => Guidance(code, heading),
            ReportSections.FrontPage => FrontPageBuilder.Part(scope, Summary, code, heading),
            ReportSections.Charts => ExceptionTables.Charts(scope, code, heading),
            ReportSections.ShortOfTarget => ExceptionTables.ShortOfTarget(scope, code, heading),
            ReportSections.OutsideRange => ExceptionTables.OutsideRange(scope, code, heading),
            ReportSections.Summary => Summary is { Groups.Count: > 0 } or { Highlights.Count: > 0 } ? new SummaryPart(code, heading, Summary) : null,
            ReportSections.Counts => Summary.Groups.Count > 0 ? new CountsPart(code, heading, Summary, CountWords.Of(Summary)) : null,
            ReportSections.Overview => Texts(code, heading, NarrativeBuilder.Report(scope)),
            ReportSections.ExecutiveSummary => Texts(code, heading, NarrativeBuilder.Themes(scope, [.. Summary.Groups.Select(group => group.Heading)])),
            ReportSections.CalledIn => CallIns(code, heading),
            ReportSections.Areas => Areas(code, heading, _ => true),
            ReportSections.OtherIndicators => Areas(code, heading, kind => kind is IndicatorKind.Activity or IndicatorKind.Context),
            ReportSections.Objectives => ObjectivesBuilder.Lines(scope) is { Count: > 0 } lines ? new ObjectivesPart(code, heading, lines) : null,
            ReportSections.Standing => StandingsBuilder.Rows(scope) is { Count: > 0 } rows ? new StandingPart(code, heading, rows) : null,
            ReportSections.Programmes => ProgrammesBuilder.All(scope) is { Count: > 0 } programmes ? new ProgrammesPart(code, heading, programmes) : null,
            ReportSections.Sheets => IndicatorSheetsBuilder.All(scope) is { Count: > 0 } sheets
                ? new SheetsPart(code, heading, sheets) { PageEach = scope.Definition.PagePerIndicator } : null,
            ReportSections.Tables => FreeTablesBuilder.All(scope) is { Count: > 0 } tables ? new FreeTablesPart(code, heading, tables) : null,
            ReportSections.Movements => MovementsBuilder.Part(scope, code, heading),
            ReportSections.NeedAction => IndicatorListBuilder.NeedAction(scope, code, heading),
            ReportSections.OutOfRange => IndicatorListBuilder.OutOfRange(scope, code, heading),
            ReportSections.Stale => IndicatorListBuilder.Stale(scope, code, heading),
            ReportSections.WithoutCommentary => IndicatorListBuilder.WithoutCommentary(scope, code, heading),
            ReportSections.RiskMatrix => RegisterBuilder.Matrix(scope, code, heading),
            ReportSections.Risks => RegisterBuilder.Risks(scope, code, heading),
            ReportSections.OverdueActions => RegisterBuilder.Overdue(scope, code, heading),
            ReportSections.Actions => RegisterBuilder.Actions(scope, code, heading),
            ReportSections.InBrief => new SentencesPart(code, heading, CoverWords.InBrief(scope, Summary)),
            ReportSections.Recommendation => new SentencesPart(code, heading, [CoverWords.Recommendation(scope)]),
            ReportSections.Background => new SentencesPart(code, heading, CoverWords.Background(scope)),
            ReportSections.Documents => CoverWords.Documents(scope, code, heading),
            ReportSections.Appendix => CoverWords.Appendix(scope, code, heading),
            ReportSections.Contacts => CoverWords.Contacts(scope, code, heading),
            _ => Texts(code, heading, NarrativeBuilder.Under(scope, code)),
        };
    }

    private Summary Summary => _summary ??= SummaryBuilder.Build(scope);

    private GuidancePart? Guidance(string code, string heading) =>
        GuidanceText.Of(scope) is { Count: > 0 } notes ? new GuidancePart(code, heading, notes) : null;

    private static TextsPart? Texts(string code, string heading, IReadOnlyList<NarrativeGroup> groups) =>
        groups.Count > 0 ? new TextsPart(code, heading, groups) : null;

    private AreasPart? Areas(string code, string heading, Func<IndicatorKind, bool> shown) =>
        AreaSections.Build(scope, [.. scope.Rated.Where(one => shown(one.Indicator.Kind))]) is { Count: > 0 } departments
            ? new AreasPart(code, heading, departments) : null;

    /// <summary>Without any assurance note the council has no such practice, and an empty list would accuse it of neglect.</summary>
    private CallInsPart? CallIns(string code, string heading)
    {
        var called = new CallInRule(settings: scope.Pack.Settings).Of(scope.Rated, scope.Pack.Commentary, scope.Pack.CallIns, scope.Round);
        var names = scope.Rated.ToDictionary(one => one.Indicator.Ref, one => References.Named(one.Indicator));
        return called.Any(one => !one.IsOpen) ? new CallInsPart(code, heading, [.. called.Select(one => new CalledIn(names[one.Ref], one))]) : null;
    }
}
