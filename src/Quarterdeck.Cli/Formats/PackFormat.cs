using Quarterdeck.Application.Abstractions;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Results;
using Quarterdeck.Packs.Reading;
using Quarterdeck.Packs.Writing;

namespace Quarterdeck.Cli.Formats;

/// <summary>Packs as the project Packs reads and writes them.</summary>
internal sealed class PackFormat : IPackFormat
{
    public static readonly PackFormat Instance = new();

    public (Pack? Pack, IReadOnlyList<Finding> Findings) Read(IEnumerable<PackRow> rows, IEnumerable<StatedSeries> results, string name)
    {
        var reading = PackRows.Read(rows, results, name);
        return (reading.Pack, reading.Findings);
    }

    public IEnumerable<PackRow> RowsOf(Pack pack) => PackRows.Of(pack);

    public IEnumerable<PackRow> RowsOf(ResultList results) => PackRows.Whole(results);

    public void Write(Pack pack, string path)
    {
        if (path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            PackWriter.WriteZip(pack, path);
        }
        else if (path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            PackWriter.WriteWorkbook(pack, path);
        }
        else
        {
            PackWriter.WriteFolder(pack, path);
        }
    }
}
