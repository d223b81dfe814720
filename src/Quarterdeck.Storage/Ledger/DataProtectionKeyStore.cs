using Dapper;
using Quarterdeck.Application.Abstractions;

namespace Quarterdeck.Storage.Ledger;

/// <summary>The table data_protection_key of one organisation.</summary>
internal sealed class DataProtectionKeyStore(SqlDialect engine, string organisation) : IDataProtectionKeyStore
{
    public Task<IReadOnlyList<string>> ReadAllAsync(CancellationToken cancellationToken) => engine.ReadAsync(
        organisation,
        async session =>
        {
            const string Keys = "SELECT xml FROM data_protection_key WHERE org = @organisation ORDER BY id";
            var query = new CommandDefinition(Keys, new { organisation }, session.Transaction, cancellationToken: cancellationToken);
            return (IReadOnlyList<string>)[.. await session.Connection.QueryAsync<string>(query).ConfigureAwait(false)];
        },
        cancellationToken);

    public Task AddAsync(string id, string xml, CancellationToken cancellationToken) => engine.WriteAsync(
        organisation,
        async session =>
        {
            const string Add = "INSERT INTO data_protection_key (org, id, xml) VALUES (@organisation, @id, @xml) ON CONFLICT (org, id) DO NOTHING";
            var command = new CommandDefinition(Add, new { organisation, id, xml }, session.Transaction, cancellationToken: cancellationToken);
            return (await session.Connection.ExecuteAsync(command).ConfigureAwait(false), true);
        },
        cancellationToken);
}
