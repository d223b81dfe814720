using Dapper;
using Quarterdeck.Application.Abstractions;

namespace Quarterdeck.Storage.Ledger;

/// <summary>The tables mail and mail_notice of one organisation, the same on every engine.</summary>
internal sealed class MailOutbox(SqlDialect engine, string organisation) : IMailOutbox
{
    private const int MostClaimed = 20;

    private const string Columns =
        "SELECT id AS Id, person AS Person, made_at AS MadeAt, tries AS Tries, next_try_at AS NextTryAt, sent_at AS SentAt, problem AS Problem FROM mail ";

    public Task AddAsync(IReadOnlyList<MailNotice> notices, long now, CancellationToken cancellationToken) => WriteAsync(
        session => AddAsync(session, organisation, notices, now), cancellationToken);

    /// <summary>Notes what people are to be told in the transaction of a change.</summary>
    public static async Task AddAsync(DbSession session, string organisation, IReadOnlyList<MailNotice> notices, long now)
    {
        if (notices.Count == 0)
        {
            return;
        }

        const string Add = """
            INSERT INTO mail_notice (org, person, item, step, version, noted_at, mail) VALUES (@organisation, @Person, @Item, @Step, @Version, @now, '')
            ON CONFLICT (org, person, item, step, version) DO NOTHING
            """;
        var rows = notices.Where(one => one.Step != MailStep.Invited)
            .Select(one => new { organisation, one.Person, one.Item, Step = one.Step.ToString(), one.Version, now });
        await session.Connection.ExecuteAsync(Of(session, Add, rows)).ConfigureAwait(false);
        foreach (var invited in notices.Where(one => one.Step == MailStep.Invited))
        {
            await MakeAsync(session, organisation, invited.Item, invited.Person, now).ConfigureAwait(false);
        }
    }

    public async Task GatherAsync(string day, long now, long notedBy, CancellationToken cancellationToken)
    {
        const string Waiting = """
            SELECT DISTINCT person FROM mail_notice AS notice WHERE org = @organisation AND mail = '' AND noted_at <= @notedBy AND step <> 'Approved'
                AND NOT EXISTS (SELECT 1 FROM mail WHERE mail.org = @organisation AND mail.id = notice.person || @end) ORDER BY person
            """;
        const string Put = "UPDATE mail_notice SET mail = @id WHERE org = @organisation AND person = @person AND mail = ''";
        var end = $"-{day}";
        if (await ReadAsync<string>(Waiting, new { organisation, notedBy, end }, cancellationToken).ConfigureAwait(false) is not { Count: > 0 } people)
        {
            return;
        }

        await WriteAsync(
            async session =>
            {
                foreach (var person in people)
                {
                    var id = person + end;
                    if (await MakeAsync(session, organisation, id, person, now).ConfigureAwait(false))
                    {
                        await session.Connection.ExecuteAsync(Of(session, Put, new { organisation, person, id })).ConfigureAwait(false);
                    }
                }
            },
            cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<OutgoingMail>> ClaimAsync(long now, long until, CancellationToken cancellationToken)
    {
        const string Due = Columns + "WHERE org = @organisation AND sent_at IS NULL AND next_try_at > 0 AND next_try_at <= @now ORDER BY next_try_at, id";
        const string Claim = """
            UPDATE mail SET tries = tries + 1, next_try_at = @until
            WHERE org = @organisation AND id = @Id AND next_try_at = @NextTryAt AND tries = @Tries AND sent_at IS NULL
            """;
        if ((await ReadAsync<OutgoingMail>(Due, new { organisation, now }, cancellationToken).ConfigureAwait(false)).Count == 0)
        {
            return [];
        }

        var claimed = new List<OutgoingMail>();
        await WriteAsync(
            async session =>
            {
                claimed.Clear();
                var due = await session.Connection.QueryAsync<OutgoingMail>(Of(session, Due, new { organisation, now })).ConfigureAwait(false);
                foreach (var mail in due.Take(MostClaimed))
                {
                    var claim = Of(session, Claim, new { organisation, mail.Id, mail.NextTryAt, mail.Tries, until });
                    if (await session.Connection.ExecuteAsync(claim).ConfigureAwait(false) == 1)
                    {
                        claimed.Add(mail with { Tries = mail.Tries + 1, NextTryAt = until });
                    }
                }
            },
            cancellationToken).ConfigureAwait(false);
        return claimed;
    }

    public async Task<IReadOnlyList<MailNotice>> NoticesOfAsync(string mail, CancellationToken cancellationToken) =>
    [
        .. (await ReadAsync<NoticeRow>(
            "SELECT person AS Person, item AS Item, step AS Step, version AS Version FROM mail_notice WHERE org = @organisation AND mail = @mail "
            + "ORDER BY item, step, version",
            new { organisation, mail },
            cancellationToken).ConfigureAwait(false))
            .Select(row => new MailNotice(row.Person, row.Item, Enum.Parse<MailStep>(row.Step), row.Version)),
    ];

    public Task SentAsync(string mail, long now, CancellationToken cancellationToken) => ExecuteAsync(
        "UPDATE mail SET sent_at = @now, next_try_at = 0, problem = '' WHERE org = @organisation AND id = @mail",
        new { organisation, mail, now },
        cancellationToken);

    public Task FailedAsync(string mail, string problem, long? nextTryAt, CancellationToken cancellationToken) => ExecuteAsync(
        "UPDATE mail SET problem = @problem, next_try_at = @next WHERE org = @organisation AND id = @mail AND sent_at IS NULL",
        new { organisation, mail, problem, next = nextTryAt ?? 0 },
        cancellationToken);

    public Task RetryAsync(string mail, long now, CancellationToken cancellationToken) => ExecuteAsync(
        "UPDATE mail SET tries = 0, next_try_at = @now WHERE org = @organisation AND id = @mail AND sent_at IS NULL",
        new { organisation, mail, now },
        cancellationToken);

    public Task DropAsync(string mail, CancellationToken cancellationToken) => ExecuteAsync(
        """
        DELETE FROM mail WHERE org = @organisation AND id = @mail AND sent_at IS NULL;
        UPDATE mail_notice SET mail = '' WHERE org = @organisation AND mail = @mail AND step = 'Approved'
        """,
        new { organisation, mail },
        cancellationToken);

    public Task<IReadOnlyList<OutgoingMail>> LatestAsync(int most, CancellationToken cancellationToken) => ReadAsync<OutgoingMail>(
        Columns + "WHERE org = @organisation ORDER BY made_at DESC, id LIMIT @most", new { organisation, most }, cancellationToken);

    public Task ForgetAsync(long before, CancellationToken cancellationToken) => ExecuteAsync(
        "DELETE FROM mail WHERE org = @organisation AND made_at < @before; DELETE FROM mail_notice WHERE org = @organisation AND noted_at < @before",
        new { organisation, before },
        cancellationToken);

    private static async Task<bool> MakeAsync(DbSession session, string organisation, string id, string person, long now)
    {
        const string Make = """
            INSERT INTO mail (org, id, person, made_at, tries, next_try_at, problem) VALUES (@organisation, @id, @person, @now, 0, @now, '')
            ON CONFLICT (org, id) DO NOTHING
            """;
        return await session.Connection.ExecuteAsync(Of(session, Make, new { organisation, id, person, now })).ConfigureAwait(false) == 1;
    }

    private Task<IReadOnlyList<T>> ReadAsync<T>(string sql, object parameters, CancellationToken cancellationToken) => engine.ReadAsync(
        organisation,
        async session => (IReadOnlyList<T>)[.. await session.Connection.QueryAsync<T>(Of(session, sql, parameters)).ConfigureAwait(false)],
        cancellationToken);

    private Task<bool> ExecuteAsync(string sql, object parameters, CancellationToken cancellationToken) =>
        WriteAsync(session => session.Connection.ExecuteAsync(Of(session, sql, parameters)), cancellationToken);

    private Task<bool> WriteAsync(Func<DbSession, Task> work, CancellationToken cancellationToken) => engine.WriteAsync(
        organisation,
        async session =>
        {
            await work(session).ConfigureAwait(false);
            return (true, true);
        },
        cancellationToken);

    private static CommandDefinition Of(DbSession session, string sql, object parameters) =>
        new(sql, parameters, session.Transaction, cancellationToken: session.Stop);

    private sealed record NoticeRow(string Person, string Item, string Step, long Version);
}
