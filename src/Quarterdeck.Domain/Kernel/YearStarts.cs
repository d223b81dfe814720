namespace Quarterdeck.Domain.Kernel;

/// <summary>For each period of an axis, where its year to date begins, as the lanes use it.</summary>
internal sealed class YearStarts
{
    /// <summary>In <see cref="First"/>: the year to date has not begun, or began before the axis.</summary>
    public const int Outside = -1;

    public YearStarts(PeriodAxis axis, int month)
    {
        First = new int[axis.Count];
        Keep = new long[axis.Count];
        Counted = new long[axis.Count];
        Begun = new long[axis.Count];
        for (var number = 0; number < axis.Count; number++)
        {
            var opening = axis[number].YearOpening;
            var from = opening.AddMonths((month - opening.Number + 12) % 12);
            var start = axis.Calendar.Holding(from).Closing;
            First[number] = axis[number].Closing >= from && start >= axis[0].Closing ? axis.NumberOf(start) : Outside;
            Keep[number] = First[number] == number ? 0 : -1;
            Begun[number] = axis[number].Closing >= from ? -1 : 0;
            Counted[number] = First[number] == Outside ? 0 : -1;
        }
    }

    /// <summary>The first period counted, or <see cref="Outside"/>.</summary>
    public int[] First { get; }

    /// <summary>All ones where a running sum goes on, 0 where it starts again.</summary>
    public long[] Keep { get; }

    /// <summary>All ones where the year to date has begun, on the axis or before it.</summary>
    public long[] Begun { get; }

    /// <summary>All ones where the year to date began on the axis.</summary>
    public long[] Counted { get; }
}
