using System.Text;
using System.Xml;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Packs.Findings;

namespace Quarterdeck.Packs.Files;

/// <summary>XML from strangers: no document type, no entity, nothing fetched, nothing nested or long without end.</summary>
internal static class SafeXml
{
    // The deepest honest content is a few spans within a paragraph within a cell.
    private const int Deepest = 100;

    public static XmlReader Open(Stream stream, string file, ReadLimits limits) =>
        XmlReader.Create(new XmlLimitStream(stream, file, limits), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            NameTable = new BoundedNameTable(file, limits),
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = limits.EntryBytes,
            CloseInput = true,
        });

    /// <summary>Moves on, refusing nesting that only an attack has.</summary>
    public static bool Next(this XmlReader reader, string file) =>
        reader.Depth <= Deepest
            ? reader.Read()
            : throw new UnreadableFileException(new Finding(
                "workbook-damaged",
                Severity.Error,
                $"The workbook nests its parts more than {Deepest} deep, which no spreadsheet does.",
                "Open it in a spreadsheet, save it again and import that copy.")
            {
                File = file,
                Expected = "a workbook as a spreadsheet saves it",
            });

    public static bool Opens(this XmlReader reader, string name) =>
        reader.NodeType == XmlNodeType.Element && reader.LocalName == name;

    public static bool Closes(this XmlReader reader, string name) =>
        reader.NodeType == XmlNodeType.EndElement && reader.LocalName == name;

    public static bool IsText(this XmlReader reader) =>
        reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace;

    /// <summary>An attribute by its local name, whatever its namespace: strict and transitional workbooks differ in it.</summary>
    public static string? Attribute(this XmlReader reader, string name)
    {
        string? value = null;
        while (value is null && reader.MoveToNextAttribute())
        {
            if (reader.LocalName == name)
            {
                value = reader.Value;
            }
        }

        reader.MoveToElement();
        return value;
    }

    /// <summary>Adds the text node the reader stands on, piece by piece.</summary>
    public static void AddText(this XmlReader reader, StringBuilder text, string file, ReadLimits limits)
    {
        var buffer = new char[1024];
        int count;
        while ((count = reader.ReadValueChunk(buffer, 0, buffer.Length)) > 0)
        {
            if (text.Length + count > limits.CellLength)
            {
                throw new UnreadableFileException(UnreadableFileFindings.OverLimit(file, "characters in one cell", limits.CellLength));
            }

            text.Append(buffer, 0, count);
        }
    }
}
