using Quarterdeck.Documents.Fonts;

namespace Quarterdeck.Documents.Pdf;

/// <summary>Words of one piece on one line.</summary>
/// <param name="Piece">Gives cut, link and shape.</param>
/// <param name="Text">The words on this line.</param>
/// <param name="X">From the line's start, in points.</param>
/// <param name="Width">In points, the shape included.</param>
/// <param name="DrawsShape">Whether the piece's shape stands before these words.</param>
internal sealed record LineSegment(TextPiece Piece, string Text, double X, double Width, bool DrawsShape);

internal sealed record TextLine(IReadOnlyList<LineSegment> Segments)
{
    public double Width => Segments.Count == 0 ? 0 : Segments[^1].X + Segments[^1].Width;
}

/// <summary>Breaks text into lines: at spaces, after hyphens, dashes and slashes, and within a word only when it is wider than the line.</summary>
internal sealed class LineBreaker(DocumentFonts fonts)
{
    private readonly Dictionary<(string, FontStyle), int> _widths = [];

    /// <summary>Room a shape takes before its word, in ems.</summary>
    public const double ShapeRoom = 1.0;

    public double Width(string text, FontStyle font, double size)
    {
        if (!_widths.TryGetValue((text, font), out var width))
        {
            width = fonts.Width(text, font);
            _widths[(text, font)] = width;
        }

        return width * size / 1000;
    }

    /// <summary>Width of the longest word, and of the whole text on one line.</summary>
    public (double Least, double Most) Extent(IReadOnlyList<TextPiece> pieces, double size)
    {
        var (least, line, most) = (0.0, 0.0, 0.0);
        foreach (var piece in pieces)
        {
            var room = piece.Shape is null && piece.Arrow is null ? 0 : ShapeRoom * size;
            foreach (var word in Split(piece.Text))
            {
                if (word == "\n")
                {
                    (most, line) = (Math.Max(most, line), 0);
                    continue;
                }

                least = Math.Max(least, Width(word.TrimEnd(' '), piece.Font, size) + room);
                line += Width(word, piece.Font, size) + room;
                room = 0;
            }
        }

        return (least, Math.Max(most, line));
    }

    public IReadOnlyList<TextLine> Break(IReadOnlyList<TextPiece> pieces, double size, double width)
    {
        var lines = new List<TextLine>();
        var line = new LineInProgress();
        foreach (var piece in pieces)
        {
            var room = piece.Shape is null && piece.Arrow is null ? 0 : ShapeRoom * size;
            foreach (var word in Split(piece.Text))
            {
                if (word == "\n")
                {
                    lines.Add(line.Finish());
                    continue;
                }

                if (line.X > 0 && line.X + room + Width(word.TrimEnd(' '), piece.Font, size) > width + 0.01)
                {
                    lines.Add(line.Finish());
                }

                foreach (var part in Fitting(word, piece.Font, size, width - room))
                {
                    if (line.X > 0 && line.X + room + Width(part.TrimEnd(' '), piece.Font, size) > width + 0.01)
                    {
                        lines.Add(line.Finish());
                    }

                    line.Add(piece, part, room + Width(part, piece.Font, size), room > 0);
                    room = 0;
                }
            }
        }

        if (line.X > 0 || lines.Count == 0)
        {
            lines.Add(line.Finish());
        }

        return lines;
    }

    /// <summary>Words with the space behind them, hyphenated parts apart, line feeds alone.</summary>
    private static IEnumerable<string> Split(string text)
    {
        var start = 0;
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (character == '\n')
            {
                if (index > start)
                {
                    yield return text[start..index];
                }

                yield return "\n";
                start = index + 1;
            }
            else if (character == ' ' || (character is '-' or '–' or '—' or '/' && index > start && index + 1 < text.Length && text[index + 1] != ' ' && !char.IsAsciiDigit(text[index + 1])))
            {
                yield return text[start..(index + 1)];
                start = index + 1;
            }
        }

        if (start < text.Length)
        {
            yield return text[start..];
        }
    }

    /// <summary>The word itself, or its parts when it is wider than a line.</summary>
    private IEnumerable<string> Fitting(string word, FontStyle font, double size, double width)
    {
        if (Width(word.TrimEnd(' '), font, size) <= width)
        {
            yield return word;
            yield break;
        }

        var (start, used) = (0, 0.0);
        for (var index = 0; index < word.Length;)
        {
            var length = char.IsHighSurrogate(word[index]) && index + 1 < word.Length ? 2 : 1;
            var step = Width(word.Substring(index, length), font, size);
            if (used + step > width && index > start)
            {
                yield return word[start..index];
                (start, used) = (index, 0);
            }

            used += step;
            index += length;
        }

        yield return word[start..];
    }

    private sealed class LineInProgress
    {
        private List<LineSegment> _segments = [];

        public double X { get; private set; }

        public void Add(TextPiece piece, string text, double width, bool drawsShape)
        {
            if (_segments.Count > 0 && ReferenceEquals(_segments[^1].Piece, piece) && !drawsShape)
            {
                var last = _segments[^1];
                _segments[^1] = last with { Text = last.Text + text, Width = last.Width + width };
            }
            else
            {
                _segments.Add(new LineSegment(piece, text, X, width, drawsShape));
            }

            X += width;
        }

        public TextLine Finish()
        {
            var line = new TextLine(_segments);
            (_segments, X) = ([], 0);
            return line;
        }
    }
}
