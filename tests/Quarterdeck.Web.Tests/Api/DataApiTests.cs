using System.Net;
using System.Text.Json;
using Quarterdeck.Application.Ratings;
using Quarterdeck.Application.Reports;
using Quarterdeck.TestKit;
using Quarterdeck.Web.Tests.Sites;

namespace Quarterdeck.Web.Tests.Api;

/// <summary>The open data for programs: the same records as everywhere, page by page.</summary>
public sealed class DataApiTests(RunningSite running)
{
    public static TheoryData<string> Packs => [Samples.Latest, Samples.First];

    [Theory]
    [MemberData(nameof(Packs))]
    public async Task Every_field_of_every_record_is_the_records_own(string sample)
    {
        var site = running.Site(sample);
        var records = JsonDocument.Parse(await running.Read(sample, "/api/v1/indicators?per_page=500")).RootElement.EnumerateArray().ToList();

        Assert.Equal(site.Rated.Count, records.Count);
        foreach (var (rated, record) in site.Rated.Zip(records))
        {
            Assert.All(RateRecord.Fields, field => Assert.Equal(field.Value(rated), Text(record.GetProperty(field.Name))));
            var periods = JsonDocument.Parse(
                await running.Read(sample, $"/api/v1/indicators/{rated.Indicator.Ref}/periods?per_page=500")).RootElement.EnumerateArray().ToList();
            Assert.Equal(PeriodRecord.Of(rated).Count, periods.Count);
            Assert.All(
                PeriodRecord.Of(rated).Zip(periods),
                pair => Assert.All(PeriodRecord.Fields, field => Assert.Equal(field.Value(pair.First), Text(pair.Second.GetProperty(field.Name)))));
        }
    }

    [Fact]
    public async Task Pages_follow_each_other_by_their_links_and_miss_nothing()
    {
        var (found, address) = (new List<string>(), "/api/v1/indicators?q=number&per_page=3");
        while (address is not null)
        {
            using var answer = await Get(address);
            found.AddRange(JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.EnumerateArray()
                .Select(record => record.GetProperty("ref").GetString()!));
            var links = answer.Headers.TryGetValues("Link", out var header) ? header.Single().Split(", ") : [];
            address = links.FirstOrDefault(link => link.EndsWith("rel=\"next\"", StringComparison.Ordinal))?.Split('>')[0][1..];
        }

        Assert.Equal(running.Site(Samples.First).Search(new Application.Publishing.IndicatorQuery("number")).Select(one => one.Indicator.Ref.Value), found);
    }

    [Theory]
    [InlineData("/api/v1/indicators/none", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/indicators?page=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/indicators?per_page=501", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/indicators?page=one", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_answered_is_a_problem_with_a_reason(string address, HttpStatusCode status)
    {
        using var answer = await Get(address);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Programs_of_other_sites_may_read_it()
    {
        using var answer = await Get("/api/v1/indicators");
        Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    [Fact]
    public async Task The_description_names_every_field_and_every_path_it_names_answers()
    {
        var description = JsonDocument.Parse(await running.Read(Samples.First, "/api/v1/openapi.json")).RootElement;

        Assert.Equal(RateRecord.Fields.Select(field => field.Name), description.GetProperty("components")
            .GetProperty("schemas")
            .GetProperty("Indicator")
            .GetProperty("properties")
            .EnumerateObject()
            .Select(property => property.Name));
        foreach (var path in description.GetProperty("paths").EnumerateObject())
        {
            await running.Read(Samples.First, path.Name.Replace("{reference}", "lac", StringComparison.Ordinal));
        }
    }

    private Task<HttpResponseMessage> Get(string address) =>
        running.Reader(Samples.First).GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };
}
