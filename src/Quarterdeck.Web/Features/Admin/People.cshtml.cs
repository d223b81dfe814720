using Microsoft.AspNetCore.Mvc;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Domain.Access;
using Quarterdeck.Web.Features.Work;
using Quarterdeck.Web.Security;

namespace Quarterdeck.Web.Features.Admin;

/// <summary>Who may sign in, by post.</summary>
public sealed class PeopleModel(Desk desk, DeskUser user, AddPersonHandler adding) : DeskPage(desk, user)
{
    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    public bool MayManage => Who.May(DeskAction.ManagePeople);

    public IActionResult OnGet() => MayNot(DeskAction.ReadPeople) ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (MayNot(DeskAction.ReadPeople))
        {
            return NotFound();
        }

        var outcome = await adding.HandleAsync(
            new AddPerson(Title ?? string.Empty, Name ?? string.Empty, Email ?? string.Empty, [], Who.Person.Id, string.Empty), cancellationToken);
        return Answer(outcome, outcome is DeskOutcome.Done { Id: var id } ? "/desk/people/" + id : "/desk/people");
    }

    public IEnumerable<GivenGrant> GrantsOf(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return Who.People.Grants.Where(one => one.Person == person.Id && (one.Grant.To is not { } to || to >= Desk.Today));
    }
}
