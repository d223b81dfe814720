using System.Security.Cryptography;
using System.Text;

namespace Quarterdeck.Web.Branding;

/// <summary>The letters of the site: those of English in one file, and in another, fetched where a page has them, those of other languages.</summary>
internal static class FontFiles
{
    private const string Family = "Source Sans 3 Variable";

    private static readonly (byte[] Content, string Letters)[] Files =
    [
        (Read("latin-ext.woff2"), "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF"),
        (Read("latin.woff2"), "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2190-2193,U+2212,U+FEFF,U+FFFD"),
    ];

    /// <summary>The address of the letters every page needs, so that a browser fetches them with the page.</summary>
    public static string First { get; } = Address(Files[1].Content);

    /// <summary>What the style sheet says of them.</summary>
    public static string Rules { get; } = Files.Aggregate(new StringBuilder(), (rules, file) => rules.Append(
        $"@font-face{{font-family:\"{Family}\";font-style:normal;font-display:swap;font-weight:200 900;src:url({Address(file.Content)}) "
            + $"format(\"woff2\");unicode-range:{file.Letters}}}\n")).ToString();

    /// <summary>By the address it is asked for; the first where its name was another before.</summary>
    public static (string Address, byte[] Content) Find(string address) =>
        (from file in Files where Address(file.Content) == address select (address, file.Content)).FirstOrDefault((First, Files[1].Content));

    private static string Address(byte[] content) => $"/styles/font-{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}.woff2";

    private static byte[] Read(string name)
    {
        using var stream = typeof(FontFiles).Assembly.GetManifestResourceStream(name)!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
