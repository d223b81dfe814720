using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Documents.Html;
using Quarterdeck.Documents.Reports;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Reports;
using Quarterdeck.Web.Caching;
using Quarterdeck.Web.Security;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Web.Features.Embed;

/// <summary>One indicator on a card, for a frame on another site.</summary>
[PublicPage]
public sealed class CardModel(PublicDashboard site) : PageModel
{
    /// <summary>Set before the page is shown.</summary>
    public RatedIndicator Rated { get; private set; } = null!;

    /// <summary>The rating with its mark, or what stands in its place.</summary>
    public IHtmlContent Rating
    {
        get
        {
            var shown = site.Shown(Rated, Rated.Indicator.Kind == IndicatorKind.Milestone ? WhichRating.YearToDate : WhichRating.Latest);
            return new HtmlString(HtmlFragment.Rating(shown.Band is { } band ? ReportComposer.MarkOf(band) : null, shown.Words, shown.Remark));
        }
    }

    /// <summary>The lines to copy into a page of another site.</summary>
    /// <param name="rated">The indicator.</param>
    /// <param name="host">Where people reach this website: <c>https://performance.example.gov.uk</c>.</param>
    public static string Snippet(RatedIndicator rated, string host) =>
        $"<iframe src=\"{host}{Address(rated)}\" title=\"{System.Net.WebUtility.HtmlEncode(rated.Indicator.SummaryTitle)}\" width=\"340\" "
            + $"height=\"280\" loading=\"lazy\"></iframe>";

    /// <summary>Where an indicator's card is.</summary>
    public static string Address(RatedIndicator rated) => "/embed" + ReportMarkup.Address(rated.Indicator.Ref);

    public IActionResult OnGet(string reference)
    {
        if (site.Find(reference) is not { } rated)
        {
            return NotFound();
        }

        Rated = rated;
        Response.Headers.ContentSecurityPolicy = SecurityHeaders.Framed;
        return Page();
    }
}
