using System.IO.Compression;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Packs.Findings;

namespace Quarterdeck.Packs.Files;

/// <summary>A zip opened with suspicion: entries counted, their names plain, their contents unpacked only as far as the limits allow. Nothing is ever written
/// to disk.</summary>
internal sealed class ZipArchiveReader : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly UnpackedTotal _total = new();
    private readonly ReadLimits _limits;

    private ZipArchiveReader(ZipArchive zip, string name, ReadLimits limits)
    {
        _zip = zip;
        Name = name;
        _limits = limits;
    }

    public string Name { get; }

    /// <summary>Full names of the files in the archive, in its order.</summary>
    public IEnumerable<string> Entries => _entries.Keys;

    /// <summary>Opens the zip and checks the names in it.</summary>
    public static ZipArchiveReader Open(string path, string name, ReadLimits limits) => Open(File.OpenRead(path), name, limits);

    /// <param name="stream">Its bytes; closed with it.</param>
    /// <param name="name">What it is called in findings.</param>
    /// <param name="limits">How much is taken.</param>
    public static ZipArchiveReader Open(Stream stream, string name, ReadLimits limits)
    {
        ZipArchiveReader? archive = null;
        try
        {
            ArchiveDirectory.RefuseTooMany(stream, name, limits);
            stream.Position = 0;
            archive = new ZipArchiveReader(new ZipArchive(stream, ZipArchiveMode.Read), name, limits);
            archive.ReadNames();
            return archive;
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException)
        {
            archive?.Dispose();
            stream.Dispose();
            throw;
        }
    }

    public bool Holds(string entry) => _entries.ContainsKey(entry);

    /// <param name="entry">Full name in the archive.</param>
    /// <param name="file">What to call it in findings.</param>
    public Stream Read(string entry, string file)
    {
        var found = _entries[entry];
        return new BoundedStream(found.Open(), file, found.CompressedLength, _limits, _total);
    }

    public void Dispose() => _zip.Dispose();

    private void ReadNames()
    {
        foreach (var entry in _zip.Entries)
        {
            // Old programs of Windows write its own strokes between folders.
            var name = entry.FullName.Replace('\\', '/');
            if (name.EndsWith('/'))
            {
                continue;
            }

            if (IsTrick(name))
            {
                throw new UnreadableFileException(new Finding(
                    "zip-path",
                    Severity.Error,
                    $"The zip holds a file named \"{entry.FullName}\", a name that reaches outside its folder. It was not read.",
                    "Ask where the file comes from. Pack the folder again with your own computer's zip.")
                {
                    File = Name,
                    Value = entry.FullName,
                    Expected = "plain file names",
                });
            }

            if (!_entries.TryAdd(name, entry))
            {
                throw new UnreadableFileException(new Finding(
                    "zip-duplicate",
                    Severity.Error,
                    $"The zip holds two files named \"{entry.FullName}\", so it is not clear which one counts.",
                    "Keep one of them and pack the folder again.")
                {
                    File = Name,
                    Value = entry.FullName,
                    Expected = "one file of each name",
                });
            }
        }
    }

    private static bool IsTrick(string name) =>
        name.StartsWith('/') || name.Contains(':', StringComparison.Ordinal)
        || name.Any(char.IsControl) || name.Split('/').Contains("..");
}
