using Quarterdeck.Domain.Findings;
using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Reading;

namespace Quarterdeck.Packs.Tests;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
internal sealed class Scratch : IDisposable
{
    public Scratch() => Folder = Directory.CreateTempSubdirectory("quarterdeck").FullName;

    public string Folder { get; }

    public string Path(string name) => System.IO.Path.Combine(Folder, name);

    /// <summary>The smallest sound pack, with tables of its own or in the place of those.</summary>
    /// <param name="tables">Name and content: <c>("results", "ref,period,value\nA,2025-10,1\n")</c>.</param>
    public Scratch With(params (string Name, string Content)[] tables)
    {
        var all = new Dictionary<string, string>
        {
            ["settings"] = "key,value\norganisation,Test Council\n",
            ["indicators"] = "ref,title,kind,unit,basis,ytd\nA,Share of things done on time,kpi,percent,period,none\n",
            ["results"] = "ref,period,value\nA,2025-10,97%\n",
        };
        foreach (var (name, content) in tables)
        {
            all[name] = content;
        }

        foreach (var (name, content) in all)
        {
            File.WriteAllText(Path(name + ".csv"), content);
        }

        return this;
    }

    public PackReading Read(ReadLimits? limits = null) => PackReader.Read(Folder, limits);

    /// <summary>The only finding of a reading that is not a note.</summary>
    public static Finding Only(PackReading reading) =>
        Assert.Single(reading.Findings, finding => finding.Severity != Severity.Note);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
