using Quarterdeck.Domain.Packs;
using Quarterdeck.Packs.Reading;

namespace Quarterdeck.TestKit;

/// <summary>The sample packs, where the repository keeps them.</summary>
public static class Samples
{
    public const string Latest = "county-2025-26";
    public const string First = "county-2011-12";

    /// <summary>Made up by <c>tools/district.cs</c>: every kind of indicator over 60 months.</summary>
    public const string District = "district";

    /// <summary>The repository: the nearest folder above the tests that holds the solution.</summary>
    public static string Repository
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "Quarterdeck.slnx")))
            {
                folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
            }

            return folder;
        }
    }

    public static string Folder(string name) => Path.Combine(Repository, "samples", name);

    /// <exception cref="InvalidOperationException">The pack has an error.</exception>
    public static Pack Read(string name)
    {
        var reading = PackReader.Read(Folder(name));
        return reading.Pack
            ?? throw new InvalidOperationException(string.Join(Environment.NewLine, reading.Findings.Select(finding => $"{finding.Where}: {finding.Message}")));
    }
}
