using System.Text.RegularExpressions;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Documents.Tests.Published;

/// <summary>An office suite that is not ours opens what is published, and what it makes of it still says the same.</summary>
public sealed partial class LibreOfficeTests(PublishedSamples published)
{
    private static readonly string[] Rows = ["Finance 3 1 5", "Infrastructure – – 4"];

    private const string Title = "Performance Dashboard for the Chief Executive's Department and Deputy Chief Executive's Department";

    [Theory]
    [InlineData(".docx")]
    [InlineData(".xlsx")]
    [InlineData(".ods")]
    public void It_opens_and_converts_with_title_and_figures(string extension)
    {
        Needs("soffice", extension == ".docx" ? "libreoffice-writer" : "libreoffice-calc");
        Needs("pdftotext", "poppler-utils");

        var words = Converted(Assert.Single(published.Files(Samples.Latest, "dashboard" + extension)));

        Assert.Contains(Title, words, StringComparison.Ordinal);
        Assert.All(Rows, row => Assert.Contains(row, words, StringComparison.Ordinal));
    }

    /// <summary>The words of the file after LibreOffice made a PDF of it, in lines without shapes, with single spaces.</summary>
    private static string Converted(string file)
    {
        var folder = Directory.CreateTempSubdirectory("quarterdeck-libreoffice");
        try
        {
            var profile = new Uri(Path.Combine(folder.FullName, "profile")).AbsoluteUri;
            var made = OtherProgram.Run(
                "soffice",
                folder.FullName,
                NoVariables,
                [$"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", folder.FullName, file]);
            var pdf = Path.Combine(folder.FullName, Path.GetFileNameWithoutExtension(file) + ".pdf");
            Assert.True(File.Exists(pdf), made.Said);
            return Spaces().Replace(Shapes().Replace(OtherProgram.Run("pdftotext", folder.FullName, NoVariables, ["-layout", pdf, "-"]).Data, " "), " ");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static readonly Dictionary<string, string?> NoVariables = [];

    private static void Needs(string program, string package) =>
        Assert.SkipWhen(OtherProgram.WhyNot(program, package) is not null, OtherProgram.WhyNot(program, package) ?? string.Empty);

    [GeneratedRegex("[●◆■▲★⬟○]")]
    private static partial Regex Shapes();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
