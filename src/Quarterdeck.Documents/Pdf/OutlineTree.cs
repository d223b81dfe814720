using System.Globalization;
using System.Text;

namespace Quarterdeck.Documents.Pdf;

/// <summary>The bookmarks of a document: its headings, nested by level.</summary>
internal sealed class OutlineTree
{
    private readonly List<(int Level, string Title, string Place)> _entries = [];
    private readonly List<(int Parent, int Position)> _nesting = [];

    /// <param name="level">1 for the highest.</param>
    /// <param name="title">The heading's text.</param>
    /// <param name="place">A place named in the document.</param>
    public void Add(int level, string title, string place) => _entries.Add((level, title, place));

    /// <summary>Writes the tree; null when there are no entries.</summary>
    public int? Write(PdfFile file, Func<string, string> destination)
    {
        if (_entries.Count == 0)
        {
            return null;
        }

        var root = file.Reserve();
        var numbers = _entries.Select(_ => file.Reserve()).ToArray();
        var children = Children();
        for (var index = 0; index < _entries.Count; index++)
        {
            var (_, title, place) = _entries[index];
            var (parent, position) = _nesting[index];
            var siblings = children[parent + 1];
            var own = children[index + 1];
            var body = new StringBuilder("<</Title").Append(PdfObject.Text(title)).Append("/Dest").Append(destination(place));
            body.Append("/Parent ").Append(PdfObject.Reference(parent < 0 ? root : numbers[parent]));
            Append(body, "Prev", position > 0 ? numbers[siblings[position - 1]] : null);
            Append(body, "Next", position + 1 < siblings.Count ? numbers[siblings[position + 1]] : null);
            if (own.Count > 0)
            {
                Append(body, "First", numbers[own[0]]);
                Append(body, "Last", numbers[own[^1]]);
                body.Append(CultureInfo.InvariantCulture, $"/Count -{own.Count}");
            }

            file.Set(numbers[index], body.Append(">>").ToString());
        }

        var top = children[0];
        file.Set(root, $"<</Type/Outlines/First {numbers[top[0]]} 0 R/Last {numbers[top[^1]]} 0 R/Count {top.Count}>>");
        return root;
    }

    /// <summary>The entries under the root (first) and under each entry, and each entry's place among them.</summary>
    private List<int>[] Children()
    {
        var children = Enumerable.Range(0, _entries.Count + 1).Select(_ => new List<int>()).ToArray();
        var open = new Stack<int>();
        for (var index = 0; index < _entries.Count; index++)
        {
            while (open.Count > 0 && _entries[open.Peek()].Level >= _entries[index].Level)
            {
                open.Pop();
            }

            var parent = open.Count == 0 ? -1 : open.Peek();
            _nesting.Add((parent, children[parent + 1].Count));
            children[parent + 1].Add(index);
            open.Push(index);
        }

        return children;
    }

    private static void Append(StringBuilder body, string key, int? number)
    {
        if (number is { } known)
        {
            body.Append('/').Append(key).Append(' ').Append(PdfObject.Reference(known));
        }
    }
}
