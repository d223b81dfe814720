using System.Globalization;
using System.Net;
using System.Text;
using Quarterdeck.Cli.Input;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Packs.Adoption;

namespace Quarterdeck.Cli.Commands;

/// <summary>One page of what was found in a council's own papers, to take to its meeting.</summary>
internal static class AdoptionPage
{
    private const int MostListed = 40;

    /// <param name="files">The names of what was read.</param>
    /// <param name="adopted">What came of it.</param>
    public static string Write(IEnumerable<string> files, AdoptedFiles adopted)
    {
        var outcome = adopted.Outcome;
        var page = new StringBuilder(
            """
            <!DOCTYPE html>
            <html lang="en-GB">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>What was found</title>
            <style>
            body { font: 1rem/1.5 sans-serif; max-width: 50rem; margin: 1.5rem auto; padding: 0 1rem; color: #111 }
            table { border-collapse: collapse; width: 100% }
            th, td { text-align: left; vertical-align: top; border-bottom: 1px solid #999; padding: .3rem .5rem .3rem 0 }
            </style></head>
            <body><main><h1>What was found</h1>

            """);
        page.Append(CultureInfo.InvariantCulture, $"<p>Read: {Encoded(string.Join(", ", files))}. {outcome.Indicators} indicators.</p>\n");
        page.Append("<table><caption>The numbers of the sources</caption><tr><th scope=\"col\">Numbers</th><th scope=\"col\">What became of them</th></tr>\n");
        foreach (var (state, words) in new[]
        {
            (AdoptedState.Read, "read into the pack"),
            (AdoptedState.Unsure, "read, and a person should look"),
            (AdoptedState.LeftOut, "left out"),
        })
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{outcome.Count(state)}</td><td>{words}</td></tr>\n");
        }

        page.Append("</table>\n");
        List(page, "The papers contradict themselves", adopted.Contradictions());
        foreach (var (severity, title) in new[] { (Severity.Error, "Wrong"), (Severity.Warning, "Doubtful") })
        {
            List(page, title, [.. adopted.Findings.Where(finding => finding.Severity == severity).Select(finding => $"{finding.Message} {finding.Remedy}")]);
        }

        foreach (var (title, lines) in adopted.Noticed())
        {
            List(page, title, lines);
        }

        return page.Append("</main></body></html>\n").ToString();
    }

    private static void List(StringBuilder page, string title, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        page.Append(CultureInfo.InvariantCulture, $"<h2>{title} ({lines.Count})</h2>\n<ul>\n");
        foreach (var line in lines.Take(MostListed))
        {
            page.Append(CultureInfo.InvariantCulture, $"<li>{Encoded(line)}</li>\n");
        }

        page.Append(lines.Count > MostListed ? $"<li>And {lines.Count - MostListed} more: see adopted.json and quarterdeck check.</li>\n" : string.Empty);
        page.Append("</ul>\n");
    }

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
