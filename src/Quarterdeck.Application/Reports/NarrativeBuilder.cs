using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Commentary;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.People;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Reports;

/// <summary>Puts the round's texts where they belong: under the table of the first indicator they are about, under their area, or at the head.</summary>
internal static class NarrativeBuilder
{
    /// <summary>The texts under each of an area's tables, in the same order as the tables.</summary>
    public static IReadOnlyList<IReadOnlyList<NarrativeGroup>> Tables(ReportScope scope, IReadOnlyList<IndicatorTable> tables)
    {
        var places = tables
            .SelectMany((table, index) => table.Rows.Select((row, place) => (row.Rated.Indicator, Table: index, Place: place)))
            .ToDictionary(entry => entry.Indicator.Ref);
        var groups = scope.Texts
            .Where(text => text.Kind != CommentaryKind.Footnote && !IsOfProgramme(scope, text) && text.Refs.Any(places.ContainsKey))
            .GroupBy(text => string.Join(';', text.Refs))
            .Select(group => (Texts: group.ToList(), Places: group.First().Refs.Where(places.ContainsKey).Select(reference => places[reference]).ToList()))
            .Select(group => (First: group.Places.MinBy(place => (place.Table, place.Place)), Group: Group(
                Phrases.Joined(group.Places.Select(place => References.Name(place.Indicator))), group.Texts)))
            .ToLookup(entry => entry.First.Table);
        return [
            .. tables.Select((_, index) => (IReadOnlyList<NarrativeGroup>)[.. groups[index].OrderBy(entry => entry.First.Place).Select(entry => entry.Group)])
        ];
    }

    public static IReadOnlyList<NarrativeGroup> Area(ReportScope scope, Area area) =>
        ByHeading(scope.Texts.Where(text => text.Refs.Count == 0 && string.Equals(text.Area, area.Code, StringComparison.OrdinalIgnoreCase)), area.Name);

    /// <summary>Texts about no indicator and no area that no section of the report shows under a heading of its own.</summary>
    public static IReadOnlyList<NarrativeGroup> Report(ReportScope scope)
    {
        var own = scope.Sections.Where(code => !string.Equals(code, ReportSections.Overview, StringComparison.OrdinalIgnoreCase)).ToList();
        return [.. All(scope).Where(group => !own.Exists(code => IsUnder(scope, group.Heading, code)))];
    }

    /// <summary>Texts about no indicator and no area. Those of a free table (complaints, staff) belong beside that table.</summary>
    private static List<NarrativeGroup> All(ReportScope scope)
    {
        var tables = scope.Pack.Tables.Select(cell => cell.Table).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return ByHeading(
            scope.Texts.Where(text => text.Refs.Count == 0 && text.Area is null && (text.Group is null || !tables.Contains(text.Group))),
            "Overview");
    }

    /// <summary>The report's texts by theme: those of summary headings in the summary's order, after whatever no section of the report shows.</summary>
    public static IReadOnlyList<NarrativeGroup> Themes(ReportScope scope, IReadOnlyList<string> headings) =>
        [.. Report(scope).OrderBy(group => headings.ToList().FindIndex(heading => Same(heading, group.Heading)))];

    /// <summary>The texts a section of that code shows: those under the heading it is the code of, or under its heading as this report prints it.</summary>
    public static IReadOnlyList<NarrativeGroup> Under(ReportScope scope, string code) => [.. All(scope).Where(group => IsUnder(scope, group.Heading, code))];

    private static bool IsUnder(ReportScope scope, string heading, string code) =>
        Same(ReportSections.CodeOf(heading), code) || Same(heading, scope.Labels.SectionHeading(code));

    /// <summary>The texts of a free table, by its name.</summary>
    public static IReadOnlyList<NarrativeGroup> Table(ReportScope scope, string table) =>
        ByHeading(scope.Texts.Where(text => text.Refs.Count == 0 && text.Group is { } group && Same(group, table) && text.Kind != CommentaryKind.Footnote)
            .Select(text => text with { Group = null }), "About these figures");

    /// <summary>All texts about one indicator, also those it shares; not those of a programme.</summary>
    public static NarrativeGroup Indicator(ReportScope scope, Indicator indicator)
    {
        var texts = scope.Texts.Where(text => text.Kind is not (CommentaryKind.Footnote or CommentaryKind.Highlight) && text.Refs.Contains(indicator.Ref))
            .ToList();
        return texts.Count > 0 ? Group(References.Name(indicator), texts) : new NarrativeGroup { Heading = References.Name(indicator), Refs = [indicator.Ref] };
    }

    /// <summary>What was said of an indicator in earlier rounds, the latest first.</summary>
    public static IReadOnlyList<NarrativeGroup> Earlier(ReportScope scope, Indicator indicator) =>
    [
        .. scope.Pack.Commentary
            .Where(text => text.Round < scope.Round && text.Kind != CommentaryKind.Footnote && text.Refs.Contains(indicator.Ref))
            .GroupBy(text => text.Round)
            .OrderByDescending(round => round.Key)
            .Select(round => Group(MonthNames.Long(round.Key), Cited(scope, round.Key, round))),
    ];

    /// <summary>The texts with the figures they cite, as they were then.</summary>
    private static List<CommentaryEntry> Cited(ReportScope scope, Month round, IEnumerable<CommentaryEntry> texts)
    {
        var cited = new CitedFigures(scope.Rater, round);
        return [.. texts.Select(text => text with { Text = cited.Write(text.Text) })];
    }

    /// <summary>The texts of programmes, together where they are about the same indicators, each under its own heading.</summary>
    public static IReadOnlyList<IReadOnlyList<NarrativeGroup>> Programmes(ReportScope scope) =>
    [
        .. scope.Texts
            .Where(text => text.Kind == CommentaryKind.Highlight && text.Refs.Count > 0)
            .GroupBy(text => string.Join(';', text.Refs))
            .Select(programme => (IReadOnlyList<NarrativeGroup>)[.. programme
                .GroupBy(text => text.Group ?? "Purpose")
                .Select(group => Group(group.Key, [.. group.Select(text => text with { Group = null })]))]),
    ];

    /// <summary>The texts of a programme have a section of their own, if the report has one.</summary>
    private static bool IsOfProgramme(ReportScope scope, CommentaryEntry text) =>
        text.Kind == CommentaryKind.Highlight && scope.Sections.Contains(ReportSections.Programmes, StringComparer.OrdinalIgnoreCase);

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static List<NarrativeGroup> ByHeading(IEnumerable<CommentaryEntry> texts, string otherwise) =>
        [.. texts.GroupBy(text => text.Group ?? otherwise).Select(group => Group(group.Key, [.. group.Select(text => text with { Group = null })]))];

    private static NarrativeGroup Group(string heading, List<CommentaryEntry> texts)
    {
        var risks = texts.Where(text => text.Kind == CommentaryKind.Risk).ToList();
        var orders = risks.Select(risk => risk.Order).OfType<int>().ToHashSet();
        var actions = texts.Where(text => text.Kind == CommentaryKind.Action).ToLookup(text => text.Answers is { } order && orders.Contains(order));
        return new NarrativeGroup
        {
            Heading = heading,
            Refs = texts[0].Refs,
            Commentary = [.. texts.Where(text => text.Kind is CommentaryKind.Commentary or CommentaryKind.Highlight or CommentaryKind.Footnote).Select(Text)],
            Actions = [.. actions[false].GroupBy(text => text.Group).Select(group => new ActionGroup(group.Key, [.. group.Select(Text)]))],
            Risks = [.. risks.Select(risk => new RiskNote(Text(risk), [.. actions[true].Where(action => action.Answers == risk.Order).Select(Text)]))],
            Assurance = [.. texts.Where(text => text.Kind == CommentaryKind.Assurance)
                .Select(text => new AssuranceNote(text.State ?? AssuranceState.None, State(text.State), Text(text)))],
        };
    }

    private static Narrative Text(CommentaryEntry entry) => new(entry.Text, entry.Author, entry.WrittenOn)
    {
        Standing = (entry as RegisterText)?.Standing,
    };

    private static string State(AssuranceState? state) => state switch
    {
        AssuranceState.Waived => "Waived",
        AssuranceState.Scheduled => "Scheduled",
        AssuranceState.Reviewed => "Reviewed",
        AssuranceState.Actions => "Actions agreed",
        AssuranceState.None or null => "Nothing recorded",
    };
}
