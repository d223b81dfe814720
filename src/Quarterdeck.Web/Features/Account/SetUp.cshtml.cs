using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Domain.Access;
using Quarterdeck.Web.Options;
using Quarterdeck.Web.Security;

namespace Quarterdeck.Web.Features.Account;

/// <summary>What the page of a link that works once sends.</summary>
public sealed class SetUpForm
{
    public string? Title { get; set; }

    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Password { get; set; }

    public string? Code { get; set; }

    /// <summary>What codes are made of, which only this server can read.</summary>
    public string? Secret { get; set; }
}

/// <summary>The first administrator, or somebody an administrator invited, chooses how they sign in.</summary>
public sealed class SetUpModel(
    Desk desk, DeskSetup setup, SetUpAccountHandler accounts, SignInHandler signIn, SignInThrottle throttle, IDataProtectionProvider protection) : PageModel
{
    private readonly IDataProtector _protector = protection.CreateProtector("account set-up");

    [BindProperty(SupportsGet = true)]
    public string? Link { get; set; }

    [BindProperty]
    public SetUpForm Form { get; set; } = new();

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public string? Refusal { get; private set; }

    /// <summary>Whom the link is for; null for the first administrator.</summary>
    public Person? Person { get; private set; }

    /// <summary>For the authenticator app.</summary>
    public string CodeSecret { get; private set; } = string.Empty;

    /// <summary>Shown once, when all is done.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    /// <summary>What people call the council's own sign-in; null where there is none.</summary>
    public string? Council => setup.SignIn?.Name;

    public string? ProblemOf(string field) => Problems.FirstOrDefault(problem => problem.Field == field)?.Sentence;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        CodeSecret = OneTimeCodes.NewSecret();
        Form.Secret = _protector.Protect(CodeSecret);
        return Page();
    }

    /// <summary>They sign in by the account the council gave them, and need no password here.</summary>
    public async Task<IActionResult> OnGetCouncilAsync(CancellationToken cancellationToken) =>
        setup.SignIn is null || !await FindAsync(cancellationToken) || Person is null ? NotFound()
            : await CouncilChallenge.ToConnectAsync(HttpContext, Link!);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!throttle.Allows("set-up " + Link, HttpContext.Connection.RemoteIpAddress) || !await FindAsync(cancellationToken) || Secret() is not { } secret)
        {
            return NotFound();
        }

        CodeSecret = secret;
        var request = new SetUpAccount(
            Link ?? string.Empty,
            Form.Title ?? string.Empty,
            Form.Name ?? string.Empty,
            Form.Email ?? string.Empty,
            Form.Password ?? string.Empty,
            secret,
            Form.Code ?? string.Empty);
        var (outcome, codes) = await accounts.HandleAsync(request, cancellationToken);
        if (outcome is not DeskOutcome.Done done)
        {
            Problems = outcome is DeskOutcome.Invalid invalid ? invalid.Problems : [];
            Refusal = outcome is DeskOutcome.Invalid ? null : outcome.Sentence;
            return Page();
        }

        RecoveryCodes = codes;
        var session = await signIn.BeginAsync(new PersonId(done.Id), Request.Headers.UserAgent.ToString(), cancellationToken);
        await DeskAccess.SignInAsync(HttpContext, session.SessionToken);
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (Link is null
            || await desk.Secrets.FindLinkAsync(Tokens.Digest(Link), desk.Clock.GetUtcNow().ToUnixTimeSeconds(), cancellationToken) is not { } found)
        {
            return false;
        }

        Person = found.Person.Length == 0 ? null : (await desk.PeopleAsync(cancellationToken)).Find(new PersonId(found.Person));
        return true;
    }

    private string? Secret()
    {
        try
        {
            return Form.Secret is { } kept ? _protector.Unprotect(kept) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
