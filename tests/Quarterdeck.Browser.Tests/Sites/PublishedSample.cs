using Quarterdeck.Application.Publishing;
using Quarterdeck.Application.Store;
using Quarterdeck.Cli.Formats;
using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Packs.Reading;
using Quarterdeck.Storage;
using Quarterdeck.TestKit.Clocks;

namespace Quarterdeck.Browser.Tests.Sites;

/// <summary>A sample in a store of its own: every report published with one figure typed wrongly, and corrected a week later.</summary>
public static class PublishedSample
{
    public const string Organisation = "main";

    /// <summary>What was wrong, as readers are told.</summary>
    public const string Reason = "A figure was typed wrongly.";

    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <param name="file">The store's file, which is not there yet.</param>
    /// <param name="pack">What is right.</param>
    public static async Task<IStore> Open(string file, Pack pack)
    {
        var clock = new HandClock(Start);
        var store = await StoreLocation.Of(file).OpenAsync(clock, "test", makes: true);
        await Publish(store, clock, Mistyped(pack), "Published for the first time.", isCorrection: false);
        clock.Now += TimeSpan.FromDays(7);
        await Publish(store, clock, pack, Reason, isCorrection: true);
        return store;
    }

    /// <summary>With another figure for the latest result of the first rated indicator.</summary>
    private static Pack Mistyped(Pack pack)
    {
        var reference = pack.Indicators.First(one => one.IsRated && pack.Results.Any(result => result.Ref == one.Ref && result.Value?.Number is not null)).Ref;
        var last = pack.Results.Where(result => result.Ref == reference && result.Value?.Number is not null).MaxBy(result => result.Period.Closing)!;
        return pack with { Results = [.. pack.Results.Select(result => result == last ? result with { Value = Figure.Of(1.5m) } : result)] };
    }

    private static async Task Publish(IStore store, HandClock clock, Pack pack, string note, bool isCorrection)
    {
        var plan = Import.Plan(await store.ReadAsync(Organisation), PackRows.Of(pack), keepsMissing: false);
        Assert.IsType<WriteOutcome.Written>(await store.WriteAsync(Import.Write(plan, Organisation, "An analyst", note, "pack", "test")));
        Assert.IsType<PublishOutcome.Published>(isCorrection
            ? await new CorrectReportHandler(store, PackFormat.Instance, ReportStyles.Instance, clock, "test").HandleAsync(
                new CorrectReport(Organisation, null, ["html"], "Performance team", note))
            : await new PublishReportHandler(store, PackFormat.Instance, ReportStyles.Instance, clock, "test").HandleAsync(
                new PublishReport(Organisation, null, ["html"], "Performance team", note)));
    }
}
