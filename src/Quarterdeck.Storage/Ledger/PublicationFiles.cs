using System.IO.Compression;
using System.Security.Cryptography;
using Dapper;
using Quarterdeck.Application.Store;

namespace Quarterdeck.Storage.Ledger;

/// <summary>The tables publication_file and file_content: the finished files of publications, each distinct content once.</summary>
internal static class PublicationFiles
{
    private const string AddFile = """
        INSERT INTO publication_file (org, publication, name, format, digest) VALUES (@organisation, @Publication, @Name, @Format, @Digest)
        ON CONFLICT (org, publication, name) DO NOTHING
        """;

    private const string HasContent = "SELECT EXISTS (SELECT 1 FROM file_content WHERE org = @organisation AND digest = @Digest)";

    private const string AddContent =
        "INSERT INTO file_content (org, digest, content) VALUES (@organisation, @Digest, @content) ON CONFLICT (org, digest) DO NOTHING";

    private const string Entries = """
        SELECT file.publication AS Publication, file.name AS Name, file.format AS Format, file.digest AS Digest,
            CASE WHEN EXISTS (SELECT 1 FROM file_content AS kept WHERE kept.org = file.org AND kept.digest = file.digest) THEN 0 ELSE 1 END AS Erased
        FROM publication_file AS file WHERE file.org = @organisation AND (@publication = '' OR file.publication = @publication)
        ORDER BY file.publication, file.name
        """;

    private const string Content = """
        SELECT kept.digest AS Digest, kept.content AS Content FROM publication_file AS file
        JOIN file_content AS kept ON kept.org = file.org AND kept.digest = file.digest
        WHERE file.org = @organisation AND file.publication = @publication AND file.name = @name
        """;

    private const string EraseContent = """
        DELETE FROM file_content WHERE org = @organisation
            AND digest IN (SELECT digest FROM publication_file WHERE org = @organisation AND publication = @publication)
        """;

    public static async Task AddAsync(DbSession session, string organisation, IReadOnlyList<PublicationFile> files)
    {
        foreach (var file in files)
        {
            await ExecuteAsync(session, AddFile, new { organisation, file.Publication, file.Name, file.Format, file.Digest }).ConfigureAwait(false);
            var query = new CommandDefinition(HasContent, new { organisation, file.Digest }, session.Transaction, cancellationToken: session.Stop);
            if (!await session.Connection.ExecuteScalarAsync<bool>(query).ConfigureAwait(false))
            {
                await ExecuteAsync(session, AddContent, new { organisation, file.Digest, content = Compressed(file.Content.Span) }).ConfigureAwait(false);
            }
        }
    }

    /// <param name="session">Where they are read.</param>
    /// <param name="organisation">Whose they are.</param>
    /// <param name="publication">Of this publication; null for all.</param>
    public static async Task<IReadOnlyList<PublicationFileEntry>> EntriesAsync(DbSession session, string organisation, string? publication)
    {
        var query = new CommandDefinition(
            Entries,
            new { organisation, publication = publication ?? string.Empty },
            session.Transaction,
            cancellationToken: session.Stop);
        var rows = await session.Connection.QueryAsync<EntryRow>(query).ConfigureAwait(false);
        return [.. rows.Select(row => new PublicationFileEntry(row.Publication, row.Name, row.Format, row.Digest, row.Erased != 0))];
    }

    /// <summary>The file's bytes; null where the store does not keep them.</summary>
    /// <exception cref="StoreException">They are not the bytes their digest was made of.</exception>
    public static async Task<byte[]?> ReadAsync(DbSession session, string organisation, string publication, string name)
    {
        var query = new CommandDefinition(Content, new { organisation, publication, name }, session.Transaction, cancellationToken: session.Stop);
        if (await session.Connection.QuerySingleOrDefaultAsync<ContentRow>(query).ConfigureAwait(false) is not { } row)
        {
            return null;
        }

        return Decompressed(row.Content) is { } content && Convert.ToHexStringLower(SHA256.HashData(content)) == row.Digest
            ? content
            : throw new StoreException(
                $"The file {name} of {publication} was altered in the store: its bytes are not those its digest was made of. Restore a backup.");
    }

    /// <summary>Erases the bytes of every file of a publication, and with them those of any other publication that are the same.</summary>
    public static Task EraseAsync(DbSession session, string organisation, string publication) =>
        ExecuteAsync(session, EraseContent, new { organisation, publication });

    private static Task<int> ExecuteAsync(DbSession session, string sql, object parameters) =>
        session.Connection.ExecuteAsync(new CommandDefinition(sql, parameters, session.Transaction, cancellationToken: session.Stop));

    private static byte[] Compressed(ReadOnlySpan<byte> content)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Optimal))
        {
            brotli.Write(content);
        }

        return compressed.ToArray();
    }

    /// <summary>Null where it is no Brotli.</summary>
    private static byte[]? Decompressed(byte[] compressed)
    {
        using var content = new MemoryStream();
        using var brotli = new BrotliStream(new MemoryStream(compressed), CompressionMode.Decompress);
        try
        {
            brotli.CopyTo(content);
            return content.ToArray();
        }
        catch (Exception altered) when (altered is InvalidOperationException or InvalidDataException)
        {
            return null;
        }
    }

    private sealed class EntryRow
    {
        public string Publication { get; init; } = string.Empty;

        public string Name { get; init; } = string.Empty;

        public string Format { get; init; } = string.Empty;

        public string Digest { get; init; } = string.Empty;

        public long Erased { get; init; }
    }

    private sealed class ContentRow
    {
        public string Digest { get; init; } = string.Empty;

        public byte[] Content { get; init; } = [];
    }
}
