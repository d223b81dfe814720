using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Quarterdeck.Web.Sites;

/// <summary>The one script, which adds values under the pointer to charts. Its name changes with its content, so readers keep it.</summary>
internal static class ScriptFile
{
    private static readonly byte[] Content = Read();

    public static string Address { get; } = $"/scripts/{Convert.ToHexStringLower(SHA256.HashData(Content))[..16]}.js";

    public static void Map(WebApplication app) => app.MapRead("/scripts/{file}", context =>
    {
        // A page of an earlier version of the program still asks for the old name: it gets the new script, and does not keep it.
        context.Response.Headers.CacheControl = context.Request.Path == Address ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(Content, "text/javascript; charset=utf-8");
    });

    private static byte[] Read()
    {
        using var stream = typeof(ScriptFile).Assembly.GetManifestResourceStream("charts.js")!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
