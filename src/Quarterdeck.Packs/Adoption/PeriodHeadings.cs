using System.Globalization;
using System.Text.RegularExpressions;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Packs.Cells;

namespace Quarterdeck.Packs.Adoption;

/// <summary>Reads periods as headings write them, also those that leave out the year: it is taken from a title, the sheet or the file.</summary>
/// <param name="yearStart">First month of the financial year.</param>
/// <param name="today">No heading names a month that has not begun.</param>
internal sealed partial class PeriodHeadings(int yearStart, DateOnly today)
{
    /// <summary>The first year of the financial year that the words around say; null when they say none.</summary>
    public int? Year { get; set; }

    public int YearStart => yearStart;

    public PeriodHeading? Read(string heading)
    {
        var text = heading.Replace('\n', ' ').Trim().TrimEnd('*', ':', '.').Trim();
        if (text.Length is 0 or > 40)
        {
            return null;
        }

        if (PeriodText.TryRead(text, out _) is { } label)
        {
            return Of(label);
        }

        return Bare(text) is { } bare ? bare : null;
    }

    /// <summary>A month or quarter below the heading of its year: <c>2025/26</c> over <c>Q1</c>, <c>2025</c> over <c>Jul-25</c>.</summary>
    public PeriodHeading? ReadWithin(string year, string part)
    {
        if (Read(year) is not { Frequency: Frequency.Year } || Read(part) is not { } read || read.Frequency is Frequency.Year)
        {
            return null;
        }

        return !read.IsBare ? read
            : YearIn(year) is { } first ? new PeriodHeadings(yearStart, today) { Year = first }.Read(part) : null;
    }

    /// <summary>The period a longer text names, such as a title: <c>Results up to Sept/Oct 2025</c>.</summary>
    public PeriodHeading? In(string text)
    {
        foreach (Match match in InWords().Matches(text))
        {
            if (Read(match.Value) is { IsYearAssumed: false } period)
            {
                return period;
            }
        }

        return null;
    }

    /// <summary>The financial year that words name: <c>2025/26</c>, <c>2025-26</c>.</summary>
    public static int? YearIn(string text)
    {
        foreach (Match match in Years().Matches(text))
        {
            var first = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
            var second = int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
            if ((first + 1) % 100 == second % 100)
            {
                return first < 100 ? 2000 + first : first;
            }
        }

        return null;
    }

    private PeriodHeading? Of(PeriodLabel label) => label switch
    {
        PeriodLabel.OfMonth { MayBeYear: true } year => new PeriodHeading(Close(year.Closing.Year, false), Frequency.Year),
        PeriodLabel.OfMonth month => new PeriodHeading(month.Closing, null),
        PeriodLabel.OfMonths months => new PeriodHeading(months.Closing, months.Closing.MonthsSince(months.Opening) == 2 ? Frequency.Quarter : null),
        PeriodLabel.OfYear { Year: var year } => new PeriodHeading(Close(year.First, year.IsBare || year.IsClosing), Frequency.Year),
        PeriodLabel.OfPart part => Part(part.Year.IsClosing ? part.Year.First - 1 : part.Year.First, part.Frequency, part.Number),
        _ => null,
    };

    /// <summary>A month, quarter or half without its year.</summary>
    private PeriodHeading? Bare(string text)
    {
        var year = Year ?? Assumed();
        PeriodHeading? period = null;
        if (PeriodText.MonthNumber(text) is { } month && !char.IsAsciiDigit(text[0]))
        {
            period = new PeriodHeading(new Month(month >= yearStart ? year : year + 1, month), null);
        }
        else if (BarePart().Match(text) is { Success: true } part)
        {
            period = Part(year, part.Groups[1].Value[0] is 'h' or 'H' ? Frequency.Half : Frequency.Quarter, part.Groups[2].Value[0] - '0');
        }

        else if (BareMonths().Match(text) is { Success: true } months && PeriodText.MonthNumber(months.Groups[1].Value) is { } first
            && PeriodText.MonthNumber(months.Groups[2].Value) is { } last && (last - first + 12) % 12 == 2)
        {
            period = new PeriodHeading(new Month(last >= yearStart ? year : year + 1, last), Frequency.Quarter);
        }

        return period is { } found ? found with { IsYearAssumed = Year is null, IsBare = true } : null;
    }

    private PeriodHeading? Part(int year, Frequency frequency, int number)
    {
        var months = frequency switch { Frequency.Quarter => 3, Frequency.Half => 6, _ => 1 };
        return number * months > 12 ? null : new PeriodHeading(new Month(year, yearStart).AddMonths((number * months) - 1), frequency);
    }

    private Month Close(int year, bool isClosing) => new Month(year, yearStart).AddMonths(isClosing && yearStart > 1 ? -1 : 11);

    /// <summary>The financial year that today is in.</summary>
    private int Assumed() => today.Month >= yearStart ? today.Year : today.Year - 1;

    [GeneratedRegex(@"^(q|qtr|quarter|h|half) ?([1-4])$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BarePart();

    [GeneratedRegex(@"^([a-z]{3,9})\.? ?(?:-|to|\u2013) ?([a-z]{3,9})\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BareMonths();

    [GeneratedRegex(@"\b(20\d\d|\d\d) ?[/\u2013-] ?(\d\d|20\d\d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Years();

    [GeneratedRegex(
        @"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*[ -]\d{2,4}\b|\b(?:q|quarter) ?[1-4],? \d{2,4}[/-]?\d{0,4}\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InWords();
}
