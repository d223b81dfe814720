using System.Text.RegularExpressions;
using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Packs.Cells;

/// <summary>Reads a unit: the known codes in any case and spelling, anything else as the council's own word.</summary>
public static partial class UnitText
{
    public static Unit Read(string? text)
    {
        var word = (text ?? string.Empty).ToLowerInvariant().Replace(' ', '-');
        return word switch
        {
            "" or "number" or "count" => Unit.Number,
            "percent" or "percentage" or "%" or "per-cent" => Unit.Percent,
            "gbp" or "£" or "pounds" => new Unit("gbp"),
            "€" or "euro" or "euros" => new Unit("eur"),
            "$" => new Unit("usd"),
            "money" or "grade" or "yes-no" => new Unit(word),
            "grades" => new Unit("grade"),
            "yes/no" or "yesno" => new Unit("yes-no"),
            "sec" or "secs" or "second" => new Unit("seconds"),
            "min" or "mins" or "minute" => new Unit("minutes"),
            "hour" or "hrs" => new Unit("hours"),
            "day" => new Unit("days"),
            "week" => new Unit("weeks"),
            _ when new Unit(word).IsMoney => new Unit(word),
            "days" or "seconds" or "minutes" or "hours" or "weeks" or "months" or "fte" or "date" or "kg-per-household" => new Unit(word),
            _ when Per().IsMatch(word) => new Unit(word.Replace(",", string.Empty, StringComparison.Ordinal)),
            _ => new Unit(text!),
        };
    }

    [GeneratedRegex(@"^per-[\d,]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Per();
}
