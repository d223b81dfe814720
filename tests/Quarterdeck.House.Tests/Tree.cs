namespace Quarterdeck.House.Tests;

/// <summary>The repository's text files by path, with forward slashes; or a made-up one, to show that a rule can fail.</summary>
public sealed class Tree
{
    private static readonly string[] NotOurs = [".git", "bin", "obj", "out", "TestResults", "node_modules", ".vs", ".idea"];

    private static readonly string[] Binary = [".png", ".ttf", ".otf", ".woff2", ".xlsx", ".ods", ".docx", ".pdf", ".zip", ".gz", ".bin", ".db"];

    private readonly Dictionary<string, string> _files;

    public Tree(params (string Path, string Text)[] files) => _files = files.ToDictionary(file => file.Path, file => file.Text);

    public static Tree Repository { get; } = Load(Root());

    public IEnumerable<string> Paths => _files.Keys.Order(StringComparer.Ordinal);

    public string this[string path] => _files[path];

    public bool Has(string path) => _files.ContainsKey(path) || _files.Keys.Any(file => file.StartsWith(path + "/", StringComparison.Ordinal));

    public IEnumerable<string> Under(string folder, string extension) =>
        Paths.Where(path => path.StartsWith(folder + "/", StringComparison.Ordinal) && path.EndsWith(extension, StringComparison.Ordinal));

    public static string Root()
    {
        // Compiled-in source paths are mapped away, so the search starts where the tests run.
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Quarterdeck.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No Quarterdeck.slnx above {AppContext.BaseDirectory}.");
    }

    private static Tree Load(string root)
    {
        var files = new List<(string, string)>();
        var waiting = new Stack<string>([root]);
        while (waiting.TryPop(out var folder))
        {
            foreach (var below in Directory.GetDirectories(folder).Where(below => !NotOurs.Contains(Path.GetFileName(below))))
            {
                waiting.Push(below);
            }

            foreach (var file in Directory.GetFiles(folder).Where(file => Path.GetFileName(file) != ".git"))
            {
                var path = Path.GetRelativePath(root, file).Replace('\\', '/');
                files.Add((path, Binary.Contains(Path.GetExtension(path)) ? string.Empty : File.ReadAllText(file)));
            }
        }

        return new Tree([.. files]);
    }
}
