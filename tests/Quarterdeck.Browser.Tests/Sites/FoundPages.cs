using System.Net;
using System.Text.RegularExpressions;

namespace Quarterdeck.Browser.Tests.Sites;

/// <summary>A page that a reader reached.</summary>
/// <param name="Address">Path and query.</param>
/// <param name="Markup">As it was sent.</param>
public sealed record FoundPage(string Address, string Markup)
{
    public string Path => Address.Split('?')[0];
}

/// <summary>A walk along every link, from the first page.</summary>
internal static partial class FoundPages
{
    public static async Task<IReadOnlyList<FoundPage>> Of(HttpClient reader, Uri start)
    {
        var (found, seen, waiting) = (new List<FoundPage>(), new HashSet<string>(["/"]), new Queue<string>(["/"]));
        while (waiting.TryDequeue(out var address))
        {
            using var answer = await reader.GetAsync(new Uri(start, address), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address} answers {(int)answer.StatusCode}.");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            var markup = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            found.Add(new FoundPage(address, markup));
            foreach (Match link in Links().Matches(markup))
            {
                var next = WebUtility.HtmlDecode(link.Groups[1].Value).Split('#')[0];
                if (!next.Contains("/files/", StringComparison.Ordinal) && seen.Add(next))
                {
                    waiting.Enqueue(next);
                }
            }
        }

        return found;
    }

    [GeneratedRegex("<a [^>]*href=\"(/[^\"]*)\"")]
    private static partial Regex Links();
}
