using System.Net;
using System.Text.RegularExpressions;

namespace Quarterdeck.Web.Tests.Figures;

/// <summary>One cell of a table of a page, with everything that says what it is about.</summary>
/// <param name="Table">Id of the table; empty where it has none.</param>
/// <param name="Group">Heading over the columns it shares; empty where there is none.</param>
/// <param name="Column">Heading of its column.</param>
/// <param name="RowHead">What names its row.</param>
/// <param name="Row">The whole row as sent, for its links.</param>
/// <param name="Text">What it says, without marks of notes and of status.</param>
/// <param name="Classes">Its classes.</param>
internal sealed record PageCell(string Table, string Group, string Column, string RowHead, string Row, string Text, string Classes)
{
    /// <summary>It names its row.</summary>
    public bool IsHead { get; init; }

    public bool IsFigure => Classes.Split(' ').Contains("figure");

    public bool IsRating => Classes.Split(' ').Contains("rating");

    public override string ToString() => $"{Table}: {RowHead} / {Group} {Column}: '{Text}'";
}

/// <summary>The cells of every table of a page.</summary>
internal static partial class PageTables
{
    public static IEnumerable<PageCell> Cells(string page) => Tables().Matches(page).SelectMany(table => Cells(table.Groups[1].Value, table.Groups[2].Value));

    /// <summary>What a piece of markup says.</summary>
    public static string Words(string markup) => WebUtility.HtmlDecode(Tags().Replace(Unsaid().Replace(markup, string.Empty), string.Empty)).Trim();

    private static IEnumerable<PageCell> Cells(string attributes, string table)
    {
        var id = Id().Match(attributes) is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : string.Empty;
        var heads = Heads(table);
        foreach (Match row in Rows().Matches(table[(table.IndexOf("</thead>", StringComparison.Ordinal) + 1)..]))
        {
            var (column, head) = (0, string.Empty);
            foreach (Match cell in CellParts().Matches(row.Groups[1].Value))
            {
                var (own, text) = (cell.Groups[2].Value, Words(cell.Groups[3].Value));
                if (own.Contains("scope=\"row\"", StringComparison.Ordinal))
                {
                    head = text;
                }

                var (group, label) = heads[Math.Min(column, heads.Count - 1)];
                yield return new PageCell(id, group, label, head, row.Value, text, Class().Match(own) is { Success: true } classes
                    ? classes.Groups[1].Value
                    : string.Empty)
                { IsHead = own.Contains("scope=\"row", StringComparison.Ordinal) };
                column += Span(own);
            }
        }
    }

    /// <summary>The headings over each column.</summary>
    private static List<(string Group, string Label)> Heads(string table)
    {
        var lines = Rows()
            .Matches(table[..table.IndexOf("</thead>", StringComparison.Ordinal)])
            .Select(row => CellParts().Matches(row.Groups[1].Value).ToList())
            .ToList();
        var below = new Queue<string>(lines.Count > 1 ? lines[1].Select(cell => Words(cell.Groups[3].Value)) : []);
        var heads = new List<(string Group, string Label)>();
        foreach (var cell in lines[0])
        {
            var (own, words) = (cell.Groups[2].Value, Words(cell.Groups[3].Value));
            heads.AddRange(own.Contains("scope=\"colgroup\"", StringComparison.Ordinal)
                ? Enumerable.Range(0, Span(own)).Select(_ => (words, below.Dequeue()))
                : [(string.Empty, words)]);
        }

        return heads;
    }

    private static int Span(string attributes) =>
        Colspan().Match(attributes) is { Success: true } span ? int.Parse(span.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) : 1;

    [GeneratedRegex("<table([^>]*)>(.*?)</table>", RegexOptions.Singleline)]
    private static partial Regex Tables();

    [GeneratedRegex("<tr[^>]*>(.*?)</tr>", RegexOptions.Singleline)]
    private static partial Regex Rows();

    [GeneratedRegex("<(t[hd])([^>]*)>(.*?)</t[hd]>", RegexOptions.Singleline)]
    private static partial Regex CellParts();

    [GeneratedRegex(
        "<small>.*?</small>|<svg.*?</svg>|<sup.*?</sup>|<a class=\"note-mark\".*?</a>|<span class=\"(?:hidden|govuk-visually-hidden|phone-only)\">.*?</span>",
        RegexOptions.Singleline)]
    private static partial Regex Unsaid();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex("\\sid=\"([^\"]+)\"")]
    private static partial Regex Id();

    [GeneratedRegex("class=\"([^\"]+)\"")]
    private static partial Regex Class();

    [GeneratedRegex("colspan=\"([0-9]+)\"")]
    private static partial Regex Colspan();
}
