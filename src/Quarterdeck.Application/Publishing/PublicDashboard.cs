using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using Quarterdeck.Application.Reports;
using Quarterdeck.Application.Website;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.People;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Publishing;

/// <summary>
/// What a council shows on the web, from one pack: everything is rated once, when it is made, and never changes. Reports
/// are made when first asked for. May be asked from several threads.
/// </summary>
public sealed partial class PublicDashboard
{
    private readonly ReportScope _scope;
    private readonly FrozenDictionary<string, RatedIndicator> _byRef;
    private readonly FrozenDictionary<string, RatedIndicator> _byFileName;
    private readonly IndicatorSearch _search;
    private readonly IReadOnlyDictionary<string, Lazy<Report>> _published;
    private readonly ConcurrentDictionary<string, Report> _reports = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="pack">What readers may see.</param>
    /// <param name="published">Reports as they were published, by code in any case; those not in it are made from the pack.</param>
    public PublicDashboard(Pack pack, IReadOnlyDictionary<string, Lazy<Report>>? published = null)
    {
        ArgumentNullException.ThrowIfNull(pack);
        _published = published ?? new Dictionary<string, Lazy<Report>>();
        Definitions = ReportBuilder.Definitions(pack);
        _scope = new ReportScope(pack, Own("site", string.Empty, []));
        _byRef = _scope.Rated.ToFrozenDictionary(one => one.Indicator.Ref.Value, StringComparer.OrdinalIgnoreCase);
        _byFileName = _scope.Rated.ToFrozenDictionary(one => one.Indicator.Ref.FileName, StringComparer.OrdinalIgnoreCase);
        _search = new IndicatorSearch(_scope.Rated.Select(one => (one.Indicator.Ref.Value, Searched(one))), _scope.Pack.Settings.Synonyms);
        Departments = [.. _scope.Areas.Departments([]).Select(department => department.Department)];
    }

    public string Organisation => _scope.Pack.Settings.Organisation;

    /// <summary>Where the pack says that people reach the website; null where it says nothing.</summary>
    public string? PublicAddress => _scope.Pack.Settings.PublicAddress;

    public Labels Labels => _scope.Labels;

    /// <summary>Results closing by this month's end are shown.</summary>
    public Month AsAt => _scope.AsAt;

    /// <summary>The reports readers can open.</summary>
    public IReadOnlyList<ReportDefinition> Definitions { get; }

    /// <summary>Every indicator in force, in pack order.</summary>
    public IReadOnlyList<RatedIndicator> Rated => _scope.Rated;

    public IReadOnlyList<Area> Departments { get; }

    /// <summary>Every band an indicator of the site can be in.</summary>
    public IReadOnlyList<Band> Bands =>
        [.. _scope.Rated.Where(one => one.Indicator.IsRated).Select(one => _scope.Rater.SchemeOf(one.Indicator)).Distinct().SelectMany(scheme => scheme.Bands)];

    /// <summary>How the council is doing: counts, what changed, what needs attention.</summary>
    public Report Home => Made(
        "home",
        $"How {Organisation} is doing",
        [ReportSections.Counts, ReportSections.Movements, ReportSections.NeedAction, ReportSections.OutOfRange]);

    /// <summary>What is overdue on a day.</summary>
    public Report Overdue(DateOnly today) => _reports.GetOrAdd(
        string.Create(CultureInfo.InvariantCulture, $"overdue:{today:yyyy-MM-dd}"),
        _ => ReportBuilder.BuildLive(_scope.Pack, Own("overdue", "Overdue", [ReportSections.Stale]) with { ResultsTo = AsAt }, today));

    /// <summary>How good the council's forecasts of the year's end were.</summary>
    /// <param name="archive">What was published; null where nothing is remembered.</param>
    public ForecastRecord Forecasts(PublicationArchive? archive) => ForecastRecord.Of(_scope.Rater, Rated, archive);

    /// <summary>How many indicators wait for a result that is overdue on a day.</summary>
    public int OverdueCount(DateOnly today) => Rated.Count(one => DueRule.FirstOverdue(one, VersionsOf(one), today) is not null);

    /// <summary>The day the next result is due; null where none is to come.</summary>
    public DateOnly? NextDue(DateOnly today) => Rated.Select(one => DueRule.NextDue(one, VersionsOf(one), today)).Min();

    /// <summary>Where the council's days begin and end; null where this computer does not know its time zone.</summary>
    public TimeZoneInfo? TimeZone => _scope.Pack.Settings.FindTimeZone();

    /// <summary>What the ratings mean and how they are made.</summary>
    public Report Method => Made("method", "How ratings are made", [ReportSections.Guidance]);

    /// <summary>The plan and how many indicators serve each part of it.</summary>
    public Report Plan => Made("plan", "What the indicators serve", [ReportSections.Objectives]);

    /// <summary>A report by its code in any case; null when there is none.</summary>
    public Report? Report(string code) =>
        Definitions.FirstOrDefault(one => string.Equals(one.Code, code, StringComparison.OrdinalIgnoreCase)) is { } definition
            ? _reports.GetOrAdd(
                "report:" + definition.Code,
                _ => _published.TryGetValue(definition.Code, out var published) ? published.Value : ReportBuilder.Build(_scope.Pack, definition)) : null;

    /// <summary>An indicator by its reference in any case, as it is or as addresses and file names write it; null when there is none.</summary>
    public RatedIndicator? Find(string reference) => _byFileName.GetValueOrDefault(reference) ?? _byRef.GetValueOrDefault(reference);

    /// <summary>Everything there is to say of one indicator: its sheet, and what was said of it in earlier rounds.</summary>
    public Report Page(RatedIndicator rated) => _reports.GetOrAdd("indicator:" + rated.Indicator.Ref, _ => Whole(rated));

    /// <summary>An indicator's versions, in the order given.</summary>
    public IReadOnlyList<Indicator> VersionsOf(RatedIndicator rated) => _scope.Rater.VersionsOf(rated.Indicator.Ref);

    /// <summary>The indicators a reader asks for, in pack order.</summary>
    public IReadOnlyList<RatedIndicator> Search(IndicatorQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var found = query.Words is { } words ? _search.Find(words, query.IsAnyWordEnough).Order().Select(place => Rated[place]) : Rated;
        var areas = query.Area is { } code
            ? _scope.Areas.Departments([code]).SelectMany(one => one.Areas).Select(area => area.Code).ToHashSet(StringComparer.OrdinalIgnoreCase)
            : null;
        return [.. found.Where(one => (areas is null || (one.Indicator.Area is { } area && areas.Contains(area)))
            && (query.Rating is not { } rating || RatingTally.IsCountedUnder(one, rating, Labels.Of(Labels.NotRated)))
            && (query.Kind is not { } kind || one.Indicator.Kind == kind)
            && (query.Frequency is not { } frequency || one.Indicator.Calendar.Frequency == frequency)
            && (query.Portfolio is not { } portfolio || PortfoliosOf(one).Contains(portfolio, StringComparer.OrdinalIgnoreCase))
            && (query.Priority is not { } priority || Serves(one, priority)))];
    }

    /// <summary>The area that answers for an indicator; null when none does.</summary>
    public string? AreaOf(RatedIndicator rated) => _scope.Areas.Find(rated.Indicator.Area)?.Name;

    /// <summary>An indicator's latest rating as reports show it.</summary>
    public ShownRating Shown(RatedIndicator rated, WhichRating which) => new ShownRatings(_scope.Labels).Of(rated, which);

    private static ReportDefinition Own(string code, string title, IReadOnlyList<string> sections) =>
        new() { Code = code, Kind = ReportKind.Exceptions, Title = title, Sections = sections };

    private Report Made(string code, string title, IReadOnlyList<string> sections) =>
        _reports.GetOrAdd("own:" + code, _ => ReportBuilder.Build(_scope.Pack, Own(code, title, sections) with { ResultsTo = AsAt }));

    private Report Whole(RatedIndicator rated) => new()
    {
        Definition = Own("indicator", References.Heading(rated.Indicator), []),
        Labels = Labels,
        Title = Home.Title with { Title = References.Heading(rated.Indicator) },
        Parts =
        [
            new SheetsPart(ReportSections.Sheets, string.Empty, [IndicatorSheetsBuilder.Whole(_scope, rated)]),
            .. NarrativeBuilder.Earlier(_scope, rated.Indicator) is { Count: > 0 } earlier
                ? [new TextsPart("earlier", "What was said before", earlier)]
                : Array.Empty<ReportPart>(),
        ],
        Rated = [rated],
    };

    /// <summary>Every text a reader might find it by: <c>potholes red</c>, or a word of the commentary.</summary>
    private IEnumerable<string?> Searched(RatedIndicator one) =>
    [
        one.Indicator.Title, one.Indicator.ShortTitle, one.Indicator.Definition, one.Indicator.SummaryGroup,
        one.Rating.Band?.Label, one.YtdRating.Band?.Label, one.Stale ? "stale overdue" : null, Ratings.RateRecord.Kind(one.Indicator.Kind),
        .. IndicatorSheetsBuilder.Areas(_scope, one).Select(area => area.Name),
        .. _scope.Texts.Where(text => text.Refs.Contains(one.Indicator.Ref)).Select(text => text.Text),
        .. PortfoliosOf(one),
    ];
}

/// <summary>What a reader looks for. Each part narrows what the others leave.</summary>
/// <param name="Words">All of these, as <see cref="IndicatorSearch"/> finds them.</param>
/// <param name="Area">Code of an area, with all below it.</param>
/// <param name="Rating">Word of the one rating, or the word for not rated; only what is counted has one.</param>
/// <param name="Kind">The kind of indicator.</param>
/// <param name="Frequency">How often it is reported.</param>
/// <param name="Portfolio">The cabinet member's.</param>
/// <param name="Priority">Code of a priority it serves.</param>
public sealed record IndicatorQuery(
    string? Words = null,
    string? Area = null,
    string? Rating = null,
    IndicatorKind? Kind = null,
    Frequency? Frequency = null,
    string? Portfolio = null,
    string? Priority = null)
{
    /// <summary>Those with most of the words are found too.</summary>
    public bool IsAnyWordEnough { get; init; }
}
