namespace Quarterdeck.Storage.HealthChecks;

/// <summary>How something is with a store.</summary>
public enum Health
{
    Fine,

    /// <summary>It works; somebody should look at it.</summary>
    Doubtful,

    /// <summary>It must be mended.</summary>
    Faulty,
}

/// <param name="Subject">What was looked at: <c>integrity</c>.</param>
/// <param name="Health">How it is.</param>
/// <param name="Found">What was found.</param>
/// <param name="Remedy">How to mend it; empty when it is fine.</param>
public sealed record HealthFinding(string Subject, Health Health, string Found, string Remedy = "");
