using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Documents.Html;
using Quarterdeck.Documents.Reports;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Reports;
using Quarterdeck.Web.Components;

using Quarterdeck.Web.Caching;

namespace Quarterdeck.Web.Features.Indicators;

/// <summary>The list of indicators, narrowed by what stands in the address: a list can be linked to.</summary>
[PublicPage]
public sealed class IndicatorsModel(PublicDashboard site) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Area { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Rating { get; set; }

    /// <summary>The page of a long list; "page" itself names the Razor page among route values, so it is taken from the query alone.</summary>
    [FromQuery(Name = "page")]
    public string? Number { get; set; }

    public ListPages Pages { get; private set; } = new(0, 1);

    /// <summary>Those of this page.</summary>
    public IReadOnlyList<RatedIndicator> Rows { get; private set; } = [];

    public IReadOnlyList<Choice> Areas { get; } = [All, .. site.Departments.Select(area => new Choice(area.Code, area.Name))];

    public IReadOnlyList<Choice> Ratings { get; } = [All, .. site.Bands.Select(band => band.Label).Distinct().Select(label => new Choice(label, label))];

    private static Choice All { get; } = new(string.Empty, "All");

    /// <summary>How many were found, for eyes and ears.</summary>
    public string CountWords => Pages.Count switch
    {
        0 when site.Rated.Count == 0 => "There are no indicators yet.",
        0 => "No indicator matches. Use fewer words, or choose All.",
        1 => "1 indicator",
        var count when Pages.Last > 1 =>
            string.Create(CultureInfo.InvariantCulture, $"{count:N0} indicators, {Pages.FirstRow:N0} to {Pages.LastRow:N0} on this page"),
        var count => $"{count} indicators",
    };

    public IActionResult OnGet()
    {
        var found = site.Search(new IndicatorQuery(Q, Filled(Area), Filled(Rating)));
        Pages = new ListPages(
            found.Count,
            Filled(Number) is not { } typed ? 1 : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
        if (!Pages.IsThere)
        {
            return NotFound();
        }

        Rows = Pages.Of(found);
        return Page();
    }

    /// <summary>The address of another page of the same list.</summary>
    public string Address(int page)
    {
        var query = new[]
        {
            ("q", Filled(Q)),
            ("area", Filled(Area)),
            ("rating", Filled(Rating)),
            ("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture))
        }
            .Where(one => one.Item2 is not null).Select(one => $"{one.Item1}={Uri.EscapeDataString(one.Item2!)}").ToList();
        return query.Count == 0 ? "/indicators" : "/indicators?" + string.Join('&', query);
    }

    /// <summary>The cell of a row's rating, as documents show it.</summary>
    public IHtmlContent RatingCell(RatedIndicator row)
    {
        var shown = site.Shown(row, row.Indicator.Kind == IndicatorKind.Milestone ? WhichRating.YearToDate : WhichRating.Latest);
        return new HtmlString(HtmlFragment.RatingCell(shown.Band is { } band ? ReportComposer.MarkOf(band) : null, shown.Words, shown.Remark));
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
