using System.CommandLine;
using System.Globalization;
using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Cli.Configuration;
using Quarterdeck.Cli.Input;
using Quarterdeck.Cli.Output;
using Quarterdeck.Domain.Access;
using Quarterdeck.Web.Mail;

namespace Quarterdeck.Cli.Commands;

/// <summary><c>quarterdeck mail</c>: whether mails go out, by whoever holds the store itself.</summary>
internal static class MailCommand
{
    private const int Most = 100;

    private static readonly IReadOnlyList<TextColumn<Listed>> Columns =
    [
        new("To", one => one.To) { Wraps = true },
        new("Made", one => Moment(one.Mail.MadeAt)),
        new("State", one => State(one.Mail)),
        new("Problem", one => one.Mail.Problem) { Wraps = true },
    ];

    public static Command Make(Terminal terminal, TimeProvider clock) => new("mail", "Says whether people get the mails that tell them what is theirs to do.")
    {
        Test(terminal, clock), List(terminal, clock),
    };

    private static Command Test(Terminal terminal, TimeProvider clock)
    {
        var settings = new SettingOptions(SettingList.UsualUrl, store: null);
        var to = new Option<string>("--to") { Description = "The address to write to.", HelpName = "ADDRESS", Required = true };
        var command = new Command("test", "Sends one mail by the settings of the site, and says whether the mail server took it.") { to };
        settings.AddTo(command, "mail-");
        command.SetAction((parsed, cancellationToken) => settings.Read(parsed, terminal, SettingOptions.EnvironmentOfProcess()) is { } values
            ? TestAsync(terminal, clock, values, parsed.GetRequiredValue(to), cancellationToken) : Task.FromResult(ExitCode.WrongUse));
        return command;
    }

    private static async Task<int> TestAsync(Terminal terminal, TimeProvider clock, SettingValues values, string to, CancellationToken cancellationToken)
    {
        if (SettingList.WrongMailAddress(to) is { } wrong)
        {
            await terminal.Error.WriteLineAsync(wrong);
            return ExitCode.WrongUse;
        }

        if (values.ToMail() is not { } options)
        {
            await terminal.Error.WriteLineAsync($"No mail server is named. Set {SettingList.MailServer} and {SettingList.MailFrom}.");
            return ExitCode.WrongUse;
        }

        var mail = new MailText(Tokens.New(), to, "A mail to try the settings", "Quarterdeck can send mail to this address.\n");
        var delivery = await new SmtpTransport(options, clock).SendAsync(mail, cancellationToken);
        await terminal.Error.WriteLineAsync(delivery.Problem ?? $"The mail server {options.Server} took a mail to {to}.");
        return delivery.Problem is null ? ExitCode.Done : ExitCode.CouldNotDoIt;
    }

    private static Command List(Terminal terminal, TimeProvider clock)
    {
        var options = new StoreOptions();
        var command = new Command("list", "Lists the latest mails: which wait, which failed and why, and which were sent.")
        {
            options.Store, options.Organisation,
        };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            async () =>
            {
                if (await PeopleCommand.DeskAsync(options, parsed, terminal, clock) is not { } desk)
                {
                    return ExitCode.WrongUse;
                }

                await using var store = desk.Store;
                var people = await desk.PeopleAsync(cancellationToken);
                var mails = await desk.Outbox.LatestAsync(Most, cancellationToken);
                if (mails.Count > 0)
                {
                    TextTable.Write(terminal, Columns, [.. mails.Select(mail => new Listed(people.TitleOf(new PersonId(mail.Person)), mail))]);
                }

                await terminal.Error.WriteLineAsync(mails.Count switch { 0 => "No mail was made yet.", 1 => "1 mail.", var count => $"{count} mails." });
                return ExitCode.Done;
            },
            cancellationToken));
        return command;
    }

    private static string Moment(long at) =>
        DateTimeOffset.FromUnixTimeSeconds(at).ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);

    private static string State(OutgoingMail mail) => mail.SentAt is { } at ? $"sent {Moment(at)}" : mail.HasFailed ? "failed" : "waits";

    private sealed record Listed(string To, OutgoingMail Mail);
}
