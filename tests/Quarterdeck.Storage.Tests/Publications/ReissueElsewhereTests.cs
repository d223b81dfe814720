using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Application.Ratings;
using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Copies;
using Quarterdeck.Storage.Migrations;
using Quarterdeck.Storage.Sqlite;
using Quarterdeck.Storage.Tests.Ledger;
using Quarterdeck.Storage.Tests.PostgreSql;
using Quarterdeck.Storage.Tests.Copies;
using Quarterdeck.TestKit.Clocks;
using Quarterdeck.TestKit.Packs;

namespace Quarterdeck.Storage.Tests.Publications;

/// <summary>What was published is the same to the byte after the store was moved to another engine, and after its schema was changed.</summary>
public sealed class ReissueElsewhereTests(PostgreSqlDatabase database) : IDisposable
{
    private const string Organisation = "main";

    private readonly Places _places = new(database);
    private readonly HandClock _clock = new(new DateTimeOffset(2025, 11, 3, 9, 0, 0, TimeSpan.Zero));

    public static TheoryData<string, string> Pairs => Places.Pairs;

    public void Dispose() => _places.Dispose();

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task After_a_move_between_engines(string from, string to)
    {
        var (source, target) = (await _places.New(from), await _places.New(to));
        await Places.Make(source);
        await using (var store = await Places.Open(source, _clock))
        {
            await PublishAndCorrect(store);
        }

        await StoreCopy.RunAsync(StoreLocation.Of(source), StoreLocation.Of(target), Places.Work(TestContext.Current.CancellationToken));

        await using var moved = await Places.Open(target, _clock);
        await IssuedAgainTheSame(moved);
    }

    [Fact]
    public async Task After_steps_of_the_schema()
    {
        var (written, file) = (_places["new.db"], _places["old.db"]);
        await using (var store = await Places.Open(written, _clock))
        {
            await PublishAndCorrect(store);
        }

        await new SqliteSchema(file, new Migrator([.. Migration.Of("sqlite").Take(2)], _clock, "0.1")).BringUpToDateAsync();
        await using (var connection = SqliteDialect.Connection(file, SqliteOpenMode.ReadWrite))
        {
            await connection.OpenAsync();
            await connection.ExecuteAsync(
                """
                ATTACH @written AS written;
                INSERT INTO organisation SELECT * FROM written.organisation;
                INSERT INTO change SELECT * FROM written.change;
                INSERT INTO entry SELECT * FROM written.entry;
                INSERT INTO current_row SELECT * FROM written.row_current;
                """,
                new { written });
        }

        await using var now = await Places.Open(file, _clock);
        await IssuedAgainTheSame(now);
        Assert.IsType<AuditVerdict.Whole>(await now.VerifyAsync(Organisation));
    }

    private async Task PublishAndCorrect(IStore store)
    {
        var states = SampleStates.Five();
        await Stored.Import(store, Organisation, states[0]);
        await Publish(store, "first", isCorrection: false);
        _clock.Now += TimeSpan.FromDays(7);
        await Stored.Import(store, Organisation, states[1]);
        await Publish(store, "second", isCorrection: true);
    }

    private async Task IssuedAgainTheSame(IStore store)
    {
        foreach (var (id, published) in new[] { ("dashboard-2025-10", "first"), ("dashboard-2025-10-v2", "second") })
        {
            var handler = new ReissueReportHandler(store, new PacksOfFiles(), Style, "1.0");
            var issued = Assert.IsType<ReissueOutcome.Issued>(await handler.HandleAsync(new ReissueReport(Organisation, id, [])));
            ReportFolder.Write(_places["again-" + published], issued.Report.Files);
            foreach (var name in new[] { "dashboard.txt", "manifest.json" })
            {
                Assert.Equal(await File.ReadAllBytesAsync(_places[$"{published}/{name}"]), await File.ReadAllBytesAsync(_places[$"again-{published}/{name}"]));
            }
        }

        Assert.NotEqual(await File.ReadAllBytesAsync(_places["first/dashboard.txt"]), await File.ReadAllBytesAsync(_places["second/dashboard.txt"]));
    }

    private async Task Publish(IStore store, string folder, bool isCorrection)
    {
        var outcome = isCorrection
            ? await new CorrectReportHandler(store, new PacksOfFiles(), Style, _clock, "1.0").HandleAsync(
                new CorrectReport(Organisation, "dashboard", [], "Performance team", "A figure was wrong"))
            : await new PublishReportHandler(store, new PacksOfFiles(), Style, _clock, "1.0").HandleAsync(
                new PublishReport(Organisation, "dashboard", [], "Performance team", "October dashboard"));
        ReportFolder.Write(_places[folder], Assert.Single(Assert.IsType<PublishOutcome.Published>(outcome).Reports).Files);
    }

    private static FixedStyle Style { get; } = new(new ReportFormat("txt", report => [new ReportFile(report.Definition.Code + ".txt", Encoding.UTF8.GetBytes(
        string.Join('\n', report.Rated.Select(rated => string.Join('|', RateRecord.Fields.Select(field => field.Value(rated)))))))]));
}
