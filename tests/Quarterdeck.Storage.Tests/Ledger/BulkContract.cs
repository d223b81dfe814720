using System.Globalization;
using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Results;
using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Reading;
using Quarterdeck.TestKit.Packs;

namespace Quarterdeck.Storage.Tests.Ledger;

/// <summary>Results by the million take another way into the store and out of it: on every engine it leads to the same.</summary>
public abstract class BulkContract : EngineContract
{
    private const string Indicators =
        "ref,title,area,kind,unit,frequency,polarity\nA1,Calls,X,kpi,number,month,higher\nA2,Days,X,kpi,number,month,lower\nA3,Waste,X,kpi,number,quarter,higher\n";

    private static readonly string[][] Successive =
    [
        ["A1,2025-05,97.50,,,", "A1,2025-04,96,,,", "A2,2025-04,,3,4,", "A3,2025-06,-0.05,,,"],
        ["A1,2025-05,97.50,,,", "A1,2025-04,96,,,", "A2,2025-04,,3,4,", "A3,2025-06,-0.05,,,"],
        ["A1,2025-05,97.5,,,", "A1,2025-06,1200.00,,,", "A2,2025-04,,3,4,recounted", "A3,2025-06,-0.05,,,"],
        ["A2,2025-04,,3,4,", "A2,2025-05,n/a,,,", "A2,2025-06,123456789012.345,,,", "A1,2025-05,97.5,,,"],
        ["A3,2025-06,0,,,", "A3,2025-09,1,,,"],
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Results_in_columns_are_planned_and_written_as_rows_are(bool keepsMissing)
    {
        var other = Organisation + "-rows";
        foreach (var lines in Successive)
        {
            var (columns, rows) = (Read(lines, 0), Read(lines, long.MaxValue));
            var list = Assert.IsType<ResultList>(columns.Results);

            var bulk =
                BulkImport.Plan(await Store.ReadAsync(Organisation), PackRows.Of(columns with { Results = [] }), list, PackRows.Whole(list), keepsMissing);
            var plain = Import.Plan(await Store.ReadAsync(other), PackRows.Of(rows), keepsMissing);

            Assert.Equal(Lines(plain.Statements), Lines(bulk.Statements));
            Assert.Equal(Changes(plain.Changes), Changes(bulk.Changes));
            Assert.Equal(bulk.Changes.Count, bulk.Changes.AsEnumerable().Count());
            Assert.Equal(plain.Changes.Counts.Order(), bulk.Changes.Counts.Order());
            await Write(bulk, Organisation);
            await Write(plain, other);
            Assert.Equal(Rows(await Store.ReadAsync(other)), Rows(await Store.ReadAsync(Organisation)));
        }

        Assert.IsType<AuditVerdict.Whole>(await Store.VerifyAsync(Organisation));
    }

    [Fact]
    public async Task What_is_kept_beside_an_import_is_checked_in_columns_as_in_rows()
    {
        foreach (var lines in Successive)
        {
            var (state, pack) = (await Store.ReadAsync(Organisation), Read(lines, 0));
            var list = Assert.IsType<ResultList>(pack.Results);
            var plan = BulkImport.Plan(state, PackRows.Of(pack with { Results = [] }), list, PackRows.Whole(list), keepsMissing: true);

            var (columns, rows) = (After(state, plan, 0), After(state, plan, long.MaxValue));
            await Write(plan, Organisation);

            Assert.IsType<ResultList>(columns.Pack!.Results);
            Assert.IsNotType<ResultList>(rows.Pack!.Results);
            Assert.Equal(Stored.Lines(rows.Pack), Stored.Lines(columns.Pack));
            Assert.Equal(Stored.Lines(await Stored.Pack(Store, Organisation)), Stored.Lines(columns.Pack));
            Assert.Equal((await Store.EndAsync(Organisation)).Change, plan.Statements.Count > 0 ? columns.Change : columns.Change - 1);
        }
    }

    [Theory]
    [InlineData("A1,2025-05,97.50,,,", true)]
    [InlineData("A1,2025-05,97.50,,,later", true)]
    [InlineData("A1,2025-05,97.50,,,\"counted, twice\"", false)]
    public async Task What_no_longer_agrees_is_found_in_columns_as_in_rows(string line, bool isInColumns)
    {
        await Stored.Import(Store, Organisation, Read([line, "A2,2025-04,,3,4,"], long.MaxValue));
        var state = await Store.ReadAsync(Organisation);
        var same = Import.Plan(state, PackRows.Of(Read(["A2,2025-05,7,,,"], long.MaxValue)), keepsMissing: true);
        var other = Import.Plan(state, PackRows.Of(Read(
            ["A2,2025-05,7,,,"],
            long.MaxValue,
            Indicators.Replace("number,month,higher\nA2", "number,quarter,higher\nA2", StringComparison.Ordinal))), keepsMissing: true);

        Assert.Equal(isInColumns, After(state, same, 0).Pack!.Results is ResultList);
        Assert.Equal(Stored.Lines(After(state, same, long.MaxValue).Pack!), Stored.Lines(After(state, same, 0).Pack!));
        Assert.Null(After(state, other, 0).Pack);
        Assert.NotEmpty(After(state, other, 0).Findings);
        Assert.Equal(After(state, other, long.MaxValue).Findings, After(state, other, 0).Findings);
    }

    [Fact]
    public async Task Very_many_series_are_planned_in_parts_and_come_out_as_rows_do()
    {
        const int Many = 2_600;
        var indicators = "ref,title,area,kind,unit,frequency,polarity\n"
            + string.Concat(Enumerable.Range(0, Many).Select(number => $"B{number},Title,X,kpi,number,month,higher\n"));
        string[] first = [.. Enumerable.Range(0, Many).Select(number => $"B{number},2025-04,{number},,,{(number % 900 == 7 ? "recounted" : string.Empty)}")];
        string[] second = [.. first.Where((_, number) => number % 500 != 3)
            .Select((line, number) => number % 700 == 5 ? line.Replace("2025-04", "2025-05", StringComparison.Ordinal) : line)];
        var other = Organisation + "-rows";
        foreach (var lines in new[] { first, second })
        {
            var (columns, rows) = (Read(lines, 0, indicators), Read(lines, long.MaxValue, indicators));
            var list = Assert.IsType<ResultList>(columns.Results);
            var bulk = BulkImport.Plan(
                await Store.ReadAsync(Organisation),
                PackRows.Of(columns with { Results = [] }),
                list,
                PackRows.Whole(list),
                keepsMissing: false);
            var plain = Import.Plan(await Store.ReadAsync(other), PackRows.Of(rows), keepsMissing: false);

            Assert.Equal(Lines(plain.Statements), Lines(bulk.Statements));
            Assert.Equal(Changes(plain.Changes), Changes(bulk.Changes));
            await Write(bulk, Organisation);
            await Write(plain, other);
            Assert.Equal(Rows(await Store.ReadAsync(other)), Rows(await Store.ReadAsync(Organisation)));
        }

        Assert.IsType<AuditVerdict.Whole>(await Store.VerifyAsync(Organisation));
    }

    [Fact]
    public async Task A_very_large_change_says_how_far_it_is_and_stopped_leaves_nothing()
    {
        var statements = Enumerable.Range(0, 20_501)
            .Select(number => new RowWrite("areas", $"A{number:D5}", 0, number, RowBody.Write(new Dictionary<string, string> { ["name"] = "Area" })))
            .ToList();
        var change = new Change(Organisation, "An analyst", "A reason", "pack", "test", statements);
        using var stop = new CancellationTokenSource();
        var said = new Said(stop);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.WriteAsync(change, said, stop.Token));
        Assert.Equal(["  20,000 of 20,501 rows and series written ..."], said.Words);
        Assert.Equal(0, (await Store.EndAsync(Organisation)).Change);

        Assert.IsType<WriteOutcome.Written>(await Store.WriteAsync(change));
        Assert.Equal(20_501, (await Store.ReadAsync(Organisation)).Rows.Count);
    }

    private static Pack Read(string[] lines, long columnsFrom, string indicators = Indicators)
    {
        using var folder = new TemporaryPack(
            ("settings", "key,value\norganisation,Anytown"),
            ("areas", "code,name\nX,Area"),
            ("indicators", indicators),
            ("results", "ref,period,value,numerator,denominator,note\n" + string.Join('\n', lines)));
        var reading = PackReader.Read(folder.Path, new ReadLimits { ColumnsFrom = columnsFrom });
        return reading.Pack ?? throw new InvalidOperationException(string.Join('\n', reading.Findings));
    }

    private static StoredPack After(StoredState state, ImportPlan plan, long columnsFrom) => StoredPack.After(
        state,
        plan,
        (rows, results, name) =>
            PackRows.Read(rows, results, name, new ReadLimits { ColumnsFrom = columnsFrom }) is var reading ? (reading.Pack, reading.Findings) : default,
        "store");

    private async Task Write(ImportPlan plan, string organisation)
    {
        if (plan.Statements.Count > 0)
        {
            Assert.IsType<WriteOutcome.Written>(await Store.WriteAsync(Import.Write(plan, organisation, "An analyst", "A reason", "pack", "test")));
        }
    }

    private static IEnumerable<string> Lines(IEnumerable<RowWrite> statements) =>
        statements.Select(statement => statement.ToString()).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Rows(StoredState state) => state.Rows.Select(row => row.ToString());

    private static IEnumerable<string> Changes(ChangeSet changes) =>
        changes.Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Table} {row.Key} {row.Kind} {Cells(row.Before)} {Cells(row.After)}"))
            .Order(StringComparer.Ordinal);

    /// <summary>Keeps what it is told, and stops the work when told first.</summary>
    private sealed class Said(CancellationTokenSource stop) : IProgress<string>
    {
        public List<string> Words { get; } = [];

        public void Report(string value)
        {
            Words.Add(value);
            stop.Cancel();
        }
    }

    private static string Cells(IReadOnlyDictionary<string, string>? cells) => cells is null ? "nothing" : RowBody.Write(cells);
}
