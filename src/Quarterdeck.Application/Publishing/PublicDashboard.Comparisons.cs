using Quarterdeck.Application.Reports;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Objectives;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Publishing;

/// <summary>What a reader puts side by side: indicators, years, rounds.</summary>
public sealed partial class PublicDashboard
{
    /// <summary>More do not fit side by side, on a page or on paper.</summary>
    public const int MostCompared = 4;

    public const int MostYears = 10;

    /// <summary>Rounds that can be chosen: a year and the month it began from.</summary>
    private const int MostRounds = 13;

    private IReadOnlyList<Month>? _rounds;

    /// <summary>The months up to which there were results, the last first, as many as a reader can choose from.</summary>
    public IReadOnlyList<Month> Rounds =>
        _rounds ??= [.. _scope.Rated.SelectMany(one => one.History).Where(own => own.Result is not null && own.Period.Closing <= AsAt)
        .Select(own => own.Period.Closing).Append(AsAt).Distinct().OrderDescending().Take(MostRounds)];

    /// <summary>Whether any indicator serves a priority.</summary>
    public bool HasPriorities => _scope.Pack.Objectives.Any(one => one.Kind is ObjectiveKind.Priority or ObjectiveKind.CoreArea
        && _scope.Counted.Any(rated => rated.Indicator.Objectives.Contains(one.Code, StringComparer.OrdinalIgnoreCase)));

    /// <param name="indicators">1 to <see cref="MostCompared"/>, each once.</param>
    public Report Compare(IReadOnlyList<RatedIndicator> indicators) => Beside("Compare indicators", indicators,
        indicators.Count == 0 ? [] : [ComparedIndicatorsBuilder.Part(_scope, [.. indicators.Select(one => Page(one).Part<SheetsPart>()!.Sheets[0])])]);

    /// <param name="rated">One of the site's.</param>
    /// <param name="most">How many years at most, this one counted: 1 to <see cref="MostYears"/>.</param>
    public Report Years(RatedIndicator rated, int most) => Beside($"{References.Heading(rated.Indicator)}: year by year", [rated],
        [ComparedYearsBuilder.Part(_scope, Page(rated).Part<SheetsPart>()!.Sheets[0].Detail, most)]);

    /// <param name="byPriority">By what the indicators serve; else by area.</param>
    /// <param name="round">One of <see cref="Rounds"/>.</param>
    /// <param name="against">Another of them, before it; both as rated today.</param>
    public Report Groups(bool byPriority, Month round, Month against) => _reports.GetOrAdd($"groups:{byPriority}:{round}:{against}", _ =>
    {
        var later = AsOf(round, against);
        return Beside("Compare areas", Rated,
        [
            ComparedGroupsBuilder.Part(AsOf(against, null), later, byPriority),
            .. MovementsBuilder.Part(
                later,
                ReportSections.Movements,
                Labels.SectionHeading(ReportSections.Movements),
                $"between {MonthNames.Long(against)} and {MonthNames.Long(round)}") is { } movements
                ? [movements]
                : Array.Empty<ReportPart>(),
        ]);
    });

    /// <summary>An indicator as a workbook has it: what there is to say of it in words, and one table of every period.</summary>
    public Report Periods(RatedIndicator rated)
    {
        var sheet = Page(rated).Part<SheetsPart>()!.Sheets[0];
        return Beside(References.Heading(rated.Indicator), [rated],
        [
            new SheetsPart(ReportSections.Sheets, "What it measures", [sheet with { Detail = sheet.Detail with { Trend = null } }]),
            new PeriodsPart("periods", "Every period", rated, [.. PeriodRecord.OfWhole(rated).Select(record => TrendBuilder.Row(_scope, rated, record.Own))]),
        ]);
    }

    private ReportScope AsOf(Month round, Month? since) => new(_scope.Pack, Own("site", string.Empty, []) with { ResultsTo = round, Since = since });

    private Report Beside(string title, IReadOnlyList<RatedIndicator> rated, IReadOnlyList<ReportPart> parts) => new()
    {
        Definition = Own("compared", title, []),
        Labels = Labels,
        Title = Home.Title with { Title = title },
        Parts = parts,
        Rated = rated,
    };
}
