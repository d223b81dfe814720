using System.Globalization;
using Quarterdeck.Application.Findings;
using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Cli.Output;

/// <summary>Findings for people: what and where on one line, then what is wrong and how to correct it.</summary>
internal static class FindingText
{
    /// <summary>So many findings of a kind are listed as text; the others are counted.</summary>
    public const int PerKind = 20;

    private const string Indent = "    ";

    /// <summary>The first findings of each kind, the last of them followed by how many more there are.</summary>
    public static IReadOnlyList<Finding> First(IReadOnlyList<Finding> findings)
    {
        var kept = new List<Finding>();
        foreach (var kind in findings.GroupBy(finding => (finding.Severity, finding.Code, finding.File)))
        {
            kept.AddRange(kind.Take(PerKind));
            if (kind.Count() > PerKind)
            {
                kept.Add(new Finding(kind.Key.Code, kind.Key.Severity,
                    $"And {(kind.Count() - PerKind).ToString("N0", CultureInfo.InvariantCulture)} more of the same kind.", "To list all, add --all.")
                {
                    File = kind.Key.File,
                });
            }
        }

        return InOrder(kept);
    }

    /// <summary>Errors first; within a severity as they were found.</summary>
    public static IReadOnlyList<Finding> InOrder(IEnumerable<Finding> findings) => [.. findings.OrderByDescending(finding => finding.Severity)];

    public static void Write(Terminal terminal, IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
        {
            var word = FindingRecord.Word(finding.Severity);
            var painted = terminal.UsesColour ? Tints.Paint(Tints.Of(finding.Severity), word) : word;
            terminal.Output.WriteLine($"{painted}: {(finding.Where.Length > 0 ? finding.Where : "the pack")} [{finding.Code}]");
            foreach (var line in new[] { finding.Message, Expected(finding), finding.Remedy }.OfType<string>().SelectMany(text => Lines(terminal, text)))
            {
                terminal.Output.WriteLine(Indent + line);
            }

            terminal.Output.WriteLine();
        }
    }

    /// <summary>In words: <c>1 error, 4 warnings, 7 notes</c>.</summary>
    public static string Summary(IReadOnlyList<Finding> findings)
    {
        var counted = new[] { Severity.Error, Severity.Warning, Severity.Note }
            .Select(severity => (Word: FindingRecord.Word(severity), Count: findings.Count(finding => finding.Severity == severity)))
            .Where(pair => pair.Count > 0)
            .Select(pair => $"{pair.Count} {pair.Word}{(pair.Count == 1 ? string.Empty : "s")}")
            .ToList();
        return counted.Count == 0 ? "nothing found" : string.Join(", ", counted);
    }

    /// <summary>The words or forms that would fit, where the message and the remedy do not name them.</summary>
    private static string? Expected(Finding finding) =>
        finding.Expected is not { } expected || finding.Message.Contains(expected, StringComparison.OrdinalIgnoreCase)
        || finding.Remedy.Contains(expected, StringComparison.OrdinalIgnoreCase) ? null : $"Expected: {expected}.";

    private static IReadOnlyList<string> Lines(Terminal terminal, string text) =>
        terminal.Width is { } width ? TextTable.Wrap(text, width - Indent.Length) : [text];
}
