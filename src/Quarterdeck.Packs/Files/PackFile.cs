namespace Quarterdeck.Packs.Files;

/// <summary>Opens a file of a pack to be read.</summary>
internal static class PackFile
{
    /// <summary>
    /// What is not an ordinary file has no length and is not opened: opening a named pipe waits until somebody writes
    /// into it, and a device may never end. It reads as an empty file.
    /// </summary>
    public static Stream OpenRead(string path)
    {
        var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        return new FileInfo(target).Length == 0 ? Stream.Null : File.OpenRead(path);
    }
}
