using System.Security.Cryptography;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Web.Branding;

/// <summary>The organisation's logo on the site's own pages. Its address changes with the picture, so readers keep it.</summary>
public sealed class LogoFile
{
    /// <summary>In CSS pixels.</summary>
    private const double MostHeight = 44;
    private const double MostWidth = 240;

    internal LogoFile(Logo logo)
    {
        Content = logo.Picture.File;
        var scale = Math.Min(1, Math.Min(MostHeight / logo.Picture.Height, MostWidth / logo.Picture.Width));
        (Width, Height) = ((int)Math.Round(logo.Picture.Width * scale), (int)Math.Round(logo.Picture.Height * scale));
        Alt = logo.Alt;
        Address = $"/brand/{Convert.ToHexStringLower(SHA256.HashData(Content.Span))[..16]}.png";
    }

    public ReadOnlyMemory<byte> Content { get; }

    public string Address { get; }

    public string Alt { get; }

    /// <summary>In CSS pixels.</summary>
    public int Width { get; }

    /// <inheritdoc cref="Width"/>
    public int Height { get; }
}
