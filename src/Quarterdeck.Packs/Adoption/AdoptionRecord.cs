namespace Quarterdeck.Packs.Adoption;

/// <summary>What became of a cell of a source.</summary>
public enum AdoptedState
{
    LeftOut,
    Read,
    Unsure,
}

/// <summary>A cell that holds a number, or a word that could not be used, and what became of it.</summary>
public sealed class AdoptedCell
{
    internal AdoptedCell(string file, string place, string text, bool isNumber) => (File, Place, Text, IsNumber) = (file, place, text, isNumber);

    public string File { get; }

    /// <summary>As a person finds it again: <c>sheet KPIs, cell D7</c>.</summary>
    public string Place { get; }

    public string Text { get; }

    /// <summary>It holds a digit. All such cells together are all numbers of the source.</summary>
    public bool IsNumber { get; }

    public AdoptedState State { get; internal set; }

    /// <summary>What it was read as: <c>result of FN06 for 2025-10</c>.</summary>
    public string? ReadAs { get; internal set; }

    /// <summary>Why it is unsure or left out.</summary>
    public string? Reason { get; internal set; }
}

/// <summary>Accounts for every number of the sources: each is read, unsure or left out, and none is forgotten.</summary>
internal sealed class AdoptionRecord
{
    private readonly Dictionary<(SourceSection Section, int Row, int Column), AdoptedCell> _cells = [];
    private readonly List<AdoptedCell> _words = [];

    public AdoptionRecord(IEnumerable<SourceSection> sections)
    {
        foreach (var section in sections)
        {
            foreach (var row in section.Rows)
            {
                foreach (var (column, cell) in row.Filled.Where(each => each.Item.HasDigit))
                {
                    _cells.Add((section, row.Number, column), new AdoptedCell(section.File, section.Place(row.Number, column), cell.Text, isNumber: true)
                    {
                        Reason = row.Table == 0 ? "It stands in a sentence, not in a table." : "It stands outside the tables that were understood.",
                    });
                }
            }
        }
    }

    /// <summary>In the order of the sources, then the words that could not be used.</summary>
    public IReadOnlyList<AdoptedCell> All => [.. _cells.Values, .. _words];

    /// <summary>The cell is in the pack. With a doubt, a person should look at it.</summary>
    public AdoptedCell? Read(SourceSection section, SourceRow row, int column, string readAs, string? doubt = null)
    {
        if (!_cells.TryGetValue((section, row.Number, column), out var cell))
        {
            return null;
        }

        (cell.State, cell.ReadAs, cell.Reason) = (doubt is null ? AdoptedState.Read : AdoptedState.Unsure, readAs, doubt);
        return cell;
    }

    public void LeaveOut(SourceSection section, SourceRow row, int column, string reason)
    {
        if (_cells.TryGetValue((section, row.Number, column), out var cell))
        {
            (cell.State, cell.Reason) = (AdoptedState.LeftOut, reason);
        }
        else if (!row[column].IsBlank)
        {
            _words.Add(new AdoptedCell(section.File, section.Place(row.Number, column), row[column].Text, isNumber: false) { Reason = reason });
        }
    }
}
