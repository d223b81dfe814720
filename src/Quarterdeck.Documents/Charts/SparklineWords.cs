namespace Quarterdeck.Documents.Charts;

/// <summary>A sparkline in one sentence.</summary>
internal static class SparklineWords
{
    public static string Of(IReadOnlyList<TrendPoint> points, string targetWord)
    {
        var valued = points.Where(point => point.Value is not null).ToList();
        if (valued.Count == 0)
        {
            return points.Count == 0 ? "There are no results to show." : $"There is no result from {points[0].Label} to {points[^1].Label}.";
        }

        var (first, last) = (valued[0], valued[^1]);
        var said = new List<string> { valued.Count == 1
            ? $"{last.Displayed} in {last.Label}"
            : $"{Moved(first, last)} {first.Displayed} in {first.Label} to {last.Displayed} in {last.Label}" };
        var (high, low) = (valued.MaxBy(point => point.Value)!, valued.MinBy(point => point.Value)!);
        if (high.Value > Math.Max(first.Value!.Value, last.Value!.Value))
        {
            said.Add($"highest {high.Displayed} in {high.Label}");
        }

        if (low.Value < Math.Min(first.Value!.Value, last.Value!.Value))
        {
            said.Add($"lowest {low.Displayed} in {low.Label}");
        }

        if (points.Count - valued.Count is > 0 and var gaps)
        {
            said.Add(gaps == 1 ? "one period without a result" : FormattableString.Invariant($"{gaps} periods without a result"));
        }

        if (points.LastOrDefault(point => point.Target is not null)?.Target is { } target)
        {
            said.Add($"{char.ToLowerInvariant(targetWord[0])}{targetWord[1..]} {target.Displayed}");
        }

        return string.Join("; ", said) + ".";
    }

    private static string Moved(TrendPoint first, TrendPoint last) =>
        last.Value > first.Value ? "Up from" : last.Value < first.Value ? "Down from" : "Level: from";
}
