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
    /// <summary>Room a shape takes before its word, in ems.</summary>
    public const double ShapeRoom = 1.15;

    public double Width(ReadOnlySpan<char> text, FontStyle font, double size) => fonts.Width(text, font) * size / 1000;

    /// <summary>Width of the longest word, and of the whole text on one line.</summary>
    public (double Least, double Most) Extent(IReadOnlyList<TextPiece> pieces, double size)
    {
        var (least, line, most) = (0.0, 0.0, 0.0);
        foreach (var piece in pieces)
        {
            var room = RoomOf(piece, size);
            for (var start = 0; start < piece.Text.Length;)
            {
                var word = piece.Text.AsSpan(start, WordAt(piece.Text, start));
                start += word.Length;
                if (word is "\n")
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
            var room = RoomOf(piece, size);
            for (var start = 0; start < piece.Text.Length;)
            {
                var length = WordAt(piece.Text, start);
                var word = piece.Text.AsSpan(start, length);
                if (word is "\n")
                {
                    lines.Add(line.Finish());
                    start++;
                    continue;
                }

                if (line.X > 0 && line.X + room + Width(word.TrimEnd(' '), piece.Font, size) > width + 0.01)
                {
                    lines.Add(line.Finish());
                }

                for (var end = start + length; start < end;)
                {
                    var part = word[^(end - start)..];
                    part = part[..Fitting(part, piece.Font, size, width - room)];
                    if (line.X > 0 && line.X + room + Width(part.TrimEnd(' '), piece.Font, size) > width + 0.01)
                    {
                        lines.Add(line.Finish());
                    }

                    line.Add(piece, start, part.Length, room + Width(part, piece.Font, size), room > 0);
                    start += part.Length;
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

    private static double RoomOf(TextPiece piece, double size) => piece.Shape is null && piece.Arrow is null ? 0 : ShapeRoom * size;

    /// <summary>Length of the word that begins there: with the space behind it; hyphenated parts apart, line feeds alone.</summary>
    private static int WordAt(string text, int start)
    {
        for (var index = start; index < text.Length; index++)
        {
            var character = text[index];
            if (character == '\n')
            {
                return Math.Max(1, index - start);
            }

            if (character == ' ' || (character is '-' or '–' or '—' or '/'
                && index > start
                && index + 1 < text.Length
                && text[index + 1] != ' '
                && !char.IsAsciiDigit(text[index + 1])))
            {
                return index + 1 - start;
            }
        }

        return text.Length - start;
    }

    /// <summary>How much of the word fits a line: all of it, or as many characters as there is room for, and at least one.</summary>
    private int Fitting(ReadOnlySpan<char> word, FontStyle font, double size, double width)
    {
        if (Width(word.TrimEnd(' '), font, size) <= width)
        {
            return word.Length;
        }

        var used = 0.0;
        for (var index = 0; index < word.Length;)
        {
            var length = char.IsHighSurrogate(word[index]) && index + 1 < word.Length ? 2 : 1;
            var step = Width(word.Slice(index, length), font, size);
            if (used + step > width && index > 0)
            {
                return index;
            }

            used += step;
            index += length;
        }

        return word.Length;
    }

    private sealed class LineInProgress
    {
        private List<LineSegment> _segments = [];
        private (TextPiece Piece, int Start, int Length, double X, double Width, bool DrawsShape)? _open;

        public double X { get; private set; }

        public void Add(TextPiece piece, int start, int length, double width, bool drawsShape)
        {
            if (_open is { } last && ReferenceEquals(last.Piece, piece) && !drawsShape)
            {
                _open = last with { Length = start + length - last.Start, Width = last.Width + width };
            }
            else
            {
                Close();
                _open = (piece, start, length, X, width, drawsShape);
            }

            X += width;
        }

        public TextLine Finish()
        {
            Close();
            var line = new TextLine(_segments);
            (_segments, X) = ([], 0);
            return line;
        }

        private void Close()
        {
            if (_open is var (piece, start, length, x, width, drawsShape))
            {
                _segments.Add(new LineSegment(piece, length == piece.Text.Length ? piece.Text : piece.Text.Substring(start, length), x, width, drawsShape));
                _open = null;
            }
        }
    }
}
