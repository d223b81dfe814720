using Quarterdeck.Application.Abstractions;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Results;
using Quarterdeck.Packs.Forms;
using Quarterdeck.Packs.Reading;
using Quarterdeck.Packs.Writing;

namespace Quarterdeck.TestKit.Packs;

/// <summary>Packs as the project Packs reads and writes them.</summary>
public sealed class PacksOfFiles : IPackFormat
{
    public (Pack? Pack, IReadOnlyList<Finding> Findings) Read(IEnumerable<PackRow> rows, IEnumerable<StatedSeries> results, string name)
    {
        var reading = PackRows.Read(rows, results, name);
        return (reading.Pack, reading.Findings);
    }

    public IEnumerable<PackRow> RowsOf(Pack pack) => PackRows.Of(pack);

    public IEnumerable<PackRow> RowsOf(ResultList results) => PackRows.Whole(results);

    public void Write(Pack pack, string path) => PackWriter.WriteFolder(pack, path);
}

/// <summary>Tables to fill in as the project Packs writes and reads them.</summary>
public sealed class FormsOfFiles : IFormSheets
{
    public byte[] Write(string name, IReadOnlyList<FormColumn> columns, IReadOnlyList<IReadOnlyList<string>> rows) => FormSheet.Write(
        name, [.. columns.Select(one => new FormSheetColumn(one.Heading, one.Width, one.IsLocked, one.Hint, one.Choices))], rows);

    public (IReadOnlyList<IReadOnlyList<string>> Rows, string? Problem) Read(byte[] content) => FormReading.Read(content);
}

/// <summary>A few formats without a look, which show what a test asks about.</summary>
public sealed class FixedStyle(params ReportFormat[] formats) : IReportStyles
{
    public ReportStyle Read(Pack pack, IPackFiles files) => new(formats, null, []);
}
