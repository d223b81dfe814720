using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Access;

namespace Quarterdeck.Storage.Tests.Collection;

/// <summary>People, their grants and how they sign in, on every engine.</summary>
public abstract class AccountContract : DeskContract
{
    [Fact]
    public async Task The_first_link_works_once_and_is_not_given_again()
    {
        var link = Assert.IsType<DeskOutcome.Done>(await new IssueLinkHandler(Desk).HandleAsync(new IssueLink(null, null), default)).Id;
        var other = Assert.IsType<DeskOutcome.Done>(await new IssueLinkHandler(Desk).HandleAsync(new IssueLink(null, null), default)).Id;
        var handler = new SetUpAccountHandler(Desk);

        var (wrong, _) = await handler.HandleAsync(SetUp(link, string.Empty, "nobody") with { Password = "short", Code = "12" }, default);
        Assert.Equal(["title", "email", "password", "code"], Assert.IsType<DeskOutcome.Invalid>(wrong).Problems.Select(problem => problem.Field));
        Assert.IsType<DeskOutcome.Done>((await handler.HandleAsync(SetUp(link, "Manager", "a@example.gov.uk"), default)).Outcome);

        Assert.Equal("not-yours", Code((await handler.HandleAsync(SetUp(link, "Manager", "b@example.gov.uk"), default)).Outcome));
        Assert.Equal("not-yours", Code((await handler.HandleAsync(SetUp(other, "Manager", "c@example.gov.uk"), default)).Outcome));
        Assert.IsType<DeskOutcome.Invalid>(await new IssueLinkHandler(Desk).HandleAsync(new IssueLink(null, null), default));
    }

    [Fact]
    public async Task A_code_signs_in_once_and_every_failure_has_one_answer()
    {
        await OpenAsync();
        Clock.Now += TimeSpan.FromMinutes(5);
        var right = new SignIn("ADMIN@example.gov.uk", Password, Code(), "Browser");
        var handler = new SignInHandler(Desk);

        Assert.Equal(Administrator, (await handler.HandleAsync(right, default)).Person);
        Assert.Same(SignInOutcome.Failed, await handler.HandleAsync(right, default));
        Clock.Now += TimeSpan.FromMinutes(5);
        Assert.Same(SignInOutcome.Failed, await handler.HandleAsync(right with { Code = Code(), Password = Password + "s" }, default));
        Assert.Same(SignInOutcome.Failed, await handler.HandleAsync(right with { Code = Code(), Email = "other@example.gov.uk" }, default));
        Assert.Same(SignInOutcome.Failed, await handler.HandleAsync(right with { Code = Code(), Email = "finance.analyst@example.gov.uk" }, default));
        Assert.Same(SignInOutcome.Failed, await handler.HandleAsync(right with { Code = string.Empty }, default));
        Assert.Equal(Administrator, (await handler.HandleAsync(right with { Code = Code() }, default)).Person);
        Assert.Equal(2, (await Desk.Secrets.SessionsOfAsync(Administrator.Value, Clock.Now.ToUnixTimeSeconds(), default)).Count);
    }

    [Fact]
    public async Task A_recovery_code_signs_in_once_where_the_phone_is_lost()
    {
        var link = Assert.IsType<DeskOutcome.Done>(await new IssueLinkHandler(Desk).HandleAsync(new IssueLink(null, null), default)).Id;
        var (_, codes) = await new SetUpAccountHandler(Desk).HandleAsync(SetUp(link, "Manager", "a@example.gov.uk"), default);
        var lost = new SignIn("a@example.gov.uk", Password, codes[3].ToUpperInvariant(), "Browser");

        Assert.NotNull((await new SignInHandler(Desk).HandleAsync(lost, default)).Person);
        Assert.Null((await new SignInHandler(Desk).HandleAsync(lost, default)).Person);
        Assert.NotNull((await new SignInHandler(Desk).HandleAsync(lost with { Code = codes[4] }, default)).Person);
    }

    [Fact]
    public async Task A_session_ends_when_it_is_not_used_and_when_its_person_ends_it()
    {
        await OpenAsync();
        var (secrets, by) = (Desk.Secrets, new SignInHandler(Desk));
        var first = Tokens.Digest((await by.BeginAsync(Officer, new string('B', 300), default)).SessionToken);
        var second = Tokens.Digest((await by.BeginAsync(Officer, "Other", default)).SessionToken);
        long Now() => Clock.Now.ToUnixTimeSeconds();

        Assert.Equal((Officer.Value, 200), (await secrets.FindSessionAsync(first, Now(), default)) is { } one ? (one.Person, one.Browser.Length) : default);
        Clock.Now += SignInHandler.Idle - TimeSpan.FromMinutes(1);
        await secrets.TouchSessionAsync(first, Now(), (Clock.Now + SignInHandler.Idle).ToUnixTimeSeconds(), default);
        Clock.Now += TimeSpan.FromMinutes(2);
        Assert.NotNull(await secrets.FindSessionAsync(first, Now(), default));
        Assert.Null(await secrets.FindSessionAsync(second, Now(), default));
        await secrets.EndSessionsAsync(Officer.Value, first, default);
        Assert.Null(await secrets.FindSessionAsync(first, Now(), default));
    }

    [Fact]
    public async Task A_new_link_ends_what_was_signed_in_by_the_password_before()
    {
        await OpenAsync();
        var session = Tokens.Digest((await new SignInHandler(Desk).BeginAsync(Officer, "Browser", default)).SessionToken);
        Assert.Equal("not-yours", Code(await new IssueLinkHandler(Desk).HandleAsync(new IssueLink(Officer, Officer), default)));
        var link = Assert.IsType<DeskOutcome.Done>(await new IssueLinkHandler(Desk).HandleAsync(new IssueLink(Officer, Administrator), default)).Id;

        var (outcome, _) = await new SetUpAccountHandler(Desk).HandleAsync(SetUp(link, "ignored", "ignored"), default);

        Assert.Equal(Officer.Value, Assert.IsType<DeskOutcome.Done>(outcome).Id);
        Assert.Null(await Desk.Secrets.FindSessionAsync(session, Clock.Now.ToUnixTimeSeconds(), default));
        Assert.Equal("Finance analyst", (await Desk.PeopleAsync(default)).TitleOf(Officer));
    }

    [Fact]
    public async Task Who_left_cannot_sign_in_holds_nothing_and_is_forgotten_by_name()
    {
        await OpenAsync();
        var session = Tokens.Digest((await new SignInHandler(Desk).BeginAsync(Officer, "Browser", default)).SessionToken);

        var removed = await new RemovePersonHandler(Desk).HandleAsync(new RemovePerson(Officer, Administrator, string.Empty), default);

        var people = await Desk.PeopleAsync(default);
        Assert.IsType<DeskOutcome.Done>(removed);
        Assert.Null(people.FindByEmail("finance.analyst@example.gov.uk"));
        Assert.Empty(people.ActorOf(Officer, Desk.Today).Own);
        Assert.Null(await Desk.Secrets.FindSessionAsync(session, Clock.Now.ToUnixTimeSeconds(), default));
        var entries = (await Store.ChangesAsync(Organisation)).SelectMany(change => change.Entries).Where(entry => entry.Key == Officer.Value);
        Assert.DoesNotContain(entries, entry => entry.Body?.Contains("finance.analyst@", StringComparison.Ordinal) == true);
        Assert.IsType<AuditVerdict.Whole>(await Store.VerifyAsync(Organisation));
    }

    [Fact]
    public async Task A_link_ties_an_account_of_the_council_once_and_leaves_the_password_as_it_is()
    {
        await OpenAsync();
        var (account, handler) = (new CouncilAccount("https://sign-in.example", "subject-1"), new ConnectAccountHandler(Desk));
        var before = await Desk.Secrets.FindCredentialAsync(Administrator.Value, default);
        async Task<string> Link(PersonId person) =>
            Assert.IsType<DeskOutcome.Done>(await new IssueLinkHandler(Desk).HandleAsync(new IssueLink(person, Administrator), default)).Id;
        var link = await Link(Administrator);

        Assert.Null((await new SignInHandler(Desk).HandleAsync(account, "Browser", default)).Person);
        Assert.Equal("not-yours", Code(await handler.HandleAsync(new ConnectAccount(account, "no such link", null), default)));
        Assert.Equal(Administrator.Value, Assert.IsType<DeskOutcome.Done>(await handler.HandleAsync(new ConnectAccount(account, link, null), default)).Id);
        Assert.Equal("not-yours", Code(await handler.HandleAsync(new ConnectAccount(account, link, null), default)));
        Assert.Equal("not-yours", Code(await handler.HandleAsync(new ConnectAccount(account, await Link(Officer), null), default)));
        Assert.Equal("not-yours", Code(await handler.HandleAsync(new ConnectAccount(account, null, Officer), default)));

        Assert.Equal(Administrator, (await new SignInHandler(Desk).HandleAsync(account, "Browser", default)).Person);
        Assert.Null((await new SignInHandler(Desk).HandleAsync(account with { Issuer = "https://another.example" }, "Browser", default)).Person);
        Assert.Equal(before, await Desk.Secrets.FindCredentialAsync(Administrator.Value, default));
        Assert.IsType<AuditVerdict.Whole>(await Store.VerifyAsync(Organisation));
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        await OpenAsync();
        var grant = (await Desk.PeopleAsync(default)).Grants.Single(one => one.Grant.Role == Role.Administrator);

        Assert.IsType<DeskOutcome.Invalid>(await new RemovePersonHandler(Desk).HandleAsync(new RemovePerson(Administrator, Administrator, "x"), default));
        Assert.IsType<DeskOutcome.Invalid>(await new EndGrantHandler(Desk).HandleAsync(new EndGrant(grant.Id, Administrator, "x"), default));
    }

    [Fact]
    public async Task A_grant_is_given_by_an_administrator_and_ends_at_once()
    {
        await OpenAsync();
        var (give, end) = (new GrantRoleHandler(Desk), new EndGrantHandler(Desk));
        var wanted = new Grant { Role = Role.Approver, Level = 2, From = Desk.Today };

        Assert.Equal("not-yours", Code(await give.HandleAsync(new GrantRole(Officer, wanted, Analyst, "x"), default)));
        Assert.IsType<DeskOutcome.Invalid>(await give.HandleAsync(new GrantRole(Officer, wanted with { Level = 4 }, Administrator, "x"), default));
        Assert.IsType<DeskOutcome.Invalid>(await give.HandleAsync(new GrantRole(new PersonId("p-none"), wanted, Administrator, "x"), default));
        var id = Assert.IsType<DeskOutcome.Done>(await give.HandleAsync(new GrantRole(Officer, wanted, Administrator, "x"), default)).Id;
        Assert.Equal(2, (await Desk.PeopleAsync(default)).ActorOf(Officer, Desk.Today).Own.Count);
        Clock.Now += TimeSpan.FromDays(3);
        Assert.IsType<DeskOutcome.Done>(await end.HandleAsync(new EndGrant(id, Administrator, "x"), default));
        Assert.Single((await Desk.PeopleAsync(default)).ActorOf(Officer, Desk.Today).Own);
    }

    [Fact]
    public async Task Secrets_are_in_no_entry_of_the_ledger()
    {
        await OpenAsync();

        Assert.DoesNotContain(
            (await Store.ChangesAsync(Organisation)).SelectMany(change => change.Entries),
            entry => entry.Body is { } body && (body.Contains("pbkdf2", StringComparison.Ordinal) || body.Contains(Secret, StringComparison.Ordinal)));
        Assert.NotNull(await Desk.Secrets.FindCredentialAsync(Administrator.Value, default));
    }
}
