namespace Quarterdeck.Application.Abstractions;

/// <summary>
/// What people are to be told, and the mails it is told in: in no ledger, copy, backup or fingerprint. A mail's words are made when it is sent, of how
/// things stand then. Moments are whole seconds since 1970.
/// </summary>
public interface IMailOutbox
{
    /// <summary>Notes what people are to be told; what was noted before is left as it is.</summary>
    Task AddAsync(IReadOnlyList<MailNotice> notices, long now, CancellationToken cancellationToken);

    /// <summary>
    /// Puts what is noted for each person into one mail, whose id is made of the person and the day: where the day's mail is there already, it waits for
    /// the next day's.
    /// </summary>
    /// <param name="day">The day, as the ids have it.</param>
    /// <param name="now">When.</param>
    /// <param name="notedBy">Only for whom something was noted by then.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task GatherAsync(string day, long now, long notedBy, CancellationToken cancellationToken);

    /// <summary>Takes the mails whose time to be tried has come, so that nobody else tries them until a while later.</summary>
    Task<IReadOnlyList<OutgoingMail>> ClaimAsync(long now, long until, CancellationToken cancellationToken);

    Task<IReadOnlyList<MailNotice>> NoticesOfAsync(string mail, CancellationToken cancellationToken);

    Task SentAsync(string mail, long now, CancellationToken cancellationToken);

    /// <summary>Keeps why it was not sent.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="problem">Why, in a sentence.</param>
    /// <param name="nextTryAt">When it is tried again; null for never.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task FailedAsync(string mail, string problem, long? nextTryAt, CancellationToken cancellationToken);

    /// <summary>Has a mail that failed tried again.</summary>
    Task RetryAsync(string mail, long now, CancellationToken cancellationToken);

    /// <summary>Drops a mail that nobody needs any more, as if it had not been made. What was approved is told in the next.</summary>
    Task DropAsync(string mail, CancellationToken cancellationToken);

    /// <summary>The latest mails, the latest first.</summary>
    Task<IReadOnlyList<OutgoingMail>> LatestAsync(int most, CancellationToken cancellationToken);

    /// <summary>Forgets what was noted and sent before a moment.</summary>
    Task ForgetAsync(long before, CancellationToken cancellationToken);
}

/// <summary>Why somebody gets mail.</summary>
public enum MailStep
{
    /// <summary>They may set up how they sign in. It is a mail of its own.</summary>
    Invited,

    /// <summary>Something is theirs to do that was not before.</summary>
    Yours,

    /// <summary>The day it is due comes near.</summary>
    Soon,

    /// <summary>The day is past.</summary>
    Late,

    /// <summary>It is late with others, and this person is next.</summary>
    Stuck,

    /// <summary>A release was not published at its hour.</summary>
    ReleaseStopped,

    /// <summary>What they sent was approved: told in the next mail they get, and no reason for one.</summary>
    Approved,
}

/// <summary>Something a person is to be told.</summary>
/// <param name="Person">The person's id.</param>
/// <param name="Item">What it is about: the key of a return, or of an invitation.</param>
/// <param name="Step">Why.</param>
/// <param name="Version">Tells one time from the next: the item's version, or the day.</param>
public sealed record MailNotice(string Person, string Item, MailStep Step, long Version);

/// <summary>A mail to one person.</summary>
/// <param name="Id">Names it for good: its Message-ID is made of this.</param>
/// <param name="Person">The person's id. The address is looked up when it is sent.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Tries">How often it was tried.</param>
/// <param name="NextTryAt">When it is tried next; 0 for never.</param>
/// <param name="SentAt">When the mail server took it; null where it did not.</param>
/// <param name="Problem">Why it was not sent when it was last tried; empty for no reason.</param>
public sealed record OutgoingMail(string Id, string Person, long MadeAt, long Tries, long NextTryAt, long? SentAt, string Problem)
{
    /// <summary>Whether it is given up.</summary>
    public bool HasFailed => SentAt is null && NextTryAt == 0;
}

/// <summary>Hands finished mails to a mail server.</summary>
public interface IMailTransport
{
    Task<MailDelivery> SendAsync(MailText mail, CancellationToken cancellationToken);
}

/// <param name="Id">What its Message-ID is made of.</param>
/// <param name="To">The address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Body">Plain text.</param>
public sealed record MailText(string Id, string To, string Subject, string Body);

/// <summary>What the mail server said.</summary>
/// <param name="Problem">Why it was not taken, in a sentence; null where it was.</param>
/// <param name="IsFinal">Whether trying again would change nothing.</param>
public sealed record MailDelivery(string? Problem, bool IsFinal)
{
    public static MailDelivery Taken { get; } = new(null, false);
}
