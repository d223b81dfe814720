using System.CommandLine;
using System.CommandLine.Invocation;
using System.Runtime.InteropServices;
using Quarterdeck.Cli.Commands;
using Quarterdeck.Cli.Output;
using Quarterdeck.Cli.Reference;
using Quarterdeck.Cli.Sites;

namespace Quarterdeck.Cli;

/// <summary>The <c>quarterdeck</c> program: its commands, and how a wrong one is answered.</summary>
internal static class QuarterdeckProgram
{
    /// <summary>Set to anything, an unforeseen error is written in full, with its stack trace.</summary>
    private const string DetailsVariable = "QUARTERDECK_DETAILS";

    /// <param name="args">As typed.</param>
    /// <param name="terminal">Where data, progress and complaints go.</param>
    /// <param name="clock">The only clock there is; it says what is in the future.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, TimeProvider clock)
    {
        var root = Root(terminal, clock);
        if (args.Count == 0 && terminal is { IsOfProcess: true, Answers: not null })
        {
            // Somebody opened the program, by a double click or by its name alone: they get a page, and the commands from --help.
            args = ["start"];
        }

        if (args.Count == 0)
        {
            await root.Parse("--help").InvokeAsync(new InvocationConfiguration { Output = terminal.Error, Error = terminal.Error });
            return ExitCode.WrongUse;
        }

        var parsed = root.Parse(args);
        if (parsed.Action is ParseErrorAction)
        {
            return WrongUse(parsed, terminal);
        }

        var configuration = new InvocationConfiguration
        {
            Output = terminal.Output,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeSpan.FromSeconds(10),
        };
        try
        {
            return await parsed.InvokeAsync(configuration);
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync("Stopped. Nothing was left half-written.");
            return ExitCode.Stopped;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await terminal.Error.WriteLineAsync($"The command failed: {problem.Message}");
            return ExitCode.CouldNotDoIt;
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            return await UnforeseenAsync(terminal, problem);
        }
    }

    public static RootCommand Root(Terminal terminal, TimeProvider clock)
    {
        var root = new RootCommand(
            "Quarterdeck rates, checks and publishes the performance figures of a public body. A pack is a folder of CSV tables, a zip of one, or a workbook.")
        {
            StartCommand.Make(terminal, clock),
            NewCommand.Make(terminal, clock),
            AdoptCommand.Make(terminal, clock),
            RateCommand.Make(terminal, clock),
            CheckCommand.Make(terminal, clock),
            ReconcileCommand.Make(terminal, clock),
            ImportCommand.Make(terminal, clock),
            ExportCommand.Make(terminal, clock),
            AuditCommand.Make(terminal, clock),
            PublishCommand.Make(terminal, clock),
            PublicationsCommand.Make(terminal, clock),
            ReissueCommand.Make(terminal, clock),
            DoctorCommand.Make(terminal, clock),
            BackupCommand.Make(terminal, clock),
            BackupCommand.Restore(terminal, clock),
            CopyCommand.Make(terminal, clock),
            MigrateCommand.Make(terminal, clock),
            EraseCommand.Make(terminal, clock),
            PeopleCommand.Make(terminal, clock),
            RoundsCommand.Make(terminal, clock),
            MailCommand.Make(terminal, clock),
            ServeCommand.Make(terminal, clock),
            DemoCommand.Make(terminal, clock),
            StatisticsCommand.Make(terminal),
            ReferenceCommand.Make(terminal),
        };
        foreach (var option in root.Options)
        {
            option.Description = option.Name switch
            {
                "--help" => "Shows what a command does, with an example.",
                "--version" => "Shows the version of the program.",
                _ => option.Description,
            };
        }

        HelpWithExamples.Add(root);
        return root;
    }

    /// <summary>The program itself is at fault: says so in a sentence, and writes the details where they are asked for.</summary>
    private static async Task<int> UnforeseenAsync(Terminal terminal, Exception problem)
    {
        await terminal.Error.WriteLineAsync("Quarterdeck met an error it was not prepared for. This is a fault in the program, not in your figures.");
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(DetailsVariable)))
        {
            await terminal.Error.WriteLineAsync(
                $"To report it, run the command again with the environment variable {DetailsVariable}=1, and send what it writes. Take out names and "
                + $"figures first.");
        }
        else
        {
            await terminal.Error.WriteLineAsync(
                $"Quarterdeck {ProgramVersion.Current}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}");
            await terminal.Error.WriteLineAsync(problem.ToString());
        }

        return ExitCode.Unforeseen;
    }

    private static int WrongUse(ParseResult parsed, Terminal terminal)
    {
        var unknown = parsed.CommandResult.Command is RootCommand && parsed.UnmatchedTokens.Count > 0;
        if (unknown)
        {
            terminal.Error.WriteLine($"There is no command '{parsed.UnmatchedTokens[0]}'.");
        }

        foreach (var error in unknown ? [] : parsed.Errors)
        {
            terminal.Error.WriteLine(error.Message);
        }

        var command = parsed.CommandResult.Command is RootCommand ? string.Empty : HelpWithExamples.FullName(parsed.CommandResult.Command) + " ";
        terminal.Error.WriteLine($"See: quarterdeck {command}--help");
        return ExitCode.WrongUse;
    }
}
