namespace Quarterdeck.Documents.Fonts;

/// <summary>Reads which glyph stands for which Unicode character (cmap formats 4 and 12).</summary>
internal static class CharacterMap
{
    public static Dictionary<int, int> Read(ReadOnlySpan<byte> cmap)
    {
        var glyphs = new Dictionary<int, int>();
        var count = FontTables.U16(cmap, 2);
        for (var index = 0; index < count; index++)
        {
            var (platform, encoding) = (FontTables.U16(cmap, 4 + (8 * index)), FontTables.U16(cmap, 6 + (8 * index)));
            if (platform is not (0 or 3) || (platform == 3 && encoding is not (1 or 10)))
            {
                continue;
            }

            var table = cmap[(int)FontTables.U32(cmap, 8 + (8 * index))..];
            switch (FontTables.U16(table, 0))
            {
                case 4:
                    Segments(table, glyphs);
                    break;
                case 12:
                    Groups(table, glyphs);
                    break;
            }
        }

        return glyphs;
    }

    private static void Segments(ReadOnlySpan<byte> table, Dictionary<int, int> glyphs)
    {
        var doubled = FontTables.U16(table, 6);
        for (var segment = 0; segment < doubled; segment += 2)
        {
            var last = FontTables.U16(table, 14 + segment);
            var first = FontTables.U16(table, 16 + doubled + segment);
            var delta = FontTables.U16(table, 16 + (2 * doubled) + segment);
            var rangeAt = 16 + (3 * doubled) + segment;
            var range = FontTables.U16(table, rangeAt);
            for (var code = first; code <= last && code != 0xFFFF; code++)
            {
                var glyph = range == 0 ? (code + delta) & 0xFFFF : FontTables.U16(table, rangeAt + range + (2 * (code - first)));
                if (range != 0 && glyph != 0)
                {
                    glyph = (glyph + delta) & 0xFFFF;
                }

                if (glyph != 0)
                {
                    glyphs.TryAdd(code, glyph);
                }
            }
        }
    }

    private static void Groups(ReadOnlySpan<byte> table, Dictionary<int, int> glyphs)
    {
        var count = (int)FontTables.U32(table, 12);
        for (var group = 0; group < count; group++)
        {
            var at = 16 + (12 * group);
            var (first, last, glyph) = ((int)FontTables.U32(table, at), (int)FontTables.U32(table, at + 4), (int)FontTables.U32(table, at + 8));
            for (var code = first; code <= last; code++)
            {
                glyphs.TryAdd(code, glyph + code - first);
            }
        }
    }
}
