using System.Globalization;
using System.Xml;
using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Packs.Findings;

/// <summary>The findings that end the reading of a file.</summary>
internal static class UnreadableFileFindings
{
    private const string SaveAgain = "Open the file in the program that made it, save it again and import that copy.";

    public static Finding BrokenXml(string file, XmlException broken) =>
        broken.Message.Contains("DTD", StringComparison.Ordinal)
            ? new Finding(
                "xml-declares-entities",
                Severity.Error,
                "The file declares XML entities or a document type, which no spreadsheet does and which can be used to attack the reader. It was not read.",
                "Ask where the file comes from. " + SaveAgain)
            {
                File = file,
                Expected = "a workbook without a document type declaration",
            }
            : new Finding("workbook-damaged", Severity.Error, $"The workbook is damaged: {broken.Message}", SaveAgain)
            {
                File = file,
                Expected = "a complete workbook",
            };

    public static Finding Damaged(string file) =>
        new("file-damaged", Severity.Error, "The file is damaged, cut short, encrypted or not what its name says.", SaveAgain)
        {
            File = file,
            Expected = "a complete file without a password",
        };

    public static Finding Unreadable(string file, string reason) =>
        new("file-unreadable", Severity.Error, $"The file could not be read: {reason}", "Check that it exists, is not open elsewhere and that you may read it.")
        {
            File = file,
            Expected = "a file that can be opened",
        };

    public static Finding OverLimit(string file, string what, long limit, int? row = null) =>
        new(
            "over-limit",
            Severity.Error,
            $"The file has more {what} than the {limit.ToString("N0", CultureInfo.InvariantCulture)} allowed. Nothing beyond that was read.",
            "Check that this is the file you meant. Split it, or raise the limit if it is right.")
        {
            File = file,
            Row = row,
            Expected = $"at most {limit.ToString("N0", CultureInfo.InvariantCulture)} {what}",
        };

    public static Finding Bomb(string file, int ratio) =>
        new(
            "compressed-too-well",
            Severity.Error,
            $"The file unpacks to more than {ratio.ToString("N0", CultureInfo.InvariantCulture)} times its size, as files made to fill a computer's "
            + $"memory do. It was not read further.",
            "Ask where the file comes from. If it is right, import the unpacked folder.")
        {
            File = file,
            Expected = $"at most {ratio.ToString("N0", CultureInfo.InvariantCulture)} times its compressed size",
        };
}
