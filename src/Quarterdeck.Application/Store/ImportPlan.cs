namespace Quarterdeck.Application.Store;

/// <summary>Everything an import would change, and nothing done yet.</summary>
/// <param name="Seen">Number of the last change it was compared with.</param>
/// <param name="Statements">What would be written.</param>
/// <param name="Changes">The same row by row, before and after.</param>
public sealed record ImportPlan(long Seen, IReadOnlyList<RowWrite> Statements, ChangeSet Changes);
