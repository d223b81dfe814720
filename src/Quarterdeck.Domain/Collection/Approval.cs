using Quarterdeck.Domain.Access;

namespace Quarterdeck.Domain.Collection;

/// <summary>Somebody signed exactly what they saw.</summary>
/// <param name="Level">As approver of this level.</param>
/// <param name="Person">Who.</param>
/// <param name="For">Whom they stood in for; null for nobody.</param>
/// <param name="At">When.</param>
/// <param name="Seen">What was on their page.</param>
/// <param name="LapsedBecause">What changed afterwards, in words; empty while it stands.</param>
public sealed record Approval(int Level, PersonId Person, PersonId? For, DateTimeOffset At, ReturnContent Seen, string LapsedBecause = "")
{
    public bool Stands => LapsedBecause.Length == 0;

    /// <summary>Ends those whose signer saw something else than there is now; the same content again keeps them.</summary>
    public static IReadOnlyList<Approval> After(IEnumerable<Approval> approvals, ReturnContent now) =>
    [
        .. approvals.Select(one => one.Stands && one.Seen.Digest() != now.Digest()
            ? one with { LapsedBecause = string.Join(", ", now.Differences(one.Seen)) }
            : one),
    ];

    /// <summary>Ends all that stand, for a reason that is not in the content.</summary>
    public static IReadOnlyList<Approval> Ended(IEnumerable<Approval> approvals, string why) =>
        [.. approvals.Select(one => one.Stands ? one with { LapsedBecause = why } : one)];
}
