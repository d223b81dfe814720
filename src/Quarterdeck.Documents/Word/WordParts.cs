using System.Globalization;
using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Word;

/// <summary>What the text of a document refers to in its other parts, gathered while it is written.</summary>
/// <param name="document">The document.</param>
internal sealed class WordParts(Document document)
{
    private readonly List<string> _addresses = [];
    private readonly Dictionary<string, string> _links = new(StringComparer.Ordinal);
    private readonly List<int> _lists = [];
    private readonly List<Chart> _charts = [];
    private readonly List<Chart> _pictures = [];
    private int _drawings;

    public Document Document { get; } = document;

    public Bookmarks Bookmarks { get; } = new(document);

    public IReadOnlyList<string> Addresses => _addresses;

    /// <summary>The level at which each numbered list begins at 1, in the order of the lists.</summary>
    public IReadOnlyList<int> NumberedLists => _lists;

    /// <summary>Charts that Word draws itself.</summary>
    public IReadOnlyList<Chart> Charts => _charts;

    /// <summary>Charts that travel as pictures.</summary>
    public IReadOnlyList<Chart> Pictures => _pictures;

    /// <summary>The next number of a drawing, from 1: Word wants each to have its own.</summary>
    public int Drawing() => ++_drawings;

    /// <summary>The relationship of a web or mail address.</summary>
    public string Link(LinkTarget.Address address)
    {
        if (!_links.TryGetValue(address.Value, out var id))
        {
            _addresses.Add(address.Value);
            id = LinkId(_addresses.Count);
            _links.Add(address.Value, id);
        }

        return id;
    }

    public static string LinkId(int number) => string.Create(CultureInfo.InvariantCulture, $"rIdLink{number}");

    public static string ChartId(int number) => string.Create(CultureInfo.InvariantCulture, $"rIdChart{number}");

    public static string PictureId(int number) => string.Create(CultureInfo.InvariantCulture, $"rIdPicture{number}");

    /// <summary>A list that counts from 1, whatever lists came before it.</summary>
    /// <param name="level">The level it counts at, from 0.</param>
    /// <returns>Its number in the numbering part.</returns>
    public int NumberedList(int level)
    {
        _lists.Add(level);
        return WordNumbering.FirstNumbered + _lists.Count - 1;
    }

    /// <returns>The chart's number, from 1.</returns>
    public int Chart(Chart chart)
    {
        _charts.Add(chart);
        return _charts.Count;
    }

    /// <returns>The picture's number, from 1.</returns>
    public int Picture(Chart chart)
    {
        _pictures.Add(chart);
        return _pictures.Count;
    }
}
