namespace Quarterdeck.Domain.Kernel;

/// <summary>
/// Results as columns of whole numbers, rows in any order. Decimal places and the rate are the series' own
/// (<see cref="SeriesTerms"/>): 93.5 at one place is 935. Of two rows for one series and period the later wins.
/// </summary>
/// <param name="Series">The series' number, as <see cref="BulkRaterBuilder.Add"/> gave it.</param>
/// <param name="Periods">The own period's number on the axis, from 0.</param>
/// <param name="Numerators">The numerator of a fraction, or the value.</param>
/// <param name="Denominators">The denominator of a fraction, 0 allowed; not read for values, and may be empty where there is no fraction.</param>
/// <param name="States">What each row is; empty: every row is a number.</param>
public readonly record struct ResultColumns(
    ReadOnlyMemory<int> Series,
    ReadOnlyMemory<int> Periods,
    ReadOnlyMemory<long> Numerators,
    ReadOnlyMemory<long> Denominators,
    ReadOnlyMemory<RowState> States = default)
{
    public int Count => Series.Length;

    /// <exception cref="ArgumentException">The columns are not of one length.</exception>
    internal void Check()
    {
        if (Periods.Length != Count || Numerators.Length != Count
            || (Denominators.Length != Count && !Denominators.IsEmpty) || (States.Length != Count && !States.IsEmpty))
        {
            throw new ArgumentException("The columns of results are not of one length.");
        }
    }
}
