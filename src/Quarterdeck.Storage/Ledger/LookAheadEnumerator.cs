namespace Quarterdeck.Storage.Ledger;

/// <summary>Rows one after the other, the next one seen before it is taken.</summary>
internal sealed class LookAheadEnumerator<T> : IAsyncDisposable
    where T : class
{
    private readonly IAsyncEnumerator<T> _rows;

    private LookAheadEnumerator(IAsyncEnumerator<T> rows) => _rows = rows;

    /// <summary>The next row; null at the end.</summary>
    public T? Next { get; private set; }

    public static async Task<LookAheadEnumerator<T>> OfAsync(IAsyncEnumerable<T> rows, CancellationToken cancellationToken)
    {
        var ahead = new LookAheadEnumerator<T>(rows.GetAsyncEnumerator(cancellationToken));
        await ahead.TakeAsync().ConfigureAwait(false);
        return ahead;
    }

    /// <summary>Goes on to the row after it.</summary>
    public async Task TakeAsync() => Next = await _rows.MoveNextAsync().ConfigureAwait(false) ? _rows.Current : null;

    public ValueTask DisposeAsync() => _rows.DisposeAsync();
}
