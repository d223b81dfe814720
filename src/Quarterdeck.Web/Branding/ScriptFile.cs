using System.Security.Cryptography;

namespace Quarterdeck.Web.Branding;

/// <summary>The one script, which adds values under the pointer to charts. Its name changes with its content, so readers keep it.</summary>
internal static class ScriptFile
{
    public static readonly byte[] Content = Read();

    public static string Address { get; } = $"/scripts/{Convert.ToHexStringLower(SHA256.HashData(Content))[..16]}.js";

    private static byte[] Read()
    {
        using var stream = typeof(ScriptFile).Assembly.GetManifestResourceStream("charts.js")!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
