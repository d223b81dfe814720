using System.Net;
using System.Text.RegularExpressions;

namespace Quarterdeck.Web.Tests.Components;

/// <summary>Markup as what it means: a line for each tag, its attributes in order of their names, and a line for each text, without the white space around
/// it.</summary>
internal static partial class Markup
{
    public static string Of(string html) => string.Join('\n', Parts().Matches(html).Select(Line).Where(line => line.Length > 0));

    private static string Line(Match part)
    {
        if (part.Groups["name"] is not { Success: true } name)
        {
            return WebUtility.HtmlDecode(part.Value).Trim() is { Length: > 0 } words ? "words: " + words : string.Empty;
        }

        var attributes = Attributes().Matches(part.Groups["attributes"].Value)
            .Select(one =>
                one.Groups["value"].Success ? $"{one.Groups["name"].Value}=\"{WebUtility.HtmlDecode(one.Groups["value"].Value)}\"" : one.Groups["name"].Value)
            .Order(StringComparer.Ordinal);
        return $"<{string.Join(' ', attributes.Prepend(name.Value))}>";
    }

    [GeneratedRegex("<(?<name>/?[a-z][a-z0-9]*)(?<attributes>(?:[^>\"]|\"[^\"]*\")*)>|[^<]+", RegexOptions.ExplicitCapture)]
    private static partial Regex Parts();

    [GeneratedRegex("(?<name>[^\\s=\"/]+)(?:=\"(?<value>[^\"]*)\")?", RegexOptions.ExplicitCapture)]
    private static partial Regex Attributes();
}
