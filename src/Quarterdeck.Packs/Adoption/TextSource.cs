using System.Text;
using System.Text.RegularExpressions;
using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Findings;

namespace Quarterdeck.Packs.Adoption;

/// <summary>Text pasted from a paper: rows of tables have tabs between their cells, or wide gaps where no line has a tab.</summary>
internal static partial class TextSource
{
    private const long MostBytes = 32L << 20;

    public static SourceSection Read(string path, string name, ReadLimits limits)
    {
        using var stream = PackFile.OpenRead(path);
        if (stream.Length > MostBytes)
        {
            throw new UnreadableFileException(UnreadableFileFindings.OverLimit(name, "bytes of text", MostBytes));
        }

        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return OfText(Decoded(bytes), name, limits);
    }

    public static SourceSection OfText(string text, string name, ReadLimits limits)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var hasTabs = lines.Any(line => line.Contains('\t', StringComparison.Ordinal));
        var rows = new List<SourceRow>();
        var (table, wasTable) = (0, false);
        for (var at = 0; at < lines.Length; at++)
        {
            var cells = hasTabs ? lines[at].Split('\t') : Gaps().Split(lines[at].Trim());
            if (cells.Length > limits.Columns || lines[at].Length > limits.CellLength)
            {
                throw new UnreadableFileException(UnreadableFileFindings.OverLimit(name, "columns", limits.Columns, at + 1));
            }

            var isTable = cells.Length > 1;
            table += isTable && !wasTable ? 1 : 0;
            wasTable = isTable;
            var cleaned = cells.Select(cell => new SourceCell(Clean(cell))).ToList();
            if (cleaned.Exists(cell => !cell.IsBlank))
            {
                rows.Add(new SourceRow(at + 1, isTable ? table : 0, cleaned) { IsHeading = !isTable && lines[at].StartsWith('#') });
            }
        }

        return new SourceSection(name, string.Empty, SourceKind.Text, rows);
    }

    /// <summary>Without the signs that programs which turn papers into text leave for bold words and raised marks.</summary>
    private static string Clean(string cell) =>
        Spaces().Replace(
            Signs().Replace(cell.Replace('\u00A0', ' ').TrimStart('#', ' '), string.Empty).Replace("\\*", "*", StringComparison.Ordinal),
            " ").Trim();

    private static string Decoded(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    [GeneratedRegex(@"\*\*|</?(?:sup|sub|b|i|em|strong|br)\s*/?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Signs();

    [GeneratedRegex(@" {2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@" {3,}|\u00A0{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Gaps();
}
