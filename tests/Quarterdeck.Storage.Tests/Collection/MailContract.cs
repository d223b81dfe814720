using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Notifications;
using Quarterdeck.Domain.Access;

namespace Quarterdeck.Storage.Tests.Collection;

/// <summary>Who gets which mail, when, and how often, on every engine.</summary>
public abstract class MailContract : DeskContract
{
    private const string OfficersAddress = "finance.analyst@example.gov.uk";
    private const string DirectorsAddress = "director.of.finance@example.gov.uk";
    private const string AnalystsAddress = "chief.analyst@example.gov.uk";

    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    private readonly PostBox _box = new();
    private SendMail? _sending;

    [Fact]
    public async Task Opening_a_round_tells_each_officer_once_what_is_theirs()
    {
        await OpenAsync();
        await RunAsync();
        Assert.Empty(_box.Mails);
        await RunAsync(Quarter);
        await RunAsync(Quarter);
        await RunAsync(TimeSpan.FromDays(1));

        var mail = Assert.Single(_box.Mails);
        Assert.Equal((OfficersAddress, "2 returns for you: FN06 is due Mon 10 November"), (mail.To, mail.Subject));
        Assert.Equal(
            """
            You owe 2 returns for October.

            BY MON 10 NOVEMBER
              FN06 Debt under six months old
              Not started.
              https://performance.example/desk/returns/2025-10/FN06

              FN08 Invoices in time
              Not started.
              https://performance.example/desk/returns/2025-10/FN08

            Cannot give a figure? Open it and choose "I cannot give this figure".
            After Mon 17 November nothing more comes in, and the report says what is missing.

            At most one mail a day, and none when nothing is yours to do.
            Each link opens the page after you sign in. Mails carry no figures.

            """.ReplaceLineEndings("\n"),
            mail.Body);
    }

    [Fact]
    public async Task A_mail_carries_no_figure_no_question_and_no_name()
    {
        await OpenAsync();
        await RunAsync(Quarter);
        await Do(DeskAction.Send, Officer, Given);
        await Do(DeskAction.Question, Director, words: "Why is it 51%?");
        await Do(DeskAction.Send, Officer, new() { Value = "72" }, id: Debt);
        await RunAsync(TimeSpan.FromDays(1));

        Assert.Equal([DirectorsAddress, OfficersAddress, OfficersAddress], _box.Mails.Select(mail => mail.To).Order());
        Assert.Contains("A question for you, from Director of Finance.", _box.Mails.Last(mail => mail.To == OfficersAddress).Body, StringComparison.Ordinal);
        Assert.Equal("1 return waits for your approval, by Fri 14 November", _box.Mails.Single(mail => mail.To == DirectorsAddress).Subject);
        Assert.All(_box.Mails, mail => Assert.DoesNotContain(
            ["51", "2238", "2,238", "72", "Why is it", "A Name", "A queue"],
            text => mail.Body.Contains(text, StringComparison.Ordinal) || mail.Subject.Contains(text, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_return_that_comes_back_is_told_again_and_never_twice_on_a_day()
    {
        await OpenAsync();
        await RunAsync(Quarter);
        await Do(DeskAction.Send, Officer, Given);
        await Do(DeskAction.ReturnWithWords, Director, words: "Count again.");
        await Do(DeskAction.Send, Officer, Given);
        await Do(DeskAction.ReturnWithWords, Director, words: "And again.");
        await RunAsync(Quarter);
        await RunAsync(Quarter);
        Assert.Single(_box.Mails);
        await RunAsync(TimeSpan.FromDays(1));

        Assert.Equal(2, _box.Mails.Count);
        Assert.Contains("Returned to you, by Director of Finance.", _box.Mails[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_told_of_what_is_done_meanwhile_and_what_was_approved_is_no_reason_for_a_mail()
    {
        await OpenAsync();
        await Do(DeskAction.Send, Officer, Given);
        await Do(DeskAction.Send, Officer, new() { Value = "72" }, id: Debt);
        await Approve(Director, Invoices, Debt);
        await RunAsync(Quarter);
        await RunAsync(TimeSpan.FromDays(1));
        Assert.Empty(_box.Mails);

        await Do(DeskAction.Reopen, Analyst, words: "Wrong month.", id: Debt);
        await RunAsync(Quarter);

        Assert.Contains("Approved: FN08. Nothing is left to do there.", Assert.Single(_box.Mails).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removed_person_gets_no_mail()
    {
        await OpenAsync();
        Clock.Now += Quarter;
        await Desk.Outbox.GatherAsync("2025-11-03", Clock.Now.ToUnixTimeSeconds(), Clock.Now.ToUnixTimeSeconds(), default);
        Assert.Single(await Desk.Outbox.LatestAsync(10, default));
        await new RemovePersonHandler(Desk).HandleAsync(new RemovePerson(Officer, Administrator, string.Empty), default);
        await RunAsync(Quarter);
        await RunAsync(TimeSpan.FromDays(10));

        Assert.DoesNotContain(_box.Mails, mail => mail.To == OfficersAddress);
        Assert.DoesNotContain(await Desk.Outbox.LatestAsync(10, default), mail => mail.Person == Officer.Value);
    }

    [Fact]
    public async Task A_reminder_comes_before_the_day_and_when_it_is_late_and_others_are_told_in_the_end()
    {
        await OpenAsync();
        await RunAsync(Quarter);
        for (var day = 0; day < 14; day++)
        {
            Clock.Now += TimeSpan.FromDays(1);
            await RunAsync();
            await RunAsync(Quarter);
            Clock.Now -= Quarter;
        }

        // The round of the third is due on the tenth and locked after the seventeenth; nobody is written to on the days of a weekend.
        Assert.Equal([3, 6, 11, 12, 13, 14, 17], DaysTo(OfficersAddress));
        Assert.Equal([13, 17], DaysTo(DirectorsAddress));
        Assert.Equal([17], DaysTo(AnalystsAddress));
        var last = _box.Mails.Last(mail => mail.To == OfficersAddress);
        Assert.Equal("2 returns for you: FN06 is 5 working days late", last.Subject);
        var told = _box.Mails.First(mail => mail.To == DirectorsAddress);
        Assert.Equal("FN06 is 3 working days late, with others", told.Subject);
        Assert.Contains("  3 working days late, with Finance analyst.\n", told.Body, StringComparison.Ordinal);
        Assert.Contains(
            "If FN06 is not sent today, Director of Finance is told on the next working day.",
            _box.Mails.Single(mail => mail.To == OfficersAddress && mail.Subject.EndsWith("2 working days late", StringComparison.Ordinal)).Body,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_stands_in_is_told_for_whom()
    {
        await OpenAsync();
        var manager = await PersonAsync("Insurance Manager");
        await new DelegateWorkHandler(Desk).HandleAsync(
            new DelegateWork(new Delegation(Director, manager, Desk.Today, Desk.Today.AddDays(5)), Director), default);
        await Do(DeskAction.Send, Officer, Given);
        await RunAsync(Quarter);

        var mail = _box.Mails.Single(one => one.To == "insurance.manager@example.gov.uk");
        Assert.Contains("By Fri 14 November. For Director of Finance, who is away.", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_server_that_fails_is_tried_again_later_each_time_and_given_up_in_the_end()
    {
        await OpenAsync();
        _box.Says = new MailDelivery("The mail server is away.", false);
        await RunAsync(Quarter);
        for (var minute = 0; minute < 60 * 24; minute++)
        {
            await RunAsync(TimeSpan.FromMinutes(1));
        }

        var failed = Assert.Single(await Desk.Outbox.LatestAsync(10, default));
        Assert.True(failed.HasFailed);
        Assert.Equal(("The mail server is away.", 6), (failed.Problem, _box.Mails.Count));
        Assert.Single(_box.Mails.Select(mail => mail.Id).Distinct());

        _box.Says = MailDelivery.Taken;
        await Desk.Outbox.RetryAsync(failed.Id, Clock.Now.ToUnixTimeSeconds(), default);
        await RunAsync();
        Assert.NotNull((await Desk.Outbox.LatestAsync(10, default)).Single(mail => mail.Id == failed.Id).SentAt);
    }

    [Fact]
    public async Task An_address_that_is_refused_for_good_is_not_tried_again()
    {
        await OpenAsync();
        _box.Says = new MailDelivery("The mail server answered 550: no such person", true);
        await RunAsync(Quarter);
        await RunAsync(TimeSpan.FromHours(5));

        Assert.Single(_box.Mails);
        Assert.True(Assert.Single(await Desk.Outbox.LatestAsync(10, default)).HasFailed);
    }

    [Fact]
    public async Task Whoever_dies_between_sending_and_noting_it_has_it_sent_once_more_under_the_same_id()
    {
        await OpenAsync();
        _box.Dies = true;
        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(Quarter));
        _box.Dies = false;
        await RunAsync(TimeSpan.FromMinutes(5));
        Assert.Single(_box.Mails);
        await RunAsync(TimeSpan.FromMinutes(6));
        await RunAsync(TimeSpan.FromHours(1));

        Assert.Equal(2, _box.Mails.Count);
        Assert.Equal(_box.Mails[0], _box.Mails[1]);
    }

    [Fact]
    public async Task Two_nodes_send_a_mail_once()
    {
        await OpenAsync();
        Clock.Now += Quarter;
        var nodes = Enumerable.Range(0, 4).Select(_ => New()).ToList();

        await Task.WhenAll(nodes.Select(node => node.RunAsync(default)));

        Assert.Single(_box.Mails);
    }

    [Fact]
    public async Task What_is_not_written_is_not_told()
    {
        await OpenAsync();
        await RunAsync(Quarter);
        var seen = (await Return()).Version;
        await Do(DeskAction.Save, Officer, Given);

        Assert.IsType<DeskOutcome.Conflicted>(await Step(DeskAction.Send, Officer, Given, seen: seen));
        Assert.Empty(await NotedAsync());
        await Do(DeskAction.Send, Officer, Given);

        Assert.Single(await NotedAsync());
    }

    [Fact]
    public async Task An_invitation_goes_at_once_with_a_link_that_works_once_and_is_kept_nowhere()
    {
        await OpenAsync();
        var invite = new InvitePersonHandler(Desk);
        Assert.Equal("not-yours", Code(await invite.HandleAsync(new InvitePerson(Officer, Analyst), default)));
        Assert.IsType<DeskOutcome.Done>(await invite.HandleAsync(new InvitePerson(Officer, Administrator), default));
        await RunAsync();

        var mail = Assert.Single(_box.Mails);
        var token = mail.Body.Split("set-up?link=")[1].Split('\n')[0];
        var entries = (await Store.ChangesAsync(Organisation)).SelectMany(change => change.Entries);
        Assert.DoesNotContain(entries, entry => entry.Body?.Contains(token, StringComparison.Ordinal) == true);
        Assert.IsType<DeskOutcome.Done>((await new SetUpAccountHandler(Desk).HandleAsync(SetUp(token, "ignored", "ignored"), default)).Outcome);
        Assert.Equal("not-yours", Code((await new SetUpAccountHandler(Desk).HandleAsync(SetUp(token, "ignored", "ignored"), default)).Outcome));
    }

    private async Task RunAsync(TimeSpan later = default)
    {
        Clock.Now += later;
        await (_sending ??= New()).RunAsync(default);
    }

    /// <summary>What is noted for the director.</summary>
    private Task<IReadOnlyList<string>> NotedAsync() =>
        Intruder.Query($"SELECT item FROM mail_notice WHERE org = @org AND person = '{Director}'", Organisation);

    private SendMail New() => new(Desk, Catalogues, _box.At(Clock), path => "https://performance.example" + path);

    private IEnumerable<int> DaysTo(string address) => _box.Days.Where(one => one.To == address).Select(one => one.Day);

    /// <summary>A mail server that keeps what it is handed.</summary>
    private sealed class PostBox : IMailTransport
    {
        private readonly Lock _lock = new();
        private TimeProvider _clock = TimeProvider.System;

        public List<MailText> Mails { get; } = [];

        public List<(string To, int Day)> Days { get; } = [];

        public MailDelivery Says { get; set; } = MailDelivery.Taken;

        public bool Dies { get; set; }

        public PostBox At(TimeProvider clock)
        {
            _clock = clock;
            return this;
        }

        public Task<MailDelivery> SendAsync(MailText mail, CancellationToken cancellationToken)
        {
            lock (_lock)
            {
                Mails.Add(mail);
                Days.Add((mail.To, _clock.GetUtcNow().Day));
            }

            return Dies ? throw new InvalidOperationException("The node died.") : Task.FromResult(Says);
        }
    }
}
