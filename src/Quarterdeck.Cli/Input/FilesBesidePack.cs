using Quarterdeck.Application.Abstractions;

namespace Quarterdeck.Cli.Input;

/// <summary>The files in the folder of a pack, or beside its file.</summary>
/// <param name="path">Where the pack was read.</param>
internal sealed class FilesBesidePack(string path) : IPackFiles
{
    public string PlaceOf(string name) => $"'{PathOf(name)}'";

    public string HowToAdd(string name) => $"Put {name} there (capital letters count)";

    public ReadOnlyMemory<byte>? Read(string name, int most)
    {
        var file = PathOf(name);
        if (!File.Exists(file))
        {
            return null;
        }

        // Not more than asked for, whatever the file says of its length: it may not be an ordinary file.
        using var stream = File.OpenRead(file);
        var content = new byte[most];
        return content.AsMemory(0, stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false));
    }

    private string PathOf(string name) => Path.Combine(Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!, name);
}
