using Quarterdeck.Application.Abstractions;
using Quarterdeck.Domain.Access;

namespace Quarterdeck.Application.Accounts;

/// <summary>Somebody says who they are.</summary>
/// <param name="Email">The address.</param>
/// <param name="Password">The password.</param>
/// <param name="Code">A code of the authenticator app, or a recovery code.</param>
/// <param name="Browser">As it names itself.</param>
public sealed record SignIn(string Email, string Password, string Code, string Browser);

/// <summary>What came of it. Why it failed is not told: one answer for every failure.</summary>
/// <param name="Person">Null where it failed.</param>
/// <param name="SessionToken">For the browser's cookie.</param>
public sealed record SignInOutcome(PersonId? Person, string SessionToken)
{
    public const string Sentence = "That did not work. Check your details or use another way to sign in.";

    public static SignInOutcome Failed { get; } = new(null, string.Empty);
}

public sealed class SignInHandler(Desk desk)
{
    private const int LongestBrowser = 200;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>A session nobody uses is over after this.</summary>
    public static TimeSpan Idle { get; } = TimeSpan.FromHours(1);

    public async Task<SignInOutcome> HandleAsync(SignIn request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var people = await desk.PeopleAsync(cancellationToken).ConfigureAwait(false);
        var person = people.FindByEmail(request.Email.Trim());

        // Whether the name is known or not, the same is asked of the store and the same is computed.
        var credential = await desk.Secrets.FindCredentialAsync(person?.Id.Value ?? "nobody", cancellationToken).ConfigureAwait(false);
        var isRight = request.Password.Length <= Passwords.Most && Passwords.Is(request.Password, credential?.PasswordHash ?? Passwords.Dummy);
        if (!isRight || credential is null || person is null || !await IsCodeAsync(credential, request.Code, cancellationToken).ConfigureAwait(false))
        {
            return SignInOutcome.Failed;
        }

        return await BeginAsync(person.Id, request.Browser, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Signs in whoever the council's own sign-in vouches for.</summary>
    public async Task<SignInOutcome> HandleAsync(CouncilAccount account, string browser, CancellationToken cancellationToken)
    {
        var people = await desk.PeopleAsync(cancellationToken).ConfigureAwait(false);
        return people.FindByAccount(account) is { } person ? await BeginAsync(person.Id, browser, cancellationToken).ConfigureAwait(false)
            : SignInOutcome.Failed;
    }

    /// <summary>Begins a session of a person who proved who they are.</summary>
    public async Task<SignInOutcome> BeginAsync(PersonId person, string browser, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(browser);
        var (token, now) = (Tokens.New(), desk.Clock.GetUtcNow());
        await desk.Secrets.AddSessionAsync(
            new Session(
                Tokens.Digest(token),
                person.Value,
                browser.Length > LongestBrowser ? browser[..LongestBrowser] : browser,
                now.ToUnixTimeSeconds(),
                now.ToUnixTimeSeconds(),
                (now + Idle).ToUnixTimeSeconds(),
                (now + Longest).ToUnixTimeSeconds()),
            cancellationToken).ConfigureAwait(false);
        return new SignInOutcome(person, token);
    }

    private async Task<bool> IsCodeAsync(Credential credential, string code, CancellationToken cancellationToken) =>
        OneTimeCodes.StepOf(credential.CodeSecret, code, desk.Clock.GetUtcNow()) is { } step
            ? await desk.Secrets.UseStepAsync(credential.Person, step, cancellationToken).ConfigureAwait(false)
            : await desk.Secrets.UseRecoveryCodeAsync(credential.Person, Tokens.Digest(code.Trim().ToLowerInvariant()), cancellationToken)
                .ConfigureAwait(false);
}
