using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Reports;
using Quarterdeck.Web.Components;

using Quarterdeck.Web.Caching;

namespace Quarterdeck.Web.Features.Compare;

/// <summary>Counts of ratings by area or by priority, in two rounds. What is asked for stands in the address.</summary>
[PublicPage]
public sealed class CompareAreasModel(PublicDashboard site) : PageModel
{
    private const string Area = "area";
    private const string Priority = "priority";

    [BindProperty(SupportsGet = true)]
    public string? By { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Round { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Against { get; set; }

    public static IReadOnlyList<Choice> Ways { get; } = [new(Area, "Area"), new(Priority, "Priority")];

    public string Way => ByPriority ? Priority : Area;

    public IReadOnlyList<Choice> Rounds => [.. site.Rounds.Select(round => new Choice(round.ToString(), MonthNames.Long(round)))];

    public bool ByPriority => site.HasPriorities && By == Priority;

    /// <summary>The later of the two.</summary>
    public Month Later { get; private set; }

    /// <summary>Null where there is only one round.</summary>
    public Month? Earlier { get; private set; }

    /// <summary>What was asked for and cannot be, in words; null where all can.</summary>
    public string? Problem { get; private set; }

    /// <summary>Null where there is nothing to compare.</summary>
    public Report? Shown { get; private set; }

    public void OnGet()
    {
        var rounds = site.Rounds;
        var (later, earlier) = (Asked(Round), Asked(Against));
        Later = later is { } asked && rounds.Contains(asked) ? asked : rounds[0];
        Earlier = earlier is { } before && rounds.Contains(before) && before != Later
            ? before
            : rounds.FirstOrDefault(round => round < Later) is var next && rounds.Contains(next) ? next : null;
        Problem = IsWrong(Round, later) || IsWrong(Against, earlier)
            ? $"There are no results of one of the months you asked for. Choose from the last {rounds.Count} months with results."
            : By is { Length: > 0 } and not (Area or Priority) ? "Ratings are counted by area or by priority. Choose one of the two."
            : null;
        Response.StatusCode = Problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        if (Earlier < Later is false && Earlier is { } swapped)
        {
            (Earlier, Later) = (Later, swapped);
        }

        Shown = Earlier is { } known ? site.Groups(ByPriority, Later, known) : null;
    }

    private bool IsWrong(string? typed, Month? month) => !string.IsNullOrWhiteSpace(typed) && (month is not { } known || !site.Rounds.Contains(known));

    private static Month? Asked(string? typed) => Month.TryParse(typed, out var month) ? month : null;
}
