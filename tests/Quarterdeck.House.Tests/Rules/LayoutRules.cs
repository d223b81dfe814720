using System.Text.RegularExpressions;

namespace Quarterdeck.House.Tests.Rules;

/// <summary>Where a file stands, how long it is and what its folder and namespace are called.</summary>
public static partial class LayoutRules
{
    public const int MostLines = 400;
    public const int MostCharacters = 160;

    private static readonly string[] Nameless =
        ["Common", "Util", "Utils", "Utilities", "Helper", "Helpers", "Shared", "Service", "Services", "Manager", "Managers", "Misc"];

    public static IEnumerable<string> FilesAreShort(Tree tree) =>
        from path in tree.Under("src", ".cs")
        let lines = tree[path].AsSpan().Count('\n')
        where lines > MostLines
        select $"{path} has {lines} lines; {MostLines} is the most. Find the noun that wants a file of its own.";

    public static IEnumerable<string> LinesAreShort(Tree tree) =>
        from path in tree.Under("src", ".cs")
        from line in tree[path].Split('\n').Index()
        where line.Item.TrimEnd('\r').Length > MostCharacters
        select $"{path}, line {line.Index + 1}, has more than {MostCharacters} characters.";

    public static IEnumerable<string> FoldersSayAboutWhat(Tree tree) =>
        from path in Code(tree)
        from part in path.Split('/').SkipLast(1).SelectMany(folder => folder.Split('.')).Concat(Namespace(tree[path]).Split('.')).Distinct()
        where Nameless.Contains(part, StringComparer.OrdinalIgnoreCase)
        select $"{path}: '{part}' says nothing about what is in it. Name the noun.";

    public static IEnumerable<string> NamespacesAreFolders(Tree tree)
    {
        foreach (var path in tree.Under("src", ".cs").Concat(tree.Under("tests", ".cs")).Concat(tree.Under("bench", ".cs")))
        {
            var said = Namespace(tree[path]);
            var folder = string.Join('.', path.Split('/').Skip(1).SkipLast(1));
            if (said.Length > 0 && said != folder)
            {
                yield return $"{path}: the namespace is {said}, and the folder says {folder}.";
            }
        }
    }

    private static IEnumerable<string> Code(Tree tree) => tree.Under("src", ".cs").Concat(tree.Under("tests", ".cs")).Concat(tree.Under("bench", ".cs"));

    private static string Namespace(string code) => NamespaceLine().Match(code) is { Success: true } match ? match.Groups[1].Value : string.Empty;

    [GeneratedRegex(@"^namespace\s+([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();
}
