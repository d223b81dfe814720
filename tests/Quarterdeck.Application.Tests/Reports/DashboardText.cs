using Quarterdeck.Application.Reports;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Tests.Reports;

/// <summary>A dashboard's tables as lines of text, so that a test can say what a reader sees.</summary>
internal static class DashboardText
{
    public static Report Build(Pack pack) => ReportBuilder.Build(pack, ReportBuilder.Definitions(pack)[0]);

    public static string Columns(IndicatorTable table) => string.Join(" | ", table.Columns.Select(column => column.Heading));

    public static string Row(IndicatorTable table, int row) => string.Join(" | ", table.Rows[row].Cells.Select(Cell));

    public static string Cell(ReportCell cell)
    {
        var marks = string.Concat(cell.Notes.Select(_ => "*"));
        var span = cell.Span == 1 ? string.Empty : $" <{cell.Span}>";
        return Words(cell) + marks + span;
    }

    public static string Rating(ShownRating shown) => shown.Remark is null ? shown.Words : $"{shown.Words} ({shown.Remark})";

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
