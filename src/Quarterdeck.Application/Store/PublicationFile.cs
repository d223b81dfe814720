using System.Security.Cryptography;

namespace Quarterdeck.Application.Store;

/// <summary>A finished file of a publication.</summary>
/// <param name="Publication">The publication's identity.</param>
/// <param name="Name">File name.</param>
/// <param name="Format">The format it belongs to.</param>
/// <param name="Content">Its bytes.</param>
public sealed record PublicationFile(string Publication, string Name, string Format, ReadOnlyMemory<byte> Content)
{
    /// <summary>SHA-256 of the bytes, 64 hexadecimal digits in lower case.</summary>
    public string Digest { get; } = Convert.ToHexStringLower(SHA256.HashData(Content.Span));
}

/// <summary>Which file of a publication the store keeps, without its bytes.</summary>
/// <param name="Publication">The publication's identity.</param>
/// <param name="Name">File name.</param>
/// <param name="Format">The format it belongs to.</param>
/// <param name="Digest">SHA-256 of the bytes, 64 hexadecimal digits in lower case.</param>
/// <param name="IsErased">The bytes were erased.</param>
public sealed record PublicationFileEntry(string Publication, string Name, string Format, string Digest, bool IsErased);
