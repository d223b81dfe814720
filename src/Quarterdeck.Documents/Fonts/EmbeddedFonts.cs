using System.Reflection;

namespace Quarterdeck.Documents.Fonts;

/// <summary>The fonts that ship inside the program: a text family and one of symbols behind it. A machine's own fonts are never read.</summary>
public static class EmbeddedFonts
{
    private static readonly Lazy<TrueTypeFont> Regular = Load("SourceSans3-Regular");
    private static readonly Lazy<TrueTypeFont> Bold = Load("SourceSans3-Bold");
    private static readonly Lazy<TrueTypeFont> Italic = Load("SourceSans3-It");

    public static TrueTypeFont Symbols => SymbolsFont.Value;

    private static readonly Lazy<TrueTypeFont> SymbolsFont = Load("NotoSansSymbols2_400Regular");

    public static TrueTypeFont Text(FontStyle style) => style switch
    {
        FontStyle.Regular => Regular.Value,
        FontStyle.Bold => Bold.Value,
        FontStyle.Italic => Italic.Value,
    };

    private static Lazy<TrueTypeFont> Load(string name) => new(() =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name + ".ttf")
            ?? throw new InvalidOperationException($"The font {name} is not in the program.");
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return new TrueTypeFont(name, file);
    });
}
