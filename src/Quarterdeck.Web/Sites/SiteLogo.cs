using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Web.Sites;

/// <summary>The organisation's logo on the site's own pages. Its address changes with the picture, so readers keep it.</summary>
public sealed class SiteLogo
{
    /// <summary>In CSS pixels.</summary>
    private const double MostHeight = 44;
    private const double MostWidth = 240;

    private readonly ReadOnlyMemory<byte> _file;

    internal SiteLogo(Logo logo)
    {
        _file = logo.Picture.File;
        var scale = Math.Min(1, Math.Min(MostHeight / logo.Picture.Height, MostWidth / logo.Picture.Width));
        (Width, Height) = ((int)Math.Round(logo.Picture.Width * scale), (int)Math.Round(logo.Picture.Height * scale));
        Alt = logo.Alt;
        Address = $"/brand/{Convert.ToHexStringLower(SHA256.HashData(_file.Span))[..16]}.png";
    }

    public string Address { get; }

    public string Alt { get; }

    /// <summary>In CSS pixels.</summary>
    public int Width { get; }

    /// <inheritdoc cref="Width"/>
    public int Height { get; }

    internal static void Map(WebApplication app) => app.MapRead("/brand/{file}", context =>
    {
        if (context.Shown().Logo is not { } logo || context.Request.Path != logo.Address)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(logo._file, "image/png");
    });
}
