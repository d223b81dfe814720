namespace Quarterdeck.Application.Abstractions;

/// <summary>The files beside a pack's tables, such as its logo.</summary>
public interface IPackFiles
{
    /// <summary>Where the file of that name is or should be, in words.</summary>
    string PlaceOf(string name);

    /// <summary>What to do when it is missing there.</summary>
    string HowToAdd(string name);

    /// <param name="name">The file's name, without folders.</param>
    /// <param name="most">At most so many bytes of it are read.</param>
    /// <returns>The bytes; null where there is no such file.</returns>
    /// <exception cref="IOException">It is there and cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    ReadOnlyMemory<byte>? Read(string name, int most);
}
