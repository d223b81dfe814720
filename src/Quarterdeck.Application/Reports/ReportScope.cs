using Quarterdeck.Application.Statistics;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Assurance;
using Quarterdeck.Domain.Commentary;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Reports;

/// <summary>What one report is made from: the pack, its indicators rated as at a month, and the round whose texts it carries.</summary>
internal sealed class ReportScope
{
    /// <param name="pack">The pack.</param>
    /// <param name="definition">The report.</param>
    /// <param name="today">For what is live; null for a document, which never changes by the clock.</param>
    public ReportScope(Pack pack, ReportDefinition definition, DateOnly? today = null)
    {
        Today = today;
        Pack = pack;
        Definition = definition;
        Rater = new Rater(pack, MathNetDistributions.Instance);
        AsAt = definition.ResultsTo ?? Rater.DefaultAsAt;
        Labels = new Labels(pack.Settings);
        Areas = new AreaTree(pack.Areas);
        Round = pack.Commentary.Where(entry => entry.Round <= AsAt).Select(entry => (Month?)entry.Round).Max() ?? AsAt;
        var cited = new CitedFigures(Rater, AsAt);
        Actions = [.. pack.Actions.Where(action => action.IsPublic && action.IsShownIn(AsAt)).OrderBy(action => action.Order ?? int.MaxValue)];
        Risks = [.. Risk.In(pack.Risks, AsAt).Where(risk => risk.IsPublic)];
        Texts = [.. pack.Commentary
            .Where(entry => entry.Round == Round)
            .Concat(RegisterTexts.Of(this))
            .Select((entry, index) => (entry, index))
            .OrderBy(pair => pair.entry.Order ?? int.MaxValue)
            .ThenBy(pair => pair.index)
            .Select(pair => pair.entry with { Text = cited.Write(pair.entry.Text) })];
        Rated = Covered(Rater.RateAll(AsAt));
        Sections = definition.Sections.Count > 0 ? definition.Sections : ReportSections.Of(definition.Kind);
    }

    /// <summary>The day by the calendar; null where everything is as at the round.</summary>
    public DateOnly? Today { get; }

    public Pack Pack { get; }

    public ReportDefinition Definition { get; }

    public Rater Rater { get; }

    public Month AsAt { get; }

    public Labels Labels { get; }

    public AreaTree Areas { get; }

    /// <summary>The last round with texts that is not after the results.</summary>
    public Month Round { get; }

    /// <summary>The texts of the round with the figures they cite, in their own order, else as given; then the actions and risks of the registers.</summary>
    public IReadOnlyList<CommentaryEntry> Texts { get; }

    /// <summary>The actions readers see, in order.</summary>
    public IReadOnlyList<PlannedAction> Actions { get; }

    /// <summary>The risks readers see, as judged for the round.</summary>
    public IReadOnlyList<Risk> Risks { get; }

    /// <summary>The report's indicators: of the areas it covers, and in force. In pack order.</summary>
    public IReadOnlyList<RatedIndicator> Rated { get; }

    /// <summary>Codes of the report's sections in order.</summary>
    public IReadOnlyList<string> Sections { get; }

    /// <summary>Those that are counted: KPIs and milestones.</summary>
    public IEnumerable<RatedIndicator> Counted => Rated.Where(one => one.Indicator.IsCounted);

    /// <summary>Whether percentages of ratings are of the rated indicators only.</summary>
    public bool PercentOfRated => Pack.Settings.PercentOfRated;

    /// <summary>The day whose post-holders are named: the meeting's, else the last of the results.</summary>
    public DateOnly ReportDate => Definition.MeetingOn ?? AsAt.LastDay;

    /// <summary><c>2025/26</c>.</summary>
    public string FinancialYear => new PeriodCalendar(Frequency.Year, Pack.Settings.FinancialYearStart).YearLabel(AsAt);

    private List<RatedIndicator> Covered(IReadOnlyList<RatedIndicator> all)
    {
        var areas = Areas.Departments(Definition.Areas)
            .SelectMany(department => department.Areas)
            .Select(area => area.Code)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. all.Where(one => one.IsInForce && (Definition.Areas.Count == 0 || one.Indicator.Area is { } area && areas.Contains(area)))];
    }
}
