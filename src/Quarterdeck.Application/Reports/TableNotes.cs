using System.Globalization;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Reports;

/// <summary>The notes of one table, each text once, in the order its cells first need them.</summary>
internal sealed class TableNotes
{
    private readonly List<TableNote> _notes = [];

    public IReadOnlyList<TableNote> All => _notes;

    /// <summary>The key of a note with that text.</summary>
    public string Add(string text)
    {
        var known = _notes.FirstOrDefault(note => note.Text == text);
        if (known is null)
        {
            known = new TableNote("note" + (_notes.Count + 1).ToString(CultureInfo.InvariantCulture), text);
            _notes.Add(known);
        }

        return known.Key;
    }
}
