using System.Xml;
using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Interchange.Tables;

/// <summary>One table as it stands in a file, before anything is understood.</summary>
public sealed class RawTable
{
    private readonly Func<IEnumerable<RawRow>> _open;
    private readonly FindingLog _log;

    internal RawTable(string name, string file, FindingLog log, Func<IEnumerable<RawRow>> open)
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

    private RawRow? Next(IEnumerator<RawRow> rows)
    {
        Finding refusal;
        try
        {
            return rows.MoveNext() ? rows.Current : null;
        }
        catch (ReadRefusedException refused)
        {
            refusal = refused.Finding;
        }
        catch (XmlException broken)
        {
            refusal = Refusals.BrokenXml(File, broken);
        }
        catch (InvalidDataException)
        {
            refusal = Refusals.Damaged(File);
        }
        catch (IOException failed)
        {
            refusal = Refusals.Unreadable(File, failed.Message);
        }
        catch (UnauthorizedAccessException failed)
        {
            refusal = Refusals.Unreadable(File, failed.Message);
        }

        WasRefused = true;
        _log.Add(refusal);
        return null;
    }
}
