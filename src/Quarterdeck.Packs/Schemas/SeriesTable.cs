using System.Runtime.InteropServices;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Results;
using Quarterdeck.Packs.Cells;

namespace Quarterdeck.Packs.Schemas;

/// <summary>
/// Finds the series of a reference from its bytes. Only indicators of one version are in it: of others, each row says which is meant. All that
/// is asked of a row is in one slot of 32 bytes, since among very many references each look into memory is most of the work; and many may be looked at before
/// any is
/// needed, since many looks at once wait little longer than one. Any number of readers may ask at once.
/// </summary>
/// <param name="most">How many series it will have at most.</param>
/// <param name="isCanonical">Periods are as this program wrote them, so that numbers are always a month.</param>
internal sealed class SeriesTable(int most, bool isCanonical = false)
{
    private const int MonthsAYear = 12;
    private const int YearlyBit = 1 << MonthsAYear;

    // References as long as two words stand in their slot whole.
    private const int Word = sizeof(ulong);
    private const int ShortName = 2 * Word;

    private readonly List<byte[]> _names = [];

    // Half as many again as are filled, so that a search ends soon; not more, so that little memory is gone through.
    private readonly Slot[] _slots = new Slot[most + (most / 2) + 1];

    /// <summary>Adds a series; they are numbered from 0 in the order added.</summary>
    public void Add(byte[] name, Indicator indicator)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(_names.Count, most);
        var place = PlaceOf(name);
        var calendar = indicator.ResultCalendar;

        // Grades are words, and a figure made of two others has no results of its own: no row of theirs is plain.
        var hasPlain = !indicator.Unit.IsGraded && indicator.NumeratorRef is null;
        var closes = Enumerable.Range(0, hasPlain ? MonthsAYear : 0).Where(month => calendar.ClosesIn(new Month(2000, month + 1))).Sum(month => 1 << month);
        closes |= calendar.Frequency == Frequency.Year && !isCanonical ? YearlyBit : 0;
        var at = place.At;
        while (!_slots[at].IsEmpty)
        {
            at = After(at);
        }

        _slots[at] = new Slot(
            place.Head,
            place.Tail,
            _names.Count + 1,
            (ushort)name.Length,
            (ushort)(indicator.From is { } from ? ResultList.NumberOf(from) : 0),
            (ushort)(indicator.To is { } to ? ResultList.NumberOf(to) : ushort.MaxValue),
            (ushort)closes);
        _names.Add(name);
    }

    /// <summary>Where a reference would stand; nothing is looked at.</summary>
    public Place PlaceOf(ReadOnlySpan<byte> name)
    {
        var (head, tail) = Key(name);
        return new Place(head, tail, (int)((Mixed(Mixed(head) ^ tail) >> 32) * (ulong)_slots.Length >> 32));
    }

    /// <summary>What stands at these places, all looked at together.</summary>
    public void Look(ReadOnlySpan<Place> places, Span<Slot> found)
    {
        for (var each = 0; each < places.Length; each++)
        {
            found[each] = _slots[places[each].At];
        }
    }

    /// <param name="name">The reference, as typed.</param>
    /// <param name="place">Where it would stand.</param>
    /// <param name="found">What stands there.</param>
    /// <returns>An empty slot when there is no such reference.</returns>
    public Slot Find(ReadOnlySpan<byte> name, in Place place, in Slot found)
    {
        var slot = found;
        for (var at = place.At; !slot.IsEmpty; slot = _slots[at])
        {
            if (slot.Head == place.Head
                && slot.Tail == place.Tail
                && slot.Length == name.Length
                && (name.Length <= ShortName || name.SequenceEqual(_names[slot.Series])))
            {
                return slot;
            }

            at = After(at);
        }

        return default;
    }

    private int After(int at) => at + 1 < _slots.Length ? at + 1 : 0;

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

    private static ulong Mixed(ulong word)
    {
        word = unchecked(word * 0x9E37_79B9_7F4A_7C15);
        return word ^ (word >> 32);
    }

    /// <param name="Head">See <see cref="Key"/>.</param>
    /// <param name="Tail">See <see cref="Key"/>.</param>
    /// <param name="At">The slot a search begins at.</param>
    internal readonly record struct Place(ulong Head, ulong Tail, int At);

    /// <param name="Head">See <see cref="Key"/>.</param>
    /// <param name="Tail">See <see cref="Key"/>.</param>
    /// <param name="Number">One more than the series' number; 0 in an empty slot.</param>
    /// <param name="Length">Bytes of the reference.</param>
    /// <param name="First">The first month the indicator holds for, counted as <see cref="ResultList"/> does.</param>
    /// <param name="Last">The last.</param>
    /// <param name="Closes">A bit for each month of the calendar year in which a period closes, and one more where results are yearly.</param>
    internal readonly record struct Slot(ulong Head, ulong Tail, int Number, ushort Length, ushort First, ushort Last, ushort Closes)
    {
        public bool IsEmpty => Number == 0;

        public int Series => Number - 1;

        public bool HasPeriod(int month) => month >= First && month <= Last && (Closes & (1 << (month % MonthsAYear))) != 0
            && ((Closes & YearlyBit) == 0 || !PeriodText.NamesYear(ResultList.MonthOf(month)));
    }
}
