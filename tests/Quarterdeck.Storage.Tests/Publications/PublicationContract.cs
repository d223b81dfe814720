using System.Text;
using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Application.Ratings;
using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Tests.Ledger;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Packs;

namespace Quarterdeck.Storage.Tests.Publications;

/// <summary>What is published stays as it was, on every engine.</summary>
public abstract class PublicationContract : EngineContract
{
    private const string First = "dashboard-2025-10";

    [Fact]
    public async Task What_was_published_before_a_correction_is_the_same_after_it()
    {
        using var folder = new TemporaryPack();
        var states = SampleStates.Five();
        await Stored.Import(Store, Organisation, states[0]);
        await Publish(folder["first"]);
        var published = await File.ReadAllBytesAsync(folder["first/dashboard.txt"]);
        Clock.Now += TimeSpan.FromDays(7);
        await Stored.Import(Store, Organisation, states[1]);

        await Reissue(folder["again"]);

        Assert.Equal(published, await File.ReadAllBytesAsync(folder["again/dashboard.txt"]));
        Assert.Equal(await File.ReadAllBytesAsync(folder["first/manifest.json"]), await File.ReadAllBytesAsync(folder["again/manifest.json"]));
    }

    [Fact]
    public async Task A_correction_is_asked_for_by_name_and_shows_both_figures_both_days_and_why()
    {
        using var folder = new TemporaryPack();
        var states = SampleStates.Five();
        await Stored.Import(Store, Organisation, states[0]);
        await Publish(folder["first"]);
        Clock.Now += TimeSpan.FromDays(7);
        await Stored.Import(Store, Organisation, states[1]);

        var refused = Assert.IsType<PublishOutcome.Differs>(await Publisher().HandleAsync(Request));
        var correction = new CorrectReport(Organisation, "dashboard", [], "Performance team", "Two invoices counted twice");
        var corrected =
            Assert.IsType<PublishOutcome.Published>(await new CorrectReportHandler(Store, new PacksOfFiles(), Style(), Clock, "1.0").HandleAsync(correction));

        Assert.Contains($"published on 2025-11-03 as {First}", refused.Sentence, StringComparison.Ordinal);
        Assert.Contains($"other figures for {SampleStates.Ref}.", refused.Sentence, StringComparison.Ordinal);
        var version = Assert.Single(corrected.Reports).Version;
        Assert.Equal((First + "-v2", First, 2), (version.Id, version.Corrects, version.Version));
        Assert.Equal(new DateOnly(2025, 11, 3), version.Correction!.Earlier);
        Assert.Equal(new DateOnly(2025, 11, 10), version.PublishedOn);
        Assert.Equal("Two invoices counted twice", version.Correction.Note);
        var state = await Store.ReadAsync(Organisation);
        var change = PublishedRecords.Find(state, First)!.ChangesTo(PublishedRecords.Find(state, version.Id)!).Single(one => one.Field == "displayed");
        Assert.Equal((SampleStates.Ref, "27%", "88.50%"), (change.Ref, change.Before, change.After));
        Assert.IsType<AuditVerdict.Whole>(await Store.VerifyAsync(Organisation));
    }

    [Fact]
    public async Task An_error_blocks_until_it_is_accepted_and_then_stands_in_the_publication()
    {
        await Stored.Import(Store, Organisation, Samples.Read(Samples.Latest) with { Decisions = [] });

        var blocked = Assert.IsType<PublishOutcome.Blocked>(await Publisher().HandleAsync(Request));
        Assert.Empty(PublishedVersion.All(await Store.ReadAsync(Organisation)));
        Assert.IsType<PublishOutcome.Blocked>(await Publisher().HandleAsync(Request with { Accept = ["dead-link:FN08"], Reason = "Known" }));
        Assert.Empty((await Stored.Pack(Store, Organisation)).Decisions);
        var published = Assert.IsType<PublishOutcome.Published>(
            await Publisher().HandleAsync(Request with { Accept = ["dead-link:FN08", "ytd-outside-periods"], Reason = "As the paper has it" }));

        Assert.Equal(["ytd-outside-periods", "dead-link"], blocked.Errors.Select(error => error.Code));
        Assert.Equal(2, (await Stored.Pack(Store, Organisation)).Decisions.Count);
        var version = Assert.Single(PublishedVersion.All(await Store.ReadAsync(Organisation)));
        Assert.Equal(Assert.Single(published.Reports).Version.Accepted, version.Accepted);
        Assert.Equal(
            [("ytd-outside-periods", "As the paper has it"), ("dead-link", "As the paper has it")],
            version.Accepted.Select(error => (error.Code, error.Reason)));
        Assert.IsType<AuditVerdict.Whole>(await Store.VerifyAsync(Organisation));
    }

    [Fact]
    public async Task A_correction_names_the_other_publications_that_still_show_the_figure()
    {
        var states = SampleStates.Five();
        await Stored.Import(Store, Organisation, states[0]);
        Assert.IsType<PublishOutcome.Published>(await Publisher().HandleAsync(Request with { Report = null }));
        Clock.Now += TimeSpan.FromDays(7);
        await Stored.Import(Store, Organisation, states[1]);

        var correction = new CorrectReport(Organisation, "dashboard", [], "Performance team", "Two invoices counted twice");
        var corrected =
            Assert.IsType<PublishOutcome.Published>(await new CorrectReportHandler(Store, new PacksOfFiles(), Style(), Clock, "1.0").HandleAsync(correction));

        Assert.Equal(["cover-2025-10", "exceptions-2025-10"], corrected.StillShown.Select(shown => shown.Id).Order(StringComparer.Ordinal));
        Assert.All(corrected.StillShown, shown => Assert.Equal([SampleStates.Ref], shown.Refs));
    }

    [Fact]
    public async Task What_todays_rules_give_otherwise_than_was_printed_is_told()
    {
        using var folder = new TemporaryPack();
        await Stored.Import(Store, Organisation, Samples.Read(Samples.Latest));
        await Publish(folder["first"]);
        var rules = new PublishedByOtherRules(Store, new PacksOfFiles());
        Assert.Empty(await rules.FindAsync(Organisation));

        var row = (await Store.ReadAsync(Organisation)).Of(SystemTables.PublishedRecords).Single();
        var records = new Dictionary<string, string>(RowBody.Read(row.Body!));
        records["FN06"] = RowBody.Write(new Dictionary<string, string>(RowBody.Read(records["FN06"])) { ["rating"] = "Green", ["direction"] = "improved" });
        await Store.WriteAsync(new Change(
            Organisation,
            "An earlier version",
            "Other rules",
            "test",
            "0.9",
            [new RowWrite(row.Table, row.Key, row.Version, row.Place, RowBody.Write(records))]));
        var told = await rules.FindAsync(Organisation);

        Assert.Equal([("FN06", "Green", "Red"), ("FN06", "improved", "worsened")], told.Select(finding => (finding.Ref, finding.Value, finding.Expected)));
    }

    [Fact]
    public async Task The_same_again_is_no_new_publication()
    {
        using var folder = new TemporaryPack();
        await Stored.Import(Store, Organisation, Samples.Read(Samples.Latest));
        await Publish(folder["first"]);
        var changes = (await Store.ReadAsync(Organisation)).Change;

        var again = await Publish(folder["again"]);

        Assert.False(Assert.Single(again.Reports).IsNew);
        Assert.Equal(changes, (await Store.ReadAsync(Organisation)).Change);
        Assert.Single(PublishedVersion.All(await Store.ReadAsync(Organisation)));
    }

    [Fact]
    public async Task Publications_and_files_are_no_rows_of_the_pack()
    {
        using var folder = new TemporaryPack();
        var pack = Samples.Read(Samples.Latest);
        await Stored.Import(Store, Organisation, pack);
        await Publish(folder["first"]);

        var again = await Stored.Import(Store, Organisation, pack);

        Assert.Empty(again.Changes);
        Assert.Equal(Stored.Lines(pack), Stored.Lines(await Stored.Pack(Store, Organisation)));
        Assert.DoesNotContain(
            await Intruder.Query("SELECT DISTINCT table_name FROM pack_row_current WHERE org = @org", Organisation),
            table => table.StartsWith('@'));
        Assert.Equal(
            [$"{First}|dashboard|2025-10|1"],
            await Intruder.Query("SELECT id, report, results_to, version FROM publication_current WHERE org = @org", Organisation));
    }

    [Fact]
    public async Task What_was_altered_behind_its_back_cannot_be_proved_again()
    {
        using var folder = new TemporaryPack();
        await Stored.Import(Store, Organisation, Samples.Read(Samples.Latest));
        await Publish(folder["first"]);
        await Intruder.Force(
            "UPDATE entry SET body = replace(body, 'Contact Point', 'Contact Centre') WHERE org = @org AND table_name = 'indicators'",
            new { org = Organisation });

        var issued = await Reissue(folder["again"]);

        Assert.Equal(ReissueProof.InputsGone, issued.Proof);
        Assert.Contains("is not all there any more", issued.Sentence, StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllBytesAsync(folder["first/dashboard.txt"]), await File.ReadAllBytesAsync(folder["again/dashboard.txt"]));
    }

    [Fact]
    public async Task Another_version_of_the_program_issues_the_same_files()
    {
        using var folder = new TemporaryPack();
        await Stored.Import(Store, Organisation, Samples.Read(Samples.Latest));
        await Publish(folder["first"]);

        var issued =
            Assert.IsType<ReissueOutcome.Issued>(await Reissuer(version: "2.0", greeting: "New: ").HandleAsync(new ReissueReport(Organisation, First, [])));
        ReportFolder.Write(folder["again"], issued.Report.Files);

        Assert.Equal(ReissueProof.OtherProgram, issued.Proof);
        foreach (var name in new[] { "dashboard.txt", "manifest.json" })
        {
            Assert.Equal(await File.ReadAllBytesAsync(folder["first/" + name]), await File.ReadAllBytesAsync(folder["again/" + name]));
        }
    }

    [Theory]
    [InlineData(SampleStates.Ref, false)]
    [InlineData(null, true)]
    public async Task What_others_changed_while_a_report_was_made_stops_it_only_where_it_was_made_from_that(string? changed, bool isPublished)
    {
        await Stored.Import(Store, Organisation, Samples.Read(Samples.Latest));
        var row = (await Store.ReadAsync(Organisation)).Of("indicators")
            .First(one => changed is null || one.Key.StartsWith(changed + "|", StringComparison.Ordinal));
        var change = changed is null
            ? Stored.Change(Organisation, "other-2025-10", 0, "Published", SystemTables.PublishedRecords)
            : new Change(Organisation, "Another", "A reason", "test", "test", [new RowWrite(row.Table, row.Key, row.Version, row.Place, row.Body)]);
        var meddler = new Meddler(() => Store.WriteAsync(change).GetAwaiter().GetResult());

        var publication = await Publisher().HandleAsync(Request, meddler, TestContext.Current.CancellationToken);

        Assert.Equal(2, Assert.IsType<WriteOutcome.Written>(meddler.Outcome).Number);
        Assert.Equal(isPublished, publication is PublishOutcome.Published);
        Assert.Equal(isPublished ? 3 : 2, (await Store.ReadAsync(Organisation)).Change);
        if (!isPublished)
        {
            Assert.Contains("Others changed what this was made from", Assert.IsType<PublishOutcome.Conflicted>(publication).Sentence, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_lies_beside_a_pack_is_kept_with_its_history()
    {
        var rows = Packs.Reading.PackRows.Of(Samples.Read(Samples.Latest)).ToList();
        foreach (var content in new byte[]?[] { [1, 2, 3], [1, 2, 3, 4], null })
        {
            var plan =
                Import.Plan(await Store.ReadAsync(Organisation), rows, keepsMissing: false, content is null ? [] : [new StoredFile("logo.png", content)]);
            Assert.IsType<WriteOutcome.Written>(await Store.WriteAsync(Import.Write(plan, Organisation, "An analyst", "Logo", "pack", "test")));
        }

        Assert.Empty(StoredFile.All(await Store.ReadAsync(Organisation)));
        Assert.Equal(new byte[] { 1, 2, 3, 4 }, Assert.Single(StoredFile.All(await Store.ReadAfterAsync(Organisation, 2))).Content.ToArray());
        Assert.Equal(new byte[] { 1, 2, 3 }, Assert.Single(StoredFile.All(await Store.ReadAfterAsync(Organisation, 1))).Content.ToArray());
        Assert.Empty((await Store.ReadAfterAsync(Organisation, 9)).Rows);
    }

    private PublishReport Request => new(Organisation, "dashboard", [], "Performance team", "October dashboard");

    private async Task<PublishOutcome.Published> Publish(string directory)
    {
        var published = Assert.IsType<PublishOutcome.Published>(await Publisher().HandleAsync(Request));
        ReportFolder.Write(directory, Assert.Single(published.Reports).Files);
        return published;
    }

    private async Task<ReissueOutcome.Issued> Reissue(string directory)
    {
        var issued = Assert.IsType<ReissueOutcome.Issued>(await Reissuer().HandleAsync(new ReissueReport(Organisation, First, [])));
        ReportFolder.Write(directory, issued.Report.Files);
        return issued;
    }

    private PublishReportHandler Publisher() => new(Store, new PacksOfFiles(), Style(), Clock, "1.0");

    private ReissueReportHandler Reissuer(string version = "1.0", string greeting = "") => new(Store, new PacksOfFiles(), Style(greeting), version);

    /// <summary>A format that shows every figure, the day and the correction, and nothing else.</summary>
    private static FixedStyle Style(string greeting = "") => new(new ReportFormat("txt", report =>
    [
        new ReportFile(report.Definition.Code + ".txt", Encoding.UTF8.GetBytes(
            $"{greeting}{report.Title.PublishedOn:O} {report.Title.Corrects}\n"
                + string.Join('\n', report.Rated.Select(rated => string.Join('|', RateRecord.Fields.Select(field => field.Value(rated))))))),
    ]));

    /// <summary>Writes once, while a report is being made.</summary>
    private sealed class Meddler(Func<WriteOutcome> write) : IProgress<PublishStep>
    {
        public WriteOutcome? Outcome { get; private set; }

        public void Report(PublishStep value) => Outcome ??= write();
    }
}
