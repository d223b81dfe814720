using Quarterdeck.Documents.Tests.Published;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Programs;

[assembly: AssemblyFixture(typeof(PublishedSamples))]

namespace Quarterdeck.Documents.Tests.Published;

/// <summary>Both samples as the real program publishes them, in every format, once for all tests.</summary>
public sealed class PublishedSamples : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("quarterdeck-published");
    private readonly Lazy<IReadOnlyDictionary<string, string>> _published;

    public PublishedSamples() => _published = new(() => new[] { Samples.Latest, Samples.First }.ToDictionary(sample => sample, Publish));

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Every file of a sample in one format.</summary>
    /// <param name="sample">The sample's name.</param>
    /// <param name="extension">With its dot; behind a name, only files of that name.</param>
    public IReadOnlyList<string> Files(string sample, string extension)
    {
        var files = Directory.GetFiles(_published.Value[sample], "*" + extension, SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(files);
        return files;
    }

    private string Publish(string sample)
    {
        var to = Path.Combine(_folder.FullName, sample);
        var answer = QuarterdeckProcess.Run("publish", Samples.Folder(sample), "--out", to);
        Assert.True(answer.Exit == 0, answer.Said);
        return to;
    }
}
