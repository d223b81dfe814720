using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Collection;
using Quarterdeck.Application.Packs;
using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Collection;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Storage.Tests.Ledger;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Packs;

namespace Quarterdeck.Storage.Tests.Collection;

/// <summary>A council with people of every role and a round, for one test.</summary>
public abstract class DeskContract : EngineContract
{
    protected const string Secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    protected const string Password = "three quiet otters swim";

    protected static readonly Month October = new(2025, 10);
    protected static readonly ReturnId Invoices = new(October, new IndicatorRef("FN08"));
    protected static readonly ReturnId Debt = new(October, new IndicatorRef("FN06"));
    protected static readonly ReturnContent Given = new() { Numerator = "2238", Denominator = "4389", Facts = "In October this was 51%.", Why = "A queue." };

    protected CatalogueReader Catalogues { get; } = new();

    protected Desk Desk => new(Store, Organisation, new PacksOfFiles(), Clock, "test") { Zone = TimeZoneInfo.Utc };

    protected PersonId Administrator { get; private set; }

    protected PersonId Officer { get; private set; }

    protected PersonId Director { get; private set; }

    protected PersonId Analyst { get; private set; }

    protected PersonId Publisher { get; private set; }

    /// <summary>The catalogue up to September, people of every role, and the October round.</summary>
    protected async Task OpenAsync()
    {
        await ImportAsync(Council("98%"));
        Administrator = await BeginAsync();
        Officer = await PersonAsync("Finance analyst", new Grant { Role = Role.Officer, Area = "FIN", From = Desk.Today });
        Director = await PersonAsync("Director of Finance", new Grant { Role = Role.Approver, Level = 1, Area = "CED", From = Desk.Today });
        Analyst = await PersonAsync("Chief Analyst", new Grant { Role = Role.Analyst, From = Desk.Today });
        Publisher = await PersonAsync("Head of Performance", new Grant { Role = Role.Publisher, From = Desk.Today });
        var open = new OpenRound(October, new DateOnly(2025, 11, 10), new DateOnly(2025, 11, 14), new DateOnly(2025, 11, 17), Analyst, string.Empty);
        Assert.IsType<DeskOutcome.Done>(await new OpenRoundHandler(Desk, Catalogues).HandleAsync(open, default));
    }

    /// <summary>The first administrator, by the link that works once.</summary>
    protected async Task<PersonId> BeginAsync()
    {
        var link = Assert.IsType<DeskOutcome.Done>(await new IssueLinkHandler(Desk).HandleAsync(new IssueLink(null, null), default)).Id;
        var (outcome, codes) = await new SetUpAccountHandler(Desk).HandleAsync(SetUp(link, "Performance manager", "admin@example.gov.uk"), default);
        Assert.Equal(8, codes.Distinct().Count());
        return new PersonId(Assert.IsType<DeskOutcome.Done>(outcome).Id);
    }

    protected SetUpAccount SetUp(string link, string title, string email) => new(link, title, "A Name", email, Password, Secret, Code());

    protected string Code() => OneTimeCodes.Code(Secret, Clock.Now.ToUnixTimeSeconds() / OneTimeCodes.Seconds);

    protected async Task<PersonId> PersonAsync(string title, params Grant[] grants)
    {
        var email = title.Replace(' ', '.').ToLowerInvariant() + "@example.gov.uk";
        var added = await new AddPersonHandler(Desk).HandleAsync(new AddPerson(title, "A Name", email, grants, Administrator, string.Empty), default);
        return new PersonId(Assert.IsType<DeskOutcome.Done>(added).Id);
    }

    protected async Task<DeskOutcome> Step(DeskAction action, PersonId by, ReturnContent? content = null, string words = "", ReturnId? id = null, long? seen = null) =>
        await new TakeStepHandler(Desk, Catalogues).HandleAsync(
            new TakeStep(id ?? Invoices, seen ?? (await Return(id)).Version, action, by) { Content = content, Words = words }, default);

    /// <summary>Takes a step that must succeed.</summary>
    protected async Task Do(DeskAction action, PersonId by, ReturnContent? content = null, string words = "", ReturnId? id = null)
    {
        var outcome = await Step(action, by, content, words, id);
        Assert.True(outcome is DeskOutcome.Done, outcome.Sentence);
    }

    protected async Task<ApprovalOutcome> Approve(PersonId by, params ReturnId[] ids)
    {
        var signed = new List<(ReturnId, string)>();
        foreach (var id in ids)
        {
            signed.Add((id, (await Assessed(id)).Content.Digest()));
        }

        return await new ApproveReturnsHandler(Desk, Catalogues).HandleAsync(new ApproveReturns(signed, by), default);
    }

    protected async Task<ReturnAssessment> Assessed(ReturnId id) =>
        ReturnAssessor.Assess((await Catalogues.ReadAsync(Desk, default))!, id, (await Return(id)).Content, Desk.Today)!;

    protected async Task<StoredReturn> Return(ReturnId? id = null) => (await RoundBook.ReturnAsync(Desk, id ?? Invoices, default))!;

    protected static string Code(DeskOutcome outcome) => Assert.IsType<DeskOutcome.Refused>(outcome).Why.Code;

    protected async Task ImportAsync(Pack pack)
    {
        var request = new ImportPack(Organisation, pack, new FilesInStore(Application.Store.StoredState.Empty), "pack", "Performance team", "Set up")
        {
            KeepsMissing = true,
        };
        Assert.IsType<ImportOutcome.Imported>(await new ImportPackHandler(Store, new PacksOfFiles(), new FixedStyle(), "test").HandleAsync(request));
    }

    protected static Pack Council(string target) => Packed.From(
        "areas\ncode,name,parent\nCED,Chief Executive's Department,\nFIN,Finance,CED\nHR,Human Resources,CED\n",
        "indicators\nref,title,area,kind,unit,frequency,polarity,ytd\n"
            + "FN06,Debt under six months old,FIN,kpi,percent,month,higher,none\nFN08,Invoices in time,FIN,kpi,percent,month,higher,none\n"
            + "HR01,Sickness,HR,kpi,number,month,lower,none\nHR02,Leavers,HR,activity,number,quarter,,sum\n",
        $"targets\nref,from,target,floor\nFN06,2025-04,70%,65%\nFN08,2025-04,{target},95%\nHR01,2025-04,8,9\n",
        "results\nref,period,value,numerator,denominator\nFN06,2025-09,71,,\nFN08,2025-07,98,,\nFN08,2025-08,86,,\nFN08,2025-09,36,1658,4600\n"
            + "HR01,2025-09,8,,\n");
}
