using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Collection;
using Quarterdeck.Application.Packs;
using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Collection;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Packs;

namespace Quarterdeck.Storage.Tests.Collection;

/// <summary>A round from its opening to the release, on every engine.</summary>
public abstract class RoundContract : DeskContract
{
    [Fact]
    public async Task A_return_goes_from_the_officer_by_question_and_answer_to_approval_and_into_the_catalogue()
    {
        await OpenAsync();
        Assert.Equal(["FN06", "FN08", "HR01"], (await RoundBook.ReturnsAsync(Desk, October, default)).Select(one => one.Id.Indicator.Value).Order());

        await Do(DeskAction.Save, Officer, Given with { Why = string.Empty });
        Assert.Contains("Say why it is Red for October 2025", (await Step(DeskAction.Send, Officer)).Sentence, StringComparison.Ordinal);
        await Do(DeskAction.Send, Officer, Given);
        Assert.Equal("words-needed", Code(await Step(DeskAction.Question, Director)));
        await Do(DeskAction.Question, Director, words: "Is October counted from the new system?");
        Assert.Equal(new DateOnly(2025, 11, 10), (await Return()).DueOn);
        await Do(DeskAction.Answer, Officer, words: "Yes, since 1 October.");
        Assert.Equal([Invoices], (await Approve(Director, Invoices)).Approved);
        Assert.Equal("already-approved", Code(await Step(DeskAction.Save, Officer, Given)));
        var release = await new TakeIntoReleaseHandler(Desk, Catalogues).HandleAsync(new TakeIntoRelease([Invoices, Debt], string.Empty, Analyst), default);

        Assert.Equal([Invoices], release.Taken);
        Assert.Equal("not-from-here", Assert.Single(release.Left).Why.Code);
        Assert.Equal("in-release", Code(await Step(DeskAction.Save, Officer, Given)));
        var pack = (await Catalogues.ReadAsync(Desk, default))!.Pack;
        var result = pack.Results.Single(one => one.Ref == Invoices.Indicator && one.Period.Closing == October);
        Assert.Equal((2238m, 4389m), (result.Numerator, result.Denominator));
        Assert.Equal("In October this was 51%.\n\nA queue.", Assert.Single(pack.Commentary).Text);
        Assert.Equal(["Asked", "Answered"], (await RoundBook.ThreadAsync(Desk, Invoices, default)).Select(one => one.Kind));
        Assert.Equal(
            [Officer.Value, Officer.Value, Director.Value, Officer.Value, Director.Value, Analyst.Value],
            (await Store.ChangesAsync(Organisation)).TakeLast(6).Select(change => change.Author));
        Assert.IsType<AuditVerdict.Whole>(await Store.VerifyAsync(Organisation));
    }

    [Fact]
    public async Task An_import_does_not_go_round_approval()
    {
        await OpenAsync();
        Task<ImportOutcome> Import(string result) => new ImportPackHandler(Store, new PacksOfFiles(), new FixedStyle(), "test").HandleAsync(new ImportPack(
            Organisation,
            Packed.From("indicators\nref,title,kind,unit,frequency\nFN06,Debt under six months old,kpi,percent,month\nHR02,Leavers,activity,number,quarter\n",
                "results\nref,period,value\n" + result),
            new FilesInStore(StoredState.Empty),
            "pack",
            "Somebody",
            "A figure")
        { KeepsMissing = true });

        var refused = Assert.IsType<ImportOutcome.PastApproval>(await Import("FN06,2025-10,99\n"));

        Assert.Equal(["FN06 for 2025-10"], refused.Results);
        Assert.DoesNotContain((await Catalogues.ReadAsync(Desk, default))!.Pack.Results, one => one.Ref == Debt.Indicator && one.Period.Closing == October);
        Assert.IsType<ImportOutcome.Imported>(await Import("FN06,2025-08,70\nHR02,2025-09,4\n"));
    }

    [Fact]
    public async Task What_is_withdrawn_or_changed_leaves_the_catalogue_with_the_release()
    {
        await OpenAsync();
        async Task ReleaseAsync()
        {
            await Approve(Director, Invoices);
            var taken = await new TakeIntoReleaseHandler(Desk, Catalogues).HandleAsync(new TakeIntoRelease([Invoices], string.Empty, Analyst), default);
            Assert.Equal([Invoices], taken.Taken);
            Assert.True(await IsInCatalogueAsync());
        }

        await Do(DeskAction.Send, Officer, Given);
        await ReleaseAsync();
        await Do(DeskAction.Withdraw, Publisher, words: "The paper is late.");
        Assert.Equal(ReturnState.Approved, (await Return()).State);
        Assert.False(await IsInCatalogueAsync());
        await ReleaseAsync();
        await Do(DeskAction.Change, Officer, Given with { Numerator = "2240" }, "Two were counted late.");

        Assert.Equal(ReturnState.Sent, (await Return()).State);
        Assert.False(await IsInCatalogueAsync());
        Assert.Equal(3, (await Catalogues.ReadAsync(Desk, default))!.Pack.Results.Count(one => one.Ref == Invoices.Indicator));
        Assert.IsType<AuditVerdict.Whole>(await Store.VerifyAsync(Organisation));

        async Task<bool> IsInCatalogueAsync()
        {
            var pack = (await Catalogues.ReadAsync(Desk, default))!.Pack;
            var (hasResult, hasWords) = (pack.Results.Any(one => one.Ref == Invoices.Indicator && one.Period.Closing == October), pack.Commentary.Count > 0);
            Assert.Equal(hasResult, hasWords);
            return hasResult;
        }
    }

    [Fact]
    public async Task A_withdrawn_figure_that_took_the_place_of_another_is_told()
    {
        var october = Packed.From(
            "indicators\nref,title,kind,unit,frequency\nFN08,Invoices in time,kpi,percent,month\n", "results\nref,period,value\nFN08,2025-10,36\n");
        await ImportAsync(october);
        await OpenAsync();
        await Do(DeskAction.Send, Officer, Given);
        await Approve(Director, Invoices);
        await new TakeIntoReleaseHandler(Desk, Catalogues).HandleAsync(new TakeIntoRelease([Invoices], string.Empty, Analyst), default);

        var outcome = await Step(DeskAction.Withdraw, Publisher, words: "The paper is late.");

        Assert.Contains("The catalogue still has this figure of FN08 for October 2025.", outcome.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_explained_falls_due_on_its_day_and_an_approval_lapses_by_itself()
    {
        await OpenAsync();
        var keeping = new KeepRounds(Desk, Catalogues);
        await Do(DeskAction.CannotGive, Officer, new() { Marker = "not available", Reason = "Away", ExpectedOn = "2025-11-12" }, "Away", Debt);
        await Do(DeskAction.AcceptExplanation, Director, id: Debt);
        await Do(DeskAction.Send, Officer, Given);
        await Approve(Director, Invoices);
        await keeping.RunAsync(default);
        Assert.Equal((ReturnState.ExplanationAccepted, ReturnState.Approved), ((await Return(Debt)).State, (await Return()).State));

        Clock.Now = new DateTimeOffset(2025, 11, 12, 8, 0, 0, TimeSpan.Zero);
        await ImportAsync(Council("97%"));
        await keeping.RunAsync(default);
        var changes = (await Store.ChangesAsync(Organisation)).Count;
        await keeping.RunAsync(default);

        var due = await Return(Debt);
        Assert.Equal((ReturnState.Due, new DateOnly(2025, 11, 12), string.Empty), (due.State, due.DueOn, due.Content.Marker));
        Assert.Equal((ReturnState.Sent, "the target"), ((await Return()).State, (await Return()).Approvals[0].LapsedBecause));
        Assert.Equal("FN06 falls due; FN08 waits for approval again: the target changed", (await Store.ChangesAsync(Organisation))[^1].Reason);
        Assert.Equal(changes, (await Store.ChangesAsync(Organisation)).Count);
        Assert.Equal(["FN06", "FN08"], (await Store.ChangesAsync(Organisation))[^1].Entries.Select(entry => ReturnId.Of(entry.Key).Indicator.Value).Order());
    }

    [Fact]
    public async Task Two_people_who_save_the_same_return_are_told_and_nothing_is_lost()
    {
        await OpenAsync();
        var seen = (await Return()).Version;
        await Do(DeskAction.Save, Officer, Given);

        var second = await Step(DeskAction.Save, Officer, Given with { Numerator = "2239" }, seen: seen);

        var conflict = Assert.Single(Assert.IsType<DeskOutcome.Conflicted>(second).Rows);
        Assert.Equal((Officer.Value, "2238"), (conflict.Author, (await Return()).Content.Numerator));
    }

    [Fact]
    public async Task Who_changed_the_figure_while_approving_approves_at_no_level()
    {
        await OpenAsync();
        await Do(DeskAction.Send, Officer, Given);
        await Do(DeskAction.ChangeFigure, Director, Given with { Numerator = "2240" });

        Assert.Equal([Officer, Director], (await Return()).Authors);
        Assert.Equal("own-figure", Assert.Single((await Approve(Director, Invoices)).Left).Why.Code);
        await Assert.ThrowsAsync<ArgumentException>(() => Step(DeskAction.Approve, Director));
        var unapproved = await new TakeIntoReleaseHandler(Desk, Catalogues).HandleAsync(
            new TakeIntoRelease([Invoices], "The council has one director.", Publisher), default);
        Assert.Equal([Invoices], unapproved.Taken);
        Assert.Equal("The council has one director.", (await Return()).UnapprovedBecause);
        Assert.EndsWith("Not independently approved.", (await Catalogues.ReadAsync(Desk, default))!.Pack.Commentary[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Corrected_words_go_back_to_the_officer_for_one_click_and_earlier_levels_stand()
    {
        await OpenAsync();
        await Do(DeskAction.Send, Officer, Given);

        Assert.IsType<DeskOutcome.Invalid>(await Step(DeskAction.CorrectWords, Director, Given with { Numerator = "1" }));
        await Do(DeskAction.CorrectWords, Director, Given with { Why = "A queue of invoices." });
        Assert.Equal(ReturnState.Wording, (await Return()).State);
        await Do(DeskAction.ConfirmWords, Officer);

        Assert.Equal(ReturnState.Sent, (await Return()).State);
        Assert.Equal([Officer], (await Return()).Authors);
        Assert.Equal([Invoices], (await Approve(Director, Invoices)).Approved);
    }

    [Fact]
    public async Task Many_are_approved_at_once_and_the_one_that_changed_is_told()
    {
        await OpenAsync();
        await Do(DeskAction.Send, Officer, Given);
        await Do(DeskAction.Send, Officer, new ReturnContent { Value = "72" }, id: Debt);
        (ReturnId, string)[] signed = [(Invoices, "what it was before"), (Debt, (await Assessed(Debt)).Content.Digest())];

        var outcome = await new ApproveReturnsHandler(Desk, Catalogues).HandleAsync(new ApproveReturns(signed, Director), default);

        Assert.Equal([Debt], outcome.Approved);
        Assert.Equal("FN08 changed while you had it open. It was not approved. Look at it again.", Assert.Single(outcome.Left).Why.Sentence);
    }

    [Fact]
    public async Task An_approval_lapses_when_the_target_changes_and_stays_when_nothing_does()
    {
        await OpenAsync();
        await Do(DeskAction.Send, Officer, Given);
        await Approve(Director, Invoices);
        Assert.IsType<DeskOutcome.Done>(await Step(DeskAction.Change, Officer, Given, "Sent again."));
        Assert.Equal(ReturnState.Approved, (await Return()).State);
        await ImportAsync(Council("97%"));

        var release = await new TakeIntoReleaseHandler(Desk, Catalogues).HandleAsync(new TakeIntoRelease([Invoices], string.Empty, Analyst), default);

        Assert.Empty(release.Taken);
        Assert.Equal("The approval of FN08 has lapsed: the target changed afterwards. It waits for approval again.", release.Left[0].Why.Sentence);
        Assert.Equal((ReturnState.Sent, "the target"), ((await Return()).State, (await Return()).Approvals[0].LapsedBecause));
    }

    [Fact]
    public async Task An_officer_who_changes_what_was_approved_says_why_and_ends_the_approval()
    {
        await OpenAsync();
        await Do(DeskAction.Send, Officer, Given);
        await Approve(Director, Invoices);

        Assert.Equal("words-needed", Code(await Step(DeskAction.Change, Officer, Given with { Numerator = "2240" })));
        await Do(DeskAction.Change, Officer, Given with { Numerator = "2240" }, "Two were counted late.");

        Assert.Equal((ReturnState.Sent, "the figure"), ((await Return()).State, (await Return()).Approvals[0].LapsedBecause));
    }

    [Fact]
    public async Task A_figure_that_cannot_be_given_is_explained_and_accepted_by_another()
    {
        await OpenAsync();
        var explained = new ReturnContent { Marker = "not available", Reason = "The report is away", ExpectedOn = "2025-11-21" };
        await Do(DeskAction.CannotGive, Officer, explained, "The report is away");
        await Do(DeskAction.AcceptExplanation, Director);
        Assert.Equal(ReturnState.ExplanationAccepted, (await Return()).State);

        await Do(DeskAction.Send, Officer, Given);
        Assert.Equal(ReturnState.Sent, (await Return()).State);
    }

    [Fact]
    public async Task After_the_lock_only_who_is_admitted_goes_on()
    {
        await OpenAsync();
        var round = (await RoundBook.RoundAsync(Desk, October, default))!;
        var lockRound = new LockRound(October, string.Empty, round.Version, Analyst);
        Assert.IsType<DeskOutcome.Invalid>(await new LockRoundHandler(Desk).HandleAsync(lockRound, default));
        Assert.Equal("not-yours", Code(await new LockRoundHandler(Desk).HandleAsync(lockRound with { By = Director }, default)));
        Assert.IsType<DeskOutcome.Done>(await new LockRoundHandler(Desk).HandleAsync(lockRound with { Reason = "The paper is due." }, default));
        Assert.Equal("locked", Code(await Step(DeskAction.Save, Officer, Given)));

        var admit = new AdmitLate(Invoices, Desk.Today.AddDays(2), (await Return()).Version, Analyst);
        Assert.IsType<DeskOutcome.Done>(await new AdmitLateHandler(Desk, Catalogues).HandleAsync(admit, default));

        await Do(DeskAction.Send, Officer, Given);
        Assert.Equal([Invoices], (await Approve(Director, Invoices)).Approved);
        Assert.Equal("locked", Code(await Step(DeskAction.Save, Officer, new ReturnContent { Value = "70" }, id: Debt)));
        await Do(DeskAction.Reopen, Analyst, words: "Wrong month.");
        await Do(DeskAction.Send, Officer, Given with { Numerator = "2239" });
    }

    [Fact]
    public async Task A_delegate_signs_for_someone_who_is_away_and_a_stranger_signs_nothing()
    {
        await OpenAsync();
        var manager = await PersonAsync("Insurance Manager");
        await Do(DeskAction.Send, Officer, Given);
        Assert.Equal("not-yours", Assert.Single((await Approve(manager, Invoices)).Left).Why.Code);
        var away = new Delegation(Director, manager, Desk.Today, Desk.Today.AddDays(5));
        Assert.Equal("not-yours", Code(await new DelegateWorkHandler(Desk).HandleAsync(new DelegateWork(away, manager), default)));
        Assert.IsType<DeskOutcome.Done>(await new DelegateWorkHandler(Desk).HandleAsync(new DelegateWork(away, Director), default));

        Assert.Equal([Invoices], (await Approve(manager, Invoices)).Approved);
        var approval = Assert.Single((await Return()).Approvals);
        Assert.Equal((manager, Director), (approval.Person, approval.For));
    }

    [Fact]
    public async Task A_warning_asks_for_a_correction_or_for_words()
    {
        await OpenAsync();
        var typo = new ReturnContent { Value = "0.51", Why = "A queue." };

        Assert.Contains("Look again at the number", (await Step(DeskAction.Send, Officer, typo)).Sentence, StringComparison.Ordinal);
        await Do(DeskAction.Send, Officer, typo with { Confirmed = "Only one invoice came in time." });
        Assert.Equal(ReturnState.Sent, (await Return()).State);
    }

    [Fact]
    public async Task The_thread_is_open_to_those_who_may_write_and_moves_nothing()
    {
        await OpenAsync();
        var thread = new WriteInThreadHandler(Desk, Catalogues);

        Assert.IsType<DeskOutcome.Done>(await thread.HandleAsync(new WriteInThread(Invoices, "On its way.", Officer), default));
        Assert.Equal("not-yours", Code(await thread.HandleAsync(new WriteInThread(Invoices, "Hello.", Administrator), default)));
        Assert.Equal("not-yours", Code(await thread.HandleAsync(new WriteInThread(new ReturnId(October, new IndicatorRef("X1")), "?", Officer), default)));
        Assert.Equal((ReturnState.Due, 1), ((await Return()).State, (await RoundBook.ThreadsAsync(Desk, October, default))[Invoices].Count()));
    }

    [Fact]
    public async Task Figures_are_taken_as_people_type_them()
    {
        await OpenAsync();
        var indicator = (await Catalogues.ReadAsync(Desk, default))!.Find(Invoices.Indicator, October)!;

        Assert.Equal(
            ["2238", "51", "51.5", "-3", null, null],
            new[] { "2,238", " 51% ", "51.5", "-3", "many", string.Empty }.Select(text => ReturnAssessor.Plain(indicator, text)));
    }

    [Fact]
    public async Task The_facts_are_drafted_from_the_numbers_and_name_no_cause()
    {
        await OpenAsync();
        await Do(DeskAction.Save, Officer, Given);

        Assert.Equal(
            "In October this was 51% (2,238 of 4,389), up from 36% in September. This is below the floor standard of 95% for the third month running.",
            (await Assessed(Invoices)).Draft);
        var none = Given with { Numerator = string.Empty, Denominator = string.Empty, Marker = "not available", Reason = "the report is away" };
        var catalogue = (await Catalogues.ReadAsync(Desk, default))!;
        Assert.Equal("No figure for October: the report is away.", ReturnAssessor.Assess(catalogue, Invoices, none, Desk.Today)!.Draft);
    }

    [Fact]
    public async Task A_round_is_opened_once_with_dates_in_their_order()
    {
        await OpenAsync();
        var again = new OpenRound(October, Desk.Today.AddDays(-1), Desk.Today.AddDays(-2), Desk.Today.AddDays(-3), Analyst, string.Empty);

        var invalid = Assert.IsType<DeskOutcome.Invalid>(await new OpenRoundHandler(Desk, Catalogues).HandleAsync(again, default));
        Assert.Equal(["month", "due", "approve", "lock"], invalid.Problems.Select(problem => problem.Field));
        Assert.Equal("not-yours", Code(await new OpenRoundHandler(Desk, Catalogues).HandleAsync(again with { By = Officer }, default)));
    }
}
