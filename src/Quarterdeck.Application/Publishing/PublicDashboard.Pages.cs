using System.Text.RegularExpressions;
using Quarterdeck.Application.Reports;
using Quarterdeck.Application.Website;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Commentary;
using Quarterdeck.Domain.Objectives;
using Quarterdeck.Domain.People;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Ranges;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Publishing;

/// <summary>What the site's own pages are made of.</summary>
public sealed partial class PublicDashboard
{
    private const string Portfolio = "cabinet-member";

    private IReadOnlyList<RatingChange>? _changes;
    private IReadOnlyList<AreaStanding>? _areas;
    private IReadOnlyList<Area>? _within;
    private RatingTally? _tally;

    /// <summary>Every counted indicator by its one rating.</summary>
    public RatingTally Tally => _tally ??= TallyOf(Rated);

    public SiteSentences Sentences => new(Labels, AsAt);

    /// <summary>Those below what is acceptable, the worst first.</summary>
    public IReadOnlyList<RatedIndicator> Failing => WorstFirst.Of(_scope.Counted.Where(OneRating.IsFailing));

    /// <summary>Up to when there were results at the last meeting, or in the round before: what changed is told since then.</summary>
    public Month? Since => Definitions.Select(one => one.Since).FirstOrDefault(since => since < AsAt)
        ?? Rounds.Where(round => round < AsAt).Select(round => (Month?)round).FirstOrDefault();

    /// <summary>The ratings that changed since then.</summary>
    public IReadOnlyList<RatingChange> Changes => _changes ??= Since is { } since ? RatingChange.Since(Rated, since, _scope.Rater) : [];

    /// <summary>The largest move without a change of rating; null where there is none worth a line.</summary>
    public LargestMove? LargestMove => Since is { } since ? Website.LargestMove.Of(Rated, Changes, since, _scope.Rater) : null;

    /// <summary>The areas that answer for indicators, in reading order.</summary>
    public IReadOnlyList<AreaStanding> Areas => _areas ??=
    [
        .. _scope.Areas.Departments([]).SelectMany(department => department.Areas)
            .Select(area => Standing(area, one => Same(one.Indicator.Area, area.Code)))
            .Append(Standing(null, one => _scope.Areas.Find(one.Indicator.Area) is null))
            .Where(standing => standing.Rated.Count > 0),
    ];

    /// <summary>Every area with indicators of its own or below it, in reading order.</summary>
    public IReadOnlyList<Area> AreasWithin => _within ??=
        [.. _scope.Areas.Departments([]).SelectMany(department => department.Areas).Where(area => FindArea(area.Code) is not null)];

    /// <summary>How many indicators have an expected range that was tested, and how many of them are outside it.</summary>
    public (int Tested, int Outside) OutOfRange => (
        Rated.Count(one => one.Range is RangeOutcome.Tested), Rated.Count(one => one.Range.Alert is RangeAlert.Above or RangeAlert.Below));

    /// <summary>The priorities that indicators serve, in the order of the plan.</summary>
    public IReadOnlyList<Objective> Priorities =>
        [.. _scope.Pack.Objectives.Where(one => one.Kind is ObjectiveKind.Priority or ObjectiveKind.CoreArea && Rated.Any(rated => Serves(rated, one.Code)))];

    /// <summary>The cabinet members' portfolios that indicators are in.</summary>
    public IReadOnlyList<string> Portfolios =>
        [.. Rated.SelectMany(PortfoliosOf).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];

    /// <summary>How often indicators are reported, the most often first.</summary>
    public IReadOnlyList<Frequency> Frequencies => [.. Rated.Select(one => one.Indicator.Calendar.Frequency).Distinct().Order()];

    /// <summary>Where a reader can write to about the figures, by the contacts of the reports; null where they name no address.</summary>
    public string? ContactAddress => Definitions.SelectMany(one => one.Contacts).Select(contact => Email().Match(contact))
        .FirstOrDefault(match => match.Success)?.Value;

    /// <summary>The ratings of a set of indicators counted.</summary>
    public RatingTally TallyOf(IEnumerable<RatedIndicator> rated) => RatingTally.Of(rated, one => _scope.Rater.SchemeOf(one), Labels.Of(Labels.NotRated));

    /// <summary>An area by its code in any case, with what it and all areas below it answer for; null when there is none.</summary>
    public AreaStanding? FindArea(string code) => _scope.Areas.Find(code) is { } area
        && _scope.Areas.Departments([area.Code]).SelectMany(one => one.Areas).Select(one => one.Code).ToHashSet(StringComparer.OrdinalIgnoreCase) is var below
        && Standing(area, one => one.Indicator.Area is { } own && below.Contains(own)) is { Rated.Count: > 0 } standing
        ? standing
        : null;

    /// <summary>The indicators of a portfolio, as if it were an area; null when none is in it.</summary>
    public AreaStanding? FindPortfolio(string name) =>
        Portfolios.FirstOrDefault(one => Same(one, name)) is { } portfolio
            ? Standing(new Area { Code = portfolio, Name = portfolio }, one => PortfoliosOf(one).Contains(portfolio, StringComparer.OrdinalIgnoreCase))
            : null;

    /// <summary>Who answers for an indicator: those in post for it, else for its area or one above that.</summary>
    public IReadOnlyList<PostHolders> PostsOf(RatedIndicator rated)
    {
        ArgumentNullException.ThrowIfNull(rated);
        return PostHoldersBuilder.Indicator(_scope, rated.Indicator.Ref) is { Count: > 0 } own ? own : PostsOf(rated.Indicator.Area);
    }

    /// <summary>Who answers for an area, or for one above it.</summary>
    public IReadOnlyList<PostHolders> PostsOf(string? area) =>
        Upwards(area).Select(one => PostHoldersBuilder.Area(_scope, one.Code)).FirstOrDefault(posts => posts.Count > 0) ?? [];

    /// <summary>The latest commentary on an indicator.</summary>
    public NarrativeGroup TextsOf(RatedIndicator rated)
    {
        ArgumentNullException.ThrowIfNull(rated);
        return NarrativeBuilder.Indicator(_scope, rated.Indicator);
    }

    /// <summary>The notes on an indicator's figures.</summary>
    public IReadOnlyList<string> FootnotesOf(RatedIndicator rated)
    {
        ArgumentNullException.ThrowIfNull(rated);
        return
        [
            .. _scope.Texts.Where(text => text.Kind == CommentaryKind.Footnote && text.Refs.Contains(rated.Indicator.Ref)).Select(text => text.Text),
            .. rated.LatestResult?.Note is { } note ? [note] : Array.Empty<string>(),
        ];
    }

    /// <summary>One sentence of why, for a card: the first of the commentary without a figure that stands on the card already.</summary>
    public string? CauseOf(RatedIndicator rated)
    {
        ArgumentNullException.ThrowIfNull(rated);
        var sentences = TextsOf(rated).Commentary.SelectMany(text => FirstSentences.Of(text.Text)).ToList();
        return sentences.FirstOrDefault(sentence => rated.Displayed.Length == 0 || !sentence.Contains(rated.Displayed, StringComparison.Ordinal))
            ?? sentences.FirstOrDefault();
    }

    /// <summary>The first sentence of a text as plain words.</summary>
    public static string FirstSentenceOf(string text) => FirstSentences.Of(text) is [var first, ..] ? first : string.Empty;

    /// <summary>With a capital first letter.</summary>
    public static string Capital(string words) => Phrases.Sentence(words);

    /// <summary>The first paragraph of a text as plain words.</summary>
    public static string FirstParagraphOf(string text) => string.Join(' ', FirstSentences.Of(text));

    /// <summary>The bands an indicator can be in, best first.</summary>
    public IReadOnlyList<Band> BandsOf(RatedIndicator rated)
    {
        ArgumentNullException.ThrowIfNull(rated);
        return _scope.Rater.SchemeOf(rated.Indicator).Bands;
    }

    /// <summary>What a figure must be for each rating, best first; none where that is not so simply said.</summary>
    public IReadOnlyList<BandBounds> BoundsOf(RatedIndicator rated)
    {
        ArgumentNullException.ThrowIfNull(rated);
        return BandBounds.Of(rated, _scope.Rater.SchemeOf(rated.Indicator));
    }

    /// <summary>What a chart of these periods shows, as its title.</summary>
    public string ChartTitleOf(IReadOnlyList<RatedPeriod> periods) => ChartTitle.Of(periods, AsAt);

    /// <summary>The indicators to read with one: the activity that gives it context, or the one it gives context to.</summary>
    public IReadOnlyList<RatedIndicator> ReadWith(RatedIndicator rated)
    {
        ArgumentNullException.ThrowIfNull(rated);
        return [.. Rated.Where(one => one != rated && (one.Indicator.Parent == rated.Indicator.Ref || rated.Indicator.Parent == one.Indicator.Ref
            || (one.Indicator.Parent is { } parent && parent == rated.Indicator.Parent)))];
    }

    /// <summary>The portfolios an indicator is in: the cabinet members of it, else of its area.</summary>
    private IReadOnlyList<string> PortfoliosOf(RatedIndicator rated)
    {
        var posts = _scope.Pack.Posts.Where(post => Same(post.Role, Portfolio) && post.HeldOn(_scope.ReportDate)).ToList();
        var own = posts.Where(post => post.Ref == rated.Indicator.Ref).ToList();
        var held = own.Count > 0 ? own
            : Upwards(rated.Indicator.Area).Select(area => posts.Where(post => Same(post.Area, area.Code)).ToList())
                .FirstOrDefault(found => found.Count > 0) ?? [];
        return [.. held.Select(post => post.Title ?? post.Holder).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private IEnumerable<Area> Upwards(string? code)
    {
        var seen = 0;
        for (var area = _scope.Areas.Find(code); area is not null && seen++ < _scope.Pack.Areas.Count; area = _scope.Areas.Find(area.Parent))
        {
            yield return area;
        }
    }

    private AreaStanding Standing(Area? area, Func<RatedIndicator, bool> isOf)
    {
        var rated = Rated.Where(isOf).ToList();
        return new AreaStanding(area, rated, TallyOf(rated));
    }

    private static bool Serves(RatedIndicator rated, string objective) => rated.Indicator.Objectives.Contains(objective, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")]
    private static partial Regex Email();

    private static bool Same(string? left, string? right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
