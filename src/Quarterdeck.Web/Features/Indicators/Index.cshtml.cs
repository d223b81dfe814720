using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Application.Website;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Web.Caching;
using Quarterdeck.Web.Components;

namespace Quarterdeck.Web.Features.Indicators;

/// <summary>The list of indicators, narrowed by what stands in the address: a list can be linked to.</summary>
[PublicPage]
public sealed class IndicatorsModel(PublicDashboard site) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>Code of an area; named apart from the route value "area" of the framework.</summary>
    [FromQuery(Name = "area")]
    public string? Area { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Rating { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Frequency { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Portfolio { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Priority { get; set; }

    /// <summary>The page of a long list; "page" itself names the Razor page among route values, so it is taken from the query alone.</summary>
    [FromQuery(Name = "page")]
    public string? Number { get; set; }

    public ListPages Pages { get; private set; } = new(0, 1);

    /// <summary>Those of this page.</summary>
    public IReadOnlyList<RatedIndicator> Rows { get; private set; } = [];

    /// <summary>Those of this page by area, each with the counts of what is shown.</summary>
    public IReadOnlyList<AreaStanding> Groups { get; private set; } = [];

    public IReadOnlyList<Choice> AreaChoices { get; } = [new(string.Empty, "All areas"), .. site.AreasWithin.Select(area => new Choice(area.Code, area.Name))];

    /// <summary>With how many there are of each.</summary>
    public IReadOnlyList<Choice> Ratings { get; } =
    [
        new(string.Empty, "Any rating"),
        .. site.Tally.Rows.Select(row => new Choice(row.Word, string.Create(CultureInfo.InvariantCulture, $"{row.Word} ({row.Count:N0})"))),
    ];

    public IReadOnlyList<Choice> Frequencies { get; } =
        [new(string.Empty, "Any"), .. site.Frequencies.Select(one => new Choice(one.ToString().ToLowerInvariant(), Capital(one.Adjective())))];

    public IReadOnlyList<Choice> Portfolios { get; } = [new(string.Empty, "All"), .. site.Portfolios.Select(one => new Choice(one, one))];

    public IReadOnlyList<Choice> Priorities { get; } = [new(string.Empty, "All"), .. site.Priorities.Select(one => new Choice(one.Code, one.Title))];

    /// <summary>How many were found, for eyes and ears.</summary>
    public string CountWords { get; private set; } = string.Empty;

    /// <summary>Whether no indicator has all the words, and those shown have some of them.</summary>
    public bool HasSomeWords { get; private set; }

    public IActionResult OnGet()
    {
        Frequency? frequency = Enum.TryParse<Frequency>(Filled(Frequency), ignoreCase: true, out var known) ? known : null;
        var query = new IndicatorQuery(Filled(Q), Filled(Area), Filled(Rating), null, frequency, Filled(Portfolio), Filled(Priority));
        var found = Filled(Frequency) is not null && frequency is null ? [] : site.Search(query);
        if (found.Count == 0 && Filled(Q) is not null)
        {
            found = site.Search(query with { IsAnyWordEnough = true });
            HasSomeWords = found.Count > 0;
        }

        Pages = new ListPages(
            found.Count,
            Filled(Number) is not { } typed ? 1 : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
        if (!Pages.IsThere)
        {
            return NotFound();
        }

        var ordered = site.Areas.SelectMany(area => area.Rated).Where(found.ToHashSet().Contains).ToList();
        Rows = Pages.Of(ordered);
        var shown = Rows.ToHashSet();
        Groups = [.. site.Areas.Select(area => (area, Rated: area.Rated.Where(shown.Contains).ToList())).Where(one => one.Rated.Count > 0)
            .Select(one => new AreaStanding(one.area.Area, one.Rated, site.TallyOf(one.Rated)))];
        CountWords = (HasSomeWords ? "No indicator has all of these words. Those with some of them: " : string.Empty) + Counted(found);
        return Page();
    }

    /// <summary>The address of another page of the same list.</summary>
    public string Address(int page)
    {
        var query = new[]
        {
            ("q", Filled(Q)),
            ("rating", Filled(Rating)),
            ("area", Filled(Area)),
            ("frequency", Filled(Frequency)),
            ("portfolio", Filled(Portfolio)),
            ("priority", Filled(Priority)),
            ("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture))
        }
            .Where(one => one.Item2 is not null).Select(one => $"{one.Item1}={Uri.EscapeDataString(one.Item2!)}").ToList();
        return query.Count == 0 ? "/indicators" : "/indicators?" + string.Join('&', query);
    }

    private string Counted(IReadOnlyList<RatedIndicator> found)
    {
        var rated = found.Count(one => one.Indicator.IsRated);
        return Pages.Count switch
        {
            0 when site.Rated.Count == 0 => "There are no indicators yet.",
            0 => "No indicator matches. Use fewer words, or choose All.",
            _ when Pages.Last > 1 => string.Create(
                CultureInfo.InvariantCulture, $"{Pages.Count:N0} indicators, {Pages.FirstRow:N0} to {Pages.LastRow:N0} on this page."),
            var count when rated == count => $"{Several(count, "indicator")}.",
            var count when rated == 0 => $"{Several(count, "measure")} of demand.",
            var count => $"{Several(rated, "indicator")} with a target and {Several(count - rated, "measure")} of demand.",
        };
    }

    private static string Several(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? string.Empty : "s")}");

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
