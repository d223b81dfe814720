using Quarterdeck.Application.Publishing;
using Quarterdeck.Application.Store;
using Quarterdeck.Cli.Formats;
using Quarterdeck.Cli.Sites;
using Quarterdeck.Domain.Commentary;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Packs.Reading;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Packs;

namespace Quarterdeck.Cli.Tests.Sites;

/// <summary>A publication is opened from the rows it was made from, whatever else is stored, and is what it would be from all of them.</summary>
public sealed class OpenedPublicationsTests
{
    private const string Organisation = "main";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Samples.Latest, false)]
    [InlineData(Samples.Latest, true)]
    [InlineData(Samples.First, false)]
    [InlineData(Samples.First, true)]
    public async Task From_its_own_rows_it_is_what_it_is_from_all(string sample, bool isOfOneDepartment)
    {
        using var folder = new TemporaryPack();
        await using var watched = new WatchedStore(folder["figures.db"]);
        var pack = Tangled(Samples.Read(sample), isOfOneDepartment);
        await watched.Publish(pack, folder["files"]);

        var own = (await watched.Archive()).ShownAsync(Stop);
        var read = watched.Rows;
        await watched.ForgetWhatItWasMadeFrom();
        var whole = (await watched.Archive()).ShownAsync(Stop);

        Assert.Equal(isOfOneDepartment, read < watched.Rows);
        Assert.Equal(Html(await own), Html(await whole));
        Assert.Equal(RowDigest.Of(PackRows.Of((await own)!.Pack), []), RowDigest.Of(PackRows.Of((await whole)!.Pack), []));
    }

    [Fact]
    public async Task A_million_other_results_would_not_be_read()
    {
        using var folder = new TemporaryPack();
        var rows = new List<int>();
        foreach (var times in new[] { 1, 3 })
        {
            await using var watched = new WatchedStore(folder[$"figures{times}.db"]);
            await watched.Publish(Beside(Tangled(Samples.Read(Samples.Latest), isOfOneDepartment: true), times), folder["files"]);
            await new PublicationWatcher(watched.Store, Organisation, watched.Clock).ReadAsync(Stop);
            rows.Add(watched.Rows);
        }

        Assert.Equal(rows[0], rows[1]);
    }

    [Fact]
    public async Task What_was_erased_of_it_closes_it_and_what_was_erased_of_others_does_not()
    {
        using var folder = new TemporaryPack();
        await using var watched = new WatchedStore(folder["figures.db"]);
        var pack = Tangled(Samples.Read(Samples.Latest), isOfOneDepartment: true);
        var (own, other) = (Of(pack, isOwn: true), pack.Indicators.Last(one => one.Area is { } area && DepartmentOf(pack, area) != Department(pack)).Ref);
        pack = pack with { Posts = [.. pack.Posts, Post(own), Post(other)] };
        await watched.Publish(pack, folder["files"]);
        await watched.Publish(pack with { Posts = [.. pack.Posts.Take(pack.Posts.Count - 2)] }, null);

        await watched.Erase(other);
        Assert.NotNull(await Opened(watched));
        await watched.Erase(own);
        Assert.Null(await Opened(watched));
    }

    private static async Task<OpenedPublication?> Opened(WatchedStore watched)
    {
        var archive = await watched.Archive();
        return await archive.OpenAsync(archive.Versions[^1]);
    }

    private static Domain.People.Post Post(IndicatorRef reference) =>
        new() { Ref = reference, Role = "delivery-partner", Holder = "A partner of " + reference };

    private static string Html(PublishedState? shown) => string.Concat(shown!.Reports.OrderBy(report => report.Key, StringComparer.Ordinal)
        .Select(report => ReportFormats.Of(new()).First(format => format.Name == "html").Write(report.Value.Value))
        .SelectMany(files => files).Select(file => System.Text.Encoding.UTF8.GetString(file.Content.Span)));

    /// <summary>With texts that take figures from elsewhere and speak of several departments' indicators; the reports of one department where asked.</summary>
    private static Pack Tangled(Pack pack, bool isOfOneDepartment)
    {
        var (own, other) = (Of(pack, isOwn: true), Of(pack, isOwn: false));
        var round = pack.Commentary.Max(one => one.Round);
        var said = pack.Commentary.First(one => one.Round == round && one.Kind == CommentaryKind.Commentary);
        return pack with
        {
            Reports = [.. pack.Reports.Select(report => isOfOneDepartment ? report with { Areas = [Department(pack)], Attached = null } : report)],
            Commentary =
            [
                .. pack.Commentary,
                said with { Text = $"It was {{{{{other}}}}} elsewhere.", Refs = [own] },
                said with { Text = "Both were late.", Refs = [own, other] },
                said with { Text = "That one was early.", Refs = [other] },
            ],
        };
    }

    /// <summary>The department of the first indicator.</summary>
    private static string Department(Pack pack) => DepartmentOf(pack, pack.Indicators.First(one => one.Area is not null).Area!);

    private static string DepartmentOf(Pack pack, string area) =>
        pack.Areas.First(one => one.Code == area).Parent is { } parent ? DepartmentOf(pack, parent) : area;

    private static IndicatorRef Of(Pack pack, bool isOwn) =>
        pack.Indicators.First(one => one.Area is { } area && DepartmentOf(pack, area) == Department(pack) == isOwn).Ref;

    /// <summary>The same results again under references of another area.</summary>
    private static Pack Beside(Pack pack, int times)
    {
        var other = Of(pack, isOwn: false);
        var (indicator, results) = (pack.Indicators.First(one => one.Ref == other), pack.Results.Where(one => one.Ref == other).ToList());
        var references = Enumerable.Range(0, times).Select(at => new IndicatorRef($"Z{at}")).ToList();
        return pack with
        {
            Indicators = [.. pack.Indicators, .. references.Select(reference => indicator with { Ref = reference })],
            Results = [.. pack.Results, .. references.SelectMany(reference => results.Select(result => result with { Ref = reference }))],
        };
    }
}
