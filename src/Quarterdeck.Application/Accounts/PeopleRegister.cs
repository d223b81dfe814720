using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Access;

namespace Quarterdeck.Application.Accounts;

/// <summary>The people of an organisation, what they are granted, and who stands in for whom.</summary>
public sealed class PeopleRegister
{
    private readonly Dictionary<PersonId, Person> _people;
    private readonly ILookup<PersonId, Grant> _grants;

    private PeopleRegister(StoredState state)
    {
        People = [.. state.Of(SystemTables.People).Select(Person.Of).OrderBy(one => one.Title, StringComparer.Ordinal)];
        Grants = [.. state.Of(SystemTables.Grants).Select(GivenGrant.Of)];
        Delegations = [.. state.Of(SystemTables.Delegations).Select(SetDelegation.Of)];
        _people = People.ToDictionary(one => one.Id);
        _grants = Grants.Where(one => IsHere(one.Person)).ToLookup(one => one.Person, one => one.Grant);
    }

    /// <summary>Also those who left, by their posts.</summary>
    public IReadOnlyList<Person> People { get; }

    public IReadOnlyList<GivenGrant> Grants { get; }

    public IReadOnlyList<SetDelegation> Delegations { get; }

    public static async Task<PeopleRegister> ReadAsync(IStore store, string organisation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        return new PeopleRegister(await store.ReadTablesAsync(
            organisation,
            [SystemTables.People, SystemTables.Grants, SystemTables.Delegations],
            cancellationToken).ConfigureAwait(false));
    }

    public Person? Find(PersonId id) => _people.GetValueOrDefault(id);

    /// <summary>Who is here and has this address, in any case of its letters.</summary>
    public Person? FindByEmail(string email) =>
        email.Length == 0 ? null : People.FirstOrDefault(one => one.LeftOn is null && string.Equals(one.Email, email, StringComparison.OrdinalIgnoreCase));

    /// <summary>Who is here and signs in by this account; nobody where two do.</summary>
    public Person? FindByAccount(CouncilAccount account) =>
        People.Where(one => one.LeftOn is null && one.Account == account).ToList() is [var one] ? one : null;

    /// <summary>The title of the post, as pages show a person.</summary>
    public string TitleOf(PersonId id) => Find(id)?.Title ?? id.Value;

    public bool IsHere(PersonId id) => Find(id) is { LeftOn: null };

    /// <summary>What a person may act by on a day.</summary>
    public Actor ActorOf(PersonId id, DateOnly today) =>
        Actor.Of(id, today, _grants, Delegations.Select(one => one.Delegation).Where(one => IsHere(one.Delegate) && IsHere(one.Absent)));

    /// <summary>Who holds a role over something on a day; of approvers with their levels.</summary>
    public IEnumerable<(Person Person, int Level)> HoldersOf(Role role, AccessSubject subject, DateOnly today) =>
        from one in People
        where one.LeftOn is null
        from grant in _grants[one.Id]
        where grant.Role == role && grant.HoldsOn(today) && grant.Covers(subject)
        select (one, grant.Level);

    /// <summary>Who may do something to something on a day, also for somebody who is away.</summary>
    public IEnumerable<PersonId> ActorsFor(DeskAction action, AccessSubject subject, DateOnly today) =>
        from one in People
        where one.LeftOn is null && AccessTable.Refuse(ActorOf(one.Id, today), action, subject) is null
        select one.Id;

    /// <summary>The levels at which somebody may approve what these people entered, ascending.</summary>
    public IReadOnlyList<int> LevelsFor(AccessSubject subject, IReadOnlyCollection<PersonId> authors, DateOnly today) =>
        [.. HoldersOf(Role.Approver, subject, today).Where(one => !authors.Contains(one.Person.Id)).Select(one => one.Level).Distinct().Order()];
}
