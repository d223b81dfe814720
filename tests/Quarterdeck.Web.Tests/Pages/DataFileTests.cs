using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Quarterdeck.Application.Records;
using Quarterdeck.Application.Reports;
using Quarterdeck.TestKit;
using Quarterdeck.Web.Tests.Sites;

namespace Quarterdeck.Web.Tests.Pages;

/// <summary>An indicator's figures as files.</summary>
public sealed class DataFileTests(RunningSite running)
{
    public static TheoryData<string> Packs => [Samples.Latest, Samples.First];

    [Theory]
    [MemberData(nameof(Packs))]
    public async Task Every_file_holds_every_period_of_the_record(string sample)
    {
        foreach (var rated in running.Site(sample).Rated.Where(one => one.History.Any(own => own.Value is not null)).Take(12))
        {
            var (csv, _) = await Get(sample, $"/data/indicators/{rated.Indicator.Ref}.csv");
            var lines = Encoding.UTF8.GetString(csv).TrimStart('\uFEFF').TrimEnd().Split("\r\n");
            var records = PeriodRecord.Of(rated);

            Assert.Equal(string.Join(',', PeriodRecord.Fields.Select(field => field.Name)), lines[0]);
            Assert.Equal(records.Count, lines.Length - 1);
            Assert.All(
                records.Zip(lines.Skip(1)),
                pair => Assert.Contains($",{ExactDecimal.Text(pair.First.Own.Value)},", pair.Second, StringComparison.Ordinal));
            foreach (var (ending, part) in new[] { ("xlsx", "xl/worksheets/"), ("ods", "content.xml") })
            {
                var figures = Numbers((await Get(sample, $"/data/indicators/{rated.Indicator.Ref}.{ending}")).Content, part);
                Assert.All(records.Where(record => record.Own.Value is not null), record =>
                    Assert.Contains(Domain.Numbers.Rounding.To(record.Own.Value!.Value, record.Own.Decimals), figures));
            }
        }
    }

    [Fact]
    public async Task The_page_offers_them_with_their_sizes_and_the_metadata_describes_the_csv()
    {
        var page = await running.Read(Samples.Latest, "/indicators/FN07");
        var (csv, answer) = await Get(Samples.Latest, "/data/indicators/fn07.csv");
        var (described, _) = await Get(Samples.Latest, "/data/indicators/FN07.csv-metadata.json");
        using var metadata = JsonDocument.Parse(described);

        Assert.Contains($"<a href=\"/data/indicators/FN07.csv\">CSV</a>, {(csv.Length + 1023) / 1024} KB", page, StringComparison.Ordinal);
        Assert.Equal("FN07.csv", metadata.RootElement.GetProperty("url").GetString());
        Assert.All(
            metadata.RootElement.GetProperty("tableSchema").GetProperty("columns").EnumerateArray(),
            column => Assert.NotEmpty(column.GetProperty("dc:description").GetString()!));
        Assert.Equal("<FN07.csv-metadata.json>; rel=\"describedby\"; type=\"application/csvm+json\"", Assert.Single(answer.Headers.GetValues("Link")));
        Assert.Equal(Encoding.UTF8.GetPreamble(), csv[..3]);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.NotNull(answer.Headers.ETag);
    }

    [Fact]
    public async Task Text_that_a_spreadsheet_would_run_stands_behind_an_apostrophe()
    {
        await using var site = await OneSite.Of(Packed.From(
            "indicators\n" + Packed.Indicators + "K1,'=HYPERLINK(1),kpi,,percent,month,,none,\n",
            "results\nref,period,value,note\nK1,2025-10,91%,'+1\n"));
        var csv = await site.Read("/data/indicators/K1.csv");

        Assert.Contains(
            ",'=HYPERLINK(1),",
            Assert.Single(csv.Split("\r\n"), line => line.StartsWith("K1,", StringComparison.Ordinal)),
            StringComparison.Ordinal);
    }

    /// <summary>One rule: open data is for everybody's pages, documents and pages of the site are not.</summary>
    [Theory]
    [InlineData("/data/indicators/FN07.csv", true)]
    [InlineData("/data/indicators/FN07.csv-metadata.json", true)]
    [InlineData("/data/indicators/FN07.xlsx", true)]
    [InlineData("/api/v1/indicators/FN07", true)]
    [InlineData("/reports/dashboard/files/dashboard-periods.csv", true)]
    [InlineData("/reports/dashboard/files/datapackage.json", true)]
    [InlineData("/reports/dashboard/files/dashboard.pdf", false)]
    [InlineData("/indicators/FN07", false)]
    [InlineData("/publications", false)]
    public async Task Pages_of_other_websites_may_read_open_data_and_nothing_else(string address, bool isOpen)
    {
        using var answer = await running.Reader(Samples.Latest).GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(isOpen, answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("/data/indicators/none.csv")]
    [InlineData("/data/indicators/FN07.exe")]
    [InlineData("/data/indicators/FN07")]
    [InlineData("/data/indicators/..%2FFN07.csv")]
    [InlineData("/data/pack.zip")]
    public async Task There_is_no_other_file(string address)
    {
        using var answer = await running.Reader(Samples.Latest).GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    /// <summary>The numbers in the cells of a part of a workbook.</summary>
    /// <summary>Every number of every sheet.</summary>
    private static HashSet<decimal> Numbers(byte[] workbook, string part)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        var cells = new List<string>();
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.StartsWith(part, StringComparison.Ordinal) && entry.Name.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var stream = entry.Open();
            var sheet = XDocument.Load(stream);
            cells.AddRange(sheet.Descendants().Where(element => element.Name.LocalName is "v").Select(element => element.Value));
            cells.AddRange(sheet.Descendants().Attributes().Where(attribute => attribute.Name.LocalName == "value").Select(attribute => attribute.Value));
        }

        return [.. cells.Where(text => decimal.TryParse(
            text,
            System.Globalization.NumberStyles.Float,
            System.Globalization.CultureInfo.InvariantCulture,
            out _)).Select(text => decimal.Parse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture))];
    }

    private async Task<(byte[] Content, HttpResponseMessage Answer)> Get(string sample, string address)
    {
        var answer = await running.Reader(sample).GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address} answers {(int)answer.StatusCode}.");
        return (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), answer);
    }
}
