using Quarterdeck.Application.Abstractions;
using Quarterdeck.Packs.Forms;

namespace Quarterdeck.Cli.Formats;

/// <summary>Tables to fill in as the project Packs writes and reads them.</summary>
internal sealed class FormFiles : IFormSheets
{
    public static readonly FormFiles Instance = new();

    public byte[] Write(string name, IReadOnlyList<FormColumn> columns, IReadOnlyList<IReadOnlyList<string>> rows) => FormSheet.Write(
        name, [.. columns.Select(one => new FormSheetColumn(one.Heading, one.Width, one.IsLocked, one.Hint, one.Choices))], rows);

    public (IReadOnlyList<IReadOnlyList<string>> Rows, string? Problem) Read(byte[] content) => FormReading.Read(content);
}
