using System.Text.RegularExpressions;

namespace Quarterdeck.House.Tests.Rules;

/// <summary>Pages people read: links lead somewhere, decisions are numbered and dated.</summary>
public static partial class DocumentRules
{
    public static IEnumerable<string> LinksLeadSomewhere(Tree tree)
    {
        foreach (var path in tree.Paths.Where(path => path.EndsWith(".md", StringComparison.Ordinal)))
        {
            foreach (var target in Link().Matches(tree[path]).Select(match => match.Groups[1].Value).Where(target => !Elsewhere().IsMatch(target)))
            {
                var folder = path.Contains('/', StringComparison.Ordinal) ? path[..path.LastIndexOf('/')] : string.Empty;
                var place = Resolve(folder, target.Split('#')[0]);
                if (place.Length > 0 && !tree.Has(place))
                {
                    yield return $"{path}: the link to {target} leads nowhere.";
                }
            }
        }
    }

    public static IEnumerable<string> DecisionsAreNumberedAndDated(Tree tree) =>
        from path in tree.Under("docs/decisions", ".md")
        where !path.EndsWith("/README.md", StringComparison.Ordinal)
        where !NumberedName().IsMatch(path) || !Dated().IsMatch(tree[path])
        select $"{path}: a decision is called NNNN-words.md and says 'Decided YYYY-MM-DD'.";

    private static string Resolve(string folder, string target)
    {
        var parts = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in target.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != "."))
        {
            if (part != "..")
            {
                parts.Add(part);
            }
            else if (parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
        }

        return string.Join('/', parts);
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^(https?:|mailto:|#)")]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"/\d{4}-[a-z0-9-]+\.md$")]
    private static partial Regex NumberedName();

    [GeneratedRegex(@"^Decided \d{4}-\d{2}-\d{2}\b", RegexOptions.Multiline)]
    private static partial Regex Dated();
}
