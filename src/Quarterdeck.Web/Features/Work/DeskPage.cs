using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Domain.Access;
using Quarterdeck.Web.Security;

namespace Quarterdeck.Web.Features.Work;

/// <summary>A page of the desk: who is signed in, and what was wrong with what they sent.</summary>
public abstract class DeskPage(Desk desk, DeskUser user) : PageModel
{
    public Desk Desk { get; } = desk;

    public DeskUser Who { get; } = user;

    /// <summary>The fields with a problem, and its sentence.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; private protected set; } = [];

    /// <summary>Why nothing was done, where no field is to blame; null where that was not so.</summary>
    public string? Refusal { get; private protected set; }

    /// <summary>What was done on the page before. No address can say it, so nobody can put words into a page by a link.</summary>
    [TempData]
    public string? Done { get; set; }

    public string? ProblemOf(string field) => Problems.FirstOrDefault(problem => problem.Field == field)?.Sentence;

    /// <summary>Shows what was wrong on this page; goes on where nothing was.</summary>
    /// <param name="outcome">What came of it.</param>
    /// <param name="next">The page that follows.</param>
    /// <param name="done">What was done, in a sentence.</param>
    private protected IActionResult Answer(DeskOutcome outcome, string next, string? done = null)
    {
        switch (outcome)
        {
            case DeskOutcome.Done made:
                Done = $"{done} {made.Left}".Trim();
                return LocalRedirect(next);
            case DeskOutcome.Invalid invalid:
                Problems = invalid.Problems;
                break;
            default:
                Refusal = outcome.Sentence;
                break;
        }

        return Page();
    }

    /// <summary>A page that somebody may not see is not told from one that is not there.</summary>
    private protected bool MayNot(DeskAction action) => !Who.May(action);
}
