using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Interchange.Packs;

namespace Quarterdeck.Cli.Sites;

/// <summary>Names everything a site shows: another figure, word or logo is another fingerprint.</summary>
internal static class SiteFingerprint
{
    /// <returns>64 hexadecimal digits.</returns>
    public static string Of(Pack pack, Brand brand)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in PackRows.Of(pack))
        {
            Add(hash, row.Table);
            foreach (var (column, text) in row.Cells.OrderBy(cell => cell.Key, StringComparer.Ordinal))
            {
                Add(hash, column);
                Add(hash, text);
            }
        }

        if (brand.Logo is { } logo)
        {
            hash.AppendData(logo.Picture.File.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>With its length before it, so that no two lists of texts give the same bytes.</summary>
    private static void Add(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(Encoding.ASCII.GetBytes(bytes.Length.ToString(CultureInfo.InvariantCulture) + ":"));
        hash.AppendData(bytes);
    }
}
