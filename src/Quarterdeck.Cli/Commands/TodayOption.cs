using System.CommandLine;
using System.Globalization;

namespace Quarterdeck.Cli.Commands;

/// <summary>The day by which results are overdue, where it is not today.</summary>
internal static class TodayOption
{
    public static Option<string> Make(string description)
    {
        var today = new Option<string>("--today") { Description = description, HelpName = "DATE" };
        today.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !TryDay(result.Tokens[0].Value, out _))
            {
                result.AddError($"--today: '{result.Tokens[0].Value}' is not a date. Write it as 2025-11-26.");
            }
        });
        return today;
    }

    /// <summary>The day asked for; null where none is.</summary>
    public static DateOnly? Of(ParseResult parsed, Option<string> today) => TryDay(parsed.GetValue(today), out var day) ? day : null;

    private static bool TryDay(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
