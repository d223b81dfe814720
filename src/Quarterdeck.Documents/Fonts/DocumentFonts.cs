using System.Text;

namespace Quarterdeck.Documents.Fonts;

/// <summary>
/// The fonts of one document and the glyphs it has used so far. A character is looked for in the cut asked for, then in
/// the symbols; one that neither has is replaced by a visible mark and remembered, so that it becomes a finding.
/// </summary>
public sealed class DocumentFonts
{
    /// <summary>Stands in for a character no font has: the white square, or a question mark where even that is missing.</summary>
    private static readonly Rune[] Replacements = [new('\u25A1'), new('?')];

    private readonly FontSubset?[] _cuts = new FontSubset?[Enum.GetValues<FontStyle>().Length];
    private readonly SortedSet<string> _missing = new(StringComparer.Ordinal);
    private FontSubset? _symbols;

    /// <summary>Characters that were replaced, each once.</summary>
    public IReadOnlyCollection<string> Missing => _missing;

    /// <summary>Every subset made so far, in a fixed order.</summary>
    public IEnumerable<FontSubset> Subsets =>
        _cuts.Append(_symbols).OfType<FontSubset>();

    /// <summary>The text as runs, each in one font. Characters without form (joiners, variation selectors) are left out.</summary>
    public IReadOnlyList<FontRun> Set(string text, FontStyle style)
    {
        var runs = new List<FontRun>();
        var (font, glyphs, width) = ((FontSubset?)null, new List<int>(), 0);
        foreach (var character in text.EnumerateRunes())
        {
            if (IsFormless(character))
            {
                continue;
            }

            var (own, number) = Find(character, style);
            if (own != font && font is not null)
            {
                runs.Add(new FontRun(font, glyphs, width));
                (glyphs, width) = ([], 0);
            }

            font = own;
            glyphs.Add(number);
            width += own.Width(number);
        }

        if (font is not null)
        {
            runs.Add(new FontRun(font, glyphs, width));
        }

        return runs;
    }

    /// <summary>Width of the text in thousandths of the em.</summary>
    public int Width(ReadOnlySpan<char> text, FontStyle style)
    {
        var (width, cut) = (0, Cut(style));
        var common = 0;
        while (common < text.Length && cut.WidthOf(text[common]) is > 0 and var known)
        {
            width += known;
            common++;
        }

        foreach (var character in text[common..].EnumerateRunes())
        {
            if (!IsFormless(character))
            {
                var (font, number) = Find(character, style);
                width += font.Width(number);
            }
        }

        return width;
    }

    private (FontSubset Font, int Number) Find(Rune character, FontStyle style)
    {
        var cut = Cut(style);
        if (cut.Number(character) is > 0 and var number)
        {
            return (cut, number);
        }

        if (EmbeddedFonts.Symbols.Glyph(character) != 0)
        {
            _symbols ??= new FontSubset(EmbeddedFonts.Symbols);
            return (_symbols, _symbols.Number(character));
        }

        _missing.Add(character.ToString());
        var standIn = Replacements.First(mark => cut.Font.Glyph(mark) != 0);
        return (cut, cut.Number(standIn));
    }

    private FontSubset Cut(FontStyle style) => _cuts[(int)style] ??= new FontSubset(EmbeddedFonts.Text(style));

    /// <summary>Whether a character has no form of its own: joiners, variation selectors, control characters.</summary>
    internal static bool IsFormless(Rune character) =>
        character.Value is < 0x20 or > 0x7E && HasNoForm(character);

    private static bool HasNoForm(Rune character) =>
        character.Value is 0x200B or 0x200C or 0x200D or 0x2060 or 0xFEFF or 0x00AD or (>= 0xFE00 and <= 0xFE0F) || Rune.IsControl(character);
}
