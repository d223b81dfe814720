using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Store;

namespace Quarterdeck.Application.Packs;

/// <summary>The files a store keeps beside a pack.</summary>
/// <param name="state">What the store holds.</param>
public sealed class FilesInStore(StoredState state) : IPackFiles
{
    public string PlaceOf(string name) => $"'{name}' in the store";

    public string HowToAdd(string name) => $"Put {name} beside the tables of the pack and import it again";

    public ReadOnlyMemory<byte>? Read(string name, int most) =>
        StoredFile.All(state).FirstOrDefault(file => file.Name == name)?.Content is { } content ? content[..Math.Min(most, content.Length)] : null;
}
