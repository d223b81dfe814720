namespace Quarterdeck.Domain.Findings;

/// <summary>
/// Where a row was read: the row number in its file, the header being row 1. It is not part of the row's content,
/// so any two origins are equal and rows compare by content.
/// </summary>
public readonly struct Origin(int row) : IEquatable<Origin>
{
    /// <summary>0 when the row was not read from a file.</summary>
    public int Row { get; } = row;

    public bool Equals(Origin other) => true;

    public override bool Equals(object? obj) => obj is Origin;

    public override int GetHashCode() => 0;

    public static bool operator ==(Origin left, Origin right) => left.Equals(right);

    public static bool operator !=(Origin left, Origin right) => !left.Equals(right);
}
