namespace Quarterdeck.Application.Abstractions;

/// <summary>A table that people fill in: given out as a workbook, and read back from one or from a block that was pasted.</summary>
public interface IFormSheets
{
    /// <summary>The bytes of an <c>.xlsx</c> file.</summary>
    byte[] Write(string name, IReadOnlyList<FormColumn> columns, IReadOnlyList<IReadOnlyList<string>> rows);

    /// <summary>The cells as people see them, headings and all; or why they cannot be read, in a sentence.</summary>
    (IReadOnlyList<IReadOnlyList<string>> Rows, string? Problem) Read(byte[] content);
}

/// <param name="Heading">What stands over it.</param>
/// <param name="Width">In characters.</param>
/// <param name="IsLocked">Whether its cells are only to be read.</param>
public sealed record FormColumn(string Heading, int Width, bool IsLocked)
{
    /// <summary>Shown beside a cell that is filled in; empty for nothing.</summary>
    public string Hint { get; init; } = string.Empty;

    /// <summary>What may be chosen; empty for anything.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}
