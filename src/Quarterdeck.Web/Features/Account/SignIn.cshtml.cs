using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Logging;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Domain.Access;
using Quarterdeck.Web.Options;
using Quarterdeck.Web.Security;

namespace Quarterdeck.Web.Features.Account;

/// <summary>Signing in. It names neither the page that was asked for nor why it failed.</summary>
public sealed partial class SignInModel(
    Desk desk, DeskSetup setup, WebsiteOptions options, SignInHandler signIn, SignInThrottle throttle, ILogger<SignInModel> log) : PageModel
{
    /// <summary>Where to go on to.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Return { get; set; }

    /// <summary>Why the council's own sign-in let nobody in.</summary>
    [BindProperty(SupportsGet = true)]
    public SignInProblem Problem { get; set; }

    public bool HasFailed { get; private set; }

    /// <summary>What people call the council's own sign-in; null where there is none.</summary>
    public string? Council => setup.SignIn?.Name;

    /// <summary>The people of the demo, whom anybody at this computer may be; empty everywhere else.</summary>
    public IReadOnlyList<(Person Person, string Grants)> Demo { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await ReadDemoAsync(cancellationToken);
        return Page();
    }

    /// <summary>Goes to the council's own sign-in.</summary>
    public async Task<IActionResult> OnGetCouncilAsync() => setup.SignIn is null ? NotFound() : await CouncilChallenge.ToSignInAsync(HttpContext, Next);

    public async Task<IActionResult> OnPostAsync(string? email, string? password, string? code, CancellationToken cancellationToken)
    {
        var asked = new SignIn(email ?? string.Empty, password ?? string.Empty, code ?? string.Empty, Request.Headers.UserAgent.ToString());
        var outcome = throttle.Allows(asked.Email, HttpContext.Connection.RemoteIpAddress)
            ? await signIn.HandleAsync(asked, cancellationToken) : SignInOutcome.Failed;
        if (outcome.Person is { } person)
        {
            SignedIn(log, person.Value);
            return await EnterAsync(outcome.SessionToken);
        }

        // What was tried is not written down: people type passwords where names go.
        Refused(log);
        await ReadDemoAsync(cancellationToken);
        HasFailed = true;
        return Page();
    }

    public async Task<IActionResult> OnPostAsAsync(string person, CancellationToken cancellationToken)
    {
        await ReadDemoAsync(cancellationToken);
        return Demo.Any(one => one.Person.Id.Value == person)
            ? await EnterAsync((await signIn.BeginAsync(new PersonId(person), Request.Headers.UserAgent.ToString(), cancellationToken)).SessionToken)
            : NotFound();
    }

    private async Task<IActionResult> EnterAsync(string token)
    {
        await DeskAccess.SignInAsync(HttpContext, token);
        return LocalRedirect(Next);
    }

    private string Next =>
        Return is { } next && Url.IsLocalUrl(next) && next.StartsWith(DeskAccess.Root, StringComparison.Ordinal) ? next : DeskAccess.Root;

    [LoggerMessage(EventId = 10, Level = LogLevel.Warning, Message = "{Person} signed in")]
    private static partial void SignedIn(ILogger log, string person);

    [LoggerMessage(EventId = 11, Level = LogLevel.Warning, Message = "A sign-in was refused")]
    private static partial void Refused(ILogger log);

    private async Task ReadDemoAsync(CancellationToken cancellationToken)
    {
        var isHere = options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries).All(WebsiteOptions.ListensOnThisComputer)
            && WebsiteOptions.IsThisComputer(Request.Host.Host);
        if (setup.IsDemo && isHere)
        {
            var people = await desk.PeopleAsync(cancellationToken);
            Demo = [
                .. people.People.Where(one => one.LeftOn is null).Select(one => (
                    one, string.Join("; ", people.Grants.Where(grant => grant.Person == one.Id).Select(grant => GrantWords.Of(grant.Grant)))))
            ];
        }
    }
}
