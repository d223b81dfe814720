using Quarterdeck.House.Tests.Rules;

namespace Quarterdeck.House.Tests;

/// <summary>Every rule of the house holds for the repository, and fails on a tree that breaks it.</summary>
public sealed class HouseTests
{
    private static readonly Dictionary<string, (Func<Tree, IEnumerable<string>> Rule, Tree[] Broken, Tree Kept)> Rules = new()
    {
        ["references point one way"] = (
            ProjectRules.ReferencesPointOneWay,
            [
                new(("src/Quarterdeck.Domain/Quarterdeck.Domain.csproj", Project("Application"))),
                new(("src/Quarterdeck.Packs/Quarterdeck.Packs.csproj", Project("Documents"))),
                new(("src/Quarterdeck.Application/Quarterdeck.Application.csproj", Project("Packs"))),
                new(("src/Quarterdeck.Core/Quarterdeck.Core.csproj", Project())),
            ],
            new(("src/Quarterdeck.Cli/Quarterdeck.Cli.csproj", Project("Application", "Documents")))),
        ["source and tests know no test project"] = (
            ProjectRules.OnlyTestsKnowTests,
            [new(("tests/Quarterdeck.Application.Tests/Quarterdeck.Application.Tests.csproj", Project("Domain.Tests")))],
            new(("tests/Quarterdeck.Application.Tests/Quarterdeck.Application.Tests.csproj", Project("Application", "TestKit")))),
        ["domain has no package"] = (
            ProjectRules.DomainHasNoPackage,
            [new(("src/Quarterdeck.Domain/Quarterdeck.Domain.csproj", "<Project><ItemGroup><PackageReference Include=\"Dates\" /></ItemGroup></Project>"))],
            new(("src/Quarterdeck.Domain/Quarterdeck.Domain.csproj", Project()))),
        ["versions are exact and central"] = (
            ProjectRules.VersionsAreExactAndCentral,
            [
                new(("Directory.Packages.props", Packages("1.2.3"))),
                new(("Directory.Packages.props", Packages("[1.2,2.0)"))),
                new(
                    ("Directory.Packages.props", Packages("[1.2.3]")),
                    ("src/A/A.csproj", "<Project><PackageReference Include=\"X\" Version=\"1.2.3\" /></Project>")),
            ],
            new(("Directory.Packages.props", Packages("[1.2.3]")), ("src/A/A.csproj", "<Project><PackageReference Include=\"X\" /></Project>"))),
        ["tests mirror the source"] = (
            ProjectRules.TestsMirrorTheSource,
            [
                new(("src/Quarterdeck.Application/Quarterdeck.Application.csproj", Project())),
                new(("tests/Quarterdeck.Charts.Tests/Quarterdeck.Charts.Tests.csproj", Project())),
            ],
            new(
                ("src/Quarterdeck.Application/Quarterdeck.Application.csproj", Project()),
                ("tests/Quarterdeck.Application.Tests/Quarterdeck.Application.Tests.csproj", Project()))),
        ["every project is in the solution"] = (
            ProjectRules.EveryProjectIsInTheSolution,
            [new(("Quarterdeck.slnx", "<Solution />"), ("bench/Quarterdeck.Bench/Quarterdeck.Bench.csproj", Project()))],
            new(("Quarterdeck.slnx", "<Project Path=\"src/A/A.csproj\" />"), ("src/A/A.csproj", Project()))),
        ["files are short"] = (
            LayoutRules.FilesAreShort,
            [new(("src/A/Long.cs", new string('\n', LayoutRules.MostLines + 1)))],
            new(("src/A/Long.cs", new string('\n', LayoutRules.MostLines)))),
        ["lines are short"] = (
            LayoutRules.LinesAreShort,
            [new(("src/A/Wide.cs", "//\n" + new string('x', LayoutRules.MostCharacters + 1)))],
            new(("src/A/Wide.cs", new string('x', LayoutRules.MostCharacters)))),
        ["folders use each other one way"] = (
            FolderRules.FoldersUseEachOtherOneWay,
            [
                new(("src/Quarterdeck.A/One/A.cs", "using Quarterdeck.A.Two;"), ("src/Quarterdeck.A/Two/B.cs", "using Quarterdeck.A.One;")),
                new(("src/Quarterdeck.A/One/A.cs", "using Quarterdeck.A.Two;"), ("src/Quarterdeck.A/Two/B.cs", "var b = A.One.B.C;")),
                new(
                    ("src/Quarterdeck.A/One/A.cs", "using Quarterdeck.A.Two;"),
                    ("src/Quarterdeck.A/Two/B.cs", "using static Quarterdeck.A.Three.C;"),
                    ("src/Quarterdeck.A/Three/C.cs", "using Quarterdeck.A.One;")),
            ],
            new(
                ("src/Quarterdeck.A/One/A.cs", "using Quarterdeck.A.Two;"),
                ("src/Quarterdeck.A/Two/B.cs", "/// <see cref=\"A.One.A\"/>\nusing Quarterdeck.B.One;"),
                ("src/Quarterdeck.B/One/A.cs", "using Quarterdeck.A.One;"))),
        ["types have names of their own"] = (
            FolderRules.TypesHaveNamesOfTheirOwn,
            [new(("src/A/One/Row.cs", "public sealed record Row(int Number);"), ("src/B/Two/Row.cs", "internal static class Row"))],
            new(("src/A/One/Row.cs", "partial class Row"), ("src/A/One/Row.Cells.cs", "partial class Row"), ("src/A/One/Rows.cs", "    private class Row"))),
        ["folders say about what"] = (
            LayoutRules.FoldersSayAboutWhat,
            [
                new(("src/Quarterdeck.Application/Helpers/Text.cs", "namespace Quarterdeck.Application.Texts;")),
                new(("src/Quarterdeck.Application/Texts/Text.cs", "namespace Quarterdeck.Application.Common;")),
                new(("src/Quarterdeck.Shared/Text.cs", string.Empty)),
            ],
            new(("src/Quarterdeck.Application/Texts/Text.cs", "namespace Quarterdeck.Application.Texts;"))),
        ["namespaces are folders"] = (
            LayoutRules.NamespacesAreFolders,
            [new(("src/Quarterdeck.Application/Ratings/A.cs", "namespace Quarterdeck.Application.Rating;"))],
            new(("src/Quarterdeck.Application/Ratings/A.cs", "namespace Quarterdeck.Application.Ratings;"), ("src/Quarterdeck.Cli/Program.cs", "return 0;"))),
        ["nothing is left undone"] = (
            TextRules.NothingIsLeftUndone,
            [new(("src/A/A.cs", "// TODO later")), new(("tools/a.cs", "throw new NotImplementedException();")), new(("src/A/A.cs", "// HACK"))],
            new(("src/A/A.cs", "// The method of todo lists."))),
        ["nothing names a machine"] = (
            TextRules.NothingNamesAMachine,
            [new(("a.md", "see /work/notes")), new(("a.sh", "cd /root/x")), new(("a.txt", @"C:\Users\me")), new(("a.json", "\"/home/me/x\""))],
            new(("a.md", "https://example.org/work/page and docs/work/page and </root/>"))),
        ["nothing names a package source"] = (
            TextRules.NothingNamesAPackageSource,
            [new(("nuget.config", "https://api.nuget.org/v3/index.json"))],
            new(("a.md", "packages come from your machine's own source"))),
        ["nothing says what typed it"] = (
            TextRules.NothingSaysWhatTypedIt,
            [new(("a.md", "written with ChatGPT")), new(("a.cs", "// an AI assistant wrote this")), new(("a.md", "an LLM"))],
            new(("posts.csv", "assistant director of learning skills"), ("a.md", "all mills, fulfilment"))),
        ["nothing catches everything"] = (
            TextRules.NoCatchAll,
            [new(("src/A/A.cs", "catch (Exception)")), new(("src/A/A.cs", "        catch")), new(("src/A/A.cs", "#region Odds"))],
            new(("src/A/A.cs", "catch (IOException failure)"), ("src/A/B.cs", "catch (Exception failure) when (failure is IOException)"))),
        ["links lead somewhere"] = (
            DocumentRules.LinksLeadSomewhere,
            [new(("docs/guide/a.md", "[b](b.md)")), new(("docs/guide/a.md", "![b](../../images/b.png)"))],
            new(("docs/guide/a.md", "[b](../b.md#part) [c](https://example.org) [d](#here) [e](../guide)"), ("docs/b.md", string.Empty))),
        ["decisions are numbered and dated"] = (
            DocumentRules.DecisionsAreNumberedAndDated,
            [new(("docs/decisions/one.md", "Decided 2026-11-21")), new(("docs/decisions/0001-one.md", "Decided lately"))],
            new(("docs/decisions/0001-one.md", "# One\n\nDecided 2026-11-21."))),
    };

    public static TheoryData<string> Names => [.. Rules.Keys];

    public static TheoryData<string, int> Breaches => new(Rules.SelectMany(rule => rule.Value.Broken.Select((_, index) => (rule.Key, index))));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_repository_keeps_the_rule(string name) => Assert.Empty(Rules[name].Rule(Tree.Repository));

    [Theory]
    [MemberData(nameof(Breaches))]
    public void A_tree_that_breaks_the_rule_is_found(string name, int example) =>
        Assert.NotEmpty(Rules[name].Rule(Rules[name].Broken[example]));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_tree_that_keeps_the_rule_is_left_alone(string name) => Assert.Empty(Rules[name].Rule(Rules[name].Kept));

    [Fact]
    public void The_repository_is_seen_whole()
    {
        Assert.Contains("src/Quarterdeck.Domain/Quarterdeck.Domain.csproj", Tree.Repository.Paths);
        Assert.Contains(".ci/run", Tree.Repository.Paths);
        Assert.DoesNotContain(Tree.Repository.Paths, path => path.Contains("/bin/", StringComparison.Ordinal));
    }

    private static string Project(params string[] references) =>
        "<Project><ItemGroup>"
            + string.Concat(references.Select(other => $"<ProjectReference Include=\"../../src/Quarterdeck.{other}/Quarterdeck.{other}.csproj\" />"))
            + "</ItemGroup></Project>";

    private static string Packages(string version) => $"<Project><PackageVersion Include=\"X\" Version=\"{version}\" /></Project>";
}
