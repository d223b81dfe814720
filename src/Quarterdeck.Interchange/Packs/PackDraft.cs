using Quarterdeck.Domain.Commentary;
using Quarterdeck.Domain.Comparators;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Milestones;
using Quarterdeck.Domain.Objectives;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.People;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Publications;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Reports;
using Quarterdeck.Domain.Results;
using Quarterdeck.Domain.Tables;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Interchange.Packs;

/// <summary>The rows read so far, and what later tables look up in earlier ones.</summary>
internal sealed class PackDraft
{
    public List<Setting> SettingRows { get; } = [];

    public List<Area> Areas { get; } = [];

    public List<Post> Posts { get; } = [];

    public List<Objective> Objectives { get; } = [];

    public List<Indicator> Indicators { get; } = [];

    public List<Target> Targets { get; } = [];

    public List<Result> Results { get; } = [];

    public List<MilestoneStep> Milestones { get; } = [];

    public List<Comparator> Comparators { get; } = [];

    public List<CommentaryEntry> Commentary { get; } = [];

    public List<PublishedFigure> Published { get; } = [];

    public List<ReportDefinition> Reports { get; } = [];

    public List<SchemeBand> Schemes { get; } = [];

    public List<TableCell> Tables { get; } = [];

    public HashSet<string> AreaCodes { get; } = new(StringComparer.Ordinal);

    public HashSet<string> ObjectiveCodes { get; } = new(StringComparer.Ordinal);

    /// <summary>Every version of each indicator.</summary>
    public Dictionary<IndicatorRef, List<Indicator>> Versions { get; } = [];

    /// <summary>Keys already used, with the row that used them: two rows for one key are refused.</summary>
    public Dictionary<(string Table, string Key), int> Keys { get; } = [];

    public Settings Settings => new(SettingRows);

    /// <summary>Plain months, for labels outside any indicator.</summary>
    public PeriodCalendar Monthly { get; } = new(Frequency.Month, 4);

    /// <summary>The financial year as a yearly calendar: for labels such as 2025/26 outside any indicator.</summary>
    public PeriodCalendar FinancialYears => new(Frequency.Year, Settings.FinancialYearStart);

    public PeriodCalendar CalendarOf(Frequency frequency, YearKind kind, int? yearStart)
    {
        var settings = Settings;
        var start = yearStart ?? kind switch
        {
            YearKind.Financial => settings.FinancialYearStart,
            YearKind.Academic => settings.AcademicYearStart,
            YearKind.Calendar => 1,
        };
        return new PeriodCalendar(frequency, start, settings.TermEnds);
    }

    public Pack ToPack() => new()
    {
        Settings = Settings,
        Areas = Areas,
        Posts = Posts,
        Objectives = Objectives,
        Indicators = Indicators,
        Targets = Targets,
        Results = Results,
        Milestones = Milestones,
        Comparators = Comparators,
        Commentary = Commentary,
        Published = Published,
        Reports = Reports,
        Schemes = Schemes,
        Tables = Tables,
    };
}
