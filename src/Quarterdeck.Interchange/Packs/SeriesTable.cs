using System.Runtime.InteropServices;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Interchange.Packs;

/// <summary>
/// Finds the series of a reference from its bytes. Only indicators of one version are in it: of others, each row says which is meant. All that
/// is asked of a row is in one slot of 32 bytes, since among very many references each look into memory is most of the work. Any number of readers may ask at once.
/// </summary>
internal sealed class SeriesTable
{
    private const int MonthsAYear = 12;

    // References as long as two words stand in their slot whole.
    private const int Word = sizeof(ulong);
    private const int ShortName = 2 * Word;

    private static readonly Slot None;

    private readonly List<byte[]> _names = [];
    private Slot[] _slots = new Slot[1024];

    /// <summary>Adds a series; they are numbered from 0 in the order added.</summary>
    public void Add(byte[] name, Indicator indicator)
    {
        if (_names.Count * 2 >= _slots.Length)
        {
            var before = _slots;
            _slots = new Slot[before.Length * 4];
            foreach (var slot in before)
            {
                if (!slot.IsEmpty)
                {
                    _slots[FreeSlot(slot)] = slot;
                }
            }
        }

        var (head, tail) = Key(name);
        var closes = Enumerable.Range(0, MonthsAYear).Where(month => indicator.Calendar.ClosesIn(new Month(2000, month + 1))).Sum(month => 1 << month);
        var added = new Slot(head, tail, _names.Count + 1, (ushort)name.Length, (ushort)(indicator.From is { } from ? ResultList.NumberOf(from) : 0), (ushort)(indicator.To is { } to ? ResultList.NumberOf(to) : ushort.MaxValue), (ushort)closes);
        _slots[FreeSlot(added)] = added;
        _names.Add(name);
    }

    /// <summary>An empty slot when there is no such reference, as typed.</summary>
    public ref readonly Slot Find(ReadOnlySpan<byte> name)
    {
        var (head, tail) = Key(name);
        for (var at = Hash(head, tail); ; at++)
        {
            ref readonly var slot = ref _slots[at & (_slots.Length - 1)];
            if (slot.IsEmpty)
            {
                return ref None;
            }

            if (slot.Head == head && slot.Tail == tail && slot.Length == name.Length && (name.Length <= ShortName || name.SequenceEqual(_names[slot.Series])))
            {
                return ref slot;
            }
        }
    }

    private int FreeSlot(in Slot slot)
    {
        var at = Hash(slot.Head, slot.Tail) & (_slots.Length - 1);
        while (!_slots[at].IsEmpty)
        {
            at = (at + 1) & (_slots.Length - 1);
        }

        return at;
    }

    /// <summary>Two words that a name of up to two words shares with no other of its length.</summary>
    private static (ulong Head, ulong Tail) Key(ReadOnlySpan<byte> name)
    {
        if (name.Length >= Word)
        {
            var head = MemoryMarshal.Read<ulong>(name);
            var tail = MemoryMarshal.Read<ulong>(name[^Word..]);
            for (var rest = name.Length > ShortName ? name[Word..^Word] : default; !rest.IsEmpty; rest = rest[1..])
            {
                tail = Mixed(tail ^ rest[0]);
            }

            return (head, tail);
        }

        var letters = 0UL;
        foreach (var letter in name)
        {
            letters = (letters << 8) | letter;
        }

        return (letters, 0);
    }

    private static int Hash(ulong head, ulong tail) => unchecked((int)(Mixed(Mixed(head) ^ tail) >> 33));

    private static ulong Mixed(ulong word)
    {
        word = unchecked(word * 0x9E37_79B9_7F4A_7C15);
        return word ^ (word >> 32);
    }

    /// <param name="Head">See <see cref="Key"/>.</param>
    /// <param name="Tail">See <see cref="Key"/>.</param>
    /// <param name="Number">One more than the series' number; 0 in an empty slot.</param>
    /// <param name="Length">Bytes of the reference.</param>
    /// <param name="First">The first month the indicator holds for, counted as <see cref="ResultList"/> does.</param>
    /// <param name="Last">The last.</param>
    /// <param name="Closes">A bit for each month of the calendar year in which a period closes.</param>
    internal readonly record struct Slot(ulong Head, ulong Tail, int Number, ushort Length, ushort First, ushort Last, ushort Closes)
    {
        public bool IsEmpty => Number == 0;

        public int Series => Number - 1;

        public bool HasPeriod(int month) => month >= First && month <= Last && (Closes & (1 << (month % MonthsAYear))) != 0;
    }
}

/// <summary>Watches how the percentages of one series are typed.</summary>
internal delegate void PercentsOf(int row, string column, decimal value);
