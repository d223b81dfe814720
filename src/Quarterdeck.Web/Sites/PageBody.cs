using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace Quarterdeck.Web.Sites;

/// <summary>
/// The body of an answer that is made for one reader. What is written in many small parts goes out in few large ones: a slow reader holds no more
/// than one. Who has waited for a reader goes on away from the <see cref="ReadingThreads"/>.
/// </summary>
internal sealed class PageBody : IHttpResponseBodyFeature
{
    /// <summary>As large as one of a <see cref="KeptAnswer"/>.</summary>
    private const int Piece = KeptAnswer.Piece;

    private readonly IHttpResponseBodyFeature _sent;
    private readonly Sender _sender;

    public PageBody(IHttpResponseBodyFeature sent)
    {
        _sent = sent;
        _sender = new Sender(this, sent.Writer);
        Stream = _sender.AsStream(leaveOpen: true);
    }

    public PipeWriter Writer => _sender;

    public Stream Stream { get; }

    public Task StartAsync(CancellationToken cancellationToken = default) => ReadingThreads.After(_sent.StartAsync(cancellationToken));

    public async Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default)
    {
        await _sender.FlushAsync(cancellationToken).ConfigureAwait(false);
        await ReadingThreads.After(_sent.SendFileAsync(path, offset, count, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Sends what was written and has not gone yet, unless the server has an end to send after it: what is left then goes with that.</summary>
    /// <param name="endsItself">Whether the body is in chunks (RFC 9112, 7.1), of which the last says that it is.</param>
    public async Task Finish(bool endsItself)
    {
        if (_sender.UnflushedBytes > 0 && !endsItself)
        {
            await _sender.FlushAsync().ConfigureAwait(false);
        }
    }

    public async Task CompleteAsync()
    {
        await _sender.FlushAsync().ConfigureAwait(false);
        await ReadingThreads.After(_sent.CompleteAsync()).ConfigureAwait(false);
    }

    public void DisableBuffering() => _sent.DisableBuffering();

    private sealed class Sender(PageBody body, PipeWriter sent) : PipeWriter
    {
        private bool _isStarted;
        private int _waiting;

        public override bool CanGetUnflushedBytes => true;

        public override long UnflushedBytes => _waiting;

        public override Memory<byte> GetMemory(int sizeHint = 0) => sent.GetMemory(sizeHint);

        public override Span<byte> GetSpan(int sizeHint = 0) => sent.GetSpan(sizeHint);

        public override void Advance(int bytes)
        {
            sent.Advance(bytes);
            _waiting += bytes;
        }

        public override async ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
        {
            if (!_isStarted)
            {
                // Until the headers have gone, the server gathers what is written aside, and copies it once more.
                await body.StartAsync(cancellationToken).ConfigureAwait(false);
                _isStarted = true;
            }

            while (!source.IsEmpty)
            {
                var part = source[..Math.Min(source.Length, Piece)];
                part.Span.CopyTo(GetSpan(part.Length));
                Advance(part.Length);
                source = source[part.Length..];
                if (_waiting >= Piece && await FlushAsync(cancellationToken).ConfigureAwait(false) is { IsCompleted: true } gone)
                {
                    return gone;
                }
            }

            return default;
        }

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
        {
            _waiting = 0;
            return ReadingThreads.After(sent.FlushAsync(cancellationToken));
        }

        public override void CancelPendingFlush() => sent.CancelPendingFlush();

        public override void Complete(Exception? exception = null) => sent.Complete(exception);

        public override ValueTask CompleteAsync(Exception? exception = null) => sent.CompleteAsync(exception);
    }
}
