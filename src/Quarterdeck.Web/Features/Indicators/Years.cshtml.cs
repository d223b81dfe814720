using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Reports;
using Quarterdeck.Web.Components;

using Quarterdeck.Web.Caching;

namespace Quarterdeck.Web.Features.Indicators;

/// <summary>One indicator, this year against the years before. How many stands in the address.</summary>
[PublicPage]
public sealed class YearsModel(PublicDashboard site) : PageModel
{
    private const int Usual = 4;

    [BindProperty(SupportsGet = true, Name = "years")]
    public string? Asked { get; set; }

    /// <summary>How many years are shown at most, this one counted.</summary>
    public int Years { get; private set; } = Usual;

    public static IReadOnlyList<Choice> Choices { get; } = [.. Enumerable.Range(2, PublicDashboard.MostYears - 1)
        .Select(years => years.ToString(CultureInfo.InvariantCulture))
        .Select(years => new Choice(years, years))];

    /// <summary>What was asked for and cannot be, in words; null where it can.</summary>
    public string? Problem { get; private set; }

    /// <summary>Set before the page is shown.</summary>
    public Report Shown { get; private set; } = null!;

    /// <summary>Whether there are enough years for a choice.</summary>
    public bool MayChoose => Shown.Part<ComparedYearsPart>()!.Comparison.Years.Count > 2;

    /// <summary>Whether an indicator has figures that years could be compared by.</summary>
    public static bool HasYears(RatedIndicator rated) => rated.Latest is not null && rated.Indicator.Kind != IndicatorKind.Milestone;

    public IActionResult OnGet(string reference)
    {
        if (site.Find(reference) is not { } rated || !HasYears(rated))
        {
            return NotFound();
        }

        if (!string.IsNullOrWhiteSpace(Asked))
        {
            var isKnown = int.TryParse(Asked, NumberStyles.None, CultureInfo.InvariantCulture, out var years) && years is >= 2 and <= PublicDashboard.MostYears;
            (Years, Problem, Response.StatusCode) = isKnown ? (years, null, StatusCodes.Status200OK)
                : (Usual, $"From 2 to {PublicDashboard.MostYears} years can be compared. These are the last {Usual}.", StatusCodes.Status400BadRequest);
        }

        Shown = site.Years(rated, Years);
        return Page();
    }
}
