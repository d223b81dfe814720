using System.CommandLine;

namespace Quarterdeck.Cli.Input;

/// <summary>An option that takes a moment of recorded time.</summary>
internal static class MomentOption
{
    public static Option<string> Make(string name, string description)
    {
        var option = new Option<string>(name) { Description = description, HelpName = "MOMENT" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && StoreOptions.Moment(result.Tokens[0].Value) is null)
            {
                result.AddError(
                    $"{name}: '{result.Tokens[0].Value}' is not a day or a moment. Write it as 2025-11-26T17:00Z, or 2025-11-26 for the end of that day.");
            }
        });
        return option;
    }
}
