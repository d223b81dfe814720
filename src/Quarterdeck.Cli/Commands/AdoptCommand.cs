using System.CommandLine;
using Quarterdeck.Cli.Input;
using Quarterdeck.Cli.Output;
using Quarterdeck.Packs.Adoption;

namespace Quarterdeck.Cli.Commands;

/// <summary><c>quarterdeck adopt FILE...</c>: a pack from what a council has, and an account of every number in it.</summary>
internal static class AdoptCommand
{
    private const string Workbook = "performance.xlsx";
    private const string Mapping = "mapping.csv";
    private const string Account = "adopted.json";
    private const string Page = "found.html";

    public static Command Make(Terminal terminal, TimeProvider clock)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "What the council has: workbooks (.xlsx, .ods), CSV files, Word documents, PDF files, or text pasted from a paper.",
            Arity = ArgumentArity.OneOrMore,
        };
        var folder = new Option<string>("--out")
        {
            Description = "The folder the pack and the account of it are written into.",
            HelpName = "DIR",
            Required = true,
        };
        var mapping = new Option<string>("--mapping")
        {
            Description = "The mapping.csv of an earlier run, as it was or corrected: it says what each column is.",
            HelpName = "FILE",
        };
        var name = new Option<string>("--name") { Description = "The name of the council. Without it, the one the files name.", HelpName = "NAME" };
        var yearStart = NewCommand.YearStart();
        var yes = new Option<bool>("--yes") { Description = "Takes what is proposed, and asks nothing." };
        var command = new Command("adopt", "Reads a council's own spreadsheets and papers into a pack, and says of every number what became of it.")
        {
            files, folder, mapping, name, yearStart, yes,
        };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
                if (ReadMapping(terminal, parsed.GetValue(mapping)) is not { } said)
                {
                    return ExitCode.CouldNotDoIt;
                }

                var request = new AdoptionRequest(parsed.GetValue(name), parsed.GetValue(yearStart) ?? 4, today, said);
                return Run(terminal, parsed.GetRequiredValue(files), request, parsed.GetRequiredValue(folder), parsed.GetValue(yes), cancellationToken);
            },
            cancellationToken));
        return command;
    }

    private static AdoptionMapping? ReadMapping(Terminal terminal, string? path)
    {
        try
        {
            return path is null ? new AdoptionMapping() : AdoptionMapping.Read(path);
        }
        catch (InvalidDataException wrong)
        {
            terminal.Error.WriteLine(wrong.Message);
            return null;
        }
    }

    private static int Run(
        Terminal terminal, string[] files, AdoptionRequest request, string folder, bool isYes, CancellationToken cancellationToken)
    {
        var outcome = CouncilAdoption.Read(files, request, out var findings);
        cancellationToken.ThrowIfCancellationRequested();
        if (outcome is { Questions.Count: > 0 } && !isYes && terminal.Answers is { } answers && Ask(terminal, answers, outcome, request.Mapping))
        {
            outcome = CouncilAdoption.Read(files, request, out findings);
        }

        if (outcome?.Workbook is not { } workbook)
        {
            FindingText.Write(terminal, FindingText.InOrder(findings));
            terminal.Error.WriteLine(outcome is null ? "The files cannot be read. Nothing was written."
                : "No table of indicators was found: one has a heading over titles and over figures. Nothing was written.");
            return ExitCode.CouldNotDoIt;
        }

        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, Workbook), workbook);
        File.WriteAllText(Path.Combine(folder, Mapping), outcome.Mapping);
        File.WriteAllBytes(Path.Combine(folder, Account), AdoptionAccount.Write(outcome));
        return Tell(terminal, files, request, folder, outcome, cancellationToken);
    }

    /// <summary>Checks and reconciles what was adopted, and writes what that found.</summary>
    private static int Tell(
        Terminal terminal, string[] files, AdoptionRequest request, string folder, AdoptionOutcome outcome, CancellationToken cancellationToken)
    {
        var adopted = AdoptedFiles.Of(outcome, Path.Combine(folder, Workbook), request.Today, cancellationToken);
        File.WriteAllText(Path.Combine(folder, Page), AdoptionPage.Write(files.Select(file => Path.GetFileName(file)), adopted));
        foreach (var file in new[] { Workbook, Mapping, Account, Page })
        {
            terminal.Output.WriteLine(Path.Combine(folder, file));
        }

        terminal.Error.WriteLine(
            $"{outcome.Indicators} indicators. Numbers: {outcome.Count(AdoptedState.Read)} read, {outcome.Count(AdoptedState.Unsure)} unsure, "
            + $"{outcome.Count(AdoptedState.LeftOut)} left out; {Account} says where each stands and why.");
        terminal.Error.WriteLine(
            $"Printed and computed differ in {adopted.Differences.Count} places. The check of the figures: "
            + $"{FindingText.Summary(adopted.Findings)}. See {Page}.");
        return ExitCode.Done;
    }

    /// <summary>Asks about each doubtful column once. Nothing typed keeps what is proposed.</summary>
    private static bool Ask(Terminal terminal, TextReader answers, AdoptionOutcome outcome, AdoptionMapping mapping)
    {
        terminal.Error.WriteLine($"A column can be: {string.Join(", ", AdoptionMapping.Words)}. Press Enter to keep what is in brackets.");
        foreach (var question in outcome.Questions)
        {
            string? answer;
            do
            {
                terminal.Error.Write($"{(question.Sheet.Length > 0 ? question.Sheet + ", " : string.Empty)}column \"{question.Heading}\": {question.Reason} ");
                terminal.Error.Write($"What is it? [{question.Proposed}]: ");
                answer = answers.ReadLine()?.Trim();
            }
            while (!mapping.Say(question.Sheet, question.Heading, string.IsNullOrEmpty(answer) ? question.Proposed : answer));
        }

        return true;
    }
}
