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
    private static readonly TargetScope[] OwnPeriod = [TargetScope.Period];
    private static readonly TargetScope[] CumulativePeriod = [TargetScope.Period, TargetScope.Ytd, TargetScope.Year];
    private static readonly TargetScope[] UpToDate = [TargetScope.Ytd, TargetScope.Year, TargetScope.Period];

    private const string PreviousYear = "previous-year";

    private readonly PeriodCalendar _financialYear = new(Frequency.Year, financialYearStart);
    private Month[]? _ends;
    private Unprofiled? _last;

    public IReadOnlyList<Target> Rows { get; } = rows;

    /// <summary>
    /// The standard of one period's value: its own rows. A cumulative value is itself a year to date, so the rows for the
    /// year to date, and the year's through a profile, stand in where it has none of its own.
    /// </summary>
    /// <param name="indicator">The version in force.</param>
    /// <param name="period">The own period rated.</param>
    /// <param name="previousYear">The figure of the same period a year before, for a target that is last year's.</param>
    public TargetSet OfPeriod(Indicator indicator, Period period, Func<decimal?> previousYear)
    {
        var scopes = indicator.Basis.Kind == BasisKind.Cumulative ? CumulativePeriod : OwnPeriod;
        return Of(indicator, period, scopes, previousYear);
    }

    /// <summary>The standard of the year to date: its own rows, else the year's through a profile, else those of the closing period.</summary>
    public TargetSet OfYearToDate(Indicator indicator, Period period, Func<decimal?> previousYear) =>
        Of(indicator, period, UpToDate, previousYear);

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

    private TargetSet Of(Indicator indicator, Period period, TargetScope[] scopes, Func<decimal?> previousYear)
    {
        var aim = InForce(
            period, scopes, static row => row.Value is not null || row.Floor is not null || row.TargetFrom is not null || row.Text is not null);
        var range = InForce(period, scopes, static row => row.Lower is not null || row.Upper is not null);
        if (_last is { } last && last.Is(indicator, aim, range))
        {
            return last.Standard;
        }

        var target = aim is null ? null : Profiled(indicator, aim, aim.Value, period) ?? FromElsewhere(indicator, aim, period, previousYear);
        var standard = new TargetSet
        {
            Target = target,
            Floor = aim is null ? null : Profiled(indicator, aim, aim.Floor, period),
            Lower = range is null ? null : Profiled(indicator, range, range.Lower, period),
            Upper = range is null ? null : Profiled(indicator, range, range.Upper, period),
            Text = target is null ? aim?.Text : null,
            Label = aim?.Label ?? Spoken(aim?.TargetFrom),
            Row = aim ?? range,
        };
        if (aim is not { Profile: TargetProfile.StraightLine } and not { TargetFrom: not null } && range is not { Profile: TargetProfile.StraightLine })
        {
            _last = new Unprofiled(indicator, aim, range, standard);
        }

        return standard;
    }

    /// <summary>The row of the first scope that covers the period; of several, the one that began last.</summary>
    private Target? InForce(Period period, TargetScope[] scopes, Func<Target, bool> says)
    {
        var ends = _ends ??= [.. Rows.Select(EndOf)];
        foreach (var scope in scopes)
        {
            Target? found = null;
            for (var at = 0; at < ends.Length; at++)
            {
                var row = Rows[at];
                if (row.Scope == scope && row.From <= period.Closing && period.Closing <= ends[at] && says(row)
                    && (scope != TargetScope.Year || row.Profile != TargetProfile.Given) && (found is null || row.From > found.From))
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

    private static decimal? Profiled(Indicator indicator, Target row, decimal? figure, Period period)
    {
        if (figure is not { } given)
        {
            return null;
        }

        var exact = row.Profile == TargetProfile.StraightLine ? Quantity.Of(given * period.MonthsElapsed, 12) : Quantity.Of(given);
        return row.Profile == TargetProfile.StraightLine ? exact.Rounded(indicator.TargetDecimals ?? given.Scale)
            : indicator.TargetDecimals is { } places && indicator.RateOn == RateOn.Displayed ? exact.Rounded(places)
            : given;
    }

    private decimal? FromElsewhere(Indicator indicator, Target row, Period period, Func<decimal?> previousYear)
    {
        if (row.TargetFrom is not { } name)
        {
            return null;
        }

        var found = Same(name, PreviousYear)
            ? previousYear()
            : comparators.LastOrDefault(other => other.Closing == period.Closing && Same(other.Name, name))?.Value.Number;
        return found is { } figure && indicator.TargetDecimals is { } places ? Rounding.To(figure, places) : found;
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
