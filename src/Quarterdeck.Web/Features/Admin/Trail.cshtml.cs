using Microsoft.AspNetCore.Mvc;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Access;
using Quarterdeck.Web.Features.Work;
using Quarterdeck.Web.Security;

namespace Quarterdeck.Web.Features.Admin;

/// <summary>Who did what, when and why, the latest first; searched by words of the post, the reason or the row's key.</summary>
public sealed class TrailModel(Desk desk, DeskUser user) : DeskPage(desk, user)
{
    private const int Most = 100;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<RecordedChange> Changes { get; private set; } = [];

    public bool IsCut { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (MayNot(DeskAction.ReadTrail))
        {
            return NotFound();
        }

        var words = Q?.Trim() ?? string.Empty;
        var all = await Desk.Store.ChangesAsync(Desk.Organisation, null, cancellationToken);
        List<RecordedChange> found = [
            .. all.Reverse().Where(change => words.Length == 0
                || $"{By(change)} {change.Reason}".Contains(words, StringComparison.OrdinalIgnoreCase)
                || change.Entries.Any(entry => entry.Key.Contains(words, StringComparison.OrdinalIgnoreCase)))
        ];
        (IsCut, Changes) = (found.Count > Most, [.. found.Take(Most)]);
        return Page();
    }

    public string By(RecordedChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return Who.People.TitleOf(new PersonId(change.Author));
    }
}
