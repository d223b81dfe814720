using System.Runtime.InteropServices;
using System.Text;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Interchange.Packs;

/// <summary>Finds the series of a reference from its bytes. Only indicators of one version are in it: of others, each row says which is meant.</summary>
internal sealed class SeriesTable
{
    private const int MonthsAYear = 12;

    private readonly List<Known> _known = [];
    private int[] _slots = new int[1024];

    public void Add(Indicator indicator, int series, PercentsOf? percents)
    {
        if (_known.Count * 2 >= _slots.Length)
        {
            _slots = new int[_slots.Length * 4];
            for (var at = 0; at < _known.Count; at++)
            {
                _slots[FreeSlot(_known[at].Name)] = at + 1;
            }
        }

        var closes = Enumerable.Range(0, MonthsAYear).Where(month => indicator.Calendar.ClosesIn(new Month(2000, month + 1))).Sum(month => 1 << month);
        var known = new Known(
            Encoding.UTF8.GetBytes(indicator.Ref.Value),
            series,
            indicator.From is { } from ? ResultList.NumberOf(from) : 0,
            indicator.To is { } to ? ResultList.NumberOf(to) : int.MaxValue,
            closes,
            percents);
        _known.Add(known);
        _slots[FreeSlot(known.Name)] = _known.Count;
    }

    /// <summary>Null when there is no such reference, as typed.</summary>
    public Known? Find(ReadOnlySpan<byte> name)
    {
        for (var slot = Hash(name); ; slot++)
        {
            var at = _slots[slot & (_slots.Length - 1)];
            if (at == 0)
            {
                return null;
            }

            var known = _known[at - 1];
            if (name.SequenceEqual(known.Name))
            {
                return known;
            }
        }
    }

    private int FreeSlot(byte[] name)
    {
        var slot = Hash(name) & (_slots.Length - 1);
        while (_slots[slot] != 0)
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        return slot;
    }

    private static int Hash(ReadOnlySpan<byte> name)
    {
        unchecked
        {
            var hash = (ulong)name.Length;
            for (; name.Length >= sizeof(ulong); name = name[sizeof(ulong)..])
            {
                hash = (hash ^ MemoryMarshal.Read<ulong>(name)) * 0x9E37_79B9_7F4A_7C15;
                hash ^= hash >> 32;
            }

            foreach (var letter in name)
            {
                hash = (hash ^ letter) * 0x9E37_79B9_7F4A_7C15;
            }

            return (int)(hash >> 33);
        }
    }

    /// <param name="Name">The reference.</param>
    /// <param name="Series">Its number in the list of results.</param>
    /// <param name="First">The first month the indicator holds for, as the list counts them.</param>
    /// <param name="Last">The last.</param>
    /// <param name="Closes">A bit for each month of the calendar year in which a period closes.</param>
    /// <param name="Percents">Where the unit is a percentage: who watches how figures are typed.</param>
    internal sealed record Known(byte[] Name, int Series, int First, int Last, int Closes, PercentsOf? Percents)
    {
        public bool HasPeriod(int month) => month >= First && month <= Last && (Closes & (1 << (month % MonthsAYear))) != 0;
    }
}

/// <summary>Watches how the percentages of one series are typed.</summary>
internal delegate void PercentsOf(int row, string column, decimal value);
