using System.Text;
using Quarterdeck.Documents.Data;

namespace Quarterdeck.Documents.Tests.Data;

public sealed class OpenDataTests
{
    private static readonly DataColumn[] Columns = [new("ref"), new("value"), new("stale", DataKind.Flag), new("row", DataKind.Number)];

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData(null, "")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"so\"", "\"say \"\"so\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData(" spaced", "\" spaced\"")]
    [InlineData("-3.5", "-3.5")]
    [InlineData("-", "-")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@cmd", "'@cmd")]
    [InlineData("-cmd", "'-cmd")]
    [InlineData("+44", "'+44")]
    [InlineData("-1+cmd()", "'-1+cmd()")]
    [InlineData("-3.5%", "-3.5%")]
    [InlineData("-£1,200.50", "\"-£1,200.50\"")]
    [InlineData("-£3.5m", "-£3.5m")]
    [InlineData("-2bn\n", "\"'-2bn\n\"")]
    [InlineData("\tcmd", "'\tcmd")]
    [InlineData("\uFF1D1", "'\uFF1D1")]
    [InlineData("'=1", "''=1")]
    [InlineData("'-3.5", "''-3.5")]
    [InlineData("'tis", "'tis")]
    [InlineData("#note", "\"#note\"")]
    public void A_cell_is_quoted_where_it_must_be_and_never_a_formula(string? text, string cell) =>
        Assert.Equal($"ref\r\n{cell}\r\n", Encoding.UTF8.GetString(CsvData.Write([new DataColumn("ref")], [[text]])));

    [Fact]
    public void A_file_begins_with_a_byte_order_mark_and_is_otherwise_the_same() => Assert.Equal(
        [0xEF, 0xBB, 0xBF, .. CsvData.Write([new DataColumn("ref")], [["\u00A31,200"]])],
        CsvData.WriteFile([new DataColumn("ref")], [["\u00A31,200"]]));

    [Theory]
    [InlineData(DataKind.Decimal, "-3.25")]
    [InlineData(DataKind.Number, "-3")]
    public void A_number_stays_a_number(DataKind kind, string text) =>
        Assert.Equal($"n\r\n{text}\r\n", Encoding.UTF8.GetString(CsvData.Write([new DataColumn("n", kind)], [[text]])));

    [Fact]
    public void Records_keep_exact_decimals_as_text_and_say_true_and_null()
    {
        var json = Encoding.UTF8.GetString(JsonData.Write(Columns, [["K1", "99.80", "true", "7"], ["K2", null, "false", null]]));

        Assert.Equal(
            """
            [
              {
                "ref": "K1",
                "value": "99.80",
                "stale": true,
                "row": 7
              },
              {
                "ref": "K2",
                "value": null,
                "stale": false,
                "row": null
              }
            ]

            """.ReplaceLineEndings("\n"),
            json);
    }

    [Fact]
    public void No_records_are_an_empty_array() => Assert.Equal("[]\n", Encoding.UTF8.GetString(JsonData.Write(Columns, [])));
}
