using System.Text.Json;
using Quarterdeck.Packs.Reading;
using Quarterdeck.Packs.Tests.Reading;
using Quarterdeck.Packs.Writing;
using Quarterdeck.TestKit;

namespace Quarterdeck.Packs.Tests.Writing;

public sealed class PackWriterTests
{
    [Fact]
    public void An_export_replaces_an_earlier_one_and_leaves_other_files_alone()
    {
        using var scratch = new Scratch();
        PackWriter.WriteFolder(Samples.Read(Samples.Latest), scratch.Folder);
        File.WriteAllText(scratch.Path("README.md"), "ours");
        Assert.True(File.Exists(scratch.Path("milestones.csv")));

        PackWriter.WriteFolder(Samples.Read(Samples.First), scratch.Folder);

        Assert.False(File.Exists(scratch.Path("milestones.csv")));
        Assert.Equal("ours", File.ReadAllText(scratch.Path("README.md")));
        Assert.Equal(Content.Of(Samples.Read(Samples.First)), Content.Of(PackReader.Read(scratch.Folder).Pack!));
        Assert.DoesNotContain(Directory.GetFiles(scratch.Folder), file => file.EndsWith(".part", StringComparison.Ordinal));
    }

    [Fact]
    public void A_zip_that_cannot_be_finished_leaves_nothing()
    {
        using var scratch = new Scratch();
        Directory.CreateDirectory(scratch.Path("pack.zip"));

        Assert.ThrowsAny<SystemException>(() => PackWriter.WriteZip(Samples.Read(Samples.Latest), scratch.Path("pack.zip")));

        Assert.Empty(Directory.GetFiles(scratch.Folder));
    }

    [Theory]
    [InlineData(Samples.Latest)]
    [InlineData(Samples.First)]
    public void The_data_package_describes_every_table_column_for_column(string sample)
    {
        var files = PackWriter.Files(Samples.Read(sample)).ToDictionary(file => file.File, file => file.Content);
        using var package = JsonDocument.Parse(files["datapackage.json"]);

        var described = package.RootElement.GetProperty("resources").EnumerateArray().ToDictionary(
            resource => resource.GetProperty("path").GetString()!,
            resource =>
                string.Join(',', resource.GetProperty("schema").GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("name").GetString())));

        Assert.Equal("tabular-data-package", package.RootElement.GetProperty("profile").GetString());
        Assert.Equal(files.Keys.Where(file => file.EndsWith(".csv", StringComparison.Ordinal)).Order(), described.Keys.Order());
        Assert.All(described, table => Assert.Equal(System.Text.Encoding.UTF8.GetString(files[table.Key]).Split('\n')[0], table.Value));
    }

    [Fact]
    public void The_reference_page_is_current() =>
        Assert.Equal(PackReference.Markdown(), File.ReadAllText(Path.Combine(Samples.Repository, "docs", "reference", "pack.md")));
}
