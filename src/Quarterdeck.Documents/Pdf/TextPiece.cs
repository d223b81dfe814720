using Quarterdeck.Documents.Fonts;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Pdf;

/// <summary>A stretch of text in one cut, perhaps a link or behind a drawn shape.</summary>
/// <param name="Text">The words; a line feed breaks the line.</param>
/// <param name="Font">The cut.</param>
internal sealed record TextPiece(string Text, FontStyle Font)
{
    public LinkTarget? Link { get; init; }

    /// <summary>Drawn before the words.</summary>
    public MarkShape? Shape { get; init; }

    public Arrow? Arrow { get; init; }

    public string? Colour { get; init; }

    /// <summary>A rating beside a heading or a title.</summary>
    public static IReadOnlyList<TextPiece> Beside(RatingMark? rating) => rating is null ? []
        : [new TextPiece("  ", FontStyle.Bold), new TextPiece(rating.Label, FontStyle.Bold) { Shape = rating.Shape, Colour = rating.Colour.Hex }];

    /// <summary>The text as pieces, emphasis and links resolved.</summary>
    /// <param name="text">The words.</param>
    /// <param name="font">The cut of plain words.</param>
    /// <param name="notes">What note marks refer to.</param>
    public static IReadOnlyList<TextPiece> Of(RichText text, FontStyle font, IReadOnlyList<Footnote> notes)
    {
        var pieces = new List<TextPiece>();
        foreach (var run in text.Runs)
        {
            switch (run)
            {
                case Words words:
                    pieces.Add(new TextPiece(words.Value, font));
                    break;
                case Strong strong:
                    pieces.AddRange(Of(strong.Text, FontStyle.Bold, notes));
                    break;
                case Emphasis emphasis:
                    pieces.AddRange(Of(emphasis.Text, FontStyle.Italic, notes));
                    break;
                case LinkInline link:
                    pieces.AddRange(Of(link.Text, font, notes).Select(piece => piece with { Link = link.Target }));
                    break;
                case LineBreak:
                    pieces.Add(new TextPiece("\n", font));
                    break;
                case NoteMark mark:
                    pieces.Add(new TextPiece(Footnote.MarkOf(mark.Key, notes), font));
                    break;
                case RatingRun rating:
                    pieces.Add(new TextPiece(rating.Mark.Label, FontStyle.Bold) { Shape = rating.Mark.Shape, Colour = rating.Mark.Colour.Hex });
                    break;
                case DirectionRun direction:
                    pieces.Add(new TextPiece(direction.Mark.Word, font) { Arrow = direction.Mark.Arrow });
                    break;
            }
        }

        return pieces;
    }
}
