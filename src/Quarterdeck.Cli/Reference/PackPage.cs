using System.Text;
using Quarterdeck.Interchange.Packs;

namespace Quarterdeck.Cli.Reference;

/// <summary>The reference of the pack, written from the tables the reader itself goes by.</summary>
internal static class PackPage
{
    public static string Write()
    {
        var page = new StringBuilder();
        page.Append("# The pack\n\nWritten by `./build docs` from the program itself; the guide explains it in [words](../guide/packs.md).\n\n");
        page.Append("A pack is a folder of CSV files, a zip of one, or a workbook with a sheet for each table. Columns may stand in any order; ");
        page.Append("those in **bold** must be there and filled in every row.\n\n| table | needed | what it is for |\n|---|---|---|\n");
        foreach (var table in PackReference.Tables)
        {
            page.Append("| [").Append(table.Name).Append("](#").Append(table.Name).Append(") | ").Append(table.Required ? "yes" : "no")
                .Append(" | ").Append(Cell(table.Means)).Append(" |\n");
        }

        foreach (var table in PackReference.Tables)
        {
            page.Append("\n## ").Append(table.Name).Append("\n\n").Append(table.Means).Append("\n\n| column | what it holds |\n|---|---|\n");
            foreach (var column in table.Columns)
            {
                page.Append("| ").Append(column.Required ? $"**`{column.Name}`**" : $"`{column.Name}`").Append(" | ").Append(Cell(column.Means)).Append(" |\n");
            }
        }

        return page.ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
