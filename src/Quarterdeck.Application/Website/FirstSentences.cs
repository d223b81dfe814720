using System.Text.RegularExpressions;

namespace Quarterdeck.Application.Website;

/// <summary>The sentences of a commentary's first paragraph as plain words, for places that hold one.</summary>
internal static partial class FirstSentences
{
    public static IReadOnlyList<string> Of(string markdown)
    {
        var paragraph = markdown.ReplaceLineEndings("\n").Split("\n\n")[0];
        var plain = Spaces().Replace(Links().Replace(paragraph, "$1").Replace("**", string.Empty, StringComparison.Ordinal), " ").Trim();
        return [.. Ends().Split(plain).Where(sentence => sentence.Length > 0)];
    }

    /// <summary>After a full stop before a capital letter; not after a single letter or a figure, as in <c>St. Mary</c> or <c>No. 4</c>.</summary>
    [GeneratedRegex(@"(?<=[\p{Ll}\p{Nd}%)]{2}[.!?])\s+(?=[\p{Lu}""\u201c])")]
    private static partial Regex Ends();

    [GeneratedRegex(@"\[([^\]]+)\]\([^)]*\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
