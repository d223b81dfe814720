using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Reports;
using Quarterdeck.Web.Components;

using Quarterdeck.Web.Caching;

namespace Quarterdeck.Web.Features.Compare;

/// <summary>Some indicators side by side. Which ones stands in the address, so a comparison can be linked to.</summary>
[PublicPage]
public sealed class CompareModel(PublicDashboard site) : PageModel
{
    /// <summary>Longer lists are no lists to choose from: a reference is typed instead.</summary>
    private const int LongestList = 300;

    private const int MostEchoed = 40;

    [BindProperty(SupportsGet = true, Name = "ref")]
    public IReadOnlyList<string?> Asked { get; set; } = [];

    /// <summary>What is compared, each once, in the order asked for.</summary>
    public IReadOnlyList<RatedIndicator> Chosen { get; private set; } = [];

    /// <summary>What was asked for and cannot be, in words; null where all can.</summary>
    public string? Problem { get; private set; }

    /// <summary>Set before the page is shown.</summary>
    public Report Shown { get; private set; } = null!;

    /// <summary>Those that can be added, each under its department; none where there are too many for a list.</summary>
    public IReadOnlyList<Choice> Others => site.Rated.Count > LongestList ? [] :
    [
        new(string.Empty, "Choose one"),
        .. site.Rated.Where(one => !Chosen.Contains(one)).GroupBy(one => site.AreaOf(one) ?? "Other")
            .SelectMany(area => area.Select(one => new Choice(one.Indicator.Ref.Value, one.Indicator.SummaryTitle, area.Key))),
    ];

    public void OnGet()
    {
        var asked = Asked.OfType<string>()
            .Select(reference => reference.Trim())
            .Where(reference => reference.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        var found = asked.Take(PublicDashboard.MostCompared).Select(site.Find).OfType<RatedIndicator>().Distinct().ToList();
        (Problem, Response.StatusCode) = asked switch
        {
            _ when asked.Count > PublicDashboard.MostCompared =>
                (
                    $"You asked for {asked.Count} indicators. Up to {PublicDashboard.MostCompared} can be compared: more do not fit side by side on a "
                        + $"page.{(found.Count == 0 ? string.Empty : $" Here are the first {found.Count} of them.")}",
                    StatusCodes.Status400BadRequest),
            _ when asked.FirstOrDefault(reference => site.Find(reference) is null) is { } unknown =>
                ($"No indicator has the reference '{Short(unknown)}'. Check it, or choose from the list.", StatusCodes.Status404NotFound),
            _ => (null, StatusCodes.Status200OK),
        };
        Chosen = found;
        Shown = site.Compare(found);
    }

    /// <summary>The address of the comparison without one of them.</summary>
    public string Without(RatedIndicator one) => Address(Chosen.Where(other => other != one));

    /// <summary>The address of a comparison.</summary>
    public static string Address(IEnumerable<RatedIndicator> indicators) =>
        string.Join('&', indicators.Select(one => "ref=" + Uri.EscapeDataString(one.Indicator.Ref.Value))) is { Length: > 0 } query
            ? "/compare?" + query
            : "/compare";

    private static string Short(string text) => text.Length <= MostEchoed ? text : text[..MostEchoed] + "...";
}
