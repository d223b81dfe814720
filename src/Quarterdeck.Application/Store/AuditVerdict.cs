namespace Quarterdeck.Application.Store;

/// <summary>What came of computing a chain of changes again.</summary>
public abstract record AuditVerdict
{
    private AuditVerdict()
    {
    }

    /// <param name="Changes">How many changes.</param>
    /// <param name="Entries">How many entries they have.</param>
    /// <param name="Head">Hash of the last change; empty when there is none. Noted elsewhere, it proves later that nothing before it was touched.</param>
    public sealed record Whole(long Changes, long Entries, string Head) : AuditVerdict
    {
        /// <summary>Of the entries, how many were erased since, each by a change that says so.</summary>
        public long Erased { get; init; }
    }

    /// <param name="Change">The first change that is not as it was written.</param>
    /// <param name="What">What is wrong with it, in a sentence.</param>
    public sealed record Broken(long Change, string What) : AuditVerdict;
}
