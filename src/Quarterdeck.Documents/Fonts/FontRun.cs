namespace Quarterdeck.Documents.Fonts;

/// <summary>Text set in one font: the subset's glyph numbers, in order.</summary>
/// <param name="Font">The font as the document uses it.</param>
/// <param name="Glyphs">Subset glyph numbers.</param>
/// <param name="Width">In thousandths of the em.</param>
public sealed record FontRun(FontSubset Font, IReadOnlyList<int> Glyphs, int Width);
