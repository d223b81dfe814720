using Quarterdeck.Application.Store;
using Quarterdeck.TestKit.Clocks;

namespace Quarterdeck.Storage.Tests.Ledger;

/// <summary>A store of one engine, opened for one test.</summary>
public abstract class EngineContract : IAsyncLifetime
{
    protected static readonly DateTimeOffset Start = new(2025, 11, 3, 9, 0, 0, TimeSpan.Zero);

    private EngineUnderTest? _engine;

    protected HandClock Clock { get; } = new(Start);

    protected IStore Store => Engine.Store;

    protected IIntruder Intruder => Engine;

    /// <summary>Where another program finds the store.</summary>
    protected string Location => Engine.Location;

    /// <summary>An organisation of the test's own.</summary>
    protected string Organisation { get; } = TestContext.Current.Test?.UniqueID ?? TestContext.Current.TestCase!.UniqueID;

    private EngineUnderTest Engine => _engine ?? throw new InvalidOperationException("The store is opened before the test.");

    protected abstract Task<EngineUnderTest> Open(TimeProvider clock);

    public async ValueTask InitializeAsync() => _engine = await Open(Clock);

    public async ValueTask DisposeAsync()
    {
        if (_engine is not null)
        {
            await _engine.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }
}

/// <summary>A store, and a way round it.</summary>
public abstract class EngineUnderTest(IStore store) : IIntruder, IAsyncDisposable
{
    public IStore Store { get; } = store;

    public abstract string Location { get; }

    public abstract Task Force(string sql, object parameters);

    public abstract Task<IReadOnlyList<string>> Query(string sql, string organisation);

    public virtual async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Each row's values as text.</summary>
    protected static IReadOnlyList<string> Lines(IEnumerable<IDictionary<string, object?>> rows) =>
        [.. rows.Select(row =>
            string.Join('|', row.Values.Select(value => value is null ? "null" : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture))))];
}
