using System.Text;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Packs.Csv;
using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Findings;
using Quarterdeck.Packs.Tables;

namespace Quarterdeck.Packs.Tests.Csv;

public sealed class CsvReaderTests
{
    public static TheoryData<string, string> Same => new()
    {
        { "a,b\n1,2\n", "a|b/1|2" },
        { "a,b\r\n1,2\r\n", "a|b/1|2" },
        { "a,b\r1,2", "a|b/1|2" },
        { "\uFEFFa,b\n1,2", "a|b/1|2" },
        { "a;b\n1;2", "a|b/1|2" },
        { "a\tb\n1\t2", "a|b/1|2" },
        { "sep=;\na;b\n1;2,5", "a|b/1|2,5" },
        { "\"a\",\"b\"\n\"1\",\"2\"", "a|b/1|2" },
        { "a,b\n\"x, y\",\"say \"\"hello\"\"\"\n", "a|b/x, y|say \"hello\"" },
        { "a,b\n\"two\r\nlines\",2\n", "a|b/two\nlines|2" },
        { "a,b\n,\n\n1,2\n", "a|b/1|2" },
        { "a,b\n1\n1,2,3\n", "a|b/1/1|2|3" },
        { "a,b\n\"1\" ,2\n", "a|b/1|2" },
        { "a,b\nit\"s,2\n", "a|b/it\"s|2" },
        { "a,b\n£5,é\n", "a|b/£5|é" },
        { string.Empty, string.Empty },
    };

    [Theory]
    [MemberData(nameof(Same))]
    public void Every_honest_form_of_a_table_is_read(string csv, string expected)
    {
        var (rows, findings) = Read(Encoding.UTF8.GetBytes(csv));

        Assert.Equal(expected, string.Join('/', rows.Select(row => string.Join('|', row.Cells.Select(cell => cell.Text)))));
        Assert.DoesNotContain(findings, finding => finding.Severity == Severity.Error);
    }

    [Fact]
    public void Rows_are_numbered_as_a_spreadsheet_numbers_them()
    {
        var (rows, _) = Read("a,b\n\n\"two\nlines\",1\n3,4\n"u8.ToArray());

        Assert.Equal([1, 3, 4], rows.Select(row => row.Number));
    }

    [Fact]
    public void Another_delimiter_is_told()
    {
        var (_, findings) = Read("a;b\n1;2\n"u8.ToArray());

        Assert.Equal(("csv-delimiter", Severity.Note), (Assert.Single(findings).Code, findings[0].Severity));
    }

    [Fact]
    public void A_file_of_windows_names_the_line_the_sign_and_the_encoding()
    {
        var (rows, findings) = Read([.. "ref,note\nA,fine\nB,cost "u8, 0xA3, .. "5\n"u8]);

        var finding = Assert.Single(findings);
        Assert.Equal(("wrong-encoding", "t.csv", 3), (finding.Code, finding.File, finding.Row));
        Assert.Contains("Line 3", finding.Message, StringComparison.Ordinal);
        Assert.Contains("Windows-1252", finding.Message, StringComparison.Ordinal);
        Assert.Contains("£", finding.Message, StringComparison.Ordinal);
        Assert.Equal(2, rows.Count);
    }

    [Fact]
    public void A_file_in_utf16_is_told_with_and_without_its_mark()
    {
        foreach (var bytes in new byte[][]
        {
            [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a,b\n1,2\n")],
            Encoding.Unicode.GetBytes("a,b\n1,2\n"),
            Encoding.BigEndianUnicode.GetBytes("a,b\n1,2\n")
        })
        {
            var finding = Assert.Single(Read(bytes).Findings);

            Assert.Equal("wrong-encoding", finding.Code);
            Assert.Contains("UTF-16", finding.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_quotation_mark_never_closed_names_its_line()
    {
        var (_, findings) = Read("a,b\n1,\"2\n3,4\n"u8.ToArray());

        Assert.Equal("csv-quote-open", Assert.Single(findings).Code);
        Assert.Contains("line 2", findings[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\n1\n2\n3\n", "rows")]
    [InlineData("a,b,c,d\n", "columns")]
    [InlineData("a\n12345678901\n", "characters in one cell")]
    [InlineData("a\n\"1234567890123\n", "characters in one cell")]
    public void A_limit_passed_ends_the_reading(string csv, string what)
    {
        var (_, findings) = Read(Encoding.UTF8.GetBytes(csv), new ReadLimits { Rows = 3, Columns = 3, CellLength = 10 });

        Assert.Equal("over-limit", Assert.Single(findings).Code);
        Assert.Contains(what, findings[0].Message, StringComparison.Ordinal);
    }

    private static (List<RawRow> Rows, IReadOnlyList<Finding> Findings) Read(byte[] bytes, ReadLimits? limits = null)
    {
        var log = new FindingCollector();
        var table = CsvTable.Of("t.csv", () => new MemoryStream(bytes), limits ?? ReadLimits.Default, log);
        return (table.Records().ToList(), log.All());
    }
}
