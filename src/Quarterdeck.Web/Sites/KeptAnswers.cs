using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Quarterdeck.Web.Sites;

/// <summary>
/// The answers that are ready for whoever asks next, by path in any case: however a reader writes it, an answer is kept once. They go when
/// something is published, with the site they are of.
/// </summary>
internal sealed class KeptAnswers
{
    private readonly ConcurrentDictionary<string, KeptAnswer> _answers = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<(string Path, KeptAnswer Answer)> _inOrder = new();
    private long _size;

    public int Count => _answers.Count;

    public bool Has(string path) => _answers.ContainsKey(path);

    /// <summary>The answer to a request; null when none is ready.</summary>
    public KeptAnswer? For(HttpRequest request) =>
        !request.QueryString.HasValue && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) ? _answers.GetValueOrDefault(request.Path.Value!) : null;

    /// <summary>Keeps it while there is room; the first asked for are the most asked for.</summary>
    /// <param name="path">What was asked for.</param>
    /// <param name="answer">How it is answered.</param>
    /// <param name="most">Bytes of all that is kept.</param>
    public void Keep(string path, KeptAnswer answer, long most)
    {
        if (Interlocked.Read(ref _size) + answer.Size <= most && _answers.TryAdd(path, answer))
        {
            Interlocked.Add(ref _size, answer.Size);
            _inOrder.Enqueue((path, answer));
        }
    }

    /// <summary>Those asked for first, in that order.</summary>
    /// <param name="most">Bytes of all of them.</param>
    public IReadOnlyList<(string Path, KeptAnswer Answer)> InOrder(long most)
    {
        var size = 0L;
        return [.. _inOrder.TakeWhile(each => (size += each.Answer.Size) <= most)];
    }
}
