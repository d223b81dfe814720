namespace Quarterdeck.Storage;

/// <summary>How work on a whole store is done: what it is recorded with, whom it tells how far it is, and what ends it early.</summary>
public sealed record StoreWork(TimeProvider Clock, string ProgramVersion, IProgress<string> Progress, CancellationToken Stop);
