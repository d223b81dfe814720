using System.Text.RegularExpressions;

namespace Quarterdeck.House.Tests.Rules;

/// <summary>What folders of a project know of each other, and what types are called in all of them.</summary>
public static partial class FolderRules
{
    /// <summary>Folders that lean on each other, and why they may.</summary>
    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["src/Quarterdeck.Documents"] = "a chart is a block of a document's tree, and brings the table of its figures, which is a part of that tree",
    };

    /// <summary>Folders of a project use each other one way: whoever reads one need not have read those that use it.</summary>
    public static IEnumerable<string> FoldersUseEachOtherOneWay(Tree tree) =>
        from files in tree.Under("src", ".cs").Where(path => path.Split('/').Length > 3).GroupBy(path => path.Split('/')[1])
        where !Allowed.ContainsKey("src/" + files.Key)
        let uses = Uses(tree, files.Key, [.. files])
        from folder in uses.Keys.Order(StringComparer.Ordinal)
        let way = WayBack(folder, uses)
        where way is not null && way.Min(StringComparer.Ordinal) == folder
        select $"src/{files.Key}: {string.Join(" uses ", way.Append(folder))}. Move what the last one needs below both.";

    public static IEnumerable<string> TypesHaveNamesOfTheirOwn(Tree tree) =>
        from declared in tree.Under("src", ".cs").SelectMany(path => TypeLine().Matches(tree[path]).Select(match => (Path: path, Name: match.Groups[1].Value)))
            .GroupBy(declared => declared.Name)
        let places = declared.Select(one => one.Path).DistinctBy(NameOfParts).ToList()
        where places.Count > 1
        select $"{declared.Key} is declared in {string.Join(" and in ", places)}. Give each the name of what it is.";

    /// <summary>The folders that files of each folder use, by their usings and by names in full.</summary>
    private static Dictionary<string, HashSet<string>> Uses(Tree tree, string project, List<string> files)
    {
        var folders = files.ToLookup(path => path.Split('/')[2]);
        var name = Regex.Escape(project["Quarterdeck.".Length..]);
        var uses = new Regex($@"^using (?:static )?Quarterdeck\.{name}\.(\w+)|(?<![\w.])(?:Quarterdeck\.)?{name}\.(\w+)\.", RegexOptions.Multiline);
        return folders.ToDictionary(
            folder => folder.Key,
            folder => folder
                .SelectMany(path => uses.Matches(Comment().Replace(tree[path], string.Empty)))
                .Select(match => match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value)
                .Where(used => used != folder.Key && folders.Contains(used))
                .ToHashSet());
    }

    /// <summary>The shortest way from a folder through those it uses back to itself; null where there is none.</summary>
    private static List<string>? WayBack(string start, Dictionary<string, HashSet<string>> uses)
    {
        var waiting = new Queue<List<string>>([[start]]);
        var seen = new HashSet<string>();
        while (waiting.TryDequeue(out var way))
        {
            foreach (var next in uses[way[^1]].Order(StringComparer.Ordinal))
            {
                if (next == start)
                {
                    return way;
                }

                if (seen.Add(next))
                {
                    waiting.Enqueue([.. way, next]);
                }
            }
        }

        return null;
    }

    /// <summary>Files of one partial type differ only after the first full stop: <c>RowReader.Figures.cs</c>.</summary>
    private static string NameOfParts(string path) => path[..(path.LastIndexOf('/') + 1)] + Path.GetFileName(path).Split('.')[0];

    // Types within types are told apart by the outer one, so only those at the margin count.
    [GeneratedRegex(@"^(?:public |internal |static |sealed |abstract |partial |readonly |file )*(?:class|record struct|record|struct|interface|enum) (\w+)", RegexOptions.Multiline)]
    private static partial Regex TypeLine();

    [GeneratedRegex(@"^\s*///?.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
