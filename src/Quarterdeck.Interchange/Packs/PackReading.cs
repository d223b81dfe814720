using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Packs;

namespace Quarterdeck.Interchange.Packs;

/// <summary>What came of reading a pack: the pack, unless a finding is an error; it is all or nothing.</summary>
public sealed record PackReading(Pack? Pack, IReadOnlyList<Finding> Findings);
