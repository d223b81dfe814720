using System.Globalization;
using System.Text.RegularExpressions;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Checks.Commentary;

/// <summary>Finds words in a text. It matches whole English words, in any case. It can be wrong, so what it finds is never an error.</summary>
internal static partial class Prose
{
    /// <summary>Whether the text has that word, written as it is: may is not May.</summary>
    public static bool Names(string text, string word) => Regex.IsMatch(text, $@"\b{Regex.Escape(word)}\b");

    /// <summary>Months the text names together with a year.</summary>
    public static IEnumerable<(Month Month, string Words)> Months(string text) =>
        NamedMonth()
            .Matches(text)
            .Select(match => (Made(match.Groups[2].Value, match.Groups[1].Value), match.Value))
            .Where(named => named.Item1 is not null)
            .Select(named => (named.Item1!.Value, named.Value));

    /// <summary>Quarters the text names by number, without a year.</summary>
    public static IEnumerable<int> Quarters(string text) =>
        Quarter().Matches(text).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));

    /// <summary>Percentages, amounts of money and counts of four or more digits: the figures a reader would look for in the table.</summary>
    public static IEnumerable<(decimal Number, string Words)> Figures(string text)
    {
        foreach (Match match in Figure().Matches(text))
        {
            if (decimal.TryParse(
                match.Groups[2].Value.Replace(",", string.Empty, StringComparison.Ordinal),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number))
            {
                yield return (number, match.Value.Trim());
            }
        }
    }

    public static Match? Phrase(string text, Regex phrase) => phrase.Match(text) is { Success: true } match ? match : null;

    [GeneratedRegex(
        @"\b(?:is|are|was|were|been|remains?|remained|stays?|stayed|keeps?|returned|back|still|firmly|now)?\s*(on track|on target"
        + @"|above (?:the )?target|(?:met|meets|meeting|achieved|achieves|exceeded|exceeds) (?:the |its |our )?target)\b",
        RegexOptions.IgnoreCase)]
    public static partial Regex Praise();

    /// <summary>Words of a target that was not met.</summary>
    [GeneratedRegex(
        @"\b(below (?:the |its |our )?target|under (?:the |its |our )?target|(?:missed|misses|missing) (?:the |its |our )?target"
        + @"|short of (?:the |its |our )?target|behind (?:the |its |our )?target|off track|off target|(?:not|n't) (?:yet )?(?:met|meet"
        + @"|meeting|achieved|achieve|achieving|reached|reach) (?:the |its |our )?target)\b",
        RegexOptions.IgnoreCase)]
    public static partial Regex Blame();

    [GeneratedRegex(
        @"\b(?:not|no longer|never|isn't|aren't|wasn't|hasn't|without|unless|if|until|to be|get|getting|bring|brings|bringing|put|puts|want"
        + @"|aims?|plans?|hopes?|expects?|expected|will|would|could|should|may|might|can|before|difficult(?:y|ies)?|challeng\w+|struggl\w+"
        + @"|trouble|problems?|barriers?|risks?|unable|fail\w*|towards|far from|short of|instead of|rather than|impossible|hard to)\b[^.;]{0,60}$",
        RegexOptions.IgnoreCase)]
    public static partial Regex Doubt();

    [GeneratedRegex(
        @"\b(?<part>\d{1,3})\s+(?:out\s+)?of\s+(?:the\s+|all\s+|our\s+)?(?<whole>\d{1,3})(?:\s+(?<what>KPIs|key performance indicators"
        + @"|indicators|measures|targets))?(?:\s+(?:are|is|were|was|have been|now|rated|at|on|still)\b){0,3}(?:\s+(?<band>[A-Za-z]+))?",
        RegexOptions.IgnoreCase)]
    public static partial Regex CountOfCount();

    [GeneratedRegex(@"\b(?:re-?set|re-?based|re-?baselined|re-?calculated|baseline|cleaned|clean-up)\b", RegexOptions.IgnoreCase)]
    public static partial Regex Rebased();

    [GeneratedRegex(@"\bthe majority\b|\bmost of (?:the|all|our|these)\b", RegexOptions.IgnoreCase)]
    public static partial Regex Majority();

    [GeneratedRegex(@"\[([^\]]*)\]\(\s*([^)\s]*)\s*\)")]
    public static partial Regex Links();

    [GeneratedRegex(@"\b(January|February|March|April|May|June|July|August|September|October|November|December)\s+(\d{4})\b", RegexOptions.IgnoreCase)]
    private static partial Regex NamedMonth();

    [GeneratedRegex(@"\b(?:Quarter|Q)\s?([1-4])\b", RegexOptions.IgnoreCase)]
    private static partial Regex Quarter();

    [GeneratedRegex(
        @"(?<![\w.,/-])(?<!\b(?:per|every|each)\s)(£?)(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:\s?(%|per cent|m\b|k\b|million"
        + @"|billion))?(?![\w/])(?!\s(?:January|February|March|April|May|June|July|August|September|October|November|December|days?|weeks?"
        + @"|months?|years?|hours?|minutes?|seconds?|working)\b)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Figure();

    private static Month? Made(string year, string name)
    {
        for (var number = 1; number <= 12; number++)
        {
            if (string.Equals(MonthNames.Full(number), name, StringComparison.OrdinalIgnoreCase)
                && int.Parse(year, CultureInfo.InvariantCulture) is >= 1900 and <= 2199 and var known)
            {
                return new Month(known, number);
            }
        }

        return null;
    }
}
