using Microsoft.AspNetCore.Mvc;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Collection;
using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.People;
using Quarterdeck.Web.Features.Work;
using Quarterdeck.Web.Mail;
using Quarterdeck.Web.Security;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Web.Features.Admin;

/// <summary>One person: their grants, who stands in for them, a link to set up how they sign in, and their leaving.</summary>
public sealed class PersonModel(
    Desk desk,
    DeskUser user,
    CatalogueReader catalogues,
    PublicAddress address,
    GrantRoleHandler granting,
    EndGrantHandler ending,
    IssueLinkHandler links,
    InvitePersonHandler inviting,
    MailStatus mail,
    RemovePersonHandler removing) : DeskPage(desk, user)
{
    public Person Person { get; private set; } = null!;

    public IReadOnlyList<GivenGrant> Grants { get; private set; } = [];

    public IReadOnlyList<Area> Areas { get; private set; } = [];

    public bool MayManage => Who.May(DeskAction.ManagePeople);

    /// <summary>The address that was just made; shown once.</summary>
    public string? Link { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken) =>
        MayNot(DeskAction.ReadPeople) || !await FindAsync(id, cancellationToken) ? NotFound() : Page();

    public async Task<IActionResult> OnPostGrantAsync(
        string id, string? role, int level, string? area, string? indicators, string? to, CancellationToken cancellationToken)
    {
        if (MayNot(DeskAction.ReadPeople) || !await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var references = (indicators ?? string.Empty).Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (RoleWords.Parse(role) is not { } known || references.Any(reference => !IndicatorRef.IsValid(reference)))
        {
            Problems = [new FieldProblem("role", "Choose a role, and write indicators as references like FN08")];
            return Page();
        }

        var grant = new Grant
        {
            Role = known,
            Level = known == Role.Approver ? level : 0,
            Area = string.IsNullOrEmpty(area) ? null : area,
            Indicators = [.. references.Select(reference => new IndicatorRef(reference))],
            From = Desk.Today,
            To = DateOnly.TryParseExact(to, "yyyy-MM-dd", out var last) ? last : null,
        };
        var outcome = await granting.HandleAsync(new GrantRole(Person.Id, grant, Who.Person.Id, string.Empty), cancellationToken);
        return Answer(outcome, Here, "The role is granted.");
    }

    public async Task<IActionResult> OnPostEndAsync(string id, string grant, CancellationToken cancellationToken) =>
        MayNot(DeskAction.ReadPeople) || !await FindAsync(id, cancellationToken) ? NotFound()
        : Answer(await ending.HandleAsync(new EndGrant(grant, Who.Person.Id, string.Empty), cancellationToken), Here, "The role is ended.");

    public async Task<IActionResult> OnPostLinkAsync(string id, CancellationToken cancellationToken)
    {
        if (MayNot(DeskAction.ReadPeople) || !await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var outcome = await links.HandleAsync(new IssueLink(Person.Id, Who.Person.Id), cancellationToken);
        Link = outcome is DeskOutcome.Done done ? address.Of("/desk/set-up?link=" + done.Id) : null;
        Refusal = Link is null ? outcome.Sentence : null;
        return Page();
    }

    public MailStatus Mail { get; } = mail;

    public async Task<IActionResult> OnPostInviteAsync(string id, CancellationToken cancellationToken) =>
        MayNot(DeskAction.ReadPeople) || !await FindAsync(id, cancellationToken) || Mail.Problem is not null ? NotFound()
        : Answer(await inviting.HandleAsync(new InvitePerson(Person.Id, Who.Person.Id), cancellationToken), Here, "The link is sent within a minute.");

    public async Task<IActionResult> OnPostRemoveAsync(string id, CancellationToken cancellationToken) =>
        MayNot(DeskAction.ReadPeople) || !await FindAsync(id, cancellationToken) ? NotFound()
        : Answer(
            await removing.HandleAsync(new RemovePerson(Person.Id, Who.Person.Id, string.Empty), cancellationToken),
            "/desk/people",
            $"{Person.Title} can no longer sign in.");

    private string Here => $"/desk/people/{Person.Id}";

    private async Task<bool> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (Who.People.Find(new PersonId(id)) is not { LeftOn: null } person)
        {
            return false;
        }

        Person = person;
        Grants = [.. Who.People.Grants.Where(one => one.Person == person.Id && (one.Grant.To is not { } to || to >= Desk.Today))];
        Areas = (await catalogues.ReadAsync(Desk, cancellationToken))?.Pack.Areas ?? [];
        return true;
    }
}
