using System.Text;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Schemas;

namespace Quarterdeck.Packs.Writing;

/// <summary>The reference page of the pack, made from the same description that reads and writes it.</summary>
public static class PackReference
{
    /// <summary>The page <c>docs/reference/pack.md</c>.</summary>
    public static string Markdown()
    {
        var page = new StringBuilder();
        page.Append(Introduction);
        foreach (var table in PackDescription.All)
        {
            page.Append($"\n## {table.Name}\n\n{table.Summary}{(table.IsRequired ? " Every pack has it." : string.Empty)}");
            page.Append(table.Key.Count == 0 ? "\n\n" : $" One row for each {string.Join(", ", table.Key.Select(column => column.Name))}.\n\n");
            page.Append("| column | holds | meaning |\n|---|---|---|\n");
            foreach (var column in table.Columns)
            {
                page.Append(
                    $"| `{column.Name}`{(column.IsRequired || column.IsExpected ? " (needed)" : string.Empty)} | {Holds(column)} | {Meaning(column)} |\n");
            }
        }

        return page.ToString();
    }

    private const string Introduction = """
        # The pack

        Written by `./build docs` from the program itself; the guide explains it in [words](../guide/packs.md).

        A pack is a folder of CSV files, the same tables as sheets of one workbook (`.xlsx` or `.ods`), or a zip of the folder.
        The first row names the columns, in any order and any case. A column or table that is not here is left out, and told.
        Any error refuses the whole pack: nothing is half-read.

        **Numbers** may be typed as `97%`, `42,563`, `£1,250`, `1.2m`, `1.2k` or `(3.5)`. Trailing zeros are kept. What could mean two
        numbers (`1.234,5`, `1,5`) is refused. `[p]`, `[r]`, `[f]` or `[e]` after a result makes it provisional, final, forecast or estimated.
        **Markers** say why there is no number: suspended, not yet due, not returned, not collected, new, not applicable (`n/a`, `[z]`),
        not available (`[x]`, `#N/A`), suppressed (`[c]`), nil (`-`), withheld. Your own words may follow a colon: `new: New in 2025/26`.
        **Periods** are written by the month they close in, `2025-10`, or as a day in it. `Oct-25`, `October 2025`, `Q2 2025/26`, `H1 2025/26`,
        `Apr to Jun 2011`, `2010/11 Spring`, `2025/26` and a bare `2011` (the year that closes in 2011) are read too.
        **Dates** are ISO, `2025-10-31`, or day first, `31/10/2025` or `31 Oct 2025`. Month first is never guessed.
        **Words** are read in any case, with spaces or hyphens. **Lists** of codes have semicolons between.
        An apostrophe before `=`, `+`, `-` or `@` at the start of a text keeps a spreadsheet from taking it for a formula, and is no part of it.

        """;

    private static string Holds(PackColumn column) => column.Type switch
    {
        ColumnType.Text => "text",
        ColumnType.Code => column.From is null ? "code" : $"a `{column.From}`",
        ColumnType.Word => string.Join(", ", column.Words.Select(word => $"`{word}`")),
        ColumnType.Number => "number",
        ColumnType.Figure => "number or marker",
        ColumnType.Integer => "whole number",
        ColumnType.Date => "date",
        ColumnType.Period => "period",
        ColumnType.YesNo => "`yes` or `no`",
        ColumnType.Codes => column.From is null
            ? "list" + (column.Words.Count == 0 ? string.Empty : ": " + string.Join(", ", column.Words.Select(word => $"`{word}`")))
            : $"list of `{column.From}`",
    };

    private static string Meaning(PackColumn column) =>
        column.Blank is null ? column.Description : $"{column.Description} Blank: {column.Blank}.";
}
