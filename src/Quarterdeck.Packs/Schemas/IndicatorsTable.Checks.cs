using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Packs.Cells;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Rows;

namespace Quarterdeck.Packs.Schemas;

/// <content>What a row must say, and what rows must say together.</content>
internal sealed partial class IndicatorsTable
{
    protected override void Check(IReadOnlyList<Indicator> rows, string file, PackReadContext pack)
    {
        foreach (var row in rows)
        {
            foreach (var earlier in pack.Versions(row.Ref).Where(earlier => Overlap(earlier, row)))
            {
                pack.Log.Add(new Finding(
                    "duplicate-row",
                    Severity.Error,
                    $"Rows {earlier.At.Row} and {row.At.Row} are both {row.Ref}, and both hold in the same month.",
                    "Give the older version a last month in the column to and the newer its first in from, or remove one of them.")
                {
                    File = file,
                    Row = row.At.Row,
                    Column = Ref.Name,
                    Value = row.Ref.Value,
                    Expected = "one version of an indicator in each month",
                    Ref = row.Ref.Value,
                });
            }

            pack.AddIndicator(row);
        }

        foreach (var row in rows)
        {
            RefuseUnknown(row, row.Parent, Parent, file, pack);
            RefuseUnknown(row, row.Weight, Weight, file, pack);
            RefuseUnknown(row, row.NumeratorRef, NumeratorRef, file, pack);
            RefuseUnknown(row, row.DenominatorRef, DenominatorRef, file, pack);
            RefuseUnknown(row, row.ReplacedBy, ReplacedBy, file, pack);
            DerivedIndicators.RefuseCircle(row, NumeratorRef, file, pack);
            DerivedIndicators.RefuseOtherRhythm(row, NumeratorRef, file, pack);
        }
    }

    private static void RefuseUnknown(Indicator row, IndicatorRef? named, PackColumn column, string file, PackReadContext pack)
    {
        if (named is { } reference && pack.Versions(reference).Count == 0 && !pack.IsSpoilt(reference))
        {
            pack.RefuseUnknownRef(file, row.At.Row, column, reference);
        }
    }

    private static void Demand(Indicator indicator, RowReader row)
    {
        if (indicator.Ytd == YtdMethod.Weighted && row.IsBlank(Weight))
        {
            row.Error(
                Weight,
                "blank-cell",
                string.Empty,
                "The year to date is weighted, but no indicator is named whose results weight it.",
                "the ref of an activity indicator",
                "Fill in weight, or choose another ytd.");
        }

        if (indicator.From > indicator.To)
        {
            row.Error(
                To,
                "ends-before-it-starts",
                indicator.To.ToString()!,
                $"The version ends in {indicator.To}, before it starts in {indicator.From}.",
                "a month not before from",
                "Correct one of the two months.");
        }
    }

    /// <summary>The grades of the scheme it is rated by, where its unit is graded.</summary>
    private static GradeScale? GradesOf(Unit unit, string? scheme, RowReader row, PackReadContext pack)
    {
        if (unit.IsYesNo || !unit.IsGraded)
        {
            return unit.IsYesNo ? GradeScale.YesNo : null;
        }

        var name = scheme ?? pack.Settings.RatingScheme;
        if (RatingScheme.Find(name, pack.Schemes) is { Grades: { } grades })
        {
            return grades;
        }

        row.Error(
            UnitColumns.Unit,
            "scheme-without-grades",
            unit.Code,
            $"The unit is grade, but the scheme {name} has no band of the rule grade.",
            "a scheme whose bands have the rule grade, the best first",
            "Add the grades to schemes, each as a band with the rule grade, and name the scheme in the column scheme.");
        return null;
    }

    private static void DemandRoomForTolerance(Indicator indicator, RowReader row, PackReadContext pack)
    {
        if (indicator.Tolerance is { } perCent && RatingScheme.Find(indicator.Scheme ?? pack.Settings.RatingScheme, pack.Schemes) is { } scheme
            && !scheme.HasRoomForTolerance)
        {
            row.Error(
                Tolerance,
                "tolerance-without-band",
                NumberText.Write(perCent),
                $"The scheme {scheme.Name} has no band that a tolerance could widen.",
                "a scheme with a band of the rule within-relative or floor",
                "Leave tolerance blank, or choose another scheme for the indicator.");
        }
    }

    private static bool Overlap(Indicator one, Indicator other) =>
        (one.From is not { } oneFrom || other.To is not { } otherTo || oneFrom <= otherTo)
        && (other.From is not { } otherFrom || one.To is not { } oneTo || otherFrom <= oneTo);
}
