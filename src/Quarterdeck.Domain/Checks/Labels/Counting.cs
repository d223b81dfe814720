namespace Quarterdeck.Domain.Checks.Labels;

/// <summary>What the first words of a title say is counted.</summary>
internal static class Counting
{
    /// <summary><c>Percentage</c>, <c>Number</c> or <c>Average</c>; null when the title does not say.</summary>
    public static string? Of(string title)
    {
        var first = title.TrimStart().Split(' ', 2)[0].ToLowerInvariant();
        return first switch
        {
            "percentage" or "percent" or "%" or "proportion" => "Percentage",
            "number" or "no." or "count" => "Number",
            "average" or "mean" => "Average",
            _ => null,
        };
    }
}
