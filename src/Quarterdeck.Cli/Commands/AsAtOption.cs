using System.CommandLine;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Packs.Cells;

namespace Quarterdeck.Cli.Commands;

/// <summary>The <c>--as-at</c> of a command: a month, written as people write months.</summary>
internal static class AsAtOption
{
    private static readonly PeriodCalendar Months = new(Frequency.Month, 4);

    public static Option<string> Make()
    {
        var option = new Option<string>("--as-at")
        {
            Description = "Uses results up to the end of this month (2025-10, Oct-25). Without it, up to the latest month with a result.",
            HelpName = "PERIOD",
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !PeriodText.TryRead(result.Tokens[0].Value, Months, out _, out _))
            {
                result.AddError($"--as-at: '{result.Tokens[0].Value}' is not a month. Write it as 2025-10 or Oct-25.");
            }
        });
        return option;
    }

    public static Month? Of(ParseResult parsed, Option<string> option) =>
        parsed.GetValue(option) is { } text && PeriodText.TryRead(text, Months, out var month, out _) ? month : null;
}
