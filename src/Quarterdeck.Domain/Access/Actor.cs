namespace Quarterdeck.Domain.Access;

/// <summary>Somebody who asks to do something, with all grants they can act by.</summary>
/// <param name="Id">Who it is.</param>
/// <param name="Own">Their own grants.</param>
/// <param name="Delegated">The grants of those they stand in for today.</param>
public sealed record Actor(PersonId Id, IReadOnlyList<Grant> Own, IReadOnlyList<(PersonId For, Grant Grant)> Delegated)
{
    /// <summary>Gathers what a person can act by on a day.</summary>
    /// <param name="id">Who it is.</param>
    /// <param name="today">The day.</param>
    /// <param name="grants">The grants of everybody.</param>
    /// <param name="delegations">All delegations.</param>
    public static Actor Of(PersonId id, DateOnly today, ILookup<PersonId, Grant> grants, IEnumerable<Delegation> delegations)
    {
        ArgumentNullException.ThrowIfNull(grants);
        return new Actor(
            id,
            [.. grants[id].Where(grant => grant.HoldsOn(today))],
            [
                .. from delegation in delegations
                   where delegation.Delegate == id && delegation.HoldsOn(today)
                   from grant in grants[delegation.Absent]
                   where grant.HoldsOn(today)
                   select (delegation.Absent, grant),
            ]);
    }

    /// <summary>What gives them the right to act on something, their own roles first.</summary>
    public IReadOnlyList<Authority> AuthoritiesOver(AccessSubject subject) =>
    [
        .. Own.Where(grant => grant.Covers(subject)).Select(grant => new Authority(grant.Role, grant.Level, null))
            .Concat(Delegated.Where(one => one.Grant.Covers(subject)).Select(one => new Authority(one.Grant.Role, one.Grant.Level, one.For)))
            .Distinct(),
    ];
}
