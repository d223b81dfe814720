namespace Quarterdeck.TestKit.Repositories;

/// <summary>The repository the tests run in, for its samples and pages.</summary>
public static class Repository
{
    /// <summary>Found upwards from the test program: source paths are mapped away when compiled.</summary>
    public static string Root { get; } = Find();

    public static string Samples => Path.Combine(Root, "samples");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Quarterdeck.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No Quarterdeck.slnx above {AppContext.BaseDirectory}.");
    }
}
