using System.Globalization;
using Quarterdeck.Documents.Markdown;
using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Assurance;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Documents.Reports;

/// <summary>The registers: risks in a table and by likelihood and impact, actions with who does them and by when.</summary>
internal static class RegisterBlocks
{
    private const int ActionColumns = 5;

    public static IEnumerable<Block> Risks(RisksPart part)
    {
        var accepted = part.Risks.Any(line => line.Risk.Appetite is not null);
        yield return new Paragraph(part.Sentence) { KeepsWithNext = true };
        yield return new Table(
            Anchor.Of("table", part.Code),
            "The highest first",
            [
                new Column("Id") { Width = ColumnWidth.Narrow },
                new Column("Risk") { RowHeader = true, Width = ColumnWidth.Wide },
                new Column("Why, and what would follow") { Width = ColumnWidth.Widest },
                new Column("Score now") { Align = Align.End },
                new Column("Movement"),
                new Column("Score wanted") { Align = Align.End },
                .. accepted ? [new Column("Accepted up to") { Align = Align.End }] : Array.Empty<Column>(),
                new Column("Owner") { Width = ColumnWidth.Wide },
                new Column("What is being done") { Width = ColumnWidth.Widest }
            ],
            [.. part.Risks.Select(line => new Row(
            [
                new TextCell(line.Risk.Id),
                new TextCell(line.Risk.Title),
                Said(line.Risk),
                Score(line.Risk.Current, "It is not scored."),
                new TextCell(line.Movement),
                Score(line.Risk.Target, "No score is set to reach."),
                .. accepted ? [line.Risk.Appetite is { } most ? Number(most) : new EmptyCell("–", "No limit is set.")] : Array.Empty<Cell>(),
                line.Risk.Owner is { } owner ? new TextCell(owner) : new EmptyCell("–", "Nobody is named."),
                line.Actions.Count > 0 ? new TextCell(string.Join("; ", line.Actions)) : new EmptyCell("–", "No open action answers it.")
            ]))]);
    }

    /// <summary>Impact across, likelihood down from the most likely; each cell names its risks.</summary>
    public static Table Matrix(RiskMatrixPart part)
    {
        var steps = Enumerable.Range(1, part.Top).ToList();
        return new Table(
            Anchor.Of("table", part.Code),
            "Where each risk stands",
            [new Column("Likelihood") { RowHeader = true }, .. steps.Select(impact => new Column(Text(impact)) { Group = "Impact", Width = ColumnWidth.Wide })],
            [.. steps.AsEnumerable().Reverse().Select(likelihood => new Row(
                [new TextCell(Text(likelihood)), .. steps.Select(impact => Cell(part, new RiskScore(likelihood, impact)))]))]);
    }

    public static IEnumerable<Block> Actions(ActionsPart part)
    {
        yield return new Paragraph(part.Sentence) { KeepsWithNext = true };
        yield return new Table(
            Anchor.Of("table", part.Code),
            "The earliest day first",
            [
                new Column("Action") { RowHeader = true, Width = ColumnWidth.Wide },
                new Column("For") { Width = ColumnWidth.Wide },
                new Column("Owner") { Width = ColumnWidth.Wide },
                new Column("Due") { Width = ColumnWidth.Wide },
                new Column("How it stands") { Width = ColumnWidth.Widest }
            ],
            [.. part.Actions.GroupBy(line => line.Group).SelectMany(group => part.Actions.Any(line => line.Group != group.Key)
                ? group.Select(Row).Prepend(Tree.Row.GroupOf(group.Key, ActionColumns)) : group.Select(Row))]);
    }

    private static Row Row(ActionLine line) => new(
    [
        new TextCell(line.Action.Title),
        line.About.Length > 0 ? new TextCell(line.About) : new EmptyCell("–", "It is about no one indicator."),
        line.Action.Owner is { } owner ? new TextCell(owner) : new EmptyCell("–", "Nobody is named."),
        new TextCell(line.Action.Revised is [.., { Reason: { } reason }] ? $"{line.Due}: {reason}" : line.Due),
        new TextCell(line.Action.Update is { } update ? (RichText)(line.Status + ". ") + MarkdownText.Inlines(update) : line.Status)
    ]);

    private static Cell Said(Risk risk)
    {
        var sentences = new[] { risk.Cause, risk.Consequence }.OfType<string>().Select(words => words.TrimEnd('.') + ".").ToList();
        return sentences.Count > 0 ? new TextCell(string.Join(' ', sentences)) : new EmptyCell("–", "Nothing is said.");
    }

    private static Cell Cell(RiskMatrixPart part, RiskScore score)
    {
        var here = part.Risks.Where(line => line.Risk.Current == score).Select(line => line.Risk.Id).ToList();
        return here.Count > 0 ? new TextCell(string.Join(", ", here)) : new EmptyCell("–", "No risk.");
    }

    private static Cell Score(RiskScore? score, string why) => score is { } known
        ? new NumberCell($"{Text(known.Product)} ({known.Likelihood} × {known.Impact})", known.Product) : new EmptyCell("–", why);

    private static NumberCell Number(int value) => new(Text(value), value);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
