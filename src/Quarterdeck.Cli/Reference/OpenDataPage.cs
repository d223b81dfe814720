using System.Text;
using Quarterdeck.Cli.Formats;
using Quarterdeck.Documents.Data;

namespace Quarterdeck.Cli.Reference;

/// <summary>The reference of the open data, written from the description its headers and metadata are written from.</summary>
internal static class OpenDataPage
{
    private const string Introduction = """
        # Open data

        Written by `./build docs` from the program itself.

        `publish` in the format `csv` writes, for a report with the code CODE:

        | file | holds |
        |---|---|
        | `CODE-indicators.csv`, `CODE-periods.csv` | the tables below: UTF-8 with a byte order mark, a header row, lines ended by CR LF (RFC 4180) |
        | `CODE-indicators.csv-metadata.json`, `CODE-periods.csv-metadata.json` | what the columns are, as CSV on the Web (W3C) has it |
        | `datapackage.json` | the same as a Tabular Data Package (Frictionless), with sizes and SHA-256 fingerprints |

        Where the setting `licence` holds an address, both descriptions name it. `manifest.json` lists every file with its fingerprint.
        The same pack gives the same bytes on any day and any machine.
        An empty cell is no value. Text that a spreadsheet would run as a formula stands behind an apostrophe, which is no part of it.
        `rate` writes the columns of indicators in this order too, without a byte order mark.

        """;

    public static string Write()
    {
        var page = new StringBuilder(Introduction);
        foreach (var table in new[] { OpenData.Indicators, OpenData.Periods })
        {
            page.Append($"\n## {table.Name}\n\n{table.Description} The key is {string.Join(" and ", table.Key.Select(name => $"`{name}`"))}.\n\n");
            page.Append("| column | holds | meaning |\n|---|---|---|\n");
            foreach (var column in table.Columns)
            {
                page.Append($"| `{column.Name}`{(column.IsRequired ? " (always there)" : string.Empty)} | {Holds(column)} | {column.Description} |\n");
            }
        }

        return page.ToString();
    }

    private static string Holds(DataColumn column) =>
        column.Words.Count > 0 ? string.Join(", ", column.Words.Select(word => $"`{word}`")) : Holds(column.Kind);

    private static string Holds(DataKind kind) => kind switch
    {
        DataKind.Text => "text",
        DataKind.Decimal => "decimal",
        DataKind.Month => "month, `2025-10`",
        DataKind.Flag => "`true` or `false`",
        DataKind.Number => "whole number",
    };
}
