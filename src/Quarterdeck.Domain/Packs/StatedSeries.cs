namespace Quarterdeck.Domain.Packs;

/// <summary>The results of one indicator as a store holds them: as text where that is plain, and as rows.</summary>
/// <param name="Plain">Lines of reference, period, value, numerator and denominator, parted by commas, in UTF-8; empty where the results are more than
/// that.</param>
/// <param name="Rows">The same as rows, made when they are asked for.</param>
public sealed record StatedSeries(ReadOnlyMemory<byte> Plain, IEnumerable<PackRow> Rows);
