using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Application.Store;
using Quarterdeck.Cli.Formats;
using Quarterdeck.Cli.Sites;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Publications;
using Quarterdeck.Packs.Reading;
using Quarterdeck.Storage;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Clocks;
using Quarterdeck.TestKit.Packs;
using Quarterdeck.Web.Hosting;
using Quarterdeck.Web.Options;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Cli.Tests.Sites;

/// <summary>What each kind of page asks of the store when nothing is kept ready: no more from a large store than from a small one.</summary>
public sealed partial class QueryCountTests
{
    private const string Organisation = "main";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_page_asks_more_of_a_larger_store()
    {
        var pack = Samples.Read(Samples.Latest);
        var small = await Asked(pack, corrections: 1);
        var large = await Asked(Larger(pack, times: 3), corrections: 3);

        Assert.True(small.Count > 12, $"Only these were walked: {string.Join(", ", small.Keys)}");
        Assert.Equal(small, large);

        // Everything readers see is in memory from its publication on, but older versions, which are read when they are opened.
        Assert.All(small, kind => Assert.Equal(kind.Key.StartsWith("publications/{id}", StringComparison.Ordinal) ? 1 : 0, kind.Value));
    }

    /// <summary>The most that any page of a kind asks, by the route of the kind.</summary>
    private static async Task<SortedDictionary<string, int>> Asked(Pack pack, int corrections)
    {
        using var folder = new TemporaryPack();
        var clock = new HandClock(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var store = new CountedStore(await StoreLocation.Of(folder["figures.db"]).OpenAsync(clock, "test", makes: true));
        for (var version = 0; version <= corrections; version++)
        {
            await Publish(store, clock, pack, version);
            clock.Now += TimeSpan.FromDays(1);
        }

        var shown = (await new PublicationWatcher(store, Organisation, clock).ReadAsync(Stop))!;
        await using var app = Website.Create(
            new SnapshotProvider(shown),
            new WebsiteOptions("http://127.0.0.1:0", "1.2.3") { Limits = new WebsiteLimits { CacheMegabytes = 0, FilesPerMinute = 0 } });
        await app.StartAsync(Stop);
        return await Walk(app, store);
    }

    private static async Task<SortedDictionary<string, int>> Walk(WebApplication app, CountedStore store)
    {
        using var reader = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        var most = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var (seen, left) = (new HashSet<string> { "/" }, new Queue<string>(["/"]));
        while (left.TryDequeue(out var address))
        {
            var before = store.Calls;
            using var answer = await reader.GetAsync(new Uri(address, UriKind.Relative), Stop);
            Assert.True(answer.IsSuccessStatusCode, $"{address} answers {(int)answer.StatusCode}.");
            var kind = Kind(app, address);
            most[kind] = Math.Max(most.GetValueOrDefault(kind), store.Calls - before);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html" || address.Contains("/files/", StringComparison.Ordinal))
            {
                continue;
            }

            // One document of a kind tells of all: making each would take long, and asks nothing more.
            foreach (Match link in Link().Matches(await answer.Content.ReadAsStringAsync(Stop)))
            {
                var found = link.Groups[1].Value;
                if ((!found.Contains("/files/", StringComparison.Ordinal)
                    || (found.EndsWith(".json", StringComparison.Ordinal) && found.StartsWith("/publications/", StringComparison.Ordinal))) && seen.Add(found))
                {
                    left.Enqueue(found);
                }
            }
        }

        return most;
    }

    private static string Kind(WebApplication app, string address) =>
        app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => (endpoint.RoutePattern.RawText ?? string.Empty).Trim('/'))
            .Where(route => Regex.IsMatch(
                address.Trim('/'),
                "^" + Regex.Replace(Regex.Escape(route).Replace("\\{", "{", StringComparison.Ordinal), "{[^}]*}", "[^/]+") + "$"))
            .MinBy(route => route.Count(letter => letter == '{')) ?? throw new InvalidOperationException($"No route leads to {address}.");

    private static async Task Publish(CountedStore store, HandClock clock, Pack pack, int version)
    {
        var changed = pack with { Results = [.. pack.Results.Skip(version)] };
        var plan = Import.Plan(await store.ReadAsync(Organisation, cancellationToken: Stop), PackRows.Of(changed), keepsMissing: false);
        Assert.IsType<WriteOutcome.Written>(
            await store.WriteAsync(Import.Write(plan, Organisation, "An analyst", "A version", "pack", "test"), progress: null, Stop));
        Assert.IsType<PublishOutcome.Published>(version > 0
            ? await new CorrectReportHandler(store, PackFormat.Instance, ReportStyles.Instance, clock, "test").HandleAsync(
                new CorrectReport(Organisation, null, ["json"], "Performance team", "A version"),
                null,
                Stop)
            : await new PublishReportHandler(store, PackFormat.Instance, ReportStyles.Instance, clock, "test").HandleAsync(
                new PublishReport(Organisation, null, ["json"], "Performance team", "A version"),
                null,
                Stop));
    }

    /// <summary>The pack with every indicator several times, each under a reference of its own.</summary>
    private static Pack Larger(Pack pack, int times) => pack with
    {
        Indicators = Times(pack.Indicators, times, (one, number) =>
            one with { Ref = Numbered(one.Ref, number), Title = $"{one.Title} {number}", Parent = one.Parent is { } of ? Numbered(of, number) : null }),
        Targets = Times(pack.Targets, times, (one, number) => one with { Ref = Numbered(one.Ref, number) }),
        Results = Times(pack.Results, times, (one, number) => one with { Ref = Numbered(one.Ref, number) }),

        // The faults the sample keeps are accepted in the copies of its indicators too.
        Decisions = [.. new[] { "ytd-outside-periods", "dead-link", "call-in-open" }.Select(code =>
            new CheckDecision { Code = code, State = DecisionState.Accepted, Reason = "The sample keeps its faults." })],
    };

    private static IReadOnlyList<T> Times<T>(IReadOnlyList<T> rows, int times, Func<T, int, T> numbered) =>
        [.. rows, .. Enumerable.Range(1, times - 1).SelectMany(number => rows.Select(row => numbered(row, number)))];

    private static IndicatorRef Numbered(IndicatorRef reference, int number) => new($"{reference.Value}.{number}");

    [GeneratedRegex("href=\"(/[^\"#?]*)\"")]
    private static partial Regex Link();
}
