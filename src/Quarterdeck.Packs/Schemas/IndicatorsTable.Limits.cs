using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Statistics.ControlCharts;
using Quarterdeck.Packs.Cells;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Rows;

namespace Quarterdeck.Packs.Schemas;

/// <content>The decision that limits begin anew with a version: why, by whom, when.</content>
internal sealed partial class IndicatorsTable
{
    private const int MostFrozen = 600;

    private static readonly PackColumn Rebase = new(
        "rebase",
        ColumnType.Text,
        "Why the limits of its chart begin anew with this version, though its figures can still be compared; with rebased_by and rebased_on.");

    private static readonly PackColumn RebasedBy = new("rebased_by", ColumnType.Text, "Who decided it: a post or a name.");
    private static readonly PackColumn RebasedOn = new("rebased_on", ColumnType.Date, "The day it was decided.");
    private static readonly PackColumn FrozenAfter = new(
        "frozen_after",
        ColumnType.Integer,
        "The new limits come from the first figures of this version, this many, 12 or more, and stay as they are; with rebase.")
    { Blank = "they come from all its figures" };

    private static PackField<Indicator>[] LimitFields =>
    [
        new(Rebase, row => row.Limits?.Reason),
        new(RebasedBy, row => row.Limits?.By),
        new(RebasedOn, row => CellWriting.Date(row.Limits?.On)),
        new(FrozenAfter, row => CellWriting.Integer(row.Limits?.FrozenAfter)),
    ];

    /// <summary>A decision needs its reason, its name and its day; without all three it is refused.</summary>
    private static LimitDecision? LimitsOf(RowReader row)
    {
        var (reason, by, on) = (row.Text(Rebase), row.Text(RebasedBy), row.Date(RebasedOn));
        var frozen = row.Integer(FrozenAfter, XmrOptions.FewestFrozen, MostFrozen);
        if (reason is not null && by is not null && on is { } day)
        {
            return new LimitDecision(reason, by, day, frozen);
        }

        if (new[] { Rebase, RebasedBy, RebasedOn, FrozenAfter }.Any(column => !row.IsBlank(column)) && !row.IsSpoilt)
        {
            var missing = reason is null ? Rebase : by is null ? RebasedBy : RebasedOn;
            row.Error(
                missing,
                "decision-incomplete",
                string.Empty,
                $"Limits begin anew by a decision, and {missing.Name} is blank.",
                "the reason in rebase, the name in rebased_by and the day in rebased_on",
                $"Fill {missing.Name}, or leave all of rebase, rebased_by, rebased_on and frozen_after blank.");
        }

        return null;
    }
}
