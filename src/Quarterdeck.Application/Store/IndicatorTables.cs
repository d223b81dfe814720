namespace Quarterdeck.Application.Store;

/// <summary>The tables of a pack whose rows are each of one indicator.</summary>
public static class IndicatorTables
{
    /// <summary>Those whose keys begin with the indicator's reference. Of results, which are kept by series, the reference is the whole key.</summary>
    public static IReadOnlyList<string> KeyedByReference { get; } = ["call_ins", "comparators", "indicators", "milestones", "published", "targets"];
}
