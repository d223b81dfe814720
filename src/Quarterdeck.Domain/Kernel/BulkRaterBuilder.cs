using System.Runtime.InteropServices;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Domain.Kernel;

/// <summary>Collects the series of a bulk rating. Terms, schedules and series are numbered from 0 in the order they are added.</summary>
/// <param name="axis">The own periods all its series are held on.</param>
/// <example>
/// <code>
/// var axis = new PeriodAxis(new PeriodCalendar(Frequency.Month, 4).Closing(new Month(2022, 4)), 50);
/// var builder = new BulkRaterBuilder(axis);
/// var terms = builder.Terms(new SeriesTerms(indicator, RatingScheme.RagFloor, isFraction: true));
/// var targets = builder.Schedule(terms, [new(0, standard2022), new(12, standard2023)]);
/// var series = builder.Add(targets);
/// var ratings = builder.Build().Rate(new ResultColumns(seriesNumbers, periods, numerators, denominators));
/// var latest = ratings.Latest(series);
/// </code>
/// </example>
public sealed class BulkRaterBuilder(PeriodAxis axis)
{
    private readonly List<CompiledTerms> _terms = [];
    private readonly List<CompiledStandard> _standards = [];
    private readonly Dictionary<(int Terms, decimal? Target, decimal? Floor, decimal? Lower, decimal? Upper), int> _known = [];
    private readonly List<Schedule> _schedules = [];
    private readonly List<long> _runs = [];
    private readonly List<int> _series = [];

    public PeriodAxis Axis { get; } = axis;

    /// <summary>Adds terms and gives their number.</summary>
    public int Terms(SeriesTerms terms)
    {
        if (terms.Indicator.Calendar != Axis.Calendar)
        {
            throw new ArgumentException($"{terms.Indicator.Ref} has other periods than the axis.", nameof(terms));
        }

        _terms.Add(new CompiledTerms(terms, Axis));
        return _terms.Count - 1;
    }

    /// <summary>Adds what series of those terms are held against, phase by phase, and gives its number. Several series may share it.</summary>
    /// <param name="terms">From <see cref="Terms"/>.</param>
    /// <param name="runs">In the order of their periods; before the first there is no standard.</param>
    public int Schedule(int terms, ReadOnlySpan<StandardRun> runs)
    {
        var own = Compiled(terms, runs);
        _schedules.Add(new Schedule(terms, own, own));
        return _schedules.Count - 1;
    }

    /// <summary>The same, with standards of the year to date's own.</summary>
    public int Schedule(int terms, ReadOnlySpan<StandardRun> runs, ReadOnlySpan<StandardRun> yearToDate)
    {
        _schedules.Add(new Schedule(terms, Compiled(terms, runs), Compiled(terms, yearToDate)));
        return _schedules.Count - 1;
    }

    /// <summary>Adds a series and gives its number: the one its rows carry.</summary>
    /// <param name="schedule">From <see cref="Schedule(int, ReadOnlySpan{StandardRun})"/>.</param>
    public int Add(int schedule)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(schedule);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(schedule, _schedules.Count);
        _series.Add(schedule);
        return _series.Count - 1;
    }

    public BulkRater Build() =>
        new(new BulkSeries(Axis, [.. _terms], [.. _standards], [.. _schedules], [.. _runs], [.. _series]));

    private int Compiled(int terms, ReadOnlySpan<StandardRun> runs)
    {
        var offset = _runs.Count;
        if (runs.IsEmpty || runs[0].From > 0)
        {
            Append(terms, Standard.None, runs.IsEmpty ? Axis.Count : runs[0].From);
        }

        for (var index = 0; index < runs.Length; index++)
        {
            var until = index + 1 < runs.Length ? runs[index + 1].From : Axis.Count;
            if (runs[index].From < 0 || runs[index].From >= until || until > Axis.Count)
            {
                throw new ArgumentException("Runs of standards rise, and lie on the axis.", nameof(runs));
            }

            Append(terms, runs[index].Standard, until);
        }

        return offset;
    }

    private void Append(int terms, Standard standard, int until)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _known, (terms, standard.Target, standard.Floor, standard.Lower, standard.Upper), out var exists);
        if (!exists)
        {
            number = _standards.Count;
            _standards.Add(new CompiledStandard(_terms[terms].Terms, standard));
        }

        RunReader.Write(_runs, until, number, _standards[number]);
    }
}
