using System.IO.Compression;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Findings;
using Quarterdeck.Packs.Reading;
using Quarterdeck.Packs.Tests.Reading;

namespace Quarterdeck.Packs.Tests.Files;

/// <summary>Not beside other tests: one counts the memory of the process.</summary>
[Collection(nameof(LittleMemoryTests))]
public sealed class ArchiveTests
{
    [Fact]
    public void A_zip_is_read_at_its_top_or_in_one_folder_without_what_systems_add()
    {
        foreach (var folder in new[] { string.Empty, "pack/" })
        {
            using var scratch = new Scratch();
            Zip(scratch, (folder + "results.csv", "ref\nA\n"), (folder + "datapackage.json", "{}"), ("__MACOSX/" + folder + "._results.csv", "x"));

            using var tables = PackSource.Open(scratch.Path("pack.zip"), ReadLimits.Default, new FindingCollector());

            var table = Assert.Single(tables!.Tables);
            Assert.Equal(("results", "results.csv"), (table.Name, table.File));
            Assert.Equal(["ref", "A"], table.Records().Select(row => row[0].Text));
        }
    }

    [Theory]
    [InlineData("../results.csv")]
    [InlineData("pack/../../results.csv")]
    [InlineData("/results.csv")]
    [InlineData("C:/results.csv")]
    [InlineData("..\\results.csv")]
    public void A_name_that_reaches_outside_is_refused(string name)
    {
        using var scratch = new Scratch();
        Zip(scratch, (name, "ref\nA\n"));

        Assert.Equal("zip-path", Refused(scratch).Code);
        Assert.Equal(["pack.zip"], Directory.GetFiles(scratch.Folder).Select(Path.GetFileName));
    }

    [Fact]
    public void Two_files_of_one_name_are_refused()
    {
        using var scratch = new Scratch();
        Zip(scratch, ("results.csv", "ref\nA\n"), ("Results.csv", "ref\nB\n"));

        Assert.Equal("zip-duplicate", Refused(scratch).Code);
    }

    [Fact]
    public void Tables_in_several_folders_are_refused()
    {
        using var scratch = new Scratch();
        Zip(scratch, ("a/results.csv", "ref\n"), ("b/results.csv", "ref\n"));

        Assert.Equal("zip-folders", Refused(scratch).Code);
    }

    [Fact]
    public void More_files_than_allowed_are_refused_before_they_are_listed()
    {
        using var scratch = new Scratch();
        Zip(scratch, [.. Enumerable.Range(0, 50).Select(number => ($"{number}.csv", string.Empty))]);

        Assert.Equal("over-limit", Refused(scratch, new ReadLimits { Entries = 49 }).Code);
        using var tables = PackSource.Open(scratch.Path("pack.zip"), new ReadLimits { Entries = 50 }, new FindingCollector());
        Assert.Equal(50, tables!.Tables.Count);
    }

    [Fact]
    public void A_zip_bomb_is_refused_while_it_unpacks()
    {
        using var scratch = new Scratch();
        WriteBomb(scratch.Path("pack.zip"), megabytes: 200);
        Assert.InRange(new FileInfo(scratch.Path("pack.zip")).Length, 1, 1L << 20);
        var log = new FindingCollector();
        using var tables = PackSource.Open(scratch.Path("pack.zip"), new ReadLimits { Rows = int.MaxValue }, log);
        var before = GC.GetTotalMemory(true);

        var rows = tables!.Tables[0].Records().Count();

        Assert.Equal("compressed-too-well", Assert.Single(log.All()).Code);
        // Of the 26 million rows it holds: as many as the compressed size allows.
        Assert.InRange(rows, 0, 13_000_000);
        Assert.InRange(GC.GetTotalMemory(true) - before, long.MinValue, 16L << 20);
    }

    [Theory]
    [InlineData(10, 1_000, "bytes")]
    [InlineData(1_000, 10, "bytes in all its parts")]
    public void More_bytes_than_allowed_are_refused(long entry, long total, string what)
    {
        using var scratch = new Scratch();
        Zip(scratch, ("results.csv", "ref,period,value\nA,2025-10,1\n"));
        var log = new FindingCollector();
        using var tables = PackSource.Open(scratch.Path("pack.zip"), new ReadLimits { EntryBytes = entry, TotalBytes = total }, log);

        Assert.Empty(tables!.Tables[0].Records());
        Assert.Contains($"more {what} than", Assert.Single(log.All()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PK\u0003\u0004 and then nothing")]
    [InlineData("PK\u0005\u0006")]
    public void A_zip_cut_short_is_refused(string content)
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch.Path("pack.zip"), content);

        Assert.Equal("file-damaged", Refused(scratch).Code);
    }

    [Fact]
    public void A_file_that_is_no_pack_says_what_it_is()
    {
        using var scratch = new Scratch();
        File.WriteAllBytes(scratch.Path("empty.xlsx"), []);
        File.WriteAllBytes(scratch.Path("old.xls"), [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
        File.WriteAllText(scratch.Path("results.csv"), "ref,period\n");

        Assert.Equal("empty-file", Refused(scratch, file: "empty.xlsx").Code);
        Assert.Contains("old Excel", Refused(scratch, file: "old.xls").Message, StringComparison.Ordinal);
        Assert.Contains("single CSV", Refused(scratch, file: "results.csv").Remedy, StringComparison.Ordinal);
        Assert.Equal("pack-not-found", Refused(scratch, file: "nothing").Code);
    }

    private static Finding Refused(Scratch scratch, ReadLimits? limits = null, string file = "pack.zip")
    {
        var log = new FindingCollector();
        Assert.Null(PackSource.Open(scratch.Path(file), limits ?? ReadLimits.Default, log));
        var finding = Assert.Single(log.All());
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.NotEmpty(finding.Remedy);
        return finding;
    }

    private static void Zip(Scratch scratch, params (string Name, string Content)[] files)
    {
        using var zip = ZipFile.Open(scratch.Path("pack.zip"), ZipArchiveMode.Create);
        foreach (var (name, content) in files)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(content);
        }
    }

    private static void WriteBomb(string path, int megabytes)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        using var stream = zip.CreateEntry("results.csv", CompressionLevel.SmallestSize).Open();
        var block = new byte[1 << 20];
        for (var at = 0; at < block.Length; at += 8)
        {
            "A,B,C,D\n"u8.CopyTo(block.AsSpan(at));
        }

        for (var count = 0; count < megabytes; count++)
        {
            stream.Write(block);
        }
    }
}
