using System.Text;

namespace Quarterdeck.Documents.Fonts;

/// <summary>A TrueType font as documents need it: which glyph a character has, how wide it is, and the outlines to embed.</summary>
/// <remarks>Measures are in font units, <see cref="UnitsPerEm"/> to the em, unless a name says otherwise.</remarks>
public sealed class TrueTypeFont
{
    private readonly FontTables _tables;
    private readonly Dictionary<int, int> _glyphs;
    private readonly int[] _advances;
    private readonly int[] _offsets;

    /// <param name="postScriptName">The name the document gives the font, without spaces.</param>
    /// <param name="file">A TrueType file with glyf outlines.</param>
    /// <exception cref="InvalidDataException">A table that is needed is missing.</exception>
    public TrueTypeFont(string postScriptName, byte[] file)
    {
        Name = postScriptName;
        _tables = new FontTables(file);
        var head = _tables["head"];
        UnitsPerEm = FontTables.U16(head, 18);
        Bounds = (FontTables.I16(head, 36), FontTables.I16(head, 38), FontTables.I16(head, 40), FontTables.I16(head, 42));
        var hhea = _tables["hhea"];
        Ascent = FontTables.I16(hhea, 4);
        Descent = FontTables.I16(hhea, 6);
        CapHeight = CapHeightOf();
        ItalicAngle = _tables.Has("post") ? unchecked((int)FontTables.U32(_tables["post"], 4)) / 65536 : 0;
        GlyphCount = FontTables.U16(_tables["maxp"], 4);
        _advances = Advances(FontTables.U16(hhea, 34));
        _offsets = Offsets(FontTables.I16(head, 50) != 0);
        _glyphs = CharacterMap.Read(_tables["cmap"]);
    }

    public string Name { get; }

    public int UnitsPerEm { get; }

    public int Ascent { get; }

    /// <summary>Below the baseline, so negative.</summary>
    public int Descent { get; }

    public int CapHeight { get; }

    /// <summary>Degrees, negative for a font that leans to the right.</summary>
    public int ItalicAngle { get; }

    public int GlyphCount { get; }

    public (int Left, int Bottom, int Right, int Top) Bounds { get; }

    /// <summary>The glyph of a character; 0 when the font has none.</summary>
    public int Glyph(Rune character) => _glyphs.GetValueOrDefault(character.Value);

    public int Advance(int glyph) => _advances[Math.Min(glyph, _advances.Length - 1)];

    internal FontTables Tables => _tables;

    /// <summary>A glyph's outline as the file holds it; empty for a blank.</summary>
    internal ReadOnlySpan<byte> Outline(int glyph) => _tables["glyf"][_offsets[glyph].._offsets[glyph + 1]];

    internal int LeftSideBearing(int glyph)
    {
        var long_ = FontTables.U16(_tables["hhea"], 34);
        return glyph < long_
            ? FontTables.I16(_tables["hmtx"], (4 * glyph) + 2)
            : FontTables.I16(_tables["hmtx"], (4 * long_) + (2 * (glyph - long_)));
    }

    private int CapHeightOf()
    {
        var os2 = _tables.Has("OS/2") ? _tables["OS/2"] : default;
        return os2.Length >= 90 && FontTables.U16(os2, 0) >= 2 ? FontTables.I16(os2, 88) : Ascent * 7 / 10;
    }

    private int[] Advances(int count)
    {
        var hmtx = _tables["hmtx"];
        var advances = new int[count];
        for (var glyph = 0; glyph < count; glyph++)
        {
            advances[glyph] = FontTables.U16(hmtx, 4 * glyph);
        }

        return advances;
    }

    private int[] Offsets(bool longFormat)
    {
        var loca = _tables["loca"];
        var offsets = new int[GlyphCount + 1];
        for (var glyph = 0; glyph <= GlyphCount; glyph++)
        {
            offsets[glyph] = longFormat ? (int)FontTables.U32(loca, 4 * glyph) : 2 * FontTables.U16(loca, 2 * glyph);
        }

        return offsets;
    }
}
