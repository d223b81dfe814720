using Quarterdeck.Domain.Results;
using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Reading;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Packs;

namespace Quarterdeck.Packs.Tests.Reading;

/// <summary>A large CSV of results is read into columns: with the same rows and findings as any other table, however ugly it is.</summary>
public sealed class LargeResultsTests : IDisposable
{
    private const string Indicators = """
        ref,title,area,kind,unit,per,frequency,polarity,from,to
        A1,Calls answered,X,kpi,%,,month,higher,,
        A2,Days lost,X,kpi,number,,month,lower,,
        A3,Waste recycled,X,kpi,%,,quarter,higher,,
        A4,Homes,X,kpi,number,,month,higher,2025-04,2025-09
        A5,Split,X,kpi,number,,month,higher,,2025-06
        A5,Split,X,kpi,number,,month,higher,2025-07,

        """;

    private static readonly string[] Refs = ["A1", "A2", "A3", "A4", "A5", "A2", "A1", "a1", "A9", " A1", "\"A2\"", ""];
    private static readonly string[] Periods = [
        "2025-04", "2025-05", "2025-06", "2025-07", "2025-08", "2025-09", "2025-12", "Oct 2025", "Q2 2025/26", "2025-13", "1899-04", "2025-1", ""
    ];
    private static readonly string[] Figures = [
        "", "97", "97.50", "0.97", "-3.5", "0", "-0", "-0.0", "007", "1.", ".5", "1,234", "£3", "97%", "n/a", "-", "123456789012345678", "1234567890123456789",
        "0.123456789012345678", "12 [p]", "x", "1e3", "\u00a05", "97.5 ", "\u0007"
    ];
    private static readonly string[] Others = ["", "", "", "", "provisional", "final", "North", "n/a: closed", "Wyłączone", "x,y"];
    private static readonly string[] Ends = ["\n", "\r\n"];

    private readonly TemporaryPack _pack = new();

    [Fact]
    public void Plain_rows_in_any_order_come_in_columns()
    {
        var reading =
            Read("period,ref,numerator,value,denominator,note\n2025-05,A1,45,,50,\n2025-04,A1,,97.50,,\n\n2025-04,A2,,-12,,kept whole\n2025-06,A3,,3.0,\n", 0);

        var results = Assert.IsType<ResultList>(reading.Pack!.Results);
        Assert.Equal(["A1 2025-05  45 50 2", "A1 2025-04 97.50   3", "A2 2025-04 -12   5", "A3 2025-06 3.0   6"], results.Select(Line));
        Assert.Equal("kept whole", Assert.Single(results.Whole).Value.Note);
    }

    [Fact]
    public void Random_ugly_tables_give_the_same_rows_and_findings_in_columns()
    {
        var random = new Random(20261121);
        var rounds = Soak.Size(60, 160);
        var columns = 0;
        for (var round = 0; round < rounds; round++)
        {
            var text = Table(random, round);
            var (whole, inColumns) = (Read(text, long.MaxValue), Read(text, 0));

            Assert.Equal(whole.Findings, inColumns.Findings);
            Assert.Equal(
                whole.Pack?.Results.AsEnumerable().Select(result => (result, result.At.Row)),
                inColumns.Pack?.Results.Select(result => (result, result.At.Row)));
            columns += inColumns.Pack?.Results is ResultList ? 1 : 0;
        }

        Assert.True(columns > rounds / 8, $"Only {columns} tables were read into columns.");
    }

    [Fact]
    public void Tables_of_many_blocks_give_the_same_rows_and_findings_in_columns()
    {
        // Names of fewer letters than a word of memory, of up to two words, of more that differ in the middle alone; some rows are more than plain.
        string[] refs = ["A", "AB.12345", "ABCDEFGH.1234567", "LONG.REFERENCE.1.OF.MANY", "LONG.REFERENCE.2.OF.MANY"];
        var random = new Random(7);
        var rows = refs.SelectMany(reference => Enumerable.Range(0, 12 * 290).SelectMany(month => Enumerable.Range(0, 5).Select(part =>
            $"{reference},{1900 + (month / 12)}-{(month % 12) + 1:D2},{random.Next(100_000)}.5,,{random.Next(100)},"
                + $"{(part == 0 ? string.Empty : $"Part {part}")}")))
            .ToArray();
        random.Shuffle(rows);
        var text = "ref,period,value,numerator,denominator,breakdown\n" + string.Join('\n', rows);
        Assert.True(text.Length > 2.5 * (1 << 20), $"Only {text.Length} letters.");
        var indicators = "ref,title,area,kind,unit,frequency,polarity\n" + string.Concat(refs.Select(reference => $"{reference},Title,X,kpi,%,month,higher\n"));

        var (whole, inColumns) = (Read(text, long.MaxValue, indicators), Read(text, 0, indicators));

        Assert.IsType<ResultList>(inColumns.Pack!.Results);
        Assert.Equal(whole.Findings, inColumns.Findings);
        Assert.Equal(
            whole.Pack!.Results.AsEnumerable().Select(result => (result, result.At.Row)),
            inColumns.Pack.Results.Select(result => (result, result.At.Row)));
    }

    [Fact]
    public void Each_of_thousands_of_references_is_found_and_no_other()
    {
        var refs = Enumerable.Range(0, 5000)
            .Select(number => (number % 3) switch { 0 => $"R{number}", 1 => $"SERVICE.{number}", _ => $"A.LONGER.SERVICE.{number}.OF.MANY" })
            .ToList();
        var indicators = "ref,title,area,kind,unit,frequency,polarity\n"
            + string.Concat(refs.Select(reference => $"{reference},Title,X,kpi,number,month,higher\n"));
        var rows = refs.Select((reference, place) => $"{reference},2025-04,{place}").ToArray();
        new Random(3).Shuffle(rows);
        var known = "ref,period,value\n" + string.Join('\n', rows);
        var unknown = known + "\nR1,2025-04,1\nSERVICE.0,2025-04,1\nA.LONGER.SERVICE.2.OF.MANX,2025-04,1";

        var (whole, inColumns) = (Read(known, long.MaxValue, indicators), Read(known, 0, indicators));

        Assert.IsType<ResultList>(inColumns.Pack!.Results);
        Assert.Equal(
            whole.Pack!.Results.AsEnumerable().Select(result => (result, result.At.Row)),
            inColumns.Pack.Results.Select(result => (result, result.At.Row)));
        Assert.Equal(3, Read(unknown, 0, indicators).Findings.Count);
        Assert.Equal(Read(unknown, long.MaxValue, indicators).Findings, Read(unknown, 0, indicators).Findings);
    }

    [Fact]
    public void Reading_millions_says_how_far_it_is_and_can_be_stopped()
    {
        var text = "ref,period,value\n" + string.Concat(Enumerable.Repeat("A2,2025-04,1\nA2,2025-05,2\n", 600_000));
        using var stop = new CancellationTokenSource();
        var said = new Said(stop);

        Assert.Throws<OperationCanceledException>(() => Read(text, 0, Indicators, new ReadLimits { ColumnsFrom = 0, Progress = said, Stop = stop.Token }));

        Assert.Equal(["  1,000,000 rows of results.csv read ..."], said.Words);
    }

    public void Dispose() => _pack.Dispose();

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

    private static string Table(Random random, int round)
    {
        // From tables almost without a flaw to tables of nothing else.
        var ugliness = round % 20 == 0 ? 0.5 : round % 4 * 0.01;
        var end = Ends[random.Next(2)];
        var lines = new List<string> { Header(random, ugliness) };
        var width = lines[0].Split(',').Length;
        var seen = 0;
        for (var row = random.Next(1, 60); row > 0; row--)
        {
            var isUgly = random.NextDouble() < ugliness;
            var reference = isUgly ? Pick(random, Refs) : Refs[seen % 2];
            var period = isUgly ? Pick(random, Periods) : $"{2000 + (seen / 24)}-{(seen / 2 % 12) + 1:D2}";
            seen++;
            var cells = lines[0].Split(',').Select(column => column.Trim('\uFEFF') switch
            {
                "ref" => reference,
                "period" => period,
                "value" or "numerator" or "denominator" or "ytd" =>
                    isUgly ? Pick(random, Figures) : random.Next(3) == 0 ? string.Empty : $"{random.Next(2000)}",
                _ => isUgly ? Pick(random, Others) : string.Empty,
            }).ToList();
            lines.Add(isUgly && random.Next(6) == 0
                ? string.Empty
                : string.Join(',', isUgly && random.Next(4) == 0 ? cells.Append("more") : cells.Take(isUgly ? random.Next(1, width + 1) : width)));
        }

        return string.Join(end, lines) + (random.Next(2) == 0 ? end : string.Empty);
    }

    private static string Header(Random random, double ugliness)
    {
        var columns = new List<string> { "ref", "period", "value", "numerator", "denominator" };
        columns.AddRange(new[] { "status", "note", "breakdown", "ytd", "marker", "remarks" }.Where(_ => random.Next(4) == 0));
        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(columns));
        if (random.NextDouble() < ugliness)
        {
            columns[random.Next(columns.Count)] = Pick(random, ["value", "", "vlaue", "sep=;"]);
        }

        return (random.Next(5) == 0 ? "\uFEFF" : string.Empty) + string.Join(random.NextDouble() < ugliness ? ';' : ',', columns);
    }

    private static string Pick(Random random, string[] texts) => texts[random.Next(texts.Length)];

    private static string Line(Result result) => $"{result.Ref} {result.Period} {result.Value} {result.Numerator} {result.Denominator} {result.At.Row}";

    private PackReading Read(string results, long columnsFrom, string indicators = Indicators, ReadLimits? limits = null)
    {
        _pack.Write("settings", "key,value\norganisation,Anytown\n");
        _pack.Write("areas", "code,name\nX,Area\n");
        _pack.Write("indicators", indicators);
        File.WriteAllText(_pack["results.csv"], results);
        return PackReader.Read(_pack.Path, limits ?? new ReadLimits { ColumnsFrom = columnsFrom });
    }
}
