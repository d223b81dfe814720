using Quarterdeck.Domain.Comparators;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Numbers;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Domain.Targets;

/// <summary>Finds what a figure is held against: which rows are in force, profiles applied, targets from other series looked up.</summary>
/// <param name="rows">The indicator's target rows.</param>
/// <param name="comparators">The indicator's comparators, for targets taken from one.</param>
/// <param name="financialYearStart">1 to 12; a row without an end runs to the end of its financial year.</param>
public sealed class TargetResolver(IReadOnlyList<Target> rows, IReadOnlyList<Comparator> comparators, int financialYearStart)
{
    private static readonly TargetScope[] OwnPeriod = [TargetScope.Period, TargetScope.Year, TargetScope.Ytd];
    private static readonly TargetScope[] CumulativePeriod = [TargetScope.Period, TargetScope.Ytd, TargetScope.Year];
    private static readonly TargetScope[] UpToDate = [TargetScope.Ytd, TargetScope.Year, TargetScope.Period];

    private const string PreviousYear = "previous-year";

    private readonly PeriodCalendar _financialYear = new(Frequency.Year, financialYearStart);
    private Month[]? _ends;
    private Unprofiled? _last;

    public IReadOnlyList<Target> Rows { get; } = rows;

    /// <summary>
    /// The targets of one period's value: its own rows. A cumulative value is itself a year to date, so the rows for the
    /// year to date, and the year's through a profile, stand in where it has none of its own.
    /// </summary>
    /// <param name="indicator">The version in force.</param>
    /// <param name="period">The own period rated.</param>
    /// <param name="yearsBefore">The figure of the same period so many years before, for a target made from it.</param>
    public TargetSet OfPeriod(Indicator indicator, Period period, Func<int, decimal?> yearsBefore)
    {
        var isYearly = indicator.Calendar.Frequency == Frequency.Year;
        return indicator.Basis.Kind == BasisKind.Cumulative
            ? Of(indicator, period, CumulativePeriod, MonthsOf(indicator, period), static _ => true, yearsBefore)
            : Of(
                indicator,
                period,
                OwnPeriod,
                MonthsOf(indicator, period),
                row => row.Scope == TargetScope.Period || row.Profile == TargetProfile.StraightLine || (isYearly && row.Scope == TargetScope.Year),
                yearsBefore);
    }

    /// <summary>
    /// The targets of the year to date (rules: Span): its own rows, else the year's through a profile. The target of the closing period
    /// also holds for a figure that does not grow with the months counted; for a sum, the targets of the periods counted are added.
    /// </summary>
    /// <param name="indicator">The version in force.</param>
    /// <param name="period">The own period that closes it.</param>
    /// <param name="yearToDateBefore">The same year to date so many years before, for a target made from it.</param>
    /// <param name="yearsBefore">The figure so many years before one of the periods added, likewise.</param>
    public TargetSet OfYearToDate(Indicator indicator, Period period, Func<int, decimal?> yearToDateBefore, Func<Period, int, decimal?> yearsBefore)
    {
        if (!YearToDateRule.Grows(indicator) || indicator.Calendar.Frequency == Frequency.Year)
        {
            var months = indicator.Basis.Kind == BasisKind.Rolling ? indicator.Basis.RollingMonths : period.MonthsElapsed;
            return Of(indicator, period, UpToDate, months, static _ => true, yearToDateBefore);
        }

        var stated = Of(indicator, period, UpToDate, period.MonthsElapsed, HoldsForTheYear, yearToDateBefore);
        var (lacksTarget, lacksRange) = (stated is { Target: null, Floor: null, Text: null }, stated is { Lower: null, Upper: null });
        if (!(lacksTarget || lacksRange))
        {
            return stated;
        }

        var added = Added(indicator, period, yearsBefore);
        return !lacksTarget ? stated with { Lower = added.Lower, Upper = added.Upper }
            : lacksRange ? added
            : added with { Lower = stated.Lower, Upper = stated.Upper };
    }

    /// <summary>The target and floor standard of the whole year a period lies in, as typed; null where none is set, or the figure is yearly itself.</summary>
    public TargetSet? OfWholeYear(Indicator indicator, Period period)
    {
        var row = indicator.Calendar.Frequency == Frequency.Year ? null
            : Rows.Where(row => row.Scope == TargetScope.Year && (row.Value ?? row.Floor) is not null
                && row.From <= period.Closing && period.Closing <= EndOf(row)).MaxBy(row => row.From);
        return row is null ? null : new TargetSet { Target = row.Value, Floor = row.Floor, Label = row.Label, Row = row };
    }

    /// <summary>The baseline set by then: the last comparator named so.</summary>
    public decimal? BaselineBy(Month closing) =>
        comparators.LastOrDefault(other => other.Closing <= closing && Same(other.Name, "baseline"))?.Value.Number;

    /// <summary>The last closing month a row holds for.</summary>
    public Month EndOf(Target row)
    {
        if (row.To is { } to)
        {
            return to;
        }

        var next = Rows.Where(other => other.Scope == row.Scope && other.From > row.From).Select(other => (Month?)other.From).Min();
        var yearEnd = _financialYear.YearOpening(row.From).AddMonths(11);
        return next is { } from ? from.AddMonths(-1) : yearEnd;
    }

    /// <summary>A period row holds the figure of one period; only through a profile does it hold the year's.</summary>
    private static bool IsOfOnePeriod(Target row) => row is { Scope: TargetScope.Period, Profile: TargetProfile.Given };

    private static bool HoldsForTheYear(Target row) => !IsOfOnePeriod(row);

    /// <summary>The months of the year's figure that one own period gets: those elapsed for a cumulative figure, its window for a rolling one.</summary>
    private static int MonthsOf(Indicator indicator, Period period) => indicator.Basis.Kind switch
    {
        BasisKind.Cumulative => period.MonthsElapsed,
        BasisKind.Rolling => indicator.Basis.RollingMonths,
        BasisKind.Period or BasisKind.Snapshot or BasisKind.Average or BasisKind.LastMonth => period.Closing.MonthsSince(period.Opening) + 1,
    };

    /// <summary>The targets of exactly the periods a sum counts, added, each limit only where every period has one.</summary>
    private TargetSet Added(Indicator indicator, Period closing, Func<Period, int, decimal?> yearsBefore)
    {
        var parts = new List<TargetSet>();
        for (var own = indicator.Calendar.Holding(YearToDateRule.From(indicator, closing)); own <= closing; own = own.Next)
        {
            var counted = own;
            parts.Add(Of(indicator, own, OwnPeriod, MonthsOf(indicator, own), IsOfOnePeriod, years => yearsBefore(counted, years)));
        }

        decimal? Sum(Func<TargetSet, decimal?> limit) => parts.Count > 0 && parts.All(part => limit(part) is not null) ? parts.Sum(limit) : null;
        var target = Sum(part => part.Target);
        return new TargetSet
        {
            Target = target,
            Floor = Sum(part => part.Floor),
            Lower = Sum(part => part.Lower),
            Upper = Sum(part => part.Upper),
            Row = parts.Count == 0 ? null : parts[^1].Row,
            Label = target is null ? null
                : parts.Count == 1 ? parts[0].Label
                : $"{parts.Count} {indicator.Calendar.Frequency.Adjective()} targets added",
            WhyNone = target is null ? "no target for the year to date" : null,
        };
    }

    private TargetSet Of(
        Indicator indicator,
        Period period,
        TargetScope[] scopes,
        int months,
        Func<Target, bool> admits,
        Func<int, decimal?> yearsBefore)
    {
        var aim = InForce(
            indicator,
            period,
            scopes,
            row => admits(row)
                && (row.Value is not null || row.Floor is not null || row.TargetFrom is not null || row.Relative is not null || row.Text is not null));
        var range = InForce(indicator, period, scopes, row => (row.Lower is not null || row.Upper is not null) && admits(row));
        if (_last is { } last && last.Is(indicator, aim, range))
        {
            return last.Standard;
        }

        var target = aim is null ? null : Profiled(indicator, aim, aim.Value, months) ?? FromElsewhere(indicator, aim, period, yearsBefore);
        var standard = new TargetSet
        {
            Target = target,
            Floor = aim is null ? null : Profiled(indicator, aim, aim.Floor, months),
            Lower = range is null ? null : Profiled(indicator, range, range.Lower, months),
            Upper = range is null ? null : Profiled(indicator, range, range.Upper, months),
            Text = target is null ? aim?.Text : null,
            Label = aim?.Label ?? aim?.Relative?.Words ?? Spoken(aim?.TargetFrom),
            WhyNone = target is null && aim?.Relative is not null ? "no earlier figure to make the target from" : null,
            Row = aim ?? range,
        };
        if (aim is not { Profile: TargetProfile.StraightLine } and not { TargetFrom: not null } and not { Relative: not null }
            && range is not { Profile: TargetProfile.StraightLine })
        {
            _last = new Unprofiled(indicator, aim, range, standard);
        }

        return standard;
    }

    /// <summary>The row of the first scope that covers the period; of several, the one that began last.</summary>
    private Target? InForce(Indicator indicator, Period period, TargetScope[] scopes, Func<Target, bool> says)
    {
        var isYearly = indicator.Calendar.Frequency == Frequency.Year;
        var ends = _ends ??= [.. Rows.Select(EndOf)];
        foreach (var scope in scopes)
        {
            Target? found = null;
            for (var at = 0; at < ends.Length; at++)
            {
                var row = Rows[at];
                if (row.Scope == scope && row.From <= period.Closing && period.Closing <= ends[at] && says(row)
                    && (scope != TargetScope.Year || isYearly || row.Profile != TargetProfile.Given) && (found is null || row.From > found.From))
                {
                    found = row;
                }
            }

            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    private static decimal? Profiled(Indicator indicator, Target row, decimal? figure, int months)
    {
        if (figure is not { } given)
        {
            return null;
        }

        var exact = row.Profile == TargetProfile.StraightLine ? Quantity.Of(given * months, 12) : Quantity.Of(given);
        return row.Profile == TargetProfile.StraightLine ? exact.Rounded(indicator.TargetDecimals ?? given.Scale)
            : indicator.TargetDecimals is { } places && indicator.RateOn == RateOn.Displayed ? exact.Rounded(places)
            : given;
    }

    private decimal? FromElsewhere(Indicator indicator, Target row, Period period, Func<int, decimal?> yearsBefore)
    {
        if (row.Relative is { } relative)
        {
            var places = indicator.TargetDecimals ?? yearsBefore(1)?.Scale ?? 0;
            return relative.Resolve(indicator.Polarity, yearsBefore) is { } made
                ? indicator.RateOn == RateOn.Displayed ? Rounding.To(made, places) : made
                : null;
        }

        if (row.TargetFrom is not { } name)
        {
            return null;
        }

        var found = Same(name, PreviousYear)
            ? yearsBefore(1)
            : comparators.LastOrDefault(other => other.Closing == period.Closing && Same(other.Name, name))?.Value.Number;
        return found is { } figure && indicator.TargetDecimals is { } decimals ? Rounding.To(figure, decimals) : found;
    }

    private static string? Spoken(string? targetFrom) =>
        Same(targetFrom, PreviousYear) ? "previous year" : targetFrom;

    private static bool Same(string? left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    /// <summary>A standard that is the same in every period its rows cover, kept for the next of them.</summary>
    private sealed record Unprofiled(Indicator Indicator, Target? Aim, Target? Range, TargetSet Standard)
    {
        public bool Is(Indicator indicator, Target? aim, Target? range) =>
            ReferenceEquals(indicator, Indicator) && ReferenceEquals(aim, Aim) && ReferenceEquals(range, Range);
    }
}
