using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Domain.Reports;
using Quarterdeck.TestKit;
using Quarterdeck.Web.Tests.Sites;

namespace Quarterdeck.Web.Tests.Figures;

/// <summary>Every figure and every rating on every page is the one of the open data: a page cannot say anything else.</summary>
public sealed partial class EveryFigureTests(RunningSite running)
{
    private const int LeastFigures = 1500;

    public static TheoryData<string> Packs => [Samples.Latest, Samples.First];

    [Theory]
    [MemberData(nameof(Packs))]
    public async Task Every_figure_of_every_page_is_the_open_datas(string sample)
    {
        var (problems, seen) =
            await Walk(running.Site(sample), address => running.Read(sample, address), await Pages(address => running.Read(sample, address)), _ => null);

        Assert.True(problems.Count == 0, $"{problems.Count} of {seen}:\n" + string.Join('\n', problems.Take(60)));
        Assert.True(seen > LeastFigures, $"Only {seen} figures were looked at.");
    }

    /// <summary>The test itself is tested: each figure of some pages is changed by one digit, and each change is found.</summary>
    [Theory]
    [InlineData("/indicators")]
    [InlineData("/indicators/FN07")]
    [InlineData("/indicators/CS07/years")]
    [InlineData("/compare?ref=FN07")]
    [InlineData("/compare/areas")]
    [InlineData("/areas/FIN")]
    [InlineData("/reports/dashboard")]
    public async Task A_figure_that_is_changed_is_found(string address)
    {
        var site = running.Site(Samples.Latest);
        var records = await OpenRecords.Of(path => running.Read(Samples.Latest, path));
        var claims = new FigureClaims(site, records, ReportOf(site, address));
        var figures = PageTables.Cells(await running.Read(Samples.Latest, address)).Where(cell => cell.IsFigure && cell.Text.Any(char.IsDigit)).ToList();

        Assert.NotEmpty(figures);
        Assert.All(figures, cell =>
        {
            Assert.Contains(claims.Allowed(address, cell) ?? [], allowed => FigureClaims.Says(cell.Text, allowed));
            var wrong = LastDigit().Replace(cell.Text, digit => digit.Value == "9" ? "8" : "9");
            Assert.DoesNotContain(claims.Allowed(address, cell) ?? [], allowed => FigureClaims.Says(wrong, allowed));
        });
    }

    /// <summary>Looks at every table of every page, and at the large figure of an indicator's page.</summary>
    internal static async Task<(IReadOnlyList<string> Problems, int Seen)> Walk(
        PublicDashboard site,
        Func<string, Task<string>> read,
        IReadOnlyDictionary<string, string> pages,
        Func<string, (Report Report, OpenRecords Records)?> published)
    {
        var records = await OpenRecords.Of(read);
        var (problems, seen) = (new List<string>(), 0);
        foreach (var (address, page) in pages)
        {
            var claims = published(address) is { } old
                ? new FigureClaims(site, old.Records, old.Report)
                : new FigureClaims(site, records, ReportOf(site, address));
            foreach (var cell in PageTables.Cells(page).Where(cell => cell.IsFigure
                || cell.IsRating
                || (cell.Column.EndsWith("ating", StringComparison.Ordinal))
                || (cell.Table == "table-compared" && cell.RowHead is "Value" or "Target" or "Floor" or "Year to date")))
            {
                // What is no figure and no rating says why in words. The rows of an indicator's publications are what was printed then.
                if (cell.IsHead || cell.Classes == "counted" || cell.Classes.StartsWith("none", StringComparison.Ordinal) || cell.Text is "no result" or "none" || Printed(page, cell))
                {
                    continue;
                }

                seen++;
                var allowed = claims.Allowed(address, cell);
                if (allowed is null || !allowed.Any(one => FigureClaims.Says(cell.Text, one)))
                {
                    problems.Add(
                        $"{address}, {cell}: "
                            + $"{(allowed is null ? "nobody vouches for it" : $"the open data says {string.Join(" or ", allowed.Select(one => one ?? "nothing"))}")}");
                }
            }

            // What a chart says under the pointer is what its table says below.
            foreach (Match figure in Charts().Matches(page))
            {
                var shown = PageTables.Cells(figure.Value).Select(cell => cell.Text).ToHashSet(StringComparer.Ordinal);
                foreach (var words in JsonDocument.Parse(WebUtility.HtmlDecode(figure.Groups[1].Value)).RootElement.EnumerateArray()
                    .Select(point => point[2].GetString()!))
                {
                    var said = words.Split(": ", 2)[1];
                    seen++;
                    if (!shown.Any(text => said.StartsWith(text, StringComparison.Ordinal) && (said[text.Length] is '.' or ' ')))
                    {
                        problems.Add($"{address}: the chart says '{words}', and its table does not");
                    }
                }
            }

            if (Large().Match(page) is { Success: true } large)
            {
                seen++;
                var record = records[address.Split('/')[^1]];
                var (displayed, target) = (PageTables.Words(large.Groups[1].Value), large.Groups[2].Value);
                if (displayed != record["displayed"] || (target.Length > 0 && !FigureClaims.Says(target, record["target"])))
                {
                    problems.Add($"{address}: '{displayed}' with the target '{target}' stands over '{record["displayed"]}' and '{record["target"]}'");
                }
            }
        }

        return (problems, seen);
    }

    internal static Report? ReportOf(PublicDashboard site, string address) =>
        address.StartsWith("/reports/", StringComparison.Ordinal) ? site.Report(address["/reports/".Length..]) : null;

    private static bool Printed(string page, PageCell cell) => cell.Table.Length == 0 && page.Contains("id=\"published-caption\"", StringComparison.Ordinal);

    /// <summary>Every page that links lead to, by its address.</summary>
    internal static async Task<Dictionary<string, string>> Pages(Func<string, Task<string>> read)
    {
        var (pages, waiting) = (new Dictionary<string, string>(), new Queue<string>(["/"]));
        while (waiting.TryDequeue(out var address))
        {
            if (pages.ContainsKey(address) || NoPage().IsMatch(address))
            {
                continue;
            }

            var page = pages[address] = await read(address);
            foreach (Match link in Links().Matches(page))
            {
                waiting.Enqueue(WebUtility.HtmlDecode(link.Groups[1].Value).Split('#')[0]);
            }
        }

        return pages;
    }

    [GeneratedRegex("^/(?:data|api|styles|scripts)/|/files/|\\.atom$")]
    private static partial Regex NoPage();

    [GeneratedRegex("[0-9](?=[^0-9]*$)")]
    private static partial Regex LastDigit();

    [GeneratedRegex("site-figure\"><strong>([^<]*)</strong> in [^.<]*(?:\\. [^:<]*: ([^<]*))?</p>")]
    private static partial Regex Large();

    [GeneratedRegex("<figure [^>]*data-points=\"([^\"]*)\".*?</figure>", RegexOptions.Singleline)]
    private static partial Regex Charts();

    [GeneratedRegex("href=\"(/[^\"]*)\"")]
    private static partial Regex Links();
}
