using System.Globalization;
using System.Text;

namespace Quarterdeck.Application.Tests.SecondRater;

/// <summary>A row of one of a pack's tables, as a person would type it.</summary>
internal sealed record PlainRow(string Table, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>The cell's text; null where it is blank.</summary>
    public string? this[string column] => Cells.TryGetValue(column, out var text) && text.Length > 0 ? text : null;

    /// <summary>A number as typed; the grades of the packs made here, and yes and no, count from 0 for the lowest.</summary>
    public decimal? Number(string column) => this[column] switch
    {
        null => null,
        "no" or "Low" => 0,
        "yes" or "Middle" => 1,
        "High" => 2,
        { } text => Kept(decimal.Parse(text, CultureInfo.InvariantCulture)),
    };

    public int? Whole(string column) => this[column] is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    public int? Month(string column) => this[column] is { } text ? Months.Read(text) : null;

    /// <summary>At most 15 significant digits: what stands beyond them is noise of other programs, and goes with the zeros it leaves.</summary>
    private static decimal Kept(decimal number)
    {
        var whole = decimal.Truncate(Math.Abs(number)).ToString(CultureInfo.InvariantCulture).TrimStart('0').Length;
        if (whole + number.Scale <= 15 || number == decimal.Round(number, 15 - whole))
        {
            return number;
        }

        var text = decimal.Round(number, 15 - whole, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture);
        return decimal.Parse(text.TrimEnd('0').TrimEnd('.'), CultureInfo.InvariantCulture);
    }

    public PlainRow With(string column, string text) => this with { Cells = new Dictionary<string, string>(Cells) { [column] = text } };

    public PlainRow Without(string column) => this with { Cells = Cells.Where(cell => cell.Key != column).ToDictionary() };
}

/// <summary>A pack as typed, and the month it is rated at.</summary>
internal sealed record PlainPack(IReadOnlyList<PlainRow> Rows, int AsAt)
{
    public IEnumerable<PlainRow> Of(string table) => Rows.Where(row => row.Table == table);

    public IEnumerable<PlainRow> Of(string table, string reference) => Of(table).Where(row => row["ref"] == reference);

    public IReadOnlyList<string> References => [.. Of("indicators").Select(row => row["ref"]!).Distinct()];

    /// <summary>Every row with its filled cells, for people who look into a difference.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var row in Rows)
        {
            var cells = row.Cells.Where(cell => cell.Value.Length > 0).Select(cell => $"{cell.Key}={cell.Value}");
            text.Append(CultureInfo.InvariantCulture, $"  {row.Table}: {string.Join(", ", cells)}\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"  as at {Months.Write(AsAt)}\n").ToString();
    }
}

/// <summary>Months as whole numbers.</summary>
internal static class Months
{
    public static int Read(string text) => (Number(text[..4]) * 12) + Number(text[5..]) - 1;

    public static string Write(int month) => string.Create(CultureInfo.InvariantCulture, $"{month / 12:D4}-{(month % 12) + 1:D2}");

    public static DateOnly LastDay(int month) => new DateOnly(month / 12, (month % 12) + 1, 1).AddMonths(1).AddDays(-1);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>The rhythm of an indicator: which months close a period, and which year they belong to.</summary>
internal sealed record Rhythm(string Frequency, int YearStart)
{
    public bool Closes(int month) => Frequency switch
    {
        "month" => true,
        "quarter" => MonthOfYear(month) % 3 == 0,
        "half" => MonthOfYear(month) % 6 == 0,
        "year" => MonthOfYear(month) == 12,
        _ => (month % 12) + 1 is 4 or 7 or 12,
    };

    public int MonthOfYear(int month) => (((month % 12) + 1 - YearStart + 12) % 12) + 1;

    public int YearOpening(int month) => month + 1 - MonthOfYear(month);

    /// <summary>The first period that closes in the month or later.</summary>
    public int Holding(int month) => Closes(month) ? month : Holding(month + 1);

    public int Next(int closing) => Holding(closing + 1);

    public int Previous(int closing) => Closes(closing - 1) ? closing - 1 : Previous(closing - 1);

    /// <summary>Months in the period that closes then.</summary>
    public int Length(int closing) => closing - Previous(closing);
}
