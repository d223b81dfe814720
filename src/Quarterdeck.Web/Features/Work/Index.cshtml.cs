using Microsoft.AspNetCore.Mvc;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Collection;
using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Collection;
using Quarterdeck.Web.Security;

namespace Quarterdeck.Web.Features.Work;

/// <summary>What somebody owes, and what waits for their approval; nothing else.</summary>
public sealed class WorkModel(Desk desk, DeskUser user, CatalogueReader catalogues) : DeskPage(desk, user)
{
    public WorkList List { get; private set; } = new([], [], []);

    public string Heading => List.Owed.Count > 0 ? $"You owe {DeskWords.Returns(List.Owed.Count)} for {DeskWords.Months(List.Owed)}" : "You owe nothing";

    /// <summary>What cannot wait, or when there will be something; null for nothing to say.</summary>
    public string? Lead => List.Owed.Count(item => DeskWords.IsLate(item, Desk.Today)) switch
    {
        0 when List.Owed.Count > 0 => null,
        0 when List.ToApprove.Count == 1 => "1 return below waits for you to judge.",
        0 when List.ToApprove.Count > 1 => $"{List.ToApprove.Count} returns below wait for you to judge.",
        0 => "Nothing waits for you. When a round opens, what you owe stands here.",
        1 => "One is late.",
        var late => $"{late} are late.",
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await catalogues.ReadAsync(Desk, cancellationToken) is { } catalogue)
        {
            List = await WorkList.ReadAsync(Desk, catalogue, Who.People, Who.Actor, cancellationToken);
        }

        return Page();
    }

    /// <summary>Approvals are made on the page of all of them.</summary>
    public string AddressOf(WorkItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return List.ToApprove.Contains(item) ? $"/desk/approve#{item.Return.Id.Indicator.FileName}" : DeskWords.Address(item.Return.Id);
    }

    /// <summary>Whom this person stands in for, where it is not their own.</summary>
    public IEnumerable<string> For(WorkItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var action = item.Return.State == ReturnState.Explained ? DeskAction.AcceptExplanation
            : List.ToApprove.Contains(item) ? DeskAction.Approve
            : DeskAction.Save;
        var authorities = AccessTable.AuthoritiesFor(Who.Actor, action, item.Subject);
        return authorities.Any(one => one.For is null) ? []
            : authorities.Select(one => one.For).OfType<PersonId>().Distinct().Select(Who.People.TitleOf);
    }
}
