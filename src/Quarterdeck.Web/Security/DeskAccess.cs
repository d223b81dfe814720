using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Domain.Access;

namespace Quarterdeck.Web.Security;

/// <summary>
/// Lets nobody to the pages under /desk but who is signed in. Where nobody may sign in, those pages are not there. Each request looks its session and
/// its person up again, so that whoever was removed is out at once.
/// </summary>
internal sealed class DeskAccess(RequestDelegate next)
{
    public const string Root = "/desk";
    public const string Scheme = "desk";

    /// <summary>Names the claim with the session's token.</summary>
    public const string SessionClaim = "session";

    private const int SecondsBetweenTouches = 60;

    private static readonly string[] Open = ["/desk/sign-in", "/desk/set-up"];

    public async Task InvokeAsync(HttpContext context, DeskUser user, Desk? desk = null)
    {
        context.Response.Headers.CacheControl = "no-cache, no-store";
        if (desk is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var stop = context.RequestAborted;
        var people = await desk.PeopleAsync(stop).ConfigureAwait(false);
        var path = context.Request.Path.Value!.TrimEnd('/');
        if (people.People.Count == 0 && path != Open[1])
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (await TokenAsync(context).ConfigureAwait(false) is { } token)
        {
            await EnterAsync(desk, people, user, Tokens.Digest(token), stop).ConfigureAwait(false);
        }

        if (user.IsSignedIn || Open.Contains(path))
        {
            await next(context).ConfigureAwait(false);
        }
        else
        {
            // Whether the page is there is not told to whoever is not signed in.
            await context.ChallengeAsync(Scheme).ConfigureAwait(false);
        }
    }

    /// <summary>Gives the browser its cookie.</summary>
    public static Task SignInAsync(HttpContext context, string token) => context.SignInAsync(
        Scheme,
        new ClaimsPrincipal(new ClaimsIdentity([new Claim(SessionClaim, token)], Scheme)));

    private static async Task<string?> TokenAsync(HttpContext context) =>
        (await context.AuthenticateAsync(Scheme).ConfigureAwait(false)).Principal?.FindFirst(SessionClaim)?.Value;

    private static async Task EnterAsync(Desk desk, PeopleRegister people, DeskUser user, string digest, CancellationToken stop)
    {
        var now = desk.Clock.GetUtcNow();
        if (await desk.Secrets.FindSessionAsync(digest, now.ToUnixTimeSeconds(), stop).ConfigureAwait(false) is not { } session
            || people.Find(new PersonId(session.Person)) is not { LeftOn: null } person)
        {
            return;
        }

        if (now.ToUnixTimeSeconds() - session.SeenAt >= SecondsBetweenTouches)
        {
            await desk.Secrets.TouchSessionAsync(digest, now.ToUnixTimeSeconds(), (now + SignInHandler.Idle).ToUnixTimeSeconds(), stop).ConfigureAwait(false);
        }

        user.Enter(person, people, people.ActorOf(person.Id, desk.Today), digest);
    }
}
