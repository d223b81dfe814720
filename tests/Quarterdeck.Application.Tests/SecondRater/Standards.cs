using System.Numerics;

namespace Quarterdeck.Application.Tests.SecondRater;

/// <summary>What a figure is held against.</summary>
internal sealed record Held(Fraction? Target, Fraction? Floor, Fraction? Lower, Fraction? Upper, int? TargetPlaces = null)
{
    public static readonly Held Nothing = new(null, null, null, null);
}

/// <summary>Which target is held against which figure (rules.md, Span).</summary>
internal sealed class Aims(PlainPack pack, string reference)
{
    private readonly List<PlainRow> _rows = [.. pack.Of("targets", reference).Where(row => row["breakdown"] is null)];

    /// <summary>The standard of one period's figure.</summary>
    public Held OfPeriod(Terms terms, int closing, Func<Fraction?> lastYear)
    {
        string[] scopes = terms.Basis == "cumulative" ? ["period", "ytd", "year"]
            : Covered.Spans && terms.Rhythm.Frequency == "year" ? ["period", "year"] : ["period"];
        return Of(scopes, terms, closing, terms.Basis == "cumulative", lastYear);
    }

    /// <summary>The standard of a year to date: its own row, else the year's through a profile, else that of its periods.</summary>
    /// <param name="terms">The version in force.</param>
    /// <param name="closing">The last period counted.</param>
    /// <param name="counted">Every period counted.</param>
    /// <param name="lastYear">The year to date of a year before.</param>
    public Held OfYearToDate(Terms terms, int closing, IReadOnlyList<int> counted, Func<Fraction?> lastYear)
    {
        if (!terms.Grows)
        {
            return Of(["ytd", "year", "period"], terms, closing, true, lastYear);
        }

        var own = Of(["ytd", "year"], terms, closing, true, lastYear);
        if (terms.Rhythm.Frequency == "year")
        {
            return Of(["ytd", "year", "period"], terms, closing, true, lastYear);
        }

        var parts = counted.Select(month => Of(["period"], terms, month, false, () => null)).ToList();
        var straight = Of(["period"], terms, closing, true, lastYear);
        Fraction? Added(Func<Held, Fraction?> of, string column) =>
            Row(closing, ["period"], row => row[column] is not null) is { } row && row["profile"] == "straight-line" ? of(straight)
            : parts.Count > 0 && parts.TrueForAll(part => of(part) is not null) ? parts.Select(part => of(part)!.Value).Aggregate((sum, part) => sum + part)
            : null;
        var hasAim = own.Target is not null || own.Floor is not null || Row(closing, ["ytd", "year"], IsAim) is not null;
        var hasRange = Row(closing, ["ytd", "year"], IsRange) is not null;
        return new Held(
            hasAim ? own.Target : Added(part => part.Target, "target"),
            hasAim ? own.Floor : Added(part => part.Floor, "floor"),
            hasRange ? own.Lower : Added(part => part.Lower, "lower"),
            hasRange ? own.Upper : Added(part => part.Upper, "upper"));
    }

    private static bool IsAim(PlainRow row) => (row["target"] ?? row["floor"] ?? row["target_from"] ?? row["text"]) is not null;

    private static bool IsRange(PlainRow row) => row["lower"] is not null || row["upper"] is not null;

    private Held Of(string[] scopes, Terms terms, int closing, bool toDate, Func<Fraction?> lastYear)
    {
        var aim = Row(closing, scopes, IsAim, terms);
        var range = Row(closing, scopes, IsRange, terms);
        var target = Profiled(terms, aim, "target", closing, toDate);
        return new Held(
            target ?? Elsewhere(terms, aim, closing, lastYear),
            Profiled(terms, aim, "floor", closing, toDate),
            Profiled(terms, range, "lower", closing, toDate),
            Profiled(terms, range, "upper", closing, toDate),
            aim?.Number("target") is { } typed ? terms.TargetDecimals ?? typed.Scale : null);
    }

    private Fraction? Elsewhere(Terms terms, PlainRow? aim, int closing, Func<Fraction?> lastYear)
    {
        if (aim?["target_from"] is not { } name)
        {
            return null;
        }

        var comparator = pack.Of("comparators", reference).LastOrDefault(row => row.Month("period") == closing && row["name"] == name)?.Number("value");
        var found = name == "previous-year" ? lastYear() : comparator is { } value ? Fraction.Of(value) : null;
        return terms.TargetDecimals is { } places ? found?.Rounded(places) : found;
    }

    private static Fraction? Profiled(Terms terms, PlainRow? row, string column, int closing, bool toDate)
    {
        if (row?.Number(column) is not { } typed)
        {
            return null;
        }

        if (row["profile"] == "straight-line")
        {
            var months = toDate ? terms.Rhythm.MonthOfYear(closing) : terms.Rhythm.Length(closing);
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
                .Where(row => Scope(row) == scope && row.Month("from") <= closing && closing <= EndOf(row) && says(row))
                .Where(row => scope != "year" || row["profile"] is "straight-line" or "whole-year" || (Covered.Spans && terms?.Rhythm.Frequency == "year"))
                .MaxBy(row => row.Month("from"));
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

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
