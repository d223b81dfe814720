using System.Diagnostics.CodeAnalysis;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Findings;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Quarterdeck.Packs.Adoption;

/// <summary>The pages of a PDF that holds text: tables from the lines drawn between their rows, everything else as lines of words.</summary>
internal static class PdfSource
{
    private const long MostBytes = 64L << 20;
    private const int MostPages = 1_000;
    private const int MostLetters = 60_000;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(25);

    public static IReadOnlyList<SourceSection> Read(string path, string name, ReadLimits limits)
    {
        if (new FileInfo(path).Length > MostBytes)
        {
            throw new UnreadableFileException(UnreadableFileFindings.OverLimit(name, "bytes of PDF", MostBytes));
        }

        var sections = new List<SourceSection>();
        var reading = Task.Run(() => Read(path, name, sections), limits.Stop);
        if (Task.WaitAny([reading], MostTime) < 0)
        {
            throw Refused(name, "The PDF takes too long to read.", "Print it to a new PDF, or take the Word file it was made from.");
        }

        reading.GetAwaiter().GetResult();
        return sections.Exists(section => section.Rows.Count > 0) ? sections
            : throw Refused(name, "The PDF holds no text, only pictures of it.", "Take the file it was made from, or have the text recognised first.");
    }

    /// <summary>A broken file makes the reader of PDFs fail in many ways; whatever it is, the file cannot be read.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "The reader of PDFs has no exception of its own for a broken file.")]
    private static void Read(string path, string name, List<SourceSection> sections)
    {
        try
        {
            using var document = PdfDocument.Open(path, new ParsingOptions { UseLenientParsing = true, ClipPaths = false });
            if (document.NumberOfPages > MostPages)
            {
                throw new UnreadableFileException(UnreadableFileFindings.OverLimit(name, "pages", MostPages));
            }

            foreach (var page in document.GetPages())
            {
                if (page.Letters.Count > MostLetters)
                {
                    throw new UnreadableFileException(UnreadableFileFindings.OverLimit(name, "letters on a page", MostLetters));
                }

                sections.Add(new SourceSection(name, $"page {page.Number}", SourceKind.Page, new PdfPageRows(page).Rows()));
            }
        }
        catch (PdfDocumentEncryptedException)
        {
            throw Refused(name, "The PDF is locked with a password.", "Save it without one.");
        }
        catch (Exception broken) when (broken is not UnreadableFileException)
        {
            throw Refused(name, "The PDF is damaged and cannot be read.", "Print it to a new PDF, or take the file it was made from.");
        }
    }

    private static UnreadableFileException Refused(string name, string message, string remedy) =>
        new(new Finding("unreadable-pdf", Severity.Error, message, remedy) { File = name, Expected = "a PDF with text" });
}
