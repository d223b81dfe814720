using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quarterdeck.Domain.Access;

namespace Quarterdeck.Web.Security;

/// <summary>Why the council's own sign-in let nobody in.</summary>
public enum SignInProblem
{
    None,

    /// <summary>It did not answer, or what it answered does not hold.</summary>
    Failed,

    /// <summary>Nobody here has this account.</summary>
    Unknown,

    /// <summary>The link was used already, or the account belongs to another post.</summary>
    NotConnected,

    /// <summary>It did not say that a second factor was used.</summary>
    TooWeak,
}

/// <summary>Sends somebody to the council's own sign-in, with what is to come of it: only this server can read or change that on the way.</summary>
internal static partial class CouncilChallenge
{
    public const string Scheme = "council";

    public const string LinkItem = "link";
    public const string PersonItem = "person";

    /// <summary>To be signed in.</summary>
    /// <param name="context">The request.</param>
    /// <param name="next">Where to go on to.</param>
    public static Task<IActionResult> ToSignInAsync(HttpContext context, string next) => GoAsync(context, new() { RedirectUri = next });

    /// <summary>To have the account tied to whom a link is for.</summary>
    public static Task<IActionResult> ToConnectAsync(HttpContext context, string link) =>
        GoAsync(context, new() { RedirectUri = DeskAccess.Root, Items = { [LinkItem] = link } });

    /// <summary>To have the account tied to somebody who is signed in.</summary>
    public static Task<IActionResult> ToConnectAsync(HttpContext context, PersonId person) =>
        GoAsync(context, new() { RedirectUri = "/desk/account", Items = { [PersonItem] = person.Value } });

    /// <summary>The address that tells why nobody was let in.</summary>
    public static string Told(SignInProblem problem) => $"/desk/sign-in?problem={problem}";

    private static async Task<IActionResult> GoAsync(HttpContext context, AuthenticationProperties asked)
    {
        try
        {
            await context.ChallengeAsync(Scheme, asked).ConfigureAwait(false);
            return new EmptyResult();
        }
        catch (InvalidOperationException problem)
        {
            // What the provider can do is read from it the first time: it is down, or the setting names another address.
            Unreachable(context.RequestServices.GetRequiredService<ILogger<CouncilSignInEvents>>(), problem.Message);
            return new LocalRedirectResult(Told(SignInProblem.Failed));
        }
    }

    [LoggerMessage(EventId = 15, Level = LogLevel.Error, Message = "The council's own sign-in cannot be reached; see the setting sign-in-authority: {Why}")]
    private static partial void Unreachable(ILogger log, string why);
}
