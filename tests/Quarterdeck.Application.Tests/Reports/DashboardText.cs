using Quarterdeck.Application.Reports;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Tests.Reports;

/// <summary>A dashboard's tables as lines of text, so that a test can say what a reader sees.</summary>
internal static class DashboardText
{
    /// <summary>The first report with the table of ratings in front, which a dashboard may still ask for.</summary>
    public static Report Build(Pack pack)
    {
        var definition = ReportBuilder.Definitions(pack)[0];
        return ReportBuilder.Build(pack, definition with { Sections = [ReportSections.Summary, .. ReportSections.Of(definition.Kind)] });
    }

    public static string Columns(IndicatorTable table) => string.Join(" | ", table.Columns.Where(column => column.Kind is not (ColumnKind.Trend or ColumnKind.Direction)).Select(column => column.Heading));

    public static string Row(IndicatorTable table, int row) => string.Join(" | ", Said(table, table.Rows[row]).Select(Cell));

    public static string Cell(ReportCell cell)
    {
        var marks = string.Concat(cell.Notes.Select(_ => "*"));
        var span = cell.Span == 1 ? string.Empty : $" <{cell.Span}>";
        return Words(cell) + marks + span;
    }

    public static string Rating(ShownRating shown) => shown.Remark is null ? shown.Words : $"{shown.Words} ({shown.Remark})";

    /// <summary>Lines and arrows are seen, not read.</summary>
    private static IEnumerable<ReportCell> Said(IndicatorTable table, ReportRow row)
    {
        var start = 0;
        foreach (var cell in row.Cells)
        {
            if (table.Columns[start].Kind is not (ColumnKind.Trend or ColumnKind.Direction))
            {
                yield return cell;
            }

            start += cell.Span;
        }
    }

    private static string Words(ReportCell cell) => cell switch
    {
        ReportCell.Words words => words.Text,
        ReportCell.Number number => number.Displayed + (number.Status is { } status ? $" {status}" : string.Empty),
        ReportCell.Rating rating => Rating(rating.Shown),
        ReportCell.Range range => range.Word,
        ReportCell.Absent absent => absent.Displayed,
        ReportCell.Steps steps => string.Join("; ", steps.Each),
        _ => throw new InvalidOperationException("Every cell is one of those named at ReportCell."),
    };
}
