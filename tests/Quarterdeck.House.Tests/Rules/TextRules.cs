using System.Text.RegularExpressions;

namespace Quarterdeck.House.Tests.Rules;

/// <summary>What no file may say: work left undone, this or that machine, who or what typed it.</summary>
public static partial class TextRules
{
    /// <summary>These tests have to spell what they look for.</summary>
    private const string Here = "tests/Quarterdeck.House.Tests/";

    public static IEnumerable<string> NothingIsLeftUndone(Tree tree) =>
        Lines(tree, path => path.EndsWith(".cs", StringComparison.Ordinal), Undone(), "is work left undone: do it, or open an issue and leave it out");

    public static IEnumerable<string> NothingNamesAMachine(Tree tree) =>
        Lines(tree, _ => true, Machine(), "is a place on one machine");

    public static IEnumerable<string> NothingNamesAPackageSource(Tree tree) =>
        Lines(tree, _ => true, PackageSource(), "is a package source, which is each machine's own setting");

    public static IEnumerable<string> NothingSaysWhatTypedIt(Tree tree) =>
        Lines(tree, _ => true, Typist(), "is about how the code was typed, and not about the product");

    public static IEnumerable<string> NoCatchAll(Tree tree) =>
        Lines(tree, path => path.StartsWith("src/", StringComparison.Ordinal) && path.EndsWith(".cs", StringComparison.Ordinal), CatchAll(),
            "hides bugs: name the failure expected");

    private static IEnumerable<string> Lines(Tree tree, Func<string, bool> concerns, Regex pattern, string what)
    {
        foreach (var path in tree.Paths.Where(path => concerns(path) && !path.StartsWith(Here, StringComparison.Ordinal)))
        {
            var number = 0;
            foreach (var line in tree[path].Split('\n'))
            {
                number++;
                if (pattern.Match(line) is { Success: true } match)
                {
                    yield return $"{path}, line {number}: '{match.Value.Trim()}' {what}.";
                }
            }
        }
    }

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException")]
    private static partial Regex Undone();

    [GeneratedRegex(@"(?<![\w./:<>-])/(work|root|home/\w+|Users/\w+)/|\b[A-Z]:\\Users\\")]
    private static partial Regex Machine();

    [GeneratedRegex(@"\b(api\.)?nuget\.org\b|\bregistry\.npmjs\.|\bpypi\.org\b|pkgs\.dev\.azure|\bartifactory\b", RegexOptions.IgnoreCase)]
    private static partial Regex PackageSource();

    /// <summary>Whole words only, and never "assistant" alone: councils have assistant directors.</summary>
    [GeneratedRegex(
        @"\b(chatgpt|claude|anthropic|openai|copilot|llms?|gpt-\d)\b|\b(ai|coding|chat) (assistant|agent)s?\b|\bco-authored-by\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Typist();

    [GeneratedRegex(@"catch\s*(\(Exception\b[^)]*\)\s*$|$|\{)|#region")]
    private static partial Regex CatchAll();
}
