using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Application.Abstractions;

/// <summary>How a pack is turned into rows and files, and back.</summary>
public interface IPackFormat
{
    /// <summary>Makes a pack of what is stored, with the rules of an import.</summary>
    /// <param name="rows">In the pack's order, without the results.</param>
    /// <param name="results">The results series by series.</param>
    /// <param name="name">What findings call the pack.</param>
    /// <returns>The pack, null when any finding is an error; and the findings.</returns>
    (Pack? Pack, IReadOnlyList<Finding> Findings) Read(IEnumerable<PackRow> rows, IEnumerable<StatedSeries> results, string name);

    IEnumerable<PackRow> RowsOf(Pack pack);

    /// <summary>The rows of those results that do not fit into columns.</summary>
    IEnumerable<PackRow> RowsOf(ResultList results);

    /// <summary>Writes a pack into a folder, or into one file where the path ends with <c>.zip</c>.</summary>
    void Write(Pack pack, string path);
}
