using Quarterdeck.Application.Accounts;
using Quarterdeck.Domain.Access;

namespace Quarterdeck.Web.Security;

/// <summary>Who is signed in, for one request.</summary>
public sealed class DeskUser
{
    private (Person Person, PeopleRegister People, Actor Actor, string Session)? _signedIn;

    public bool IsSignedIn => _signedIn is not null;

    public Person Person => Known.Person;

    public PeopleRegister People => Known.People;

    public Actor Actor => Known.Actor;

    /// <summary>Digest of the session's token.</summary>
    public string Session => Known.Session;

    /// <summary>Whether a page that does this is of any use to them.</summary>
    public bool May(DeskAction action) => AccessTable.MayAnywhere(Actor, action);

    internal void Enter(Person person, PeopleRegister people, Actor actor, string session) => _signedIn = (person, people, actor, session);

    private (Person Person, PeopleRegister People, Actor Actor, string Session) Known =>
        _signedIn ?? throw new InvalidOperationException("Nobody is signed in.");
}
