using System.Globalization;
using System.Text.RegularExpressions;
using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Packs.Cells;

/// <summary>
/// Reads how long something took, as people type it: <c>5:30</c>, <c>1:02:30</c>, <c>4m 22s</c>, <c>45 mins</c>,
/// <c>2 weeks</c>. It becomes a number of the indicator's unit.
/// </summary>
public static partial class DurationText
{
    private const string Pieces =
        @"(?:(\d+(?:\.\d+)?) ?(?:w|wk|wks|week|weeks))? ?(?:(\d+(?:\.\d+)?) ?(?:d|day|days))? ?(?:(\d+(?:\.\d+)?) ?(?:h|hr|hrs|hour|hours))? ?"
        + @"(?:(\d+(?:\.\d+)?) ?(?:m|min|mins|minute|minutes))? ?(?:(\d+(?:\.\d+)?) ?(?:s|sec|secs|second|seconds))?";

    private static readonly int[] Seconds = [604_800, 86_400, 3_600, 60, 1];

    /// <summary>The units a duration can be told in, by their code.</summary>
    public static IReadOnlyList<string> Units { get; } = ["seconds", "minutes", "hours", "days", "weeks"];

    /// <summary>Whether text is a duration, whatever the unit.</summary>
    public static bool IsDuration(string text) => TryRead(text, new Unit("seconds"), out _);

    /// <summary>
    /// Reads a duration as a number of a unit. Two numbers with a colon are hours and minutes where the unit is hours or
    /// longer, else minutes and seconds. What does not come out even is kept to places that still tell its smallest part.
    /// </summary>
    public static bool TryRead(string text, Unit unit, out decimal value)
    {
        ArgumentNullException.ThrowIfNull(text);
        value = 0;
        if (SecondsOf(unit) is not { } one || InSeconds(text.Trim().ToLowerInvariant(), one) is not { } total)
        {
            return false;
        }

        var exact = total.Value / one;
        value = exact * one == total.Value && exact.Scale <= 4 ? exact : Math.Round(exact, one / total.Smallest <= 60 ? 2 : 4, MidpointRounding.AwayFromZero);
        return true;
    }

    /// <summary>How many seconds a unit of time has; null for any other unit. A month has no fixed length.</summary>
    public static int? SecondsOf(Unit unit) => Units.ToList().IndexOf(unit.Code) is >= 0 and var at ? Seconds[^(at + 1)] : null;

    private static (decimal Value, decimal Smallest)? InSeconds(string text, int unit)
    {
        if (Clock().Match(text) is { Success: true } clock)
        {
            var (first, second) = (Number(clock.Groups[1]), Number(clock.Groups[2]));
            return clock.Groups[3].Success ? ((first * 3_600) + (second * 60) + Number(clock.Groups[3]), 1)
                : unit >= 3_600 ? ((first * 3_600) + (second * 60), 60)
                : ((first * 60) + second, 1);
        }

        if (InPieces().Match(text) is not { Success: true } pieces || IsBareMinutes(text))
        {
            return null;
        }

        decimal total = 0;
        var smallest = 0;
        for (var piece = 0; piece < Seconds.Length; piece++)
        {
            if (pieces.Groups[piece + 1].Success)
            {
                total += Number(pieces.Groups[piece + 1]) * Seconds[piece];
                smallest = Seconds[piece];
            }
        }

        return smallest == 0 ? null : (total, smallest);
    }

    /// <summary>Five minutes, or five million: <c>5m</c> alone is for the reader of numbers.</summary>
    private static bool IsBareMinutes(string text) => text.EndsWith('m') && text[..^1].TrimEnd().All(letter => char.IsAsciiDigit(letter) || letter == '.');

    private static decimal Number(Group group) => decimal.Parse(group.ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d{1,5}):([0-5]\d)(?::([0-5]\d(?:\.\d{1,3})?))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex("^" + Pieces + "$", RegexOptions.CultureInvariant)]
    private static partial Regex InPieces();
}
