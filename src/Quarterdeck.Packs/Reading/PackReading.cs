using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Packs;

namespace Quarterdeck.Packs.Reading;

/// <summary>What came of reading a pack: the pack, unless something is wrong with it beyond argument, and every finding.</summary>
/// <param name="Pack">Null when any finding is an error: a pack is read whole or not at all.</param>
/// <param name="Findings">Table by table, in the order of the pack's description, then of the rows.</param>
public sealed record PackReading(Pack? Pack, IReadOnlyList<Finding> Findings);
