using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Quarterdeck.Domain.Packs;

namespace Quarterdeck.Application.Store;

/// <summary>
/// A fingerprint of rows, whatever they are kept in: SHA-256 over each row's table, key and cells in the order of their columns, each text
/// with its length in bytes and a colon before it, each row with the count of its cells.
/// </summary>
public static class RowDigest
{
    /// <param name="rows">In their order, which counts.</param>
    /// <param name="files">What lies beside them, by name; their order does not count.</param>
    /// <returns>64 hexadecimal digits.</returns>
    public static string Of(IEnumerable<PackRow> rows, IEnumerable<StoredFile> files)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(files);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in rows)
        {
            Add(hash, row.Table);
            Add(hash, row.Key.Text);
            Add(hash, row.Cells.Count.ToString(CultureInfo.InvariantCulture));
            foreach (var (column, text) in row.Cells.OrderBy(cell => cell.Key, StringComparer.Ordinal))
            {
                Add(hash, column);
                Add(hash, text);
            }
        }

        foreach (var file in files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            Add(hash, SystemTables.Files);
            Add(hash, file.Name);
            Add(hash, file.Content.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Of everything a store has that documents are made from.</summary>
    public static string Of(StoredState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Of(StoredRows.Of(state), StoredFile.All(state));
    }

    private static void Add(IncrementalHash hash, string text) => Add(hash, Encoding.UTF8.GetBytes(text));

    private static void Add(IncrementalHash hash, ReadOnlySpan<byte> field)
    {
        hash.AppendData(Encoding.ASCII.GetBytes(field.Length.ToString(CultureInfo.InvariantCulture) + ":"));
        hash.AppendData(field);
    }
}
