using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Quarterdeck.Documents.Tree;
using Quarterdeck.Documents.Word;

namespace Quarterdeck.Documents.Tests.Word;

/// <summary>A Word file opened again, part by part.</summary>
internal sealed class WordFile
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly byte[] _bytes;

    public WordFile(byte[] bytes)
    {
        _bytes = bytes;
        Body = Part("word/document.xml").Root!.Element(W + "body")!;
    }

    public WordFile(Document document)
        : this(BytesOf(document))
    {
    }

    public XElement Body { get; }

    /// <summary>Every paragraph with its style and its words, those in tables included.</summary>
    public IReadOnlyList<(string Style, string Words)> Paragraphs =>
        [.. Body.Descendants(W + "p")
            .Select(paragraph => (paragraph.Element(W + "pPr")!.Element(W + "pStyle")!.Attribute(W + "val")!.Value, WordsOf(paragraph)))];

    public static byte[] BytesOf(Document document)
    {
        using var output = new MemoryStream();
        DocxWriter.Write(document, output);
        if (Environment.GetEnvironmentVariable("QUARTERDECK_KEEP") is { } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, $"report-{document.AllBlocks().Count()}.docx"), output.ToArray());
        }

        return output.ToArray();
    }

    public static string WordsOf(XElement element)
    {
        var words = new StringBuilder();
        foreach (var node in element.Descendants())
        {
            words.Append(node.Name == W + "t"
                ? node.Value
                : node.Name == W + "br" ? "\n" : node.Name == W + "tab" && node.Parent?.Name == W + "r" ? "\t" : string.Empty);
        }

        return words.ToString();
    }

    public XDocument Part(string name)
    {
        using var zip = new ZipArchive(new MemoryStream(_bytes));
        using var stream = zip.GetEntry(name)!.Open();
        return XDocument.Load(stream, LoadOptions.PreserveWhitespace);
    }

    /// <summary>What the Open XML validator finds, and links of the text that lead nowhere.</summary>
    public IReadOnlyList<string> Findings()
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(_bytes), isEditable: false);
        return
        [
            .. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package)
                .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"),
            .. Body.Descendants(W + "hyperlink")
                .Select(link => link.Attribute(W + "anchor")?.Value)
                .OfType<string>()
                .Except(Bookmarks())
                .Select(name => $"No bookmark is called {name}."),
        ];
    }

    public IReadOnlyList<string> Bookmarks() => [.. Body.Descendants(W + "bookmarkStart").Select(bookmark => bookmark.Attribute(W + "name")!.Value)];

    /// <summary>The file with a part changed.</summary>
    public WordFile With(string part, Func<string, string> change)
    {
        using var copy = new MemoryStream();
        copy.Write(_bytes);
        using (var zip = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
        {
            var old = zip.GetEntry(part)!;
            string text;
            using (var reader = new StreamReader(old.Open()))
            {
                text = reader.ReadToEnd();
            }

            var changed = change(text);
            Assert.NotEqual(text, changed);
            old.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(part).Open());
            writer.Write(changed);
        }

        return new WordFile(copy.ToArray());
    }
}
