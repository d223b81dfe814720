using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Quarterdeck.House.Tests.Rules;

/// <summary>Who may know whom, with what packages, and that every test project stands opposite a source project.</summary>
public static partial class ProjectRules
{
    private const string Prefix = "Quarterdeck.";

    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Domain"] = [],
        ["Application"] = ["Domain"],
        ["Packs"] = ["Domain"],
        ["Documents"] = ["Domain"],
        ["Storage"] = ["Application", "Domain"],
        ["Web"] = ["Application", "Documents", "Domain"],
        ["Cli"] = ["Application", "Documents", "Domain", "Packs", "Storage", "Web"],
    };

    /// <summary>Test projects that stand opposite the whole house rather than one project of it.</summary>
    private static readonly string[] OfTheWhole = ["House", "Browser"];

    public static IEnumerable<string> ReferencesPointOneWay(Tree tree)
    {
        foreach (var path in tree.Under("src", ".csproj"))
        {
            var project = Noun(path);
            if (!MayKnow.TryGetValue(project, out var allowed))
            {
                yield return $"{path}: the house has no project called {project}.";
                continue;
            }

            foreach (var other in References(tree[path]).Where(other => !allowed.Contains(other)))
            {
                yield return $"{path}: {project} may not know {other}.";
            }
        }
    }

    public static IEnumerable<string> OnlyTestsKnowTests(Tree tree) =>
        from path in tree.Under("tests", ".csproj")
        from other in References(tree[path])
        where other != "TestKit" && !MayKnow.ContainsKey(other)
        select $"{path}: a test project may know source projects and TestKit, not {other}.";

    public static IEnumerable<string> DomainHasNoPackage(Tree tree) =>
        from path in tree.Under("src/Quarterdeck.Domain", ".csproj")
        from package in XDocument.Parse(tree[path]).Descendants("PackageReference")
        select $"{path}: Domain takes no package, and {(string?)package.Attribute("Include")} is one.";

    public static IEnumerable<string> VersionsAreExactAndCentral(Tree tree)
    {
        foreach (var package in XDocument.Parse(tree["Directory.Packages.props"]).Descendants("PackageVersion"))
        {
            var version = (string?)package.Attribute("Version") ?? string.Empty;
            if (!Exact().IsMatch(version))
            {
                yield return $"Directory.Packages.props: {(string?)package.Attribute("Include")} is '{version}', not an exact [x.y.z].";
            }
        }

        foreach (var path in tree.Paths.Where(path => path.EndsWith(".csproj", StringComparison.Ordinal)))
        {
            foreach (var package in XDocument.Parse(tree[path]).Descendants("PackageReference").Where(package => package.Attribute("Version") is not null))
            {
                yield return $"{path}: the version of {(string?)package.Attribute("Include")} belongs in Directory.Packages.props.";
            }
        }
    }

    public static IEnumerable<string> TestsMirrorTheSource(Tree tree)
    {
        var sources = tree.Under("src", ".csproj").Select(Noun).ToHashSet();
        var tests = tree.Under("tests", ".Tests.csproj").Select(path => Noun(path)[..^".Tests".Length]).ToHashSet();
        foreach (var lonely in sources.Except(tests).Order(StringComparer.Ordinal))
        {
            yield return $"src/{Prefix}{lonely} has no tests/{Prefix}{lonely}.Tests.";
        }

        foreach (var lonely in tests.Except(sources).Except(OfTheWhole).Order(StringComparer.Ordinal))
        {
            yield return $"tests/{Prefix}{lonely}.Tests stands opposite no project of src.";
        }
    }

    public static IEnumerable<string> EveryProjectIsInTheSolution(Tree tree) =>
        from path in tree.Paths
        where path.EndsWith(".csproj", StringComparison.Ordinal) && !tree["Quarterdeck.slnx"].Contains($"\"{path}\"", StringComparison.Ordinal)
        select $"{path} is not in Quarterdeck.slnx, so nothing builds or tests it.";

    private static IEnumerable<string> References(string project) =>
        XDocument.Parse(project).Descendants("ProjectReference")
            .Select(reference => Noun(((string?)reference.Attribute("Include") ?? string.Empty).Replace('\\', '/')));

    private static string Noun(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..].Replace(".csproj", string.Empty, StringComparison.Ordinal);
        return name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : name;
    }

    [GeneratedRegex(@"^\[\d+\.\d+\.\d+(\.\d+)?(-[0-9A-Za-z.]+)?\]$")]
    private static partial Regex Exact();
}
