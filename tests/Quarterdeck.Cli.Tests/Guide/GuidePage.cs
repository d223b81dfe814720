using System.Text.RegularExpressions;

namespace Quarterdeck.Cli.Tests.Guide;

/// <summary>What a page asks its reader to do, in order.</summary>
internal abstract record GuideStep
{
    /// <param name="Line">After the <c>$</c>.</param>
    /// <param name="Shown">Lines the page shows as its answer.</param>
    public sealed record Type(string Line, IReadOnlyList<string> Shown) : GuideStep;

    /// <param name="File">Named behind the fence.</param>
    /// <param name="Rows">To add at its end.</param>
    public sealed record Add(string File, string Rows) : GuideStep;
}

/// <summary>Reads the fenced blocks of a page: <c>console</c> blocks are typed, <c>csv</c> blocks with a file are added to it.</summary>
internal static partial class GuidePage
{
    public static IReadOnlyList<GuideStep> Read(string text)
    {
        var steps = new List<GuideStep>();
        foreach (Match block in Fence().Matches(text.ReplaceLineEndings("\n")))
        {
            var (kind, file, body) = (block.Groups[1].Value, block.Groups[2].Value.Trim(), block.Groups[3].Value);
            if (kind == "csv" && file.Length > 0)
            {
                steps.Add(new GuideStep.Add(file, body));
            }
            else if (kind == "console")
            {
                steps.AddRange(Typed(body));
            }
        }

        return steps;
    }

    private static IEnumerable<GuideStep> Typed(string body)
    {
        var parts = ("\n" + body).Split("\n$ ", StringSplitOptions.RemoveEmptyEntries);
        return parts.Select(part => part.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Where(lines => lines.Length > 0)
            .Select(lines => new GuideStep.Type(lines[0], lines[1..]));
    }

    [GeneratedRegex(@"^```(\w+)([^\n]*)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
