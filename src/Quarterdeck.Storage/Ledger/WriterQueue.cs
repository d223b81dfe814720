namespace Quarterdeck.Storage.Ledger;

/// <summary>Lets one in at a time, in the order they came: nobody is passed over however many there are.</summary>
internal sealed class WriterQueue
{
    private readonly Lock _lock = new();
    private Task _last = Task.CompletedTask;

    public async Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task before;
        lock (_lock)
        {
            before = _last;
            _last = done.Task;
        }

        // Whoever stops waiting keeps the place in the queue, and gives it up when it comes.
        await before.ConfigureAwait(false);
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            return await work().ConfigureAwait(false);
        }
        finally
        {
            done.SetResult();
        }
    }
}
