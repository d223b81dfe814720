namespace Quarterdeck.TestKit.Packs;

/// <summary>A pack in a folder of its own, gone when the test is over.</summary>
public sealed class TemporaryPack : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("quarterdeck-");

    /// <param name="tables">Name of a table without <c>.csv</c>, and its text; indentation is taken off.</param>
    public TemporaryPack(params (string Table, string Text)[] tables)
    {
        foreach (var (table, text) in tables)
        {
            Write(table, text);
        }
    }

    public string Path => _folder.FullName;

    /// <summary>A path inside the folder.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Write(string table, string text) =>
        File.WriteAllText(this[table + ".csv"], string.Join('\n', text.Split('\n').Select(line => line.Trim())) + "\n");

    public void Dispose() => _folder.Delete(recursive: true);
}
