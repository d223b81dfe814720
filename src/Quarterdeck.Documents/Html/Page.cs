using System.Text;
using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Html;

/// <summary>A page while it is being written: its text, and the classes that its rating cells came to need.</summary>
internal sealed class Page
{
    private readonly StringBuilder _text = new();
    private readonly List<Colour> _tinted = [];

    /// <summary>The address of a place: within this page, unless the page is part of a site.</summary>
    public Func<Anchor, string> AddressOf { get; init; } = anchor => "#" + anchor.Id;

    /// <summary>Whether charts say where their values stand, for a page with a script that shows them.</summary>
    public bool HasPoints { get; init; }

    public IEnumerable<(string Class, Colour Tint)> Tints => _tinted.Select(colour => (ClassOf(colour), colour.Tint(Palette.TintPercent)));

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
        if (!_tinted.Contains(mark.Colour))
        {
            _tinted.Add(mark.Colour);
        }

        return ClassOf(mark.Colour);
    }

    /// <summary>The class of a colour's tint: the same on every page.</summary>
    public static string ClassOf(Colour colour) => "tint-" + colour.Hex[1..];

    public override string ToString() => _text.ToString();
}
