using Quarterdeck.Packs.Reading;
using Quarterdeck.TestKit;

namespace Quarterdeck.Packs.Tests.Reading;

public sealed class PackRowsTests
{
    public static TheoryData<string> Both => [Samples.Latest, Samples.First];

    [Theory]
    [MemberData(nameof(Both))]
    public void Rows_read_again_are_the_same_pack(string sample)
    {
        var pack = Samples.Read(sample);

        var reading = PackRows.Read(PackRows.Of(pack), sample);

        Assert.Equal(Content.Of(pack), Content.Of(reading.Pack!));
    }

    [Fact]
    public void Every_column_of_every_table_survives()
    {
        using var scratch = new Scratch();
        var pack = PackReader.Read(new FullPack(scratch).Folder).Pack!;

        var reading = PackRows.Read(PackRows.Of(pack), "full");

        Assert.Equal(Content.Of(pack), Content.Of(reading.Pack!));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void No_two_rows_of_a_table_have_the_same_key(string sample)
    {
        var rows = PackRows.Of(Samples.Read(sample)).ToList();

        Assert.Equal(rows.Count, rows.Select(row => (row.Table, row.Key)).Distinct().Count());
    }

    [Fact]
    public void Rows_that_do_not_agree_are_refused_as_an_import_is()
    {
        var rows = PackRows.Of(Samples.Read(Samples.Latest)).Where(row => row.Table != "areas");

        var reading = PackRows.Read(rows, "store");

        Assert.Null(reading.Pack);
        Assert.Contains(reading.Findings, finding => finding.Code == "unknown-reference");
    }

    [Fact]
    public void A_column_of_a_later_version_is_told_and_left_out()
    {
        var rows = PackRows.Of(Samples.Read(Samples.Latest))
            .Select(row => row.Table == "areas" ? row with { Cells = new Dictionary<string, string>(row.Cells) { ["mood"] = "fair" } } : row);

        var reading = PackRows.Read(rows, "store");

        Assert.NotNull(reading.Pack);
        Assert.Contains(reading.Findings, finding => finding.Code == "unknown-column");
    }
}
