using System.IO.Compression;
using Quarterdeck.Cli.Tests.Programs;
using Quarterdeck.TestKit.Packs;
using Quarterdeck.TestKit.Pictures;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Cli.Tests.Publications;

/// <summary>The look of documents from the pack's settings; a logo that cannot be used is left out and told.</summary>
public sealed class HouseStyleTests
{
    private const string Picture = "<img src=\"data:image/png;base64,";

    [Fact]
    public void Colour_and_logo_are_in_the_page_and_nothing_is_told()
    {
        using var pack = Pack("brand.colour,#6f1d77\nbrand.logo,logo.png\nbrand.logo_alt,Arms of Test Council");
        File.WriteAllBytes(pack["logo.png"], TestPng.Plain(300, 100, 1, 2, 3));

        var (answer, page) = Publish(pack, pack.Path);

        Assert.DoesNotContain("logo", answer.Said, StringComparison.Ordinal);
        Assert.Contains(".bar{background:#6f1d77", page, StringComparison.Ordinal);
        Assert.Contains(Picture, page, StringComparison.Ordinal);
        Assert.Contains("alt=\"Arms of Test Council\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_format_is_published_with_a_logo_and_the_organisations_name_stands_for_it()
    {
        using var pack = Pack("brand.logo,logo.png");
        File.WriteAllBytes(pack["logo.png"], TestPng.Plain(300, 100, 1, 2, 3));

        var answer = QuarterdeckInProcess.Run(["publish", pack.Path, "--out", pack["out"]]);

        Assert.Equal(0, answer.Exit);
        Assert.Contains("alt=\"Test Council\"", File.ReadAllText(Assert.Single(Directory.GetFiles(pack["out"], "*.html"))), StringComparison.Ordinal);
        using var word = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(pack["out"], "*.docx")));
        Assert.NotNull(word.GetEntry("word/media/logo.png"));
        using var sheets = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(pack["out"], "*.xlsx")));
        Assert.DoesNotContain(sheets.Entries, entry => entry.Name.EndsWith(".png", StringComparison.Ordinal));
    }

    [Fact]
    public void A_logo_that_is_not_there_is_told_once_with_the_place_it_was_looked_for()
    {
        using var pack = Pack("brand.logo,logo.png");
        pack.Write("reports", "code,kind,title\none,dashboard,First report\ntwo,dashboard,Second report");

        var answer = QuarterdeckInProcess.Run(["publish", pack.Path, "--out", pack["out"], "--formats", "html"]);

        Assert.Equal(0, answer.Exit);
        Assert.Equal(2, answer.Said.Split("The logo is left out: there is no file").Length);
        Assert.Contains($"'{pack["logo.png"]}'", answer.Said, StringComparison.Ordinal);
        Assert.Contains("Put logo.png there", answer.Said, StringComparison.Ordinal);
        Assert.All(
            Directory.GetFiles(pack["out"], "*.html", SearchOption.AllDirectories),
            file => Assert.DoesNotContain(Picture, File.ReadAllText(file), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("large", "The file is larger than 2 MB.")]
    [InlineData("wide", "The picture is 2001 by 1 pixels")]
    [InlineData("words", "The file is not a PNG picture")]
    [InlineData("empty", "The file is not a PNG picture")]
    [InlineData("broken", "The file is damaged: it ends early.")]
    public void A_logo_that_cannot_be_used_is_left_out_and_told_with_the_reason(string kind, string reason)
    {
        using var pack = Pack("brand.logo,logo.png");
        File.WriteAllBytes(pack["logo.png"], kind switch
        {
            "large" => new byte[3_000_000],
            "wide" => new TestPng().Head(2001, 1, 0).Rows(new byte[2002]).End().Bytes,
            "words" => "<script>alert(1)</script>"u8.ToArray(),
            "empty" => [],
            _ => TestPng.Plain(30, 30, 1, 2, 3)[..^9],
        });

        var (answer, page) = Publish(pack, pack.Path);

        Assert.Contains($"warning: The logo '{pack["logo.png"]}' is left out. {reason}", answer.Said, StringComparison.Ordinal);
        Assert.Contains("Save the logo again", answer.Said, StringComparison.Ordinal);
        Assert.DoesNotContain(Picture, page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_in_the_place_of_the_logo_is_no_logo()
    {
        using var pack = Pack("brand.logo,logo.png");
        Directory.CreateDirectory(pack["logo.png"]);

        Assert.Contains("there is no file", Publish(pack, pack.Path).Answer.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void The_logo_of_a_zip_lies_beside_the_zip()
    {
        using var pack = Pack("brand.logo,logo.png");
        using var other = new TemporaryPack();
        ZipFile.CreateFromDirectory(pack.Path, other["pack.zip"]);
        File.WriteAllBytes(other["logo.png"], TestPng.Plain(300, 100, 1, 2, 3));

        var (answer, page) = Publish(other, other["pack.zip"]);

        Assert.DoesNotContain("logo", answer.Said, StringComparison.Ordinal);
        Assert.Contains(Picture, page, StringComparison.Ordinal);
    }

    private static TemporaryPack Pack(string settings) => new(
        ("settings", "key,value\norganisation,Test Council\n" + settings),
        ("indicators", "ref,title,kind,unit,polarity,frequency,ytd\nA1,Calls answered,kpi,percent,higher,month,none"),
        ("targets", "ref,from,to,target,floor\nA1,2025-04,2026-03,90,80"),
        ("results", "ref,period,value\nA1,2025-04,91.4\nA1,2025-05,85"));

    private static (Answer Answer, string Page) Publish(TemporaryPack folder, string pack)
    {
        var answer = QuarterdeckInProcess.Run(["publish", pack, "--out", folder["out"], "--formats", "html"]);
        Assert.True(answer.Exit == 0, answer.Said + answer.Data);
        return (answer, File.ReadAllText(Assert.Single(Directory.GetFiles(folder["out"], "*.html", SearchOption.AllDirectories))));
    }
}
