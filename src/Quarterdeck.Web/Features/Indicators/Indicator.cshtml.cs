using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Reports;
using Quarterdeck.Domain.Results;
using Quarterdeck.Web.Caching;
using Quarterdeck.Web.Charts;
using Quarterdeck.Web.Components;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Web.Features.Indicators;

/// <summary>The page of one indicator.</summary>
[PublicPage]
public sealed class IndicatorModel(PublicDashboard site, DashboardSnapshot shown, SiteDay day) : PageModel
{
    /// <summary>Set before the page is shown.</summary>
    public Report Shown { get; private set; } = null!;

    public RatedIndicator Rated => Shown.Rated[0];

    public IndicatorDetail Detail => Shown.Part<SheetsPart>()!.Sheets[0].Detail;

    /// <summary>Its versions, as given.</summary>
    public IReadOnlyList<Indicator> Versions => site.VersionsOf(Rated);

    /// <summary>The area's page, under that of all indicators.</summary>
    public IReadOnlyList<NavigationLink> Trail =>
    [
        new("Indicators", "/indicators"),
        .. Rated.Indicator.Area is { } area && site.FindArea(area) is { } standing
            ? [new NavigationLink(standing.Name, "/areas/" + Uri.EscapeDataString(standing.Area!.Code))]
            : Array.Empty<NavigationLink>(),
    ];

    /// <summary>Reference, frequency, good direction, publication and next result, for the line over the title.</summary>
    public IEnumerable<string> Facts =>
    [
        Rated.Indicator.Ref.Value,
        Rated.Indicator.Calendar.Frequency.Adjective(),
        .. Rated.Indicator.IsRated && Rated.Indicator.Kind != IndicatorKind.Milestone && !Rated.Indicator.Unit.IsGraded ? Good(Rated.Indicator.Polarity) : [],
        .. Published is [var (version, _), ..] ? [$"published {MonthNames.Long(version.PublishedOn)}"] : Array.Empty<string>(),
        .. NextDue is { } due ? [$"next result due {MonthNames.Long(due)}"] : Array.Empty<string>(),
    ];

    /// <summary>The day the next result is due; null where none is to come.</summary>
    public DateOnly? NextDue => DueRule.NextDue(Rated, Versions, day.Of(shown));

    /// <summary>The months its year to date counts: <c>April to October</c>; null where it has none.</summary>
    public string? YearToDateMonths => Rated.Ytd is YearToDate.Known known
        ? known.From == known.To ? MonthNames.Full(known.To.Number) : $"{MonthNames.Full(known.From.Number)} to {MonthNames.Full(known.To.Number)}"
        : null;

    /// <summary>The periods its chart shows.</summary>
    public IReadOnlyList<RatedPeriod> Periods => IndicatorCharts.Periods(Rated, IndicatorCharts.ChartLength);

    /// <summary>Each publication it stands in, the latest first, with what was printed of it.</summary>
    public IReadOnlyList<(PublishedVersion Version, IReadOnlyDictionary<string, string> Record)> Published => shown.Archive is not { } archive ? []
        : [.. archive.With(Rated.Indicator.Ref).Select(version => (version, archive.RecordOf(version, Rated.Indicator.Ref)!))];

    public IActionResult OnGet(string reference)
    {
        if (site.Find(reference) is not { } rated)
        {
            return NotFound();
        }

        Shown = site.Page(rated);
        return Page();
    }

    private static string[] Good(Polarity polarity) => polarity switch
    {
        Polarity.Higher => ["higher is better"],
        Polarity.Lower => ["lower is better"],
        Polarity.OnTarget => ["closest to the target is best"],
        _ => [],
    };
}
