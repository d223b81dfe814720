using System.Buffers;
using System.Net;
using System.Net.Sockets;
using MimeKit;
using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Collection;
using Quarterdeck.Application.Notifications;
using Quarterdeck.Domain.Access;
using Quarterdeck.Web.Mail;
using Quarterdeck.Web.Options;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Quarterdeck.Web.Tests.Desks;

/// <summary>Mails as a real mail server gets them, and the pages that tell of them.</summary>
public sealed class MailTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_arrives_as_plain_text_from_the_council_with_an_id_that_a_repetition_has_too()
    {
        await using var server = Sink.Start();
        var transport = new SmtpTransport(server.Options, TimeProvider.System);
        var mail = new MailText("main/p-1-2025-11-12", "rhian@example.gov.uk", "3 returns for you: ŵythnos", "You owe £3.\nhttps://performance.example/desk\n");

        Assert.Equal(MailDelivery.Taken, await transport.SendAsync(mail, Stop));
        Assert.Equal(MailDelivery.Taken, await transport.SendAsync(mail, Stop));
        Assert.Equal(MailDelivery.Taken, await transport.SendAsync(mail with { Id = "main/p-2-2025-11-12" }, Stop));

        var first = server.Mails[0];
        Assert.Equal(
            ("\"Performance\" <performance@example.gov.uk>", "rhian@example.gov.uk", mail.Subject, mail.Body),
            (first.From.ToString(), first.To.ToString(), first.Subject, first.TextBody!.ReplaceLineEndings("\n").TrimEnd('\n') + "\n"));
        Assert.Equal("auto-generated", first.Headers["Auto-Submitted"]);
        Assert.EndsWith("@example.gov.uk", first.MessageId, StringComparison.Ordinal);
        Assert.Equal((1, 2), (server.Mails.Take(2).Select(one => one.MessageId).Distinct().Count(), server.Mails.Select(one => one.MessageId).Distinct().Count()));
    }

    [Fact]
    public async Task Nobody_can_write_another_header_into_a_mail_by_the_words_of_a_post()
    {
        await using var server = Sink.Start();

        await new SmtpTransport(server.Options, TimeProvider.System).SendAsync(new MailText("x", "a@example.gov.uk", "One\r\nBcc: b@example.gov.uk", "Words"), Stop);

        Assert.Empty(server.Mails.Single().Bcc);
    }

    [Fact]
    public async Task What_the_mail_server_refuses_is_told_in_a_sentence_and_an_unknown_address_for_good()
    {
        await using var server = Sink.Start();
        var transport = new SmtpTransport(server.Options, TimeProvider.System);

        var unknown = await transport.SendAsync(new MailText("x", "nobody@example.gov.uk", "Words", "Words"), Stop);
        var wrong = await transport.SendAsync(new MailText("x", "not an address@@", "Words", "Words"), Stop);
        var away = await new SmtpTransport(server.Options with { Port = FreePort() }, TimeProvider.System).SendAsync(
            new MailText("x", "a@example.gov.uk", "Words", "Words"), Stop);
        var open = await new SmtpTransport(server.Options with { Security = MailSecurity.StartTls }, TimeProvider.System).SendAsync(
            new MailText("x", "a@example.gov.uk", "Words", "Words"), Stop);

        Assert.True(unknown is { IsFinal: true, Problem: { } said } && said.StartsWith("The mail server answered 550", StringComparison.Ordinal), unknown.Problem);
        Assert.True(wrong is { IsFinal: true, Problem: not null });
        Assert.True(away is { IsFinal: false, Problem: { } gone } && gone.Contains("could not be used", StringComparison.Ordinal), away.Problem);

        // A password or a mail never goes in the open where it is to be encrypted.
        Assert.True(open is { IsFinal: false, Problem: not null });
        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task An_officer_gets_the_days_mail_and_the_administrator_sees_what_failed_and_has_it_tried_again()
    {
        await using var server = Sink.Start();
        await using var site = await DeskSite.OpenAsync(mail: server.Options);
        var administrator = await site.SignedIn(Role.Administrator);
        Assert.Contains("None was made in the last 90 days.", await DeskSite.Read(administrator, "/desk/mail"), StringComparison.Ordinal);

        site.Clock.Now += TimeSpan.FromMinutes(15);
        server.IsOpen = false;
        var sending = new SendMail(site.Desk, new CatalogueReader(), new SmtpTransport(server.Options, site.Clock), path => "https://performance.example" + path);
        for (var times = 0; times < 8; times++)
        {
            await sending.RunAsync(Stop);
            site.Clock.Now += TimeSpan.FromHours(9);
        }

        administrator = await site.SignedIn(Role.Administrator);
        var failed = await DeskSite.Read(administrator, "/desk/mail");
        Assert.Contains("1 mail has failed", failed, StringComparison.Ordinal);
        Assert.Contains("Post of Officer", failed, StringComparison.Ordinal);
        Assert.DoesNotContain("@example.gov.uk\"", failed, StringComparison.Ordinal);
        var id = (await site.Desk.Outbox.LatestAsync(9, Stop)).First(mail => mail.HasFailed).Id;
        using var answer = await DeskSite.Post(administrator, "/desk/mail", failed, ("mail", id));
        server.IsOpen = true;
        await sending.RunAsync(Stop);

        Assert.Contains("No mail has failed", await DeskSite.Read(administrator, "/desk/mail"), StringComparison.Ordinal);
        Assert.Contains("https://performance.example/desk/returns/2025-10/FN08", server.Mails[0].TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_sends_an_invitation_by_mail_and_nobody_else_does()
    {
        await using var server = Sink.Start();
        await using var site = await DeskSite.OpenAsync(mail: server.Options);
        var administrator = await site.SignedIn(Role.Administrator);
        var address = $"/desk/people/{site.People[Role.Officer]}";
        var page = await DeskSite.Read(administrator, address);
        using var sent = await DeskSite.Post(administrator, address + "?handler=Invite", page);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var auditor = await site.SignedIn(Role.Auditor);
        using var refused = await DeskSite.Post(auditor, address + "?handler=Invite", await DeskSite.Read(auditor, "/desk/account"));
        Assert.Contains("You may not", await refused.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);

        var sending = new SendMail(site.Desk, new CatalogueReader(), new SmtpTransport(server.Options, site.Clock), path => "https://performance.example" + path);
        await sending.RunAsync(Stop);

        Assert.Equal("Officer@example.gov.uk", Assert.Single(server.Mails).To.ToString());
    }

    [Fact]
    public async Task Where_no_mail_server_is_set_up_the_pages_say_that_nobody_gets_mail()
    {
        await using var site = await DeskSite.OpenAsync();
        var (administrator, analyst) = (await site.SignedIn(Role.Administrator), await site.SignedIn(Role.Analyst));

        Assert.Contains("Nobody gets mail, since no mail server is set up", await DeskSite.Read(administrator, "/desk/mail"), StringComparison.Ordinal);
        Assert.Contains("Nobody gets mail", await DeskSite.Read(analyst, "/desk/round"), StringComparison.Ordinal);
        Assert.DoesNotContain("by mail<", await DeskSite.Read(administrator, $"/desk/people/{site.People[Role.Officer]}"), StringComparison.Ordinal);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>A mail server in this process.</summary>
    private sealed class Sink : MessageStore, IMailboxFilter, IAsyncDisposable
    {
        private readonly CancellationTokenSource _ended = new();
        private Task _running = Task.CompletedTask;

        public List<MimeMessage> Mails { get; } = [];

        public bool IsOpen { get; set; } = true;

        public required MailOptions Options { get; init; }

        public static Sink Start()
        {
            var sink = new Sink { Options = new MailOptions("127.0.0.1", FreePort(), MailSecurity.None, "Performance <performance@example.gov.uk>") };
            var services = new ServiceProvider();
            services.Add((IMessageStore)sink);
            services.Add((IMailboxFilter)sink);
            var options = new SmtpServerOptionsBuilder().ServerName("localhost")
                .Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, sink.Options.Port))).Build();
            sink._running = new SmtpServer.SmtpServer(options, services).StartAsync(sink._ended.Token);
            return sink;
        }

        public override Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            if (!IsOpen)
            {
                return Task.FromResult(new SmtpResponse(SmtpReplyCode.TransactionFailed, "try later"));
            }

            using var stream = new MemoryStream(buffer.ToArray());
            Mails.Add(MimeMessage.Load(stream, cancellationToken));
            return Task.FromResult(SmtpResponse.Ok);
        }

        public Task<bool> CanAcceptFromAsync(ISessionContext context, IMailbox from, int size, CancellationToken cancellationToken) => Task.FromResult(true);

        public Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) =>
            Task.FromResult(to.User != "nobody");

        public async ValueTask DisposeAsync()
        {
            await _ended.CancelAsync();
            await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _ended.Dispose();
        }
    }
}
