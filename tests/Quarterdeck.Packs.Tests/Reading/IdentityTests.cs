using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Packs.Reading;
using Quarterdeck.Packs.Writing;
using Quarterdeck.TestKit;

namespace Quarterdeck.Packs.Tests.Reading;

public sealed class IdentityTests
{
    public static TheoryData<string> Both => [Samples.Latest, Samples.First];

    [Theory]
    [MemberData(nameof(Both))]
    public void Each_sample_reads_without_an_error(string sample)
    {
        var reading = PackReader.Read(Samples.Folder(sample));

        Assert.Empty(reading.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => $"{finding.Where}: {finding.Message}"));
        Assert.NotNull(reading.Pack);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void A_folder_written_and_read_again_is_the_same_pack(string sample)
    {
        using var scratch = new Scratch();
        var pack = Samples.Read(sample);

        PackWriter.WriteFolder(pack, scratch.Folder);

        Assert.Equal(Content.Of(pack), Content.Of(Sound(scratch.Folder)));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void A_zip_written_and_read_again_is_the_same_pack(string sample)
    {
        using var scratch = new Scratch();
        var pack = Samples.Read(sample);

        PackWriter.WriteZip(pack, scratch.Path("pack.zip"));

        Assert.Equal(Content.Of(pack), Content.Of(Sound(scratch.Path("pack.zip"))));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void An_exported_pack_read_and_exported_again_gives_the_same_bytes(string sample)
    {
        using var scratch = new Scratch();
        var first = PackWriter.Files(Samples.Read(sample)).ToList();
        PackWriter.WriteFolder(Samples.Read(sample), scratch.Folder);

        var second = PackWriter.Files(Sound(scratch.Folder)).ToList();

        Assert.Equal(first.Select(file => file.File), second.Select(file => file.File));
        Assert.All(first.Zip(second), pair => Assert.Equal(pair.First.Content, pair.Second.Content));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Two_zips_of_one_pack_are_the_same_bytes(string sample)
    {
        using var scratch = new Scratch();
        PackWriter.WriteZip(Samples.Read(sample), scratch.Path("one.zip"));
        PackWriter.WriteZip(Samples.Read(sample), scratch.Path("two.zip"));

        Assert.Equal(File.ReadAllBytes(scratch.Path("one.zip")), File.ReadAllBytes(scratch.Path("two.zip")));
    }

    [Fact]
    public void Every_column_of_every_table_survives_the_way_out_and_back()
    {
        using var scratch = new Scratch();
        var pack = Sound(new FullPack(scratch).Folder);

        using var other = new Scratch();
        PackWriter.WriteFolder(pack, other.Folder);

        Assert.Equal(Content.Of(pack), Content.Of(Sound(other.Folder)));
        foreach (var table in FullPack.Tables)
        {
            var header = File.ReadLines(other.Path(table.Name + ".csv")).First();
            Assert.Equal(table.Header, header);
        }
    }

    private static Pack Sound(string path)
    {
        var reading = PackReader.Read(path);
        return reading.Pack
            ?? throw new InvalidOperationException(string.Join('\n', reading.Findings.Select(finding => $"{finding.Where}: {finding.Message}")));
    }
}
