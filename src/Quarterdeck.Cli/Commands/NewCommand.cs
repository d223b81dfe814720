using System.CommandLine;
using System.Globalization;
using Quarterdeck.Cli.Output;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Packs.Adoption;

namespace Quarterdeck.Cli.Commands;

/// <summary><c>quarterdeck new DIR</c>: a workbook to begin with. What is not said by a flag is asked, where there is a person to ask.</summary>
internal static class NewCommand
{
    private const string FileName = "performance.xlsx";
    private const decimal UsualTolerance = 10;

    private static readonly string[] Frequencies = ["month", "quarter", "year"];
    private static readonly string[] Ratings = ["floor", "tolerance"];

    public static Command Make(Terminal terminal, TimeProvider clock)
    {
        var directory = new Argument<string>("DIR") { Description = "The folder the workbook is written into. It is made if it is not there." };
        var name = new Option<string>("--name") { Description = "The name of the council.", HelpName = "NAME" };
        var yearStart = YearStart();
        var frequency = new Option<string>("--frequency") { Description = "How often most indicators have a result. Without it, month." };
        frequency.AcceptOnlyFromAmong(Frequencies);
        var rating = new Option<string>("--rating")
        {
            Description = $"When a result is Amber: from the floor standard to the target (floor, the default), or within {UsualTolerance}% of the target "
                + "(tolerance).",
        };
        rating.AcceptOnlyFromAmong(Ratings);
        var command = new Command("new", "Makes a workbook to begin with: fill it in with Excel or LibreOffice, then rate and publish it.")
        {
            directory, name, yearStart, frequency, rating,
        };
        command.SetAction(parsed =>
        {
            var file = Path.Combine(parsed.GetRequiredValue(directory), FileName);
            if (File.Exists(file))
            {
                terminal.Error.WriteLine($"'{file}' is there already, and is left as it is. Name another folder, or move the file.");
                return ExitCode.CouldNotDoIt;
            }

            var organisation = parsed.GetValue(name) ?? Ask(terminal, "The name of the council", "Our Council", _ => true);
            var start = parsed.GetValue(yearStart)
                ?? int.Parse(Ask(terminal, "First month of the financial year, 1 to 12", "4", IsMonth), CultureInfo.InvariantCulture);
            var often = parsed.GetValue(frequency)
                ?? Ask(terminal, "How often do most indicators have a result: month, quarter or year", "month", Frequencies.Contains);
            var question = $"Amber from a floor standard up to the target (floor), or within {UsualTolerance}% of it (tolerance)";
            var amber = parsed.GetValue(rating) ?? Ask(terminal, question, "floor", Ratings.Contains);
            var answers = new StarterAnswers(
                organisation, start, Enum.Parse<Frequency>(often, ignoreCase: true), amber == "tolerance" ? UsualTolerance : null);
            Directory.CreateDirectory(parsed.GetRequiredValue(directory));
            File.WriteAllBytes(file, StarterWorkbook.Write(answers, DateOnly.FromDateTime(clock.GetLocalNow().DateTime)));
            terminal.Output.WriteLine(file);
            terminal.Error.WriteLine(
                $"Open it in Excel or LibreOffice, write your own rows over the examples, and save it. Then: quarterdeck rate {parsed.GetValue(directory)}");
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>The option that says when the financial year begins.</summary>
    public static Option<int?> YearStart()
    {
        var yearStart = new Option<int?>("--year-start") { Description = "The first month of the financial year, 1 to 12. Without it, 4 for April." };
        yearStart.Validators.Add(result =>
        {
            if (result.GetValue(yearStart) is < 1 or > 12)
            {
                result.AddError("--year-start is the number of a month: 1 to 12.");
            }
        });
        return yearStart;
    }

    private static bool IsMonth(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12;

    /// <summary>Asks until the answer fits; nothing typed, or nobody to ask, is the usual answer.</summary>
    private static string Ask(Terminal terminal, string question, string usual, Func<string, bool> fits)
    {
        while (terminal.Answers is { } answers)
        {
            terminal.Error.Write($"{question} [{usual}]: ");
            var answer = answers.ReadLine()?.Trim();
            if (string.IsNullOrEmpty(answer))
            {
                break;
            }

            if (fits(answer))
            {
                return answer;
            }

            terminal.Error.WriteLine($"\"{answer}\" is not one of the answers.");
        }

        return usual;
    }
}
