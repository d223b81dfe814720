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
            "days" or "seconds" or "minutes" or "hours" or "weeks" or "months" or "fte" or "date" or "kg-per-household" => new Unit(word),
            _ when Per().IsMatch(word) => new Unit(word.Replace(",", string.Empty, StringComparison.Ordinal)),
            _ => new Unit(text!),
        };
    }

    [GeneratedRegex(@"^per-[\d,]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Per();
}
