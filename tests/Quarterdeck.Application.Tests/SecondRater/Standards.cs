using System.Globalization;
using System.Numerics;

namespace Quarterdeck.Application.Tests.SecondRater;

/// <summary>A figure as displayed, with the places it is shown with.</summary>
internal sealed record Known(Fraction Value, int Places);

/// <summary>What a figure is held against.</summary>
internal sealed record Held(
    Fraction? Target, Fraction? Floor, Fraction? Lower, Fraction? Upper, string? Text = null, string? WhyNone = null)
{
    public static readonly Held Nothing = new(null, null, null, null);

    /// <summary>The target as the record has it: a number, or words.</summary>
    public string? Aim => Target?.Text() ?? Text;
}

/// <summary>Which target is held against which figure (rules.md, Span).</summary>
internal sealed class Aims(PlainPack pack, string reference, string? part)
{
    private readonly List<PlainRow> _rows = [.. pack.Of("targets", reference).Where(row => row["breakdown"] == part)];

    /// <summary>The standard of one period's figure.</summary>
    public Held OfPeriod(Terms terms, int closing, Func<int, Known?> yearsBefore)
    {
        string[] scopes = terms.Basis == "cumulative" ? ["period", "ytd", "year"]
            : terms.Rhythm.Frequency == "year" ? ["period", "year", "straight ytd"] : ["period", "straight year", "straight ytd"];
        return Of(scopes, terms, closing, terms.Basis == "cumulative", yearsBefore);
    }

    /// <summary>The standard of a year to date: its own row, else the year's through a profile, else that of its periods.</summary>
    /// <param name="terms">The version in force.</param>
    /// <param name="closing">The last period counted.</param>
    /// <param name="counted">Every period counted.</param>
    /// <param name="soFarBefore">The year to date of so many years before.</param>
    /// <param name="yearsBefore">The figure so many years before one of the periods.</param>
    public Held OfYearToDate(Terms terms, int closing, IReadOnlyList<int> counted, Func<int, Known?> soFarBefore, Func<int, int, Known?> yearsBefore)
    {
        if (!terms.Grows || terms.Rhythm.Frequency == "year")
        {
            return Of(["ytd", "year", "period"], terms, closing, true, soFarBefore);
        }

        // A row of one period that holds the year's figure by its profile is a row of the year.
        var own = Of(["ytd", "year", "year's period"], terms, closing, true, soFarBefore);
        var parts = counted.Select(month => Of(["one period"], terms, month, false, years => yearsBefore(month, years))).ToList();
        Fraction? Added(Func<Held, Fraction?> of) => parts.Count > 0 && parts.TrueForAll(part => of(part) is not null)
            ? parts.Select(part => of(part)!.Value).Aggregate((sum, part) => sum + part)
            : null;
        var hasAim = own.Target is not null || own.Floor is not null || own.Text is not null;
        var hasRange = own.Lower is not null || own.Upper is not null;
        return new Held(
            hasAim ? own.Target : Added(part => part.Target),
            hasAim ? own.Floor : Added(part => part.Floor),
            hasRange ? own.Lower : Added(part => part.Lower),
            hasRange ? own.Upper : Added(part => part.Upper),
            WhyNone: hasAim ? own.WhyNone : Words.NoYearTarget,
            Text: hasAim ? own.Text : null);
    }

    /// <summary>The target set for the year as a whole; none for a yearly figure, whose year is its period.</summary>
    public Fraction? WholeYear(Terms terms, int closing) => terms.Rhythm.Frequency == "year" ? null
        : _rows.Where(row => Scope(row) == "year" && (row["target"] ?? row["floor"]) is not null && row.Month("from") <= closing && closing <= EndOf(row))
            .MaxBy(row => row.Month("from"))?.Number("target") is { } typed ? Fraction.Of(typed) : null;

    private static bool IsAim(PlainRow row) => (row["target"] ?? row["floor"] ?? row["target_from"] ?? row["relative"] ?? row["text"]) is not null;

    private static bool IsRange(PlainRow row) => row["lower"] is not null || row["upper"] is not null;

    private Held Of(string[] scopes, Terms terms, int closing, bool toDate, Func<int, Known?> yearsBefore)
    {
        var aim = Row(closing, scopes, IsAim, terms);
        var range = Row(closing, scopes, IsRange, terms);
        var target = Profiled(terms, aim, "target", closing, toDate);
        return new Held(
            target ?? Elsewhere(terms, aim, closing, yearsBefore),
            Profiled(terms, aim, "floor", closing, toDate),
            Profiled(terms, range, "lower", closing, toDate),
            Profiled(terms, range, "upper", closing, toDate),
            Text: aim?["text"],
            WhyNone: aim?["relative"] is not null ? Words.NoEarlier : null);
    }

    private Fraction? Elsewhere(Terms terms, PlainRow? aim, int closing, Func<int, Known?> yearsBefore)
    {
        if (aim?["relative"] is { } relative)
        {
            var made = Relative(relative, terms.Polarity, yearsBefore);
            return terms.OnExact ? made : made?.Rounded(terms.TargetDecimals ?? yearsBefore(1)?.Places ?? 0);
        }

        if (aim?["target_from"] is not { } name)
        {
            return null;
        }

        var others = part is null ? pack.Of("comparators", reference) : [];
        var comparator = others.LastOrDefault(row => row.Month("period") == closing && row["name"] == name)?.Number("value");
        var found = name == "previous-year" ? yearsBefore(1)?.Value : comparator is { } value ? Fraction.Of(value) : null;
        return terms.TargetDecimals is { } places ? found?.Rounded(places) : found;
    }

    /// <summary>So much on last year, the mean of some years, or the better of several such.</summary>
    private static Fraction? Relative(string text, string polarity, Func<int, Known?> yearsBefore)
    {
        List<Fraction> made = [];
        foreach (var way in text.Replace("best of ", string.Empty, StringComparison.Ordinal).Split("; "))
        {
            var years = way.StartsWith("mean ", StringComparison.Ordinal) ? int.Parse(way[5..], CultureInfo.InvariantCulture) : 1;
            var held = Enumerable.Range(1, years).Select(yearsBefore).ToList();
            if (held.Contains(null))
            {
                return null;
            }

            var mean = held.Aggregate(Fraction.Of(0), (sum, one) => sum + one!.Value) / Fraction.Of(years);
            var more = years > 1 ? Fraction.Of(0) : Fraction.Of(decimal.Parse(way.TrimEnd('%'), CultureInfo.InvariantCulture));
            made.Add(mean + (way.EndsWith('%') ? mean.Size * more / Fraction.Of(100) : more));
        }

        made.Sort();
        return made.Count == 1 ? made[0] : polarity switch { "higher" => made[^1], "lower" => made[0], _ => null };
    }

    private static Fraction? Profiled(Terms terms, PlainRow? row, string column, int closing, bool toDate)
    {
        if (row?.Number(column) is not { } typed)
        {
            return null;
        }

        if (row["profile"] == "straight-line")
        {
            var months = terms.Basis == "rolling" ? terms.RollingMonths : toDate ? terms.Rhythm.MonthOfYear(closing) : terms.Rhythm.Length(closing);
            return new Fraction(Fraction.Of(typed).Top * months, Fraction.Of(typed).Bottom * new BigInteger(12)).Rounded(terms.TargetDecimals ?? typed.Scale);
        }

        return terms.TargetDecimals is { } places && !terms.OnExact ? Fraction.Of(typed).Rounded(places) : Fraction.Of(typed);
    }

    /// <summary>The row of the first scope that covers the month; of several, the one that began last.</summary>
    private PlainRow? Row(int closing, string[] scopes, Func<PlainRow, bool> says, Terms? terms = null)
    {
        foreach (var scope in scopes)
        {
            var found = _rows
                .Where(row => Fits(row, scope) && row.Month("from") <= closing && closing <= EndOf(row) && says(row))
                .Where(row => scope != "year" || row["profile"] is "straight-line" or "whole-year" || terms?.Rhythm.Frequency == "year")
                .MaxBy(row => row.Month("from"));
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    private static bool Fits(PlainRow row, string scope) => scope switch
    {
        "year's period" => Scope(row) == "period" && row["profile"] is not null,
        "one period" => Scope(row) == "period" && row["profile"] is null,
        "straight year" => Scope(row) == "year" && row["profile"] == "straight-line",
        "straight ytd" => Scope(row) == "ytd" && row["profile"] == "straight-line",
        _ => Scope(row) == scope,
    };

    private static string Scope(PlainRow row) => row["scope"] ?? "period";

    /// <summary>Blank: until the next row of that reference and scope, else the end of the financial year it began in.</summary>
    public int EndOf(PlainRow row)
    {
        var from = row.Month("from")!.Value;
        var start = pack.Of("settings").FirstOrDefault(setting => setting["key"] == "financial_year_start")?.Whole("value") ?? 4;
        var next = _rows.Where(other => Scope(other) == Scope(row) && other.Month("from") > from).Select(other => other.Month("from")).Min();
        return row.Month("to") ?? (next is { } later ? later - 1 : new Rhythm("month", start).YearOpening(from) + 11);
    }
}
