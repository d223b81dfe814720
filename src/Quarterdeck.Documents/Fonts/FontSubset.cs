using System.Buffers.Binary;
using System.Text;

namespace Quarterdeck.Documents.Fonts;

/// <summary>The part of a font one document uses: glyphs renumbered in the order they were first asked for, outlines copied as they are.</summary>
public sealed class FontSubset
{
    private const int CompositeArgumentsAreWords = 0x0001;
    private const int CompositeHasScale = 0x0008;
    private const int CompositeMore = 0x0020;
    private const int CompositeHasTwoScales = 0x0040;
    private const int CompositeHasMatrix = 0x0080;

    /// <summary>Latin letters, figures and their punctuation end before this.</summary>
    private const int Common = 0x250;

    private readonly Dictionary<int, int> _numbers = new() { [0] = 0 };
    private readonly List<int> _glyphs = [0];
    private readonly List<int> _widths = [];
    private readonly SortedDictionary<int, string> _texts = [];

    /// <summary>Numbers of the commonest characters that were asked for, so that they need not be looked up again; 0: not yet, or none.</summary>
    private readonly ushort[] _common = new ushort[Common];

    public FontSubset(TrueTypeFont font)
    {
        Font = font;
        _widths.Add(WidthOf(0));
    }

    public TrueTypeFont Font { get; }

    /// <summary>Glyphs in the subset so far, the missing-glyph box included.</summary>
    public int Count => _glyphs.Count;

    /// <summary>The subset's number for a character's glyph, taken in when it is new; 0 when the font has none.</summary>
    public int Number(Rune character)
    {
        if (character.Value < Common && _common[character.Value] is not 0 and var known)
        {
            return known;
        }

        var glyph = Font.Glyph(character);
        if (glyph == 0)
        {
            return 0;
        }

        var number = Take(glyph);
        _texts.TryAdd(number, character.ToString());
        if (character.Value < Common)
        {
            _common[character.Value] = (ushort)number;
        }

        return number;
    }

    /// <summary>Width of a subset glyph in thousandths of the em, rounded.</summary>
    public int Width(int number) => _widths[number];

    /// <summary>Width of a common character that is already in the subset; 0 for any other.</summary>
    public int WidthOf(char character) => character < Common && _common[character] is not 0 and var number ? _widths[number] : 0;

    /// <summary>What text each glyph stands for, by subset number: for searching and copying.</summary>
    public IReadOnlyDictionary<int, string> Texts => _texts;

    /// <summary>A TrueType file of the subset, parts of composite glyphs included. The same glyphs give the same bytes.</summary>
    public byte[] ToFile()
    {
        for (var index = 0; index < _glyphs.Count; index++)
        {
            foreach (var (at, part) in Parts(Font.Outline(_glyphs[index])))
            {
                _ = at;
                Take(part);
            }
        }

        var outlines = new MemoryStream();
        var offsets = new int[_glyphs.Count + 1];
        for (var index = 0; index < _glyphs.Count; index++)
        {
            offsets[index] = (int)outlines.Length;
            var outline = Font.Outline(_glyphs[index]).ToArray();
            foreach (var (at, part) in Parts(outline))
            {
                BinaryPrimitives.WriteUInt16BigEndian(outline.AsSpan(at), (ushort)_numbers[part]);
            }

            outlines.Write(outline);
            while (outlines.Length % 4 != 0)
            {
                outlines.WriteByte(0);
            }
        }

        offsets[^1] = (int)outlines.Length;
        return FontFile.Write(
        [
            ("cvt ", Copy("cvt ")), ("fpgm", Copy("fpgm")), ("glyf", outlines.ToArray()), ("head", Head()), ("hhea", Hhea()),
            ("hmtx", Hmtx()), ("loca", Loca(offsets)), ("maxp", Maxp()), ("prep", Copy("prep")),
        ]);
    }

    private int Take(int glyph)
    {
        if (!_numbers.TryGetValue(glyph, out var number))
        {
            number = _glyphs.Count;
            _numbers[glyph] = number;
            _glyphs.Add(glyph);
            _widths.Add(WidthOf(glyph));
        }

        return number;
    }

    private int WidthOf(int glyph) => ((Font.Advance(glyph) * 1000) + (Font.UnitsPerEm / 2)) / Font.UnitsPerEm;

    /// <summary>Where a composite outline names the glyphs it is made of; nothing for a simple one.</summary>
    private static List<(int At, int Glyph)> Parts(ReadOnlySpan<byte> outline)
    {
        var parts = new List<(int, int)>();
        if (outline.Length < 10 || FontTables.I16(outline, 0) >= 0)
        {
            return parts;
        }

        int flags;
        var at = 10;
        do
        {
            flags = FontTables.U16(outline, at);
            parts.Add((at + 2, FontTables.U16(outline, at + 2)));
            at += 4 + ((flags & CompositeArgumentsAreWords) != 0 ? 4 : 2);
            at += (flags & CompositeHasScale) != 0 ? 2 : (flags & CompositeHasTwoScales) != 0 ? 4 : (flags & CompositeHasMatrix) != 0 ? 8 : 0;
        }
        while ((flags & CompositeMore) != 0);

        return parts;
    }

    private byte[]? Copy(string tag) => Font.Tables.Has(tag) ? Font.Tables[tag].ToArray() : null;

    private byte[] Head()
    {
        var head = Font.Tables["head"].ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);
        return head;
    }

    private byte[] Hhea()
    {
        var hhea = Font.Tables["hhea"].ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(hhea.AsSpan(34), (ushort)_glyphs.Count);
        return hhea;
    }

    private byte[] Hmtx()
    {
        var hmtx = new byte[4 * _glyphs.Count];
        for (var index = 0; index < _glyphs.Count; index++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(hmtx.AsSpan(4 * index), (ushort)Font.Advance(_glyphs[index]));
            BinaryPrimitives.WriteInt16BigEndian(hmtx.AsSpan((4 * index) + 2), (short)Font.LeftSideBearing(_glyphs[index]));
        }

        return hmtx;
    }

    private static byte[] Loca(int[] offsets)
    {
        var loca = new byte[4 * offsets.Length];
        for (var index = 0; index < offsets.Length; index++)
        {
            BinaryPrimitives.WriteInt32BigEndian(loca.AsSpan(4 * index), offsets[index]);
        }

        return loca;
    }

    private byte[] Maxp()
    {
        var maxp = Font.Tables["maxp"].ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(4), (ushort)_glyphs.Count);
        return maxp;
    }

    /// <summary>Six letters that name the subset by its content, as PDF asks.</summary>
    public string Tag()
    {
        var sum = 2166136261u;
        unchecked
        {
            foreach (var glyph in _glyphs)
            {
                sum = (sum ^ (uint)glyph) * 16777619u;
            }
        }

        var letters = new StringBuilder();
        for (var index = 0; index < 6; index++, sum /= 26)
        {
            letters.Append((char)('A' + (int)(sum % 26)));
        }

        return letters.ToString();
    }
}
