using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Html;

/// <summary>A table in a region that scrolls sideways where it must, with its notes beneath.</summary>
internal static class TableHtml
{
    /// <summary>Tables up to this many rows are kept on one printed page.</summary>
    private const int Short = 6;

    /// <summary>Headings up to this many letters, such as a month and its year, are not broken.</summary>
    private const int OneLine = 8;

    public static void Append(Page page, Table table)
    {
        var notes = new NoteScope(table.Id, table.Footnotes);
        var caption = table.Id.Part("caption");
        page.Raw($"<div class=\"table-block{(table.Rows.Count <= Short ? " short" : string.Empty)}\">\n<div class=\"scroll\" role=\"region\" "
            + $"aria-labelledby=\"{caption}\" tabindex=\"0\">\n");
        page.Raw($"<table id=\"{table.Id}\"{(table.Columns.Count <= 4 ? " class=\"slim\"" : string.Empty)}>\n<caption><span id=\"{caption}\">")
            .Words(table.Caption)
            .Raw("</span>");
        if (table.Summary is { } summary)
        {
            page.Raw("<span class=\"summary\">").Words(summary).Raw("</span>");
        }

        page.Raw("</caption>\n");
        AppendHead(page, table, notes);
        AppendBody(page, table, notes);
        page.Raw("</table>\n</div>\n");
        notes.AppendNotes(page);
        page.Raw("</div>\n");
    }

    /// <summary>The columns that share a heading, and those that have none, in order.</summary>
    private static List<(string? Group, int First, int Count)> Groups(Table table)
    {
        var groups = new List<(string? Group, int First, int Count)>();
        for (var index = 0; index < table.Columns.Count; index++)
        {
            var group = table.Columns[index].Group;
            if (group is not null && groups.Count > 0 && groups[^1].Group == group)
            {
                groups[^1] = groups[^1] with { Count = groups[^1].Count + 1 };
            }
            else
            {
                groups.Add((group, index, 1));
            }
        }

        return groups;
    }

    private static void AppendHead(Page page, Table table, NoteScope notes)
    {
        var groups = Groups(table);
        var grouped = groups.Exists(group => group.Group is not null);
        foreach (var (_, first, count) in groups)
        {
            page.Raw("<colgroup>");
            foreach (var column in table.Columns.Skip(first).Take(count))
            {
                page.Raw($"<col class=\"{WidthOf(column)}\">");
            }

            page.Raw("</colgroup>");
        }

        page.Raw("\n<thead>\n<tr>");
        foreach (var (group, first, count) in groups)
        {
            if (group is null)
            {
                AppendHeading(page, table.Columns[first], grouped ? " rowspan=\"2\"" : string.Empty, notes);
            }
            else
            {
                page.Raw($"<th scope=\"colgroup\" colspan=\"{count}\">").Words(group).Raw("</th>");
            }
        }

        page.Raw("</tr>\n");
        if (grouped)
        {
            page.Raw("<tr>");
            foreach (var column in table.Columns.Where(column => column.Group is not null))
            {
                AppendHeading(page, column, string.Empty, notes);
            }

            page.Raw("</tr>\n");
        }

        page.Raw("</thead>\n");
    }

    private static void AppendHeading(Page page, Column column, string rows, NoteScope notes)
    {
        page.Raw($"<th scope=\"col\"{rows} class=\"{WidthOf(column)}{CellHtml.AlignOf(column)}{(column.Label.Length <= OneLine ? " tight" : string.Empty)}\">")
            .Words(column.Label);
        CellHtml.AppendNotes(page, column.Notes, notes);
        page.Raw("</th>");
    }

    private static void AppendBody(Page page, Table table, NoteScope notes)
    {
        page.Raw("<tbody>\n");
        if (table.Rows.Count == 0)
        {
            page.Raw($"<tr><td colspan=\"{table.Columns.Count}\" class=\"none\">").Words(table.WhenEmpty).Raw("</td></tr>\n");
        }

        for (var index = 0; index < table.Rows.Count; index++)
        {
            var row = table.Rows[index];
            if (row.Kind == RowKind.Group && index > 0)
            {
                page.Raw("</tbody>\n<tbody>\n");
            }

            page.Raw($"<tr{(row.Id is { } id ? $" id=\"{id}\"" : string.Empty)}{(row.Kind == RowKind.Total ? " class=\"total\"" : string.Empty)}>");
            var column = 0;
            foreach (var cell in row.Cells)
            {
                CellHtml.Append(page, table, row, cell, column, notes);
                column += cell.Span;
            }

            page.Raw("</tr>\n");
        }

        page.Raw("</tbody>\n");
    }

    private static string WidthOf(Column column) => column.Width switch
    {
        ColumnWidth.Narrow => "narrow",
        ColumnWidth.Normal => "normal",
        ColumnWidth.Wide => "wide",
        ColumnWidth.Widest => "widest",
    };
}
