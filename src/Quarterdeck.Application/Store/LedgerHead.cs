namespace Quarterdeck.Application.Store;

/// <summary>Where an organisation's chain of changes ends. Two stores whose chains end alike hold the same.</summary>
/// <param name="Change">Number of the last change; 0 when there is none.</param>
/// <param name="Hash">The chain's hash up to it, in hexadecimal digits; empty when there is none.</param>
public readonly record struct LedgerHead(long Change, string Hash);
