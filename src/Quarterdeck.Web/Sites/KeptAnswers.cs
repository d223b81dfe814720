using System.Collections.Concurrent;

namespace Quarterdeck.Web.Sites;

/// <summary>
/// The answers that are ready for whoever asks next, by path in any case: however a reader writes it, an answer is kept once. They go when
/// something is published, with the site they are of.
/// </summary>
internal sealed class KeptAnswers
{
    private readonly ConcurrentDictionary<string, KeptAnswer> _answers = new(StringComparer.OrdinalIgnoreCase);
    private long _size;

    public int Count => _answers.Count;

    public KeptAnswer? Find(string path) => _answers.GetValueOrDefault(path);

    /// <summary>Keeps it while there is room; the first asked for are the most asked for.</summary>
    /// <param name="path">What was asked for.</param>
    /// <param name="answer">How it is answered.</param>
    /// <param name="most">Bytes of all that is kept.</param>
    public void Keep(string path, KeptAnswer answer, long most)
    {
        if (Interlocked.Read(ref _size) + answer.Size <= most && _answers.TryAdd(path, answer))
        {
            Interlocked.Add(ref _size, answer.Size);
        }
    }
}
