using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace Quarterdeck.Web.Sites;

/// <summary>The body of a request. Who has waited for the reader to send it goes on away from the <see cref="ReadingThreads"/>.</summary>
internal sealed class AskedBody(PipeReader sent) : PipeReader, IRequestBodyPipeFeature
{
    public PipeReader Reader => this;

    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default) => ReadingThreads.After(sent.ReadAsync(cancellationToken));

    public override bool TryRead(out ReadResult result) => sent.TryRead(out result);

    public override void AdvanceTo(SequencePosition consumed) => sent.AdvanceTo(consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) => sent.AdvanceTo(consumed, examined);

    public override void CancelPendingRead() => sent.CancelPendingRead();

    public override void Complete(Exception? exception = null) => sent.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => sent.CompleteAsync(exception);
}
