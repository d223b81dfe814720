using System.Text;
using Quarterdeck.Domain.Figures;
using Quarterdeck.Packs.Cells;
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
        page.Append("\n## Markers\n\n| marker | also written as |\n|---|---|\n");
        foreach (var marker in MarkerText.Forms.GroupBy(form => form.Marker).OrderBy(group => group.Key))
        {
            page.Append($"| {marker.Key.Code()} | {string.Join(", ", marker.Select(form => $"`{form.Written}`"))} |\n");
        }

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

        **Numbers** may be typed as `97%`, `42,563`, `£1,250`, `€5`, `1.2m`, `1.2k`, `(3.5)` or `70 per cent`. Trailing zeros are kept. A figure has
        at most 15 significant digits: more are rounded away, and a whole number of more is refused. What could mean two numbers (`1.234,5`, `1,5`)
        is refused. After a result `[p]`, `(p)`, `p` or `(provisional)` make it provisional, `e` or `est` estimated, `r` revised, `[f]` a forecast,
        and `*` sends the reader to the row's note. Figures of a unit of time may be durations: `5:30`, `1:02:30`, `4m 22s`, `45 mins`, `2 weeks`.
        **Markers** say why there is no number. They may be written by name or in one of these forms, with your own words after a colon:
        `new: New in 2025/26`.
        **Periods** are written by the month they close in, `2025-10`, or as a day in it. Also read are `Oct-25`, `October 2025`, `Hydref 2025`, `202510`,
        `2025/10`, `2025M10`, `M7 2025/26`, `Q2 2025/26`, `Q2 25/26`, `2025Q2` (calendar years), `H1 2025/26`, `Apr to Jun 2011`, `2010/11 Spring`,
        `2025/26`, `25/26`, `FY26` and a bare `2026` (the years that close in 2026). `2002-03` is the year 2002/03 where an indicator is yearly; elsewhere it is
        March 2002, if another period of the results shows that months are written so. Where the basis is a rolling window of years, `2018-20` and
        `2018/19 to 2020/21` are its windows.
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
