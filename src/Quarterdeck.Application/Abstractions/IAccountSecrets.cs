namespace Quarterdeck.Application.Abstractions;

/// <summary>
/// What lets people sign in: it is in no ledger, export, copy, backup or fingerprint. After a restore the administrator gets a new link from the console.
/// Moments are whole seconds since 1970.
/// </summary>
public interface IAccountSecrets
{
    Task<Credential?> FindCredentialAsync(string person, CancellationToken cancellationToken);

    /// <summary>Notes that a one-use code was used. False where it, or a later one, was used before.</summary>
    /// <param name="person">Whose it is.</param>
    /// <param name="step">Its place in time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<bool> UseStepAsync(string person, long step, CancellationToken cancellationToken);

    /// <summary>Notes that a recovery code was used. False where it is none of this person's, or was used before.</summary>
    Task<bool> UseRecoveryCodeAsync(string person, string digest, CancellationToken cancellationToken);

    Task AddSessionAsync(Session session, CancellationToken cancellationToken);

    /// <summary>Null where there is none, or it is over by now.</summary>
    Task<Session?> FindSessionAsync(string digest, long now, CancellationToken cancellationToken);

    Task<IReadOnlyList<Session>> SessionsOfAsync(string person, long now, CancellationToken cancellationToken);

    /// <summary>Notes that a session was used, and when it ends if it is not used again.</summary>
    Task TouchSessionAsync(string digest, long seenAt, long idleUntil, CancellationToken cancellationToken);

    /// <summary>Ends one session of a person, or all where none is named.</summary>
    Task EndSessionsAsync(string person, string? digest, CancellationToken cancellationToken);

    Task AddLinkAsync(AccountLink link, CancellationToken cancellationToken);

    /// <summary>Null where there is none, or it has run out.</summary>
    Task<AccountLink?> FindLinkAsync(string digest, long now, CancellationToken cancellationToken);

    /// <summary>Whether any link is open.</summary>
    Task<bool> HasLinkAsync(long now, CancellationToken cancellationToken);

    /// <summary>Takes away everything a person could sign in with, and the mail that waits for them.</summary>
    Task RemoveAsync(string person, CancellationToken cancellationToken);
}

/// <summary>How a person proves who they are.</summary>
/// <param name="Person">The person's id.</param>
/// <param name="PasswordHash">Salted and stretched.</param>
/// <param name="CodeSecret">What the codes are made of, in Base32.</param>
/// <param name="LastStep">Place in time of the last code that was used.</param>
/// <param name="RecoveryCodes">Digests of those not used yet, with a space between.</param>
public sealed record Credential(string Person, string PasswordHash, string CodeSecret, long LastStep, string RecoveryCodes);

/// <summary>A browser somebody is signed in with.</summary>
/// <param name="Digest">SHA-256 of what the browser holds.</param>
/// <param name="Person">The person's id.</param>
/// <param name="Browser">As the browser names itself.</param>
/// <param name="StartedAt">When they signed in.</param>
/// <param name="SeenAt">When it was last used.</param>
/// <param name="IdleUntil">It is over then if it is not used again.</param>
/// <param name="EndsAt">It is over then in any case.</param>
public sealed record Session(string Digest, string Person, string Browser, long StartedAt, long SeenAt, long IdleUntil, long EndsAt);

/// <summary>A link that works once.</summary>
/// <param name="Digest">SHA-256 of what stands in the address.</param>
/// <param name="Person">Whose account it sets up; empty for the first administrator's.</param>
/// <param name="ExpiresAt">When it runs out.</param>
public sealed record AccountLink(string Digest, string Person, long ExpiresAt);

/// <summary>A link that is used up by a change, in its transaction, and the credential that is kept by it.</summary>
/// <param name="Person">The person's id.</param>
/// <param name="LinkDigest">The link; where it is used already, nothing is written.</param>
/// <param name="Credential">Null where the person signs in at the council's own sign-in: what they had stays.</param>
public sealed record CredentialChange(string Person, string LinkDigest, Credential? Credential);
