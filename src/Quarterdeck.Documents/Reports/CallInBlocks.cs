using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.CallIns;
using Quarterdeck.Domain.Commentary;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Documents.Reports;

/// <summary>What was called in, why, and what assurance has recorded.</summary>
internal static class CallInBlocks
{
    public static Section Section(Dashboard dashboard)
    {
        var names = dashboard.Rated.ToDictionary(rated => rated.Indicator.Ref, rated => rated.Indicator.SummaryTitle);
        var open = dashboard.CallIns.Count(one => one.IsOpen);
        var table = new Table(
            Anchor.Of("table", "callins"),
            "Indicators called in",
            [new Column(dashboard.Labels.Of(Labels.Indicator)) { RowHeader = true, Width = ColumnWidth.Wide }, new Column("Called in because"), new Column("Recorded")],
            [.. dashboard.CallIns.Select(one => new Row([new TextCell(new Link(DetailBlocks.Anchor(one.Ref), names[one.Ref])), new TextCell(one.Reason), Recorded(one)]))]);
        return new Section(Anchor.Of("callins"), "Called in for assurance",
        [
            new Paragraph(open == 0 ? $"{Indicators(dashboard.CallIns.Count)} called in, and a decision is recorded for each."
                : $"{Indicators(dashboard.CallIns.Count)} called in. For {open} of them nothing has been recorded."),
            table,
        ]);
    }

    private static string Indicators(int count) => count == 1 ? "1 indicator is" : $"{count} indicators are";

    private static Cell Recorded(CallIn one) => one.State switch
    {
        AssuranceState.None => new EmptyCell("Nothing recorded", "No decision is recorded in this round."),
        AssuranceState.Waived => new TextCell("Waived"),
        AssuranceState.Scheduled => new TextCell("Scheduled"),
        AssuranceState.Reviewed => new TextCell("Reviewed"),
        AssuranceState.Actions => new TextCell("Actions agreed"),
    };
}
