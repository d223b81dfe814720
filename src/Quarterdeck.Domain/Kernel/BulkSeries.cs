namespace Quarterdeck.Domain.Kernel;

/// <summary>Whose series, and where its runs of standards begin.</summary>
internal readonly record struct Schedule(int Terms, int Runs, int YearToDateRuns);

/// <summary>Everything known of the series before a result is read.</summary>
/// <param name="Axis">The own periods.</param>
/// <param name="Terms">By number.</param>
/// <param name="Standards">Every distinct one, compiled.</param>
/// <param name="Schedules">By number.</param>
/// <param name="Runs">What <see cref="RunReader"/> reads.</param>
/// <param name="ScheduleOf">Each series' schedule.</param>
internal sealed record BulkSeries(
    PeriodAxis Axis,
    CompiledTerms[] Terms,
    CompiledStandard[] Standards,
    Schedule[] Schedules,
    long[] Runs,
    int[] ScheduleOf)
{
    public int Count => ScheduleOf.Length;
}
