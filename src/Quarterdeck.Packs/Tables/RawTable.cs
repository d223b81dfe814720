using System.Xml;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Findings;

namespace Quarterdeck.Packs.Tables;

/// <summary>One table as it stands in a file, before anything is understood.</summary>
public sealed class RawTable
{
    private readonly Func<IEnumerable<RawRow>> _open;
    private readonly FindingCollector _log;

    internal RawTable(string name, string file, FindingCollector log, Func<IEnumerable<RawRow>> open)
    {
        Name = name;
        File = file;
        _log = log;
        _open = open;
    }

    /// <summary>The name of the file without its ending, or of the sheet: <c>results</c>.</summary>
    public string Name { get; }

    /// <summary>As the person knows it: <c>results.csv</c>, or <c>pack.xlsx, sheet results</c>.</summary>
    public string File { get; }

    /// <summary>Its cells are parted by a character, so that one too many means a character taken for the end of a cell.</summary>
    public bool IsDelimited { get; internal init; }

    /// <summary>
    /// Cells are parted by a semicolon, as continental spreadsheets do, so a comma inside a number is more likely a
    /// decimal comma than a thousands separator. Known once the first row has been read.
    /// </summary>
    public bool HasDoubtfulCommas { get; internal set; }

    /// <summary>The row of the header, once it was found.</summary>
    public int? HeaderRow { get; internal set; }

    /// <summary>How the sheet lies, noted while it was read; null for a CSV.</summary>
    internal SheetLayout? Layout { get; set; }

    /// <summary>The sheet is hidden in its workbook.</summary>
    public bool IsHidden { get; internal init; }

    /// <summary>The bytes of a CSV, and the limits it is read by; null for a sheet.</summary>
    internal (Func<Stream> Open, ReadLimits Limits)? Csv { get; init; }

    /// <summary>Whether the last reading stopped before the end because the file could not be read further.</summary>
    public bool WasRefused { get; private set; }

    /// <summary>
    /// The rows that hold something, header first, as a stream: nothing is kept. What cannot be read becomes a finding
    /// and ends the stream. May be asked for again, which reads the file again.
    /// </summary>
    public IEnumerable<RawRow> Records()
    {
        WasRefused = false;
        using var rows = _open().GetEnumerator();
        while (Next(rows) is { } row)
        {
            yield return row;
        }
    }

    /// <summary>The bytes of a CSV so large that what is read of it is better held in columns.</summary>
    internal (Func<Stream> Open, ReadLimits Limits)? LargeCsv() =>
        Csv is { } csv && Refusing(() => IsLarge(csv.Open, csv.Limits.ColumnsFrom) ? this : null) is not null ? csv : null;

    /// <summary>Runs a reading of the file's bytes; null when they cannot be read to the end, which a reading by <see cref="Records"/> then tells.</summary>
    internal static T? Refusing<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception refused) when (refused is UnreadableFileException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsLarge(Func<Stream> open, long length)
    {
        using var stream = open();
        if (stream.CanSeek)
        {
            return stream.Length >= length;
        }

        // What is packed tells its length only in being unpacked.
        Span<byte> some = stackalloc byte[1024];
        for (int read; length > 0 && (read = stream.Read(some)) > 0;)
        {
            length -= read;
        }

        return length <= 0;
    }

    private RawRow? Next(IEnumerator<RawRow> rows)
    {
        Finding refusal;
        try
        {
            return rows.MoveNext() ? rows.Current : null;
        }
        catch (UnreadableFileException refused)
        {
            refusal = refused.Finding;
        }
        catch (XmlException broken)
        {
            refusal = UnreadableFileFindings.BrokenXml(File, broken);
        }
        catch (InvalidDataException)
        {
            refusal = UnreadableFileFindings.Damaged(File);
        }
        catch (IOException failed)
        {
            refusal = UnreadableFileFindings.Unreadable(File, failed.Message);
        }
        catch (UnauthorizedAccessException failed)
        {
            refusal = UnreadableFileFindings.Unreadable(File, failed.Message);
        }

        WasRefused = true;
        _log.Add(refusal);
        return null;
    }
}
