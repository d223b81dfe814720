namespace Quarterdeck.Web.Sites;

/// <summary>What is shown now. Whoever is being answered keeps what was shown when they asked.</summary>
public sealed class SiteSource
{
    private readonly TaskCompletionSource _any = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _given = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile ShownSite? _current;
    private volatile EarlierAnswers? _earlier;

    /// <summary>One that has nothing to show yet: whoever asks waits until it has.</summary>
    public SiteSource()
    {
    }

    public SiteSource(ShownSite first) => Current = first;

    /// <exception cref="InvalidOperationException">There is nothing to show yet.</exception>
    public ShownSite Current
    {
        get => _current ?? throw new InvalidOperationException("There is nothing to show yet.");
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (_earlier is { } earlier && earlier.Fingerprint == value.Fingerprint)
            {
                value.Adopt(earlier.Answers);
            }

            (_current, _earlier) = (value, null);
            _any.TrySetResult();
            _first.TrySetResult();
        }
    }

    /// <summary>Done when somebody has got an answer that was ready.</summary>
    public Task Given => _given.Task;

    /// <summary>Whether there is something to show.</summary>
    internal bool IsReady => _current is not null;

    /// <summary>Done when there may be answers, or there is something to show.</summary>
    internal Task Any => _any.Task;

    /// <summary>Done when there is something to show.</summary>
    internal Task First => _first.Task;

    /// <summary>The answers that are ready; null while there are none.</summary>
    internal KeptAnswers? Answers => _current?.Answers ?? _earlier?.Answers;

    /// <summary>Somebody has got an answer that was ready.</summary>
    internal void HasGiven() => _given.TrySetResult();

    /// <summary>Until there is something to show, gives the answers that were ready when this was shown before.</summary>
    /// <param name="file">Where they were kept.</param>
    /// <param name="state">What will be shown: <see cref="AnswersFile"/> has answers to no other.</param>
    /// <returns>Whether there were any.</returns>
    public bool Give(AnswersFile file, string state)
    {
        ArgumentNullException.ThrowIfNull(file);
        _earlier = file.Read(state);
        _any.TrySetResult();
        return _earlier is not null;
    }

    /// <summary>Keeps the answers that are ready for the next start.</summary>
    /// <inheritdoc cref="AnswersFile.Write"/>
    public void Keep(AnswersFile file, string state)
    {
        ArgumentNullException.ThrowIfNull(file);
        var shown = Current;
        file.Write(state, new EarlierAnswers(shown.Fingerprint, shown.Answers));
    }
}
