using System.Text.RegularExpressions;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Packs.Adoption;

/// <summary>What follows of an indicator from its title and its figures: unit, scale, frequency, which way is good.</summary>
internal static partial class AdoptedUnits
{
    private const decimal LeastShare = 0.2m;

    public static string Unit(AdoptedIndicator indicator)
    {
        var figures = indicator.Figures
            .Where(each => each.Figure.Number is not null && each.Role is ColumnRole.Value or ColumnRole.Target or ColumnRole.Ytd).ToList();
        return indicator.Unit is { } said ? said
            : figures.Exists(each => each.Figure.IsPercent) ? "percent"
            : figures.Select(each => each.Figure.Currency ?? each.Figure.Unit).FirstOrDefault(unit => unit is not null) is { } typed ? typed
            : Money().IsMatch(indicator.Title) ? "gbp"
            : Seconds().IsMatch(indicator.Title) ? "seconds"
            : Days().IsMatch(indicator.Title) ? "days"
            : Per().Match(indicator.Title) is { Success: true } per ? "per-" + per.Groups[1].Value.Replace(",", string.Empty, StringComparison.Ordinal)
            : Percent().IsMatch(indicator.Title) && figures.TrueForAll(each => each.Figure.Number is >= 0 and <= 100) ? "percent"
            : "number";
    }

    /// <summary>1000 where the title counts in thousands and the figures do not say so themselves.</summary>
    public static decimal Scale(AdoptedIndicator indicator) =>
        Thousands().IsMatch(indicator.Title) && !indicator.Results.Any(each => each.Text.TrimEnd().EndsWith('k')) ? 1000 : 1;

    /// <summary>Whether percentages are typed as shares of one throughout: 0.97 for 97%. Of very small ones nobody can tell.</summary>
    public static bool AreShares(AdoptedIndicator indicator) =>
        MayBeShares(indicator) && indicator.Results.Max(each => each.Figure.Number) >= LeastShare;

    public static bool MayBeShares(AdoptedIndicator indicator)
    {
        var numbers = indicator.Figures.Where(each => each.Role is ColumnRole.Value or ColumnRole.Ytd or ColumnRole.Target or ColumnRole.Floor)
            .Where(each => each.Figure.Number is not null).ToList();
        return numbers.Count > 1 && numbers.TrueForAll(each => !each.Figure.IsPercent && each.Figure.Number is >= 0 and <= 1)
            && numbers.Exists(each => each.Figure.Number is > 0 and < 1);
    }

    public static Frequency Frequency(AdoptedIndicator indicator)
    {
        var closings = indicator.Results.Select(each => each.Period!.Value).Distinct().ToList();
        if (closings.Count < 2)
        {
            return indicator.Frequency ?? Domain.Periods.Frequency.Month;
        }

        var gaps = closings.Zip(closings.Skip(1)).Select(pair => pair.Second.MonthsSince(pair.First)).ToList();
        return closings.TrueForAll(month => month.Number is 12 or 4 or 7) && gaps.Exists(gap => gap is 4 or 5) ? Domain.Periods.Frequency.Term
            : gaps.TrueForAll(gap => gap % 12 == 0) ? Domain.Periods.Frequency.Year
            : gaps.TrueForAll(gap => gap % 6 == 0) ? Domain.Periods.Frequency.Half
            : gaps.TrueForAll(gap => gap % 3 == 0) ? Domain.Periods.Frequency.Quarter
            : Domain.Periods.Frequency.Month;
    }

    /// <summary>Which way is good, and from what that follows.</summary>
    public static (string Polarity, string Reason, bool IsSure) Polarity(AdoptedIndicator indicator)
    {
        var (target, floor) = (indicator.First(ColumnRole.Target)?.Figure, indicator.First(ColumnRole.Floor)?.Figure);
        if (indicator.Polarity is { } said)
        {
            return (said, "The source says so.", true);
        }

        if (target?.Number is { } goal && floor?.Number is { } least && goal != least)
        {
            return (least < goal ? "higher" : "lower", "The floor standard lies on the other side of the target.", true);
        }

        if (target?.Polarity is { } sign)
        {
            return (sign, "The sign before the target says so.", true);
        }

        var votes = Votes(indicator);
        return votes != 0 ? (votes > 0 ? "higher" : "lower", "The printed ratings say so.", true)
            : (LessIsBetter().IsMatch(indicator.Title) ? "lower" : "higher", "Only the words of the title say so.", false);
    }

    /// <summary>Above nothing where the printed ratings mean that higher is better.</summary>
    private static int Votes(AdoptedIndicator indicator)
    {
        var votes = 0;
        foreach (var rating in indicator.Of(ColumnRole.Rating).Concat(indicator.Of(ColumnRole.YtdRating)))
        {
            var role = rating.Role == ColumnRole.YtdRating ? ColumnRole.Ytd : ColumnRole.Value;
            var period = role == ColumnRole.Ytd ? null : rating.Period ?? indicator.Latest;
            var value = indicator.Of(role).FirstOrDefault(each => each.Period == period)?.Figure.Number;
            var target = (indicator.Of(ColumnRole.Target).FirstOrDefault(each => each.Period == period) ?? indicator.First(ColumnRole.Target))?.Figure.Number;
            if (value is { } result && target is { } goal && result != goal)
            {
                votes += result > goal == (rating.Text == "Green") ? 1 : -1;
            }
        }

        return votes;
    }

    [GeneratedRegex(
        @"£|\b(cost|spend|income|debt|value of|rent invoiced|receipts|budget)\b.*(£|000)|\(£",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Money();

    [GeneratedRegex(@"\(seconds?\)|in seconds", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Seconds();

    [GeneratedRegex(@"\(days\)|\bdays (taken|to|lost|per)\b|average (number of )?days|number of days", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Days();

    [GeneratedRegex(@"\bper (1,?000|10,?000|100,?000|1,000,000)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Per();

    [GeneratedRegex(@"percent|per cent|%|proportion|\brate of\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Percent();

    [GeneratedRegex(@"\(£?000'?s?\)|\(£k\)|\bthousands?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();

    [GeneratedRegex(
        @"\b(days|time|waiting|wait|complaints|absence|sickness|vacan|outstanding|arrears|debt|missed|crime|re-?offend|homeless|accidents|"
        + @"injur|deaths|turnover|excluded|exclusions|not in education|residual|cost per|emissions|first time entrants|looked after|"
        + @"protection plan|speed of answer|void|overdue|in category|readmission|delayed|backlog|errors|overturned)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LessIsBetter();
}
