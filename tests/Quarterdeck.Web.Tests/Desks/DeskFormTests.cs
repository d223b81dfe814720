using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Collection;
using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Collection;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Web.Tests.Desks;

/// <summary>Every form of the desk, sent by every role: it changes the record where the access table lets it, and nowhere else.</summary>
public sealed class DeskFormTests
{
    private static readonly ReturnId Sickness = new(new Month(2025, 10), new IndicatorRef("HR01"));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, DeskAction> Forms => new()
    {
        { "add a person", DeskAction.ManagePeople },
        { "grant a role", DeskAction.ManagePeople },
        { "end a grant", DeskAction.ManagePeople },
        { "make a link", DeskAction.ManagePeople },
        { "end a person", DeskAction.ManagePeople },
        { "open a round", DeskAction.OpenRound },
        { "lock the round", DeskAction.Lock },
        { "extend a return", DeskAction.Extend },
        { "save a figure", DeskAction.Save },
        { "cannot give a figure", DeskAction.CannotGive },
        { "write in the thread", DeskAction.Write },
        { "ask a question", DeskAction.Question },
        { "return with words", DeskAction.ReturnWithWords },
        { "correct words", DeskAction.CorrectWords },
        { "approve", DeskAction.Approve },
        { "take back", DeskAction.TakeBack },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_changes_the_record_for_the_roles_of_the_access_table_alone(string form, DeskAction action)
    {
        await using var site = await DeskSite.OpenAsync();
        var officer = site.People[Role.Officer];
        await StepAsync(site, DeskAction.Send, officer, new ReturnContent { Value = "8" });
        foreach (var role in Enum.GetValues<Role>().OrderBy(role => AccessTable.RuleOf(action).Roles.Contains(role)))
        {
            var visitor = await site.SignedIn(role);
            var before = await MarkAsync(site);
            var page = await DeskSite.Read(visitor, "/desk/account");
            var (address, fields) = await FormAsync(site, form);
            using var answer = await DeskSite.Post(visitor, address, page, fields);
            var isChanged = before != await MarkAsync(site);

            Assert.True((int)answer.StatusCode < 500, $"{form} by {role} answers {answer.StatusCode}.");
            Assert.True(
                isChanged == AccessTable.RuleOf(action).Roles.Contains(role),
                $"{form} by {role} {(isChanged ? "changed" : "did not change")} the record and answers {answer.StatusCode}.");
            if (isChanged)
            {
                return;
            }
        }

        Assert.Fail($"Nobody may {form}.");
    }

    /// <summary>Changes with the ledger, and with the links there are.</summary>
    private static async Task<string> MarkAsync(DeskSite site)
    {
        var end = await site.Desk.Store.EndAsync(site.Desk.Organisation, Stop);
        return $"{end.Change} {await site.Desk.Secrets.HasLinkAsync(0, Stop)}";
    }

    private static async Task StepAsync(DeskSite site, DeskAction action, PersonId by, ReturnContent content)
    {
        var step = new TakeStep(Sickness, (await HeldAsync(site)).Version, action, by) { Content = content };
        Assert.IsType<DeskOutcome.Done>(await new TakeStepHandler(site.Desk, new CatalogueReader()).HandleAsync(step, Stop));
    }

    private static async Task<StoredReturn> HeldAsync(DeskSite site) => (await RoundBook.ReturnAsync(site.Desk, Sickness, Stop))!;

    private static async Task<(string Address, (string Name, string Value)[] Fields)> FormAsync(DeskSite site, string form)
    {
        var held = await HeldAsync(site);
        var seen = held.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var due = (await RoundBook.ReturnAsync(site.Desk, new ReturnId(Sickness.Round, new IndicatorRef("FN08")), Stop))!;
        var dueSeen = due.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var round = (await RoundBook.RoundAsync(site.Desk, Sickness.Round, Stop))!;
        var people = await site.Desk.PeopleAsync(Stop);
        var reader = "/desk/people/" + site.People[Role.Reader];
        const string Sent = "/desk/returns/2025-10/HR01";
        return form switch
        {
            "add a person" => ("/desk/people", [("Title", "New post"), ("Name", "A Name"), ("Email", "new@example.gov.uk")]),
            "grant a role" => (reader + "?handler=Grant", [("role", "analyst"), ("level", "1")]),
            "end a grant" => (reader + "?handler=End", [("grant", people.Grants.First(one => one.Person == site.People[Role.Reader]).Id)]),
            "make a link" => (reader + "?handler=Link", []),
            "end a person" => (reader + "?handler=Remove", []),
            "open a round" => (
                "/desk/round?handler=Open", [("of", "2025-09"), ("due", "2025-12-01"), ("approve", "2025-12-02"), ("lock", "2025-12-03")]),
            "lock the round" => ("/desk/round/2025-10?handler=Lock", [("seen", $"{round.Version}"), ("reason", "The paper is due.")]),
            "extend a return" => ("/desk/round/2025-10?handler=Admit", [("key", due.Id.Key), ("seen", dueSeen), ("until", "2025-12-01")]),
            "save a figure" => (DeskSite.Invoices, [("do", "save"), ("Form.Seen", dueSeen), ("Form.Value", "51")]),
            "cannot give a figure" => (
                DeskSite.Invoices, [("do", "cannot"), ("Form.Seen", dueSeen), ("Form.Reason", "not available"), ("Form.Words", "The report is away")]),
            "write in the thread" => (Sent, [("do", "write"), ("Form.Words", "A remark.")]),
            "ask a question" => ("/desk/approve?handler=Step", [("key", held.Id.Key), ("seen", seen), ("do", "ask"), ("words", "Why?")]),
            "return with words" => ("/desk/approve?handler=Step", [("key", held.Id.Key), ("seen", seen), ("do", "return"), ("words", "Again.")]),
            "correct words" => (Sent, [("do", "correct"), ("Form.Seen", seen), ("Form.Facts", "In October this was 8."), ("Form.Why", "As usual.")]),
            "approve" => ("/desk/approve", [("signed", $"{held.Id.Key}/{await DigestAsync(site, held)}")]),
            _ => (Sent, [("do", "take-back"), ("Form.Seen", seen)]),
        };
    }

    private static async Task<string> DigestAsync(DeskSite site, StoredReturn held)
    {
        var catalogue = (await new CatalogueReader().ReadAsync(site.Desk, Stop))!;
        return ReturnAssessor.Assess(catalogue, held.Id, held.Content, site.Desk.Today)!.Content.Digest();
    }
}
