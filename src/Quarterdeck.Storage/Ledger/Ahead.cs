namespace Quarterdeck.Storage.Ledger;

/// <summary>Rows one after the other, the next one seen before it is taken.</summary>
internal sealed class Ahead<T> : IAsyncDisposable
    where T : class
{
    private readonly IAsyncEnumerator<T> _rows;

    private Ahead(IAsyncEnumerator<T> rows) => _rows = rows;

    /// <summary>The next row; null at the end.</summary>
    public T? Next { get; private set; }

    public static async Task<Ahead<T>> Of(IAsyncEnumerable<T> rows, CancellationToken stop)
    {
        var ahead = new Ahead<T>(rows.GetAsyncEnumerator(stop));
        await ahead.Take().ConfigureAwait(false);
        return ahead;
    }

    /// <summary>Goes on to the row after it.</summary>
    public async Task Take() => Next = await _rows.MoveNextAsync().ConfigureAwait(false) ? _rows.Current : null;

    public ValueTask DisposeAsync() => _rows.DisposeAsync();
}
