using System.Security.Cryptography;

namespace Quarterdeck.Application.Store;

/// <summary>A file that lies beside a pack, such as its logo, as a store keeps it.</summary>
/// <param name="Name">The file's name, without folders.</param>
/// <param name="Content">Its bytes.</param>
public sealed record StoredFile(string Name, ReadOnlyMemory<byte> Content)
{
    /// <summary>The column with the bytes; nothing people read.</summary>
    internal const string ContentColumn = "content";

    /// <summary>Every file a store holds.</summary>
    public static IEnumerable<StoredFile> All(StoredState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Of(SystemTables.Files).Select(row => new StoredFile(row.Key, Convert.FromBase64String(RowBody.Read(row.Body!)[ContentColumn])));
    }

    /// <summary>What makes the store hold these files.</summary>
    /// <param name="state">What is stored now.</param>
    /// <param name="files">The files beside the pack.</param>
    /// <param name="keepsMissing">Files not among them stay; else they are withdrawn.</param>
    internal static IEnumerable<RowWrite> Plan(StoredState state, IReadOnlyList<StoredFile> files, bool keepsMissing)
    {
        var stored = state.Rows.Where(row => row.Table == SystemTables.Files).ToDictionary(row => row.Key);
        foreach (var file in files)
        {
            var (before, body) = (stored.GetValueOrDefault(file.Name), file.Body());
            if (before?.Body != body)
            {
                yield return new RowWrite(SystemTables.Files, file.Name, before?.Version ?? 0, 0, body);
            }
        }

        foreach (var gone in keepsMissing ? [] : stored.Values.Where(row => row.Body is not null && !files.Any(file => file.Name == row.Key)))
        {
            yield return new RowWrite(SystemTables.Files, gone.Key, gone.Version, 0, null);
        }
    }

    private string Body() => RowBody.Write(new Dictionary<string, string>
    {
        ["bytes"] = Content.Length.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(Content.Span)),
        [ContentColumn] = Convert.ToBase64String(Content.Span),
    });
}
