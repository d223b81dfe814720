using System.Globalization;
using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Application.Accounts;

/// <summary>Somebody who may sign in. Pages show the title of the post, never the name.</summary>
/// <param name="Id">Who it is, for good.</param>
/// <param name="Title">The post: <c>Director of Finance</c>.</param>
/// <param name="Name">Empty once erased.</param>
/// <param name="Email">Empty once erased.</param>
/// <param name="LeftOn">The day they left; null while they are here.</param>
/// <param name="Version">How often the row was written.</param>
public sealed record Person(PersonId Id, string Title, string Name, string Email, DateOnly? LeftOn, long Version)
{
    /// <summary>How the council's own sign-in names them; null where they do not use it, and once erased.</summary>
    public CouncilAccount? Account { get; init; }

    internal static Person Of(StoredRow row)
    {
        var cells = new Cells(row);
        return new Person(new PersonId(row.Key), cells["title"], cells["name"], cells["email"], cells.Day("left_on"), row.Version)
        {
            Account = cells.Text("issuer") is { } issuer && cells.Text("subject") is { } subject ? new CouncilAccount(issuer, subject) : null,
        };
    }

    internal RowWrite Write() => Cells.Write(
        SystemTables.People,
        Id.Value,
        Version,
        ("title", Title),
        ("name", Name),
        ("email", Email),
        ("issuer", Account?.Issuer ?? string.Empty),
        ("subject", Account?.Subject ?? string.Empty),
        ("left_on", Cells.Of(LeftOn)));
}

/// <summary>An account of the council's own sign-in. An e-mail address is none: addresses change hands.</summary>
/// <param name="Issuer">Who vouches for it, as the sign-in names itself.</param>
/// <param name="Subject">Whom it names, the same for good.</param>
public sealed record CouncilAccount(string Issuer, string Subject);

/// <summary>A grant as it is kept.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Person">Who holds it.</param>
/// <param name="Grant">What it gives.</param>
/// <param name="GivenBy">Who gave it.</param>
/// <param name="Version">How often the row was written.</param>
public sealed record GivenGrant(string Id, PersonId Person, Grant Grant, string GivenBy, long Version)
{
    internal static GivenGrant Of(StoredRow row)
    {
        var cells = new Cells(row);
        return new GivenGrant(
            row.Key,
            new PersonId(cells["person"]),
            new Grant
            {
                Role = RoleWords.Parse(cells["role"]) ?? throw new StoreException($"The grant {row.Key} has the role '{cells["role"]}', which is unknown."),
                Level = cells.Number("level"),
                Area = cells.Text("area"),
                Indicators = [.. cells["indicators"].Split(';', StringSplitOptions.RemoveEmptyEntries).Select(reference => new IndicatorRef(reference))],
                From = cells.Day("from")!.Value,
                To = cells.Day("to"),
            },
            cells["given_by"],
            row.Version);
    }

    internal RowWrite Write() => Cells.Write(
        SystemTables.Grants,
        Id,
        Version,
        ("person", Person.Value),
        ("role", Grant.Role.Code()),
        ("level", Grant.Level == 0 ? string.Empty : Grant.Level.ToString(CultureInfo.InvariantCulture)),
        ("area", Grant.Area ?? string.Empty),
        ("indicators", string.Join(';', Grant.Indicators)),
        ("from", Cells.Of(Grant.From)),
        ("to", Cells.Of(Grant.To)),
        ("given_by", GivenBy));
}

/// <summary>A delegation as it is kept.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Delegation">Who stands in for whom, and when.</param>
/// <param name="SetBy">Who set it.</param>
/// <param name="Version">How often the row was written.</param>
public sealed record SetDelegation(string Id, Delegation Delegation, string SetBy, long Version)
{
    internal static SetDelegation Of(StoredRow row)
    {
        var cells = new Cells(row);
        return new SetDelegation(
            row.Key,
            new Delegation(new PersonId(cells["absent"]), new PersonId(cells["delegate"]), cells.Day("from")!.Value, cells.Day("to")!.Value),
            cells["set_by"],
            row.Version);
    }

    internal RowWrite Write() => Cells.Write(
        SystemTables.Delegations,
        Id,
        Version,
        ("absent", Delegation.Absent.Value),
        ("delegate", Delegation.Delegate.Value),
        ("from", Cells.Of(Delegation.From)),
        ("to", Cells.Of(Delegation.To)),
        ("set_by", SetBy));
}
