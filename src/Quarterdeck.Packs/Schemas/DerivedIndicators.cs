using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Rows;

namespace Quarterdeck.Packs.Schemas;

/// <summary>What an indicator needs whose figures are made from months or from two other indicators.</summary>
internal static class DerivedIndicators
{
    public static void Demand(Indicator indicator, RowReader row, PackColumn fromMonths, PackColumn numerator, PackColumn denominator)
    {
        if (indicator is { FromMonths: not null, Calendar.Frequency: Frequency.Month, Basis.Kind: not (BasisKind.Rolling or BasisKind.Cumulative) })
        {
            row.Error(
                fromMonths,
                "months-of-a-month",
                row.Text(fromMonths)!,
                "A monthly figure is its own month: there is nothing to make it from.",
                "a longer frequency, a rolling basis or a cumulative one",
                "Set the frequency or basis the figure is shown with, or leave from_months blank.");
        }

        if (indicator is { FromMonths: not null, Unit.IsGraded: true })
        {
            row.Error(
                fromMonths,
                "months-of-a-grade",
                row.Text(fromMonths)!,
                "Grades cannot be added up or averaged.",
                "a blank cell",
                "Leave from_months blank and give a grade for each period.");
        }

        if ((indicator.NumeratorRef is null) != (indicator.DenominatorRef is null))
        {
            var (given, missing) = indicator.NumeratorRef is null ? (denominator, numerator) : (numerator, denominator);
            row.Error(
                missing,
                "blank-cell",
                string.Empty,
                $"The row has {given.Name} but no {missing.Name}: a figure is made of two others or of none.",
                "the ref of an indicator",
                $"Fill in {missing.Name}, or leave both blank.");
        }
    }

    /// <summary>Refuses a figure made of figures of other periods than its own.</summary>
    public static void RefuseOtherRhythm(Indicator indicator, PackColumn column, string file, PackReadContext pack)
    {
        var rhythm = indicator.ResultCalendar.Frequency;
        var other = new[] { indicator.NumeratorRef, indicator.DenominatorRef }
            .OfType<IndicatorRef>()
            .SelectMany(pack.Versions)
            .FirstOrDefault(part => part.Calendar.Frequency != rhythm);
        if (other is null)
        {
            return;
        }

        pack.Log.Add(new Finding(
            "formula-of-other-periods",
            Severity.Error,
            $"{indicator.Ref} is {rhythm.Adjective()}, but {other.Ref}, of which it is made, is {other.Calendar.Frequency.Adjective()}.",
            "Give both the same frequency, or set from_months on the one that is made from months.")
        {
            File = file,
            Row = indicator.At.Row,
            Column = column.Name,
            Value = other.Ref.Value,
            Expected = $"indicators with {rhythm.Adjective()} figures",
            Ref = indicator.Ref.Value,
        });
    }

    /// <summary>Refuses a figure that would be made of itself, at first hand or through others.</summary>
    public static void RefuseCircle(Indicator indicator, PackColumn column, string file, PackReadContext pack)
    {
        if (indicator.NumeratorRef is null || !Leads(indicator.Ref, indicator, pack, []))
        {
            return;
        }

        pack.Log.Add(new Finding(
            "formula-of-itself",
            Severity.Error,
            $"{indicator.Ref} is made of figures that are made of {indicator.Ref} again.",
            "Name indicators whose results are given.")
        {
            File = file,
            Row = indicator.At.Row,
            Column = column.Name,
            Value = indicator.NumeratorRef.Value.Value,
            Expected = "indicators that are not made of this one",
            Ref = indicator.Ref.Value,
        });
    }

    private static bool Leads(IndicatorRef sought, Indicator from, PackReadContext pack, HashSet<IndicatorRef> seen)
    {
        foreach (var part in new[] { from.NumeratorRef, from.DenominatorRef }.OfType<IndicatorRef>())
        {
            if (part == sought || (seen.Add(part) && pack.Versions(part).Any(version => Leads(sought, version, pack, seen))))
            {
                return true;
            }
        }

        return false;
    }
}
