using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Domain.Access;
using Quarterdeck.Web.Options;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Web.Security;

/// <summary>
/// Turns the word of the council's own sign-in into a session of ours. People are known by issuer and subject and never by an address, which can
/// change hands: an account is tied to a person by a link that works once, or by somebody who is signed in.
/// </summary>
internal sealed partial class CouncilSignInEvents(
    SignInHandler signIn, ConnectAccountHandler accounts, DeskSetup setup, PublicAddress address, ILogger<CouncilSignInEvents> log) : OpenIdConnectEvents
{
    public override Task RedirectToIdentityProvider(RedirectContext context)
    {
        // The name the visitor asked for never makes an address.
        context.ProtocolMessage.RedirectUri = address.Of(CouncilSignIn.ReturnPath);
        return Task.CompletedTask;
    }

    public override async Task TokenValidated(TokenValidatedContext context)
    {
        var (token, items) = (context.SecurityToken, context.Properties!.Items);
        if (setup.SignIn!.Requires is { } required && token.Payload.Acr != required && !token.Payload.Amr.Contains(required, StringComparer.Ordinal))
        {
            Refuse(context.HttpContext, SignInProblem.TooWeak);
            context.HandleResponse();
            return;
        }

        var (account, browser, stop) = (
            new CouncilAccount(token.Issuer, token.Subject), context.Request.Headers.UserAgent.ToString(), context.HttpContext.RequestAborted);
        var link = items.TryGetValue(CouncilChallenge.LinkItem, out var typed) ? typed : null;
        var person = items.TryGetValue(CouncilChallenge.PersonItem, out var id) ? id : null;
        if (link is not null || person is not null)
        {
            var by = person is null ? (PersonId?)null : new PersonId(person);
            if (await accounts.HandleAsync(new ConnectAccount(account, link, by), stop).ConfigureAwait(false) is not DeskOutcome.Done)
            {
                Refuse(context.HttpContext, SignInProblem.NotConnected);
                context.HandleResponse();
                return;
            }
        }

        var outcome = await signIn.HandleAsync(account, browser, stop).ConfigureAwait(false);
        if (outcome.Person is not { } known)
        {
            Refuse(context.HttpContext, SignInProblem.Unknown);
            context.HandleResponse();
            return;
        }

        // What goes into the cookie is our session, and nothing of what the council's sign-in said.
        SignedIn(log, known.Value);
        context.Principal = new ClaimsPrincipal(new ClaimsIdentity([new Claim(DeskAccess.SessionClaim, outcome.SessionToken)], DeskAccess.Scheme));
    }

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        Failed(log, context.Failure?.Message ?? "no reason was given");
        Refuse(context.HttpContext, SignInProblem.Failed);
        context.HandleResponse();
        return Task.CompletedTask;
    }

    private void Refuse(HttpContext context, SignInProblem problem)
    {
        Refused(log, problem);
        context.Response.Headers.CacheControl = "no-cache, no-store";
        context.Response.Redirect(CouncilChallenge.Told(problem));
    }

    [LoggerMessage(EventId = 12, Level = LogLevel.Warning, Message = "{Person} signed in by the council's own sign-in")]
    private static partial void SignedIn(ILogger log, string person);

    [LoggerMessage(EventId = 13, Level = LogLevel.Warning, Message = "A sign-in by the council's own sign-in was refused: {Problem}")]
    private static partial void Refused(ILogger log, SignInProblem problem);

    [LoggerMessage(EventId = 14, Level = LogLevel.Warning, Message = "The council's own sign-in gave no answer that holds: {Why}")]
    private static partial void Failed(ILogger log, string why);
}
