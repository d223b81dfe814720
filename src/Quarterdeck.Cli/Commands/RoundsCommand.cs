using System.CommandLine;
using System.Globalization;
using Quarterdeck.Application.Collection;
using Quarterdeck.Cli.Input;
using Quarterdeck.Cli.Output;
using Quarterdeck.Domain.Collection;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Cli.Commands;

/// <summary><c>quarterdeck rounds</c>: the rounds in which figures are collected.</summary>
internal static class RoundsCommand
{
    private static readonly IReadOnlyList<TextColumn<Listed>> Columns =
    [
        new("Round", one => one.Round.Month.ToString()),
        new("Due", one => $"{one.Round.DueOn:yyyy-MM-dd}"),
        new("Locked from", one => $"{(one.Round.LockedOn ?? one.Round.LockOn):yyyy-MM-dd}"),
        new("Owed", one => Number(one.Returns.Count)) { IsFigure = true },
        new("With officers", one => Number(one.Returns.Count(held => held.State.IsWithOfficer()))) { IsFigure = true },
        new("With approvers", one => Number(one.Returns.Count(held => held.State.IsWithApprover()))) { IsFigure = true },
        new("Approved", one => Number(one.Returns.Count(held => held.State.IsApprovedOrLater()))) { IsFigure = true },
        new("Cannot be given", one => Number(one.Returns.Count(held => held.State == ReturnState.ExplanationAccepted))) { IsFigure = true },
    ];

    public static Command Make(Terminal terminal, TimeProvider clock) =>
        new("rounds", "Opens the rounds in which figures are collected, and says how they stand.") { Open(terminal, clock), List(terminal, clock) };

    private static Command Open(Terminal terminal, TimeProvider clock)
    {
        var options = new StoreOptions();
        var month = new Argument<string>("MONTH") { Description = "The month the figures are of, YYYY-MM." };
        var (due, approve) = (Day("--due", "When returns are due"), Day("--approve-by", "When approvals are due"));
        var @lock = Day("--lock", "The last day of the round");
        var author = new Option<string>("--author") { Description = "Who answers for it.", HelpName = "NAME", Required = true };
        var command = new Command("open", "Asks officers for the figures of a month.")
        {
            month, due, approve, @lock, author, options.Store, options.Organisation,
        };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            async () =>
            {
                if (!Month.TryParse(parsed.GetRequiredValue(month), out var of)
                    || new[] { due, approve, @lock }.Any(option => DayOf(parsed.GetRequiredValue(option)) is null))
                {
                    await terminal.Error.WriteLineAsync("Write the month as 2025-10, and days as 2025-11-10.");
                    return ExitCode.WrongUse;
                }

                if (await PeopleCommand.DeskAsync(options, parsed, terminal, clock) is not { } desk)
                {
                    return ExitCode.WrongUse;
                }

                await using var store = desk.Store;
                DateOnly Of(Option<string> option) => DayOf(parsed.GetRequiredValue(option))!.Value;
                var request = new OpenRound(of, Of(due), Of(approve), Of(@lock), null, parsed.GetRequiredValue(author));
                return await PeopleCommand.TellAsync(terminal, await new OpenRoundHandler(desk, new CatalogueReader()).HandleAsync(request, cancellationToken));
            },
            cancellationToken));
        return command;
    }

    private static Command List(Terminal terminal, TimeProvider clock)
    {
        var options = new StoreOptions();
        var command = new Command("list", "Lists the rounds and how many returns stand where.") { options.Store, options.Organisation };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            async () =>
            {
                if (await PeopleCommand.DeskAsync(options, parsed, terminal, clock) is not { } desk)
                {
                    return ExitCode.WrongUse;
                }

                await using var store = desk.Store;
                var rounds = new List<Listed>();
                foreach (var round in await RoundBook.RoundsAsync(desk, cancellationToken))
                {
                    rounds.Add(new Listed(round, await RoundBook.ReturnsAsync(desk, round.Month, cancellationToken)));
                }

                if (rounds.Count > 0)
                {
                    TextTable.Write(terminal, Columns, rounds);
                }

                await terminal.Error.WriteLineAsync(
                    rounds.Count switch { 0 => "No round was opened yet.", 1 => "1 round.", var count => $"{count} rounds." });
                return ExitCode.Done;
            },
            cancellationToken));
        return command;
    }

    private static Option<string> Day(string name, string what) => new(name) { Description = what + ", YYYY-MM-DD.", HelpName = "DAY", Required = true };

    private static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private sealed record Listed(Round Round, IReadOnlyList<StoredReturn> Returns);
}
