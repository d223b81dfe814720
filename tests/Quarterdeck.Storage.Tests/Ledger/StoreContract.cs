using Quarterdeck.Application.Store;
using Quarterdeck.Packs.Reading;
using Quarterdeck.TestKit;

namespace Quarterdeck.Storage.Tests.Ledger;

/// <summary>What every engine does, alike to the last digit: packs in and out, history, conflicts.</summary>
public abstract class StoreContract : EngineContract
{
    [Theory]
    [InlineData(Samples.Latest)]
    [InlineData(Samples.First)]
    public async Task A_pack_comes_out_as_it_went_in(string sample)
    {
        var pack = Samples.Read(sample);

        await Stored.Import(Store, Organisation, pack);

        Assert.Equal(Stored.Lines(pack), Stored.Lines(await Stored.Pack(Store, Organisation)));
    }

    [Fact]
    public async Task A_pack_imported_again_or_exported_and_imported_writes_nothing()
    {
        await Stored.Import(Store, Organisation, Samples.Read(Samples.Latest));

        var again = await Stored.Import(Store, Organisation, Samples.Read(Samples.Latest));
        var exported = await Stored.Import(Store, Organisation, await Stored.Pack(Store, Organisation));

        Assert.Empty(again.Changes);
        Assert.Empty(exported.Changes);
        Assert.Single(await Store.ChangesAsync(Organisation));
    }

    [Fact]
    public async Task Each_of_five_states_is_found_again_at_its_moment()
    {
        var states = SampleStates.Five();
        var moments = new List<DateTimeOffset>();
        foreach (var state in states)
        {
            await Stored.Import(Store, Organisation, state);
            moments.Add(Clock.Now);
            Clock.Now += TimeSpan.FromDays(7);
        }

        foreach (var (at, state) in states.Index())
        {
            Assert.Equal(Stored.Lines(state), Stored.Lines(await Stored.Pack(Store, Organisation, moments[at])));
            Assert.Equal(Stored.Lines(state), Stored.Lines(await Stored.Pack(Store, Organisation, moments[at] + TimeSpan.FromDays(6))));
            Assert.Equal(at, (await Store.ReadAsync(Organisation, moments[at] - TimeSpan.FromMicroseconds(1))).Change);
        }
    }

    [Fact]
    public async Task A_dry_run_says_what_the_import_then_does()
    {
        foreach (var state in SampleStates.Five())
        {
            var before = await Store.ChangesAsync(Organisation);
            var plan = Import.Plan(await Store.ReadAsync(Organisation), PackRows.Of(state), keepsMissing: false);
            Assert.Equal(before.Count, (await Store.ChangesAsync(Organisation)).Count);

            await Stored.Import(Store, Organisation, state);

            var done = History.Of(await Store.ChangesAsync(Organisation))
                .Where(record => record.Change.Number == before.Count + 1)
                .Select(record => Said(record.Row));
            Assert.Equal(plan.Changes.Select(Said), done);
        }
    }

    [Fact]
    public async Task A_corrected_figure_shows_both_values_both_moments_and_the_reason()
    {
        var states = SampleStates.Five();
        await Stored.Import(Store, Organisation, states[0], "Service A", "October return");
        Clock.Now = Start + TimeSpan.FromDays(20);
        await Stored.Import(Store, Organisation, SampleStates.Corrected(states[0], "77.7"), "Service B", "Double count found");

        var records = History.Of(await Store.ChangesAsync(Organisation, SampleStates.Ref))
            .Where(record => record.Row.Table == "results" && record.Row.Kind == ChangeKind.Changed)
            .ToList();

        var record = Assert.Single(records);
        Assert.Equal(["value"], record.Row.Columns);
        Assert.Equal(
            ("Service B", "Double count found", Start + TimeSpan.FromDays(20)),
            (record.Change.Author, record.Change.Reason, record.Change.RecordedAt));
        Assert.Equal(("77.7", SampleStates.ValueOf(states[0])), (record.Row.After!["value"], record.Row.Before!["value"]));
        Assert.All(
            History.Of(await Store.ChangesAsync(Organisation, SampleStates.Ref)),
            shown => Assert.Contains(SampleStates.Ref, shown.Row.Key.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_row_changed_by_another_since_it_was_seen_is_a_conflict_that_names_them()
    {
        await Store.WriteAsync(Stored.Change(Organisation, "A", 0, "First", author: "The first"));
        await Store.WriteAsync(Stored.Change(Organisation, "A", 1, "Second", author: "The second"));

        var late = Assert.IsType<WriteOutcome.Conflict>(await Store.WriteAsync(Stored.Change(Organisation, "A", 1, "Third")));
        var absent = Assert.IsType<WriteOutcome.Conflict>(await Store.WriteAsync(Stored.Change(Organisation, "B", 3, "Third")));

        Assert.Equal([new ConflictingRow("areas", "A", 1, 2, "The second", 2)], late.Rows);
        Assert.Equal("areas A was changed by The second in change 2", late.Rows[0].ToString());
        Assert.Equal([new ConflictingRow("areas", "B", 3, 0, string.Empty, 0)], absent.Rows);
        Assert.Equal(2, (await Store.ReadAsync(Organisation)).Change);
    }

    [Fact]
    public async Task A_change_that_saw_everything_conflicts_with_any_later_one()
    {
        await Store.WriteAsync(Stored.Change(Organisation, "A", 0, "First"));
        await Store.WriteAsync(Stored.Change(Organisation, "B", 0, "Second", author: "Another"));

        var conflict = Assert.IsType<WriteOutcome.Conflict>(await Store.WriteAsync(Stored.Change(Organisation, "C", 0, "Third") with { Seen = 1 }));

        Assert.Equal([new ConflictingRow("areas", "B", null, 1, "Another", 2)], conflict.Rows);
        Assert.IsType<WriteOutcome.Written>(await Store.WriteAsync(Stored.Change(Organisation, "C", 0, "Third") with { Seen = 2 }));
    }

    [Fact]
    public async Task A_change_made_from_some_indicators_conflicts_with_later_changes_of_those_and_of_what_is_of_no_one_indicator()
    {
        await Store.WriteAsync(Stored.Change(Organisation, "FN06|2020-04", 0, "First", "indicators"));
        var publication = Stored.Change(Organisation, "report-2025-10", 0, "Published", SystemTables.Publications) with { Seen = 1, MadeFrom = ["FN06"] };
        await Store.WriteAsync(Stored.Change(Organisation, "FN07|2020-04", 0, "Another", "indicators"));
        await Store.WriteAsync(Stored.Change(Organisation, "FN07", 0, "{}", ResultBlock.Table));
        await Store.WriteAsync(Stored.Change(Organisation, "other-2025-10", 0, "Published", SystemTables.Publications));
        Assert.IsType<WriteOutcome.Written>(await Store.WriteAsync(publication));

        await Store.WriteAsync(Stored.Change(Organisation, "FN06", 0, "{}", ResultBlock.Table, author: "Another"));
        await Store.WriteAsync(Stored.Change(Organisation, "A", 0, "An area", author: "Another"));
        var late = publication with { Seen = 5, Statements = [publication.Statements[0] with { Key = "late-2025-10" }] };
        var conflict = Assert.IsType<WriteOutcome.Conflict>(await Store.WriteAsync(late));

        Assert.Equal([("results", "FN06", "Another"), ("areas", "A", "Another")], conflict.Rows.Select(row => (row.Table, row.Key, row.Author)));
    }

    [Fact]
    public async Task Two_imports_planned_at_once_conflict_only_where_they_state_the_same_row()
    {
        await Stored.Import(Store, Organisation, Samples.Read(Samples.Latest));
        var state = await Store.ReadAsync(Organisation);
        var area = state.Of("areas").First();
        var mine = Renamed(state, area, "My name");
        var same = Renamed(state, area, "Their name");
        var other = Renamed(state, state.Of("areas").Last(), "Another name");

        Assert.IsType<WriteOutcome.Written>(await Store.WriteAsync(mine));
        var conflict = Assert.IsType<WriteOutcome.Conflict>(await Store.WriteAsync(same));
        Assert.IsType<WriteOutcome.Written>(await Store.WriteAsync(other));

        Assert.Equal(("areas", area.Key), Assert.Single(conflict.Rows) is var row ? (row.Table, row.Key) : default);
        Assert.Equal(3, (await Store.ReadAsync(Organisation)).Change);

        Change Renamed(StoredState held, StoredRow renamed, string name)
        {
            var rows = StoredRows.Of(held).Select(one => one.Table != renamed.Table || one.Key.Text != renamed.Key
                ? one
                : one with { Cells = new Dictionary<string, string>(one.Cells) { ["name"] = name } });
            return Import.Write(Import.Plan(held, rows, keepsMissing: false), Organisation, name, "A reason", "pack", "test");
        }
    }

    [Fact]
    public async Task Of_many_who_change_one_row_at_once_none_is_lost_and_all_others_are_told()
    {
        await Store.WriteAsync(Stored.Change(Organisation, "A", 0, "0"));

        var written = await Task.WhenAll(Enumerable.Range(0, 20).Select(writer => Task.Run(() => CountUp(writer))));

        var row = Assert.Single((await Store.ReadAsync(Organisation)).Rows);
        Assert.Equal(20 * 3, written.Sum());
        Assert.Equal("60", RowBody.Read(row.Body!)["name"]);
        Assert.Equal(61, row.Version);
        Assert.IsType<AuditVerdict.Whole>(await Store.VerifyAsync(Organisation));
    }

    [Fact]
    public async Task What_is_read_while_others_write_is_of_one_moment()
    {
        using var stop = new CancellationTokenSource();
        await Store.WriteAsync(Stored.Change(Organisation, "FN06|", 0, "1", "indicators"));
        var seen = new int[3];
        var reading = Task.WhenAll(Enumerable.Range(0, seen.Length).Select(reader => Task.Run(async () =>
        {
            var read = new HashSet<long>();
            while (!stop.IsCancellationRequested)
            {
                var state = reader == 0 ? await Store.ReadTablesAsync(Organisation, ["indicators"]) : await Store.ReadIndicatorAsync(Organisation, "FN06");
                Assert.Equal(state.Change, Assert.Single(state.Rows).Version);
                read.Add(state.Change);
                Volatile.Write(ref seen[reader], read.Count);
            }
        })));

        // A reader may be slow to begin: others write until each has met two states.
        var version = 1;
        for (; !reading.IsCompleted && version < 5000 && (version < 60 || seen.Any(states => states < 2)); version++)
        {
            Assert.IsType<WriteOutcome.Written>(await Store.WriteAsync(Stored.Change(Organisation, "FN06|", version, $"{version}", "indicators")));
        }

        await stop.CancelAsync();
        await reading;
        Assert.All(seen, states => Assert.InRange(states, 2, version));
    }

    [Fact]
    public async Task A_row_withdrawn_and_stated_again_goes_on_counting_its_versions()
    {
        await Store.WriteAsync(Stored.Change(Organisation, "A", 0, "First"));
        await Store.WriteAsync(Stored.Change(Organisation, "A", 1, null));
        Assert.Equal([(2, (string?)null)], (await Store.ReadAsync(Organisation)).Rows.Select(row => ((int)row.Version, row.Body)));

        await Store.WriteAsync(Stored.Change(Organisation, "A", 2, "Again"));

        Assert.Equal(
            [ChangeKind.Added, ChangeKind.Withdrawn, ChangeKind.Added],
            History.Of(await Store.ChangesAsync(Organisation)).Select(record => record.Row.Kind));
        Assert.Equal(3, (await Store.ReadAsync(Organisation)).Rows.Single().Version);
    }

    [Fact]
    public async Task Two_organisations_never_meet()
    {
        var other = Organisation + "-other";
        await Stored.Import(Store, Organisation, Samples.Read(Samples.Latest));
        await Stored.Import(Store, other, Samples.Read(Samples.First));

        Assert.Equal(Stored.Lines(Samples.Read(Samples.Latest)), Stored.Lines(await Stored.Pack(Store, Organisation)));
        Assert.Equal(Stored.Lines(Samples.Read(Samples.First)), Stored.Lines(await Stored.Pack(Store, other)));
        Assert.Equal([1L], (await Store.ChangesAsync(other)).Select(change => change.Number));
        Assert.Equal((0L, 0), ((await Store.ReadAsync(Organisation + "-third")).Change, (await Store.ChangesAsync(Organisation + "-third")).Count));
        Assert.IsType<AuditVerdict.Whole>(await Store.VerifyAsync(other));
    }

    private async Task<int> CountUp(int writer)
    {
        var written = 0;
        while (written < 3)
        {
            var row = (await Store.ReadAsync(Organisation)).Rows.Single();
            var next = int.Parse(RowBody.Read(row.Body!)["name"], System.Globalization.CultureInfo.InvariantCulture) + 1;
            var outcome = await Store.WriteAsync(
                Stored.Change(Organisation, "A", row.Version, next.ToString(System.Globalization.CultureInfo.InvariantCulture), author: $"Writer {writer}"));
            written += outcome is WriteOutcome.Written ? 1 : 0;
        }

        return written;
    }

    private static string Said(RowChange row) => $"{row.Table} {row.Key} {row.Kind}: {Cells(row.Before)} -> {Cells(row.After)}";

    private static string Cells(IReadOnlyDictionary<string, string>? cells) => cells is null ? "nothing" : RowBody.Write(cells);
}
