using System.Text.Json;
using Microsoft.Playwright;
using Quarterdeck.Browser.Tests.Browsers;
using Quarterdeck.Browser.Tests.Sites;

namespace Quarterdeck.Browser.Tests.Pages;

/// <summary>One thing a screen reader is told of.</summary>
/// <param name="Level">Of a heading.</param>
public sealed record Told(string Role, string Name, int? Level);

/// <summary>What a screen reader is told of every type of page, by the browser's own tree.</summary>
public sealed class StructureTests(Chromium chromium, RunningSites sites, SeenPages seen)
{
    private static readonly string[] Named =
    [
        "link",
        "button", "textbox", "searchbox", "combobox", "checkbox", "radio", "image", "figure", "table", "region", "navigation", "heading", "graphics-document",
    ];

    [Theory]
    [MemberData(nameof(ShownPacks.Rows), MemberType = typeof(ShownPacks))]
    public async Task Everything_has_a_name_and_a_place(string sample)
    {
        var pages = await seen.Of(chromium, sites, sample);

        Assert.Empty(from page in pages from problem in Problems(page.Told) select $"{page.Address}: {problem}");
        Assert.Empty(pages.Where(page => !page.Address.Contains('?', StringComparison.Ordinal)).GroupBy(page => page.Title).Where(same => same.Count() > 1)
            .Select(same => $"{string.Join(" and ", same.Select(page => page.Address))} are all called '{same.Key}'."));
        Assert.All(pages, page => Assert.Equal("en", page.Language));
    }

    /// <summary>What is wrong with a page, by the roles, names and levels of what is on it.</summary>
    private static IEnumerable<string> Problems(IReadOnlyList<Told> told)
    {
        foreach (var landmark in new[] { "banner", "main", "contentinfo" })
        {
            if (told.Count(one => one.Role == landmark) is var count && count != 1)
            {
                yield return $"it has {count} landmarks of the kind '{landmark}'.";
            }
        }

        foreach (var (role, _, _) in told.Where(one => one.Name.Length == 0 && Named.Contains(one.Role)))
        {
            yield return $"a {role} has no name.";
        }

        var levels = told.Where(one => one.Role == "heading").Select(one => one.Level ?? 0).ToList();
        if (levels.Count(level => level == 1) != 1 || levels[0] != 1)
        {
            yield return $"its headings are of levels {string.Join(", ", levels)}: one of level 1 comes first.";
        }

        if (levels.Zip(levels.Skip(1)).FirstOrDefault(pair => pair.Second > pair.First + 1) is { First: > 0 } gap)
        {
            yield return $"a heading of level {gap.Second} follows one of level {gap.First}.";
        }

        foreach (var twice in told.Where(one => one.Role is "navigation" or "region").GroupBy(one => (one.Role, one.Name)).Where(same => same.Count() > 1))
        {
            yield return $"{twice.Count()} {twice.Key.Role}s are called '{twice.Key.Name}'.";
        }
    }

    internal static async Task<IReadOnlyList<Told>> Hear(IPage page)
    {
        await using var session = await page.Context.NewCDPSessionAsync(page);
        var tree = await session.SendAsync("Accessibility.getFullAXTree") ?? throw new InvalidOperationException("The browser has no tree.");
        return
        [
            .. from node in tree.GetProperty("nodes").EnumerateArray()
               where !node.GetProperty("ignored").GetBoolean() && node.TryGetProperty("role", out _)
               select new Told(Text(node, "role"), Text(node, "name").Trim(), Level(node)),
        ];
    }

    private static string Text(JsonElement node, string part) =>
        node.TryGetProperty(part, out var value) && value.TryGetProperty("value", out var text) ? text.GetString() ?? string.Empty : string.Empty;

    private static int? Level(JsonElement node) =>
        node.TryGetProperty("properties", out var properties)
            ? properties.EnumerateArray()
                .Where(property => property.GetProperty("name").GetString() == "level")
                .Select(property => (int?)property.GetProperty("value").GetProperty("value").GetInt32())
                .FirstOrDefault()
            : null;
}
