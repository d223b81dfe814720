using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Domain.Access;
using Quarterdeck.Web.Features.Work;
using Quarterdeck.Web.Options;
using Quarterdeck.Web.Security;

namespace Quarterdeck.Web.Features.Account;

/// <summary>Where somebody is signed in, what they are granted, and who stands in for them.</summary>
public sealed class AccountModel(
    Desk desk, DeskUser user, DeskSetup setup, DelegateWorkHandler delegation, IDataProtectionProvider protection) : DeskPage(desk, user)
{
    private readonly IDataProtector _protector = protection.CreateProtector("account connection");

    /// <summary>What people call the council's own sign-in; null where there is none.</summary>
    public string? Council => setup.SignIn?.Name;

    /// <summary>Proves that the link to connect an account came from this page, in this session.</summary>
    public string Key => _protector.Protect(Who.Session);

    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    /// <summary>Who may stand in.</summary>
    public IEnumerable<Person> Others => Who.People.People.Where(one => one.LeftOn is null && one.Id != Who.Person.Id);

    /// <summary>Who stands in for them, and for whom they stand in.</summary>
    public IEnumerable<SetDelegation> Delegations => Who.People.Delegations.Where(one =>
        one.Delegation.To >= Desk.Today && (one.Delegation.Absent == Who.Person.Id || one.Delegation.Delegate == Who.Person.Id));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        return Page();
    }

    /// <summary>Goes to the council's own sign-in, to be known by that account from then on.</summary>
    public async Task<IActionResult> OnGetCouncilAsync(string? key) =>
        setup.SignIn is null || !IsOwn(key) ? NotFound() : await CouncilChallenge.ToConnectAsync(HttpContext, Who.Person.Id);

    public async Task<IActionResult> OnPostAwayAsync(string? person, string? from, string? to, CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (!DateOnly.TryParseExact(from, "yyyy-MM-dd", out var first) || !DateOnly.TryParseExact(to, "yyyy-MM-dd", out var last))
        {
            Problems = [new FieldProblem("from", "Enter the first and the last day")];
            return Page();
        }

        var asked = new DelegateWork(new Delegation(Who.Person.Id, new PersonId(person ?? string.Empty), first, last), Who.Person.Id);
        return Answer(await delegation.HandleAsync(asked, cancellationToken), "/desk/account", "They stand in for you then.");
    }

    /// <summary>Ends another session; without one, this one.</summary>
    public async Task<IActionResult> OnPostEndAsync(string? session, CancellationToken cancellationToken)
    {
        await Desk.Secrets.EndSessionsAsync(Who.Person.Id.Value, session ?? Who.Session, cancellationToken);
        if (session is not null && session != Who.Session)
        {
            Done = "That session is ended.";
            return LocalRedirect("/desk/account");
        }

        await HttpContext.SignOutAsync(DeskAccess.Scheme);
        return LocalRedirect("/desk/sign-in");
    }

    private bool IsOwn(string? key)
    {
        try
        {
            return key is not null && _protector.Unprotect(key) == Who.Session;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken) =>
        Sessions = await Desk.Secrets.SessionsOfAsync(Who.Person.Id.Value, Desk.Clock.GetUtcNow().ToUnixTimeSeconds(), cancellationToken);
}
