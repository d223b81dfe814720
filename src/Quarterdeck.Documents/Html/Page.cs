using System.Globalization;
using System.Text;
using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Html;

/// <summary>A page while it is being written: its text, and the classes that its rating cells came to need.</summary>
internal sealed class Page
{
    private readonly StringBuilder _text = new();
    private readonly List<Colour> _tinted = [];

    public IEnumerable<(string Class, Colour Tint)> Tints =>
        _tinted.Select((colour, index) => (ClassAt(index), colour.Tint(Palette.TintPercent)));

    /// <summary>Markup, as it stands: words in it must have been encoded.</summary>
    public Page Raw(string markup)
    {
        _text.Append(markup);
        return this;
    }

    /// <summary>Words, encoded here.</summary>
    public Page Words(string words)
    {
        _text.Append(Encoded.Text(words));
        return this;
    }

    public Page Mark(RatingMark mark)
    {
        SvgWriter.AppendMark(_text, mark.Shape, mark.Shape == MarkShape.Ring ? Colour.White : mark.Colour);
        return this;
    }

    /// <summary>The class that tints a cell in a rating's colour: styles on elements are not allowed by the page's own policy.</summary>
    public string TintOf(RatingMark mark)
    {
        var index = _tinted.IndexOf(mark.Colour);
        if (index < 0)
        {
            index = _tinted.Count;
            _tinted.Add(mark.Colour);
        }

        return ClassAt(index);
    }

    public override string ToString() => _text.ToString();

    private static string ClassAt(int index) => string.Create(CultureInfo.InvariantCulture, $"tint-{index + 1}");
}
