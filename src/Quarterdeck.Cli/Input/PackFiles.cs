using Quarterdeck.Application.Store;

namespace Quarterdeck.Cli.Input;

/// <summary>The files that lie beside a pack's tables, such as its logo.</summary>
internal abstract class PackFiles
{
    /// <summary>Where the file of that name is or should be, in words.</summary>
    public abstract string PlaceOf(string name);

    /// <summary>What to do when it is missing there.</summary>
    public abstract string HowToAdd(string name);

    /// <param name="name">The file's name, without folders.</param>
    /// <param name="most">At most so many bytes of it are read.</param>
    /// <returns>The bytes; null where there is no such file.</returns>
    /// <exception cref="IOException">It is there and cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public abstract ReadOnlyMemory<byte>? Read(string name, int most);
}

/// <param name="path">Where the pack was read: its folder, or its file, beside which the others lie.</param>
internal sealed class FilesBesidePack(string path) : PackFiles
{
    public override string PlaceOf(string name) =>
        $"'{Path.Combine(Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!, name)}'";

    public override string HowToAdd(string name) => $"Put {name} there (capital letters count)";

    public override ReadOnlyMemory<byte>? Read(string name, int most)
    {
        var file = PlaceOf(name)[1..^1];
        if (!File.Exists(file))
        {
            return null;
        }

        // Not more than asked for, whatever the file says of its length: it may not be an ordinary file.
        using var stream = File.OpenRead(file);
        var content = new byte[most];
        return content.AsMemory(0, stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false));
    }
}

/// <param name="state">What the store holds.</param>
internal sealed class FilesInStore(StoredState state) : PackFiles
{
    public override string PlaceOf(string name) => $"'{name}' in the store";

    public override string HowToAdd(string name) => $"Put {name} beside the tables of the pack and import it again";

    public override ReadOnlyMemory<byte>? Read(string name, int most) =>
        StoredFile.All(state).FirstOrDefault(file => file.Name == name)?.Content is { } content ? content[..Math.Min(most, content.Length)] : null;
}
