using Dapper;
using Quarterdeck.Application.Abstractions;

namespace Quarterdeck.Storage.Ledger;

/// <summary>The tables account_credential, account_session and account_link of one organisation, the same on every engine.</summary>
internal sealed class AccountSecrets(SqlDialect engine, string organisation) : IAccountSecrets
{
    private static readonly string[] Tables = ["account_credential", "account_session", "account_link", "mail", "mail_notice"];

    private const string Credentials =
        "SELECT person AS Person, password_hash AS PasswordHash, code_secret AS CodeSecret, last_step AS LastStep, recovery_codes AS RecoveryCodes "
        + "FROM account_credential WHERE org = @organisation AND person = @person";

    private const string Sessions =
        "SELECT digest AS Digest, person AS Person, browser AS Browser, started_at AS StartedAt, seen_at AS SeenAt, idle_until AS IdleUntil, "
        + "ends_at AS EndsAt FROM account_session WHERE org = @organisation AND idle_until > @now AND ends_at > @now AND ";

    public Task<Credential?> FindCredentialAsync(string person, CancellationToken cancellationToken) =>
        FirstAsync<Credential>(Credentials, new { organisation, person }, cancellationToken);

    public async Task<bool> UseStepAsync(string person, long step, CancellationToken cancellationToken) => await ExecuteAsync(
        "UPDATE account_credential SET last_step = @step WHERE org = @organisation AND person = @person AND last_step < @step",
        new { organisation, person, step },
        cancellationToken).ConfigureAwait(false) == 1;

    public Task<bool> UseRecoveryCodeAsync(string person, string digest, CancellationToken cancellationToken) => engine.WriteAsync(
        organisation,
        async session =>
        {
            var credential = await session.Connection.QueryFirstOrDefaultAsync<Credential>(Of(session, Credentials, new { organisation, person }))
                .ConfigureAwait(false);
            List<string> left = [.. credential?.RecoveryCodes.Split(' ') ?? []];
            if (!left.Remove(digest))
            {
                return (false, false);
            }

            const string Keep = "UPDATE account_credential SET recovery_codes = @codes WHERE org = @organisation AND person = @person";
            await session.Connection.ExecuteAsync(Of(session, Keep, new { organisation, person, codes = string.Join(' ', left) })).ConfigureAwait(false);
            return (true, true);
        },
        cancellationToken);

    public Task AddSessionAsync(Session session, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        const string Add = """
            INSERT INTO account_session (org, digest, person, browser, started_at, seen_at, idle_until, ends_at)
            VALUES (@organisation, @Digest, @Person, @Browser, @StartedAt, @SeenAt, @IdleUntil, @EndsAt)
            """;
        return ExecuteAsync(
            Add,
            new { organisation, session.Digest, session.Person, session.Browser, session.StartedAt, session.SeenAt, session.IdleUntil, session.EndsAt },
            cancellationToken);
    }

    public Task<Session?> FindSessionAsync(string digest, long now, CancellationToken cancellationToken) =>
        FirstAsync<Session>(Sessions + "digest = @digest", new { organisation, digest, now }, cancellationToken);

    public Task<IReadOnlyList<Session>> SessionsOfAsync(string person, long now, CancellationToken cancellationToken) => engine.ReadAsync(
        organisation,
        async session => (IReadOnlyList<Session>)[
            .. await session.Connection.QueryAsync<Session>(
                Of(session, Sessions + "person = @person ORDER BY seen_at DESC", new { organisation, person, now })).ConfigureAwait(false)
        ],
        cancellationToken);

    public Task TouchSessionAsync(string digest, long seenAt, long idleUntil, CancellationToken cancellationToken) => ExecuteAsync(
        "UPDATE account_session SET seen_at = @seenAt, idle_until = @idleUntil WHERE org = @organisation AND digest = @digest",
        new { organisation, digest, seenAt, idleUntil },
        cancellationToken);

    public Task EndSessionsAsync(string person, string? digest, CancellationToken cancellationToken) => ExecuteAsync(
        "DELETE FROM account_session WHERE org = @organisation AND person = @person AND (@digest = '' OR digest = @digest)",
        new { organisation, person, digest = digest ?? string.Empty },
        cancellationToken);

    public Task AddLinkAsync(AccountLink link, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(link);
        return ExecuteAsync(
            "INSERT INTO account_link (org, digest, person, expires_at) VALUES (@organisation, @Digest, @Person, @ExpiresAt)",
            new { organisation, link.Digest, link.Person, link.ExpiresAt },
            cancellationToken);
    }

    public Task<AccountLink?> FindLinkAsync(string digest, long now, CancellationToken cancellationToken) => FirstAsync<AccountLink>(
        "SELECT digest AS Digest, person AS Person, expires_at AS ExpiresAt FROM account_link "
        + "WHERE org = @organisation AND digest = @digest AND expires_at > @now",
        new { organisation, digest, now },
        cancellationToken);

    public Task<bool> HasLinkAsync(long now, CancellationToken cancellationToken) => engine.ReadAsync(
        organisation,
        session => session.Connection.ExecuteScalarAsync<bool>(Of(
            session, "SELECT EXISTS (SELECT 1 FROM account_link WHERE org = @organisation AND expires_at > @now)", new { organisation, now })),
        cancellationToken);

    public Task RemoveAsync(string person, CancellationToken cancellationToken) => engine.WriteAsync(
        organisation,
        async session =>
        {
            foreach (var table in Tables)
            {
                await session.Connection.ExecuteAsync(
                    Of(session, $"DELETE FROM {table} WHERE org = @organisation AND person = @person", new { organisation, person })).ConfigureAwait(false);
            }

            return (true, true);
        },
        cancellationToken);

    /// <summary>Keeps a credential in the transaction of a change, and uses up its link.</summary>
    /// <returns>False where the link is used already.</returns>
    public static async Task<bool> KeepAsync(DbSession session, string organisation, CredentialChange change)
    {
        const string UseUp = "DELETE FROM account_link WHERE org = @organisation AND digest = @LinkDigest";
        if (await session.Connection.ExecuteAsync(Of(session, UseUp, new { organisation, change.LinkDigest })).ConfigureAwait(false) != 1)
        {
            return false;
        }

        if (change.Credential is { } kept)
        {
            await KeepAsync(session, organisation, kept).ConfigureAwait(false);
        }

        // Whoever was signed in before is so no longer, and no other link of theirs opens.
        const string End = "DELETE FROM account_session WHERE org = @organisation AND person = @Person";
        await session.Connection.ExecuteAsync(Of(session, End, new { organisation, change.Person })).ConfigureAwait(false);
        const string EndLinks = "DELETE FROM account_link WHERE org = @organisation AND person = @Person";
        await session.Connection.ExecuteAsync(Of(session, EndLinks, new { organisation, change.Person })).ConfigureAwait(false);
        return true;
    }

    private static Task<int> KeepAsync(DbSession session, string organisation, Credential kept)
    {
        const string Keep = """
            INSERT INTO account_credential (org, person, password_hash, code_secret, last_step, recovery_codes)
            VALUES (@organisation, @Person, @PasswordHash, @CodeSecret, @LastStep, @RecoveryCodes)
            ON CONFLICT (org, person) DO UPDATE SET password_hash = excluded.password_hash, code_secret = excluded.code_secret,
                last_step = excluded.last_step, recovery_codes = excluded.recovery_codes
            """;
        return session.Connection.ExecuteAsync(
            Of(session, Keep, new { organisation, kept.Person, kept.PasswordHash, kept.CodeSecret, kept.LastStep, kept.RecoveryCodes }));
    }

    private Task<T?> FirstAsync<T>(string sql, object parameters, CancellationToken cancellationToken)
        where T : class =>
        engine.ReadAsync(
            organisation,
            session => session.Connection.QueryFirstOrDefaultAsync<T>(Of(session, sql, parameters)),
            cancellationToken);

    private Task<int> ExecuteAsync(string sql, object parameters, CancellationToken cancellationToken) => engine.WriteAsync(
        organisation,
        async session => (await session.Connection.ExecuteAsync(Of(session, sql, parameters)).ConfigureAwait(false), true),
        cancellationToken);

    private static CommandDefinition Of(DbSession session, string sql, object parameters) =>
        new(sql, parameters, session.Transaction, cancellationToken: session.Stop);
}
