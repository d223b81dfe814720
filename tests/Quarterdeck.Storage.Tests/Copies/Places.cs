using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Tests.PostgreSql;
using Quarterdeck.TestKit.Packs;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Storage.Tests.Copies;

/// <summary>Places for stores of either engine, for one test.</summary>
public sealed class Places(PostgreSqlDatabase database) : IDisposable
{
    public const string Sqlite = "sqlite";
    public const string PostgreSql = "postgresql";

    private readonly TemporaryPack _folder = new();
    private int _made;

    public static TheoryData<string> Engines => [Sqlite, PostgreSql];

    public static TheoryData<string, string> Pairs => new() { { Sqlite, Sqlite }, { Sqlite, PostgreSql }, { PostgreSql, Sqlite }, { PostgreSql, PostgreSql } };

    public string Folder => _folder.Path;

    public string this[string name] => _folder[name];

    /// <summary>How a store is reached that is not there yet: by its owner.</summary>
    public async Task<string> New(string engine)
    {
        if (engine == Sqlite)
        {
            return _folder[$"store-{++_made}.db"];
        }

        Assert.SkipWhen(PostgreSqlServer.WhyNot is not null, PostgreSqlServer.WhyNot ?? string.Empty);
        return database.Server.Address(PostgreSqlDatabase.Owner, await database.NewDatabase());
    }

    /// <summary>How people work with it who may do no more than they need.</summary>
    public static string ForPeople(string address) =>
        address.Replace(PostgreSqlDatabase.Owner + ":", PostgreSqlDatabase.Program + ":", StringComparison.Ordinal);

    public static Task<IStore> Open(string address, TimeProvider? clock = null) =>
        StoreLocation.Of(ForPeople(address)).OpenAsync(clock ?? TimeProvider.System, "test", makes: true);

    public static async Task Make(string address)
    {
        await using var made = await StoreLocation.Of(address).OpenAsync(TimeProvider.System, "test", makes: true);
    }

    public static StoreWork Work(CancellationToken cancellationToken = default) => new(TimeProvider.System, "test", new Silence(), cancellationToken);

    public void Dispose() => _folder.Dispose();

    private sealed class Silence : IProgress<string>
    {
        public void Report(string value)
        {
        }
    }
}
