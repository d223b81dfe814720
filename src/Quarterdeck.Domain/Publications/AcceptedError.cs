namespace Quarterdeck.Domain.Publications;

/// <summary>An error that was known and published all the same.</summary>
/// <param name="Code">The finding's code.</param>
/// <param name="Ref">The indicator it is about; null when it is about none.</param>
/// <param name="Found">What was found.</param>
/// <param name="Reason">Why it was published.</param>
public sealed record AcceptedError(string Code, string? Ref, string Found, string Reason)
{
    /// <summary>For readers of the publication.</summary>
    public string Sentence => $"{(Ref is null ? string.Empty : Ref + ": ")}{Found} Accepted: {Reason}";
}
