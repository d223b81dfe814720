using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Quarterdeck.Documents.Html;
using Quarterdeck.Documents.Pdf;
using Quarterdeck.Documents.Sheets;
using Quarterdeck.Documents.Tree;
using Quarterdeck.Documents.Word;

namespace Quarterdeck.Bench.Documents;

/// <summary>The writers of documents beside what people would use instead, in one run.</summary>
public static partial class DocumentsBench
{
    public static void Run(int rounds, int rows, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("quarterdeck-bench");
        try
        {
            Pdf(folder.FullName, rounds, output);
            Docx(rounds, output);
            Xlsx(rows, rounds, output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The one PDF, by this program started for nothing else.</summary>
    public static void WriteOnce(string path) => File.WriteAllBytes(path, WritePdf(SyntheticDashboard.Usual()));

    private static long RunAnew(string own, string path, MemoryWatch? memory)
    {
        OtherProcess.Run(own, memory, DocumentsCommand.Once, path);
        return new FileInfo(path).Length;
    }

    private static void Pdf(string folder, int rounds, TextWriter output)
    {
        var document = SyntheticDashboard.Usual();
        var (docx, html) = (Path.Combine(folder, "dashboard.docx"), Path.Combine(folder, "dashboard.html"));
        File.WriteAllBytes(docx, WriteDocx(document));
        File.WriteAllText(html, HtmlWriter.Write(document), new UTF8Encoding(false));
        var page = new Uri(html);
        List<string> missing = [];
        var others = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        using var browser = Chromium.Program is { } chromium ? Chromium.Open(chromium, folder) : null;
        List<Way> ways = [new("Quarterdeck", () => WritePdf(document).Length)];
        if (Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) != "dotnet")
        {
            var pdf = Path.Combine(folder, "anew.pdf");
            ways.Add(new("Quarterdeck, started anew", () => RunAnew(own, pdf, null)) { PeakMemory = () => Peak(watch => RunAnew(own, pdf, watch)) });
        }

        if (LibreOffice.Program is { } office)
        {
            var converter = new LibreOffice(office, folder);
            ways.Add(new(
                "LibreOffice, our Word file",
                () => (others["LibreOffice"] = converter.Convert(docx, null)).Length)
            { PeakMemory = () => Peak(watch => converter.Convert(docx, watch)) });
        }
        else
        {
            missing.Add("LibreOffice was left out: no soffice was found on this machine (Debian: apt install libreoffice-writer).");
        }

        if (browser is not null && Chromium.Program is { } program)
        {
            ways.Add(new("Chromium, our web page, cold", () => Chromium.PrintCold(program, folder, page, null).Length)
            {
                PeakMemory = () => Peak(watch => Chromium.PrintCold(program, folder, page, watch))
            });
            ways.Add(new("Chromium, our web page, kept open", () => (others["Chromium"] = browser.Print(page)).Length)
            {
                PeakMemory = () => Peak(watch =>
                {
                    browser.Print(page);
                    watch.Look(browser.Id);
                }),
            });
        }
        else
        {
            missing.Add("Chromium was left out: none was found on this machine (Debian: apt install chromium).");
        }

        Way.Measure(ways, rounds);
        var result = PdfWriter.Write(document, Stream.Null);
        var tables = document.AllBlocks().Sum(block => block is Table or ChartBlock { Figures: not null } ? 1 : 0);
        var charts = document.AllBlocks().OfType<ChartBlock>().Count();
        Print(
            output,
            string.Create(
                CultureInfo.InvariantCulture,
                $"PDF of {result.Pages} pages ({string.Join(", ", others.Select(other => $"{PagesOf(other.Value)} by {other.Key}"))}), {tables} "
                    + $"tables, {charts} charts, contents"),
            rounds,
            ways);
        missing.ForEach(output.WriteLine);
        output.WriteLine();
    }

    private static void Docx(int rounds, TextWriter output)
    {
        var document = SyntheticDashboard.Usual();
        using var sdk = new SdkDocx(WriteDocx(document));
        List<Way> ways = [new("Quarterdeck", () => WriteDocx(document).Length), new("Open XML SDK, its tree made and saved", () => sdk.Write().Length)];
        Way.Measure(ways, rounds * 3);
        Print(
            output,
            string.Create(CultureInfo.InvariantCulture, $"Word file of the same document, charts with their workbooks, {sdk.Elements:N0} elements"),
            rounds * 3,
            ways);
        output.WriteLine();
    }

    private static void Xlsx(int rows, int rounds, TextWriter output)
    {
        var data = new SyntheticSheet(rows);
        using var file = new MemoryStream();
        XlsxWriter.Write(new SyntheticSheet(10).Workbook, file);
        var sdk = new SdkXlsx(data, file.ToArray());
        List<Way> ways =
        [
            new("Quarterdeck", () => Size(stream => XlsxWriter.Write(data.Workbook, stream))),
            new("Open XML SDK, streaming", () => Size(sdk.Write)),
        ];
        Way.Measure(ways, rounds);
        Print(
            output,
            string.Create(CultureInfo.InvariantCulture, $"Spreadsheet of {rows:N0} rows x {SyntheticSheet.Columns.Count} columns with styles"),
            rounds,
            ways);
        output.WriteLine();
    }

    /// <summary>Both write the objects of pages in the clear.</summary>
    private static int PagesOf(byte[] pdf) => PageObject.Count(Encoding.Latin1.GetString(pdf));

    private static byte[] WritePdf(Document document)
    {
        using var stream = new MemoryStream();
        PdfWriter.Write(document, stream);
        return stream.ToArray();
    }

    private static byte[] WriteDocx(Document document)
    {
        using var stream = new MemoryStream();
        DocxWriter.Write(document, stream);
        return stream.ToArray();
    }

    private static long Size(Action<Stream> write)
    {
        using var stream = new MemoryStream(1 << 24);
        write(stream);
        return stream.ToArray().LongLength;
    }

    private static long Peak(Action<MemoryWatch> run)
    {
        var watch = new MemoryWatch();
        run(watch);
        return watch.Peak;
    }

    private static void Print(TextWriter output, string what, int rounds, List<Way> ways)
    {
        var invariant = CultureInfo.InvariantCulture;
        output.WriteLine(string.Create(invariant, $"{what}; median of {rounds}, in turn, one run"));
        output.WriteLine($"{"",-40}{"ms",10}{"least",10}{"most",10}{"times",8}{"KB file",10}{"MB memory",11}");
        foreach (var way in ways)
        {
            var memory = way.PeakMemory is null ? way.Allocated : way.Peak;
            output.WriteLine(string.Create(
                invariant,
                $"{way.Name,-40}{way.Median * 1000,10:N1}{way.Seconds.Min() * 1000,10:N1}{way.Seconds.Max() * 1000,10:N1}"
                    + $"{way.Median / ways[0].Median,8:N1}{way.Bytes / 1024.0,10:N0}{memory / 1048576.0,11:N1}"));
        }

        output.WriteLine(
            "times: how long it took beside Quarterdeck. MB memory: asked for in all by code in this process; at its peak by another program with all "
            + "its processes.");
    }

    [GeneratedRegex(@"/Type\s*/Page[^s]")]
    private static partial Regex PageObject { get; }
}
