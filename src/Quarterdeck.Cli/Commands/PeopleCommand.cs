using System.CommandLine;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Cli.Configuration;
using Quarterdeck.Cli.Formats;
using Quarterdeck.Cli.Input;
using Quarterdeck.Cli.Output;
using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Cli.Commands;

/// <summary><c>quarterdeck people</c>: who may sign in and what they are granted, by whoever holds the store itself.</summary>
internal static class PeopleCommand
{
    private static readonly IReadOnlyList<TextColumn<Listed>> Columns =
    [
        new("Person", one => one.Person.Id.Value),
        new("Post", one => one.Person.Title) { Wraps = true },
        new("Left", one => one.Person.LeftOn is { } day ? $"{day:yyyy-MM-dd}" : string.Empty),
        new("Grants", one => string.Join("; ", one.Grants.Select(GrantWords.Of))) { Wraps = true },
    ];

    public static Command Make(Terminal terminal, TimeProvider clock) => new("people", "Says who may sign in to the site of a store, and what for.")
    {
        Begin(terminal, clock), Add(terminal, clock), Grant(terminal, clock), Link(terminal, clock), Remove(terminal, clock), List(terminal, clock),
    };

    /// <summary>A desk of the store that is named; null where none is.</summary>
    public static async Task<Desk?> DeskAsync(StoreOptions options, ParseResult parsed, Terminal terminal, TimeProvider clock) =>
        await options.OpenAsync(parsed, terminal, clock) is { } store
            ? new Desk(store, options.OrganisationOf(parsed), PackFormat.Instance, clock, ProgramVersion.Current)
            : null;

    private static Command Begin(Terminal terminal, TimeProvider clock)
    {
        var (options, address) = (new StoreOptions(), Address());
        var command = new Command("begin", "Prints a link that works once and makes the first administrator. Refused once there is one.")
        {
            address, options.Store, options.Organisation,
        };
        Set(command, options, terminal, clock, async (desk, parsed, stop) =>
        {
            var outcome = await new IssueLinkHandler(desk).HandleAsync(new IssueLink(null, null), stop);
            return await TellLinkAsync(terminal, outcome, parsed.GetRequiredValue(address));
        });
        return command;
    }

    private static Command Add(Terminal terminal, TimeProvider clock)
    {
        var (options, grant, author) = (new StoreOptions(), new GrantOptions(), Author());
        var title = new Option<string>("--post") { Description = "The post, which pages show in place of a name.", HelpName = "TITLE", Required = true };
        var name = new Option<string>("--name") { Description = "The person's name.", HelpName = "NAME", Required = true };
        var email = new Option<string>("--email") { Description = "The e-mail address, which they sign in with.", HelpName = "ADDRESS", Required = true };
        var command = new Command("add", "Adds somebody who may sign in. Give them a link with 'people link'.")
        {
            title, name, email, author, options.Store, options.Organisation,
        };
        grant.AddTo(command, isRequired: false);
        Set(command, options, terminal, clock, async (desk, parsed, stop) =>
        {
            if (!grant.TryRead(parsed, terminal, desk.Today, out var granted))
            {
                return ExitCode.WrongUse;
            }

            var request = new AddPerson(
                parsed.GetRequiredValue(title),
                parsed.GetRequiredValue(name),
                parsed.GetRequiredValue(email),
                granted is null ? [] : [granted],
                null,
                parsed.GetRequiredValue(author));
            return await TellAsync(terminal, await new AddPersonHandler(desk).HandleAsync(request, stop));
        });
        return command;
    }

    private static Command Grant(Terminal terminal, TimeProvider clock)
    {
        var (options, grant, author, person) = (new StoreOptions(), new GrantOptions(), Author(), Person());
        var command = new Command("grant", "Grants a role from today, for an area, for named indicators, or for the whole council.")
        {
            person, author, options.Store, options.Organisation,
        };
        grant.AddTo(command, isRequired: true);
        Set(command, options, terminal, clock, async (desk, parsed, stop) =>
            !grant.TryRead(parsed, terminal, desk.Today, out var granted) ? ExitCode.WrongUse
            : await FindAsync(desk, parsed.GetRequiredValue(person), terminal, stop) is not { } found ? ExitCode.CouldNotDoIt
            : await TellAsync(terminal, await new GrantRoleHandler(desk).HandleAsync(
                new GrantRole(found.Id, granted!, null, parsed.GetRequiredValue(author)), stop)));
        return command;
    }

    private static Command Link(Terminal terminal, TimeProvider clock)
    {
        var (options, address, person) = (new StoreOptions(), Address(), Person());
        var command = new Command("link", "Prints a link that works once, for seven days, and sets up a person's password and codes, also anew.")
        {
            person, address, options.Store, options.Organisation,
        };
        Set(command, options, terminal, clock, async (desk, parsed, stop) =>
            await FindAsync(desk, parsed.GetRequiredValue(person), terminal, stop) is not { } found ? ExitCode.CouldNotDoIt
            : await TellLinkAsync(
                terminal,
                await new IssueLinkHandler(desk).HandleAsync(new IssueLink(found.Id, null), stop),
                parsed.GetRequiredValue(address)));
        return command;
    }

    private static Command Remove(Terminal terminal, TimeProvider clock)
    {
        var (options, author, person) = (new StoreOptions(), Author(), Person());
        var command = new Command("remove", "Ends what somebody who left can do, and erases their name and address for good.")
        {
            person, author, options.Store, options.Organisation,
        };
        Set(command, options, terminal, clock, async (desk, parsed, stop) =>
            await FindAsync(desk, parsed.GetRequiredValue(person), terminal, stop) is not { } found ? ExitCode.CouldNotDoIt
            : await TellAsync(
                terminal,
                await new RemovePersonHandler(desk).HandleAsync(new RemovePerson(found.Id, null, parsed.GetRequiredValue(author)), stop)));
        return command;
    }

    private static Command List(Terminal terminal, TimeProvider clock)
    {
        var options = new StoreOptions();
        var command = new Command("list", "Lists who may sign in, by post, with what they are granted.") { options.Store, options.Organisation };
        Set(command, options, terminal, clock, async (desk, _, stop) =>
        {
            var people = await desk.PeopleAsync(stop);
            List<Listed> all = [
                .. people.People.Select(one => new Listed(one, [.. people.Grants.Where(grant => grant.Person == one.Id).Select(grant => grant.Grant)]))
            ];
            if (all.Count > 0)
            {
                TextTable.Write(terminal, Columns, all);
            }

            await terminal.Error.WriteLineAsync(all.Count switch { 0 => "Nobody may sign in yet.", 1 => "1 person.", var count => $"{count} people." });
            return ExitCode.Done;
        });
        return command;
    }

    private static void Set(
        Command command, StoreOptions options, Terminal terminal, TimeProvider clock, Func<Desk, ParseResult, CancellationToken, Task<int>> work) =>
        command.SetAction((parsed, cancellationToken) => Task.Run(
            async () =>
            {
                if (await DeskAsync(options, parsed, terminal, clock) is not { } desk)
                {
                    return ExitCode.WrongUse;
                }

                await using var store = desk.Store;
                return await work(desk, parsed, cancellationToken);
            },
            cancellationToken));

    private static async Task<Person?> FindAsync(Desk desk, string typed, Terminal terminal, CancellationToken cancellationToken)
    {
        var people = await desk.PeopleAsync(cancellationToken);
        var found = people.Find(new PersonId(typed)) ?? people.FindByEmail(typed);
        if (found is null)
        {
            await terminal.Error.WriteLineAsync($"Nobody has the id or the e-mail address '{typed}'. 'quarterdeck people list' lists all.");
        }

        return found;
    }

    /// <summary>Says what came of a use case of the desk.</summary>
    public static async Task<int> TellAsync(Terminal terminal, DeskOutcome outcome)
    {
        if (outcome is DeskOutcome.Done { Id.Length: > 0 } done)
        {
            await terminal.Output.WriteLineAsync(done.Id);
        }

        await terminal.Error.WriteLineAsync(outcome.Sentence);
        return outcome is DeskOutcome.Done ? ExitCode.Done : ExitCode.CouldNotDoIt;
    }

    private static async Task<int> TellLinkAsync(Terminal terminal, DeskOutcome outcome, string address)
    {
        if (outcome is not DeskOutcome.Done { Id: var token })
        {
            return await TellAsync(terminal, outcome);
        }

        await terminal.Output.WriteLineAsync($"{address.TrimEnd('/')}/desk/set-up?link={token}");
        await terminal.Error.WriteLineAsync("Open it in a web browser. It works once, within seven days. Whoever opens it becomes this person.");
        return ExitCode.Done;
    }

    private static Option<string> Address() => new("--address")
    {
        Description = "Where people reach the site.",
        HelpName = "URL",
        DefaultValueFactory = _ => SettingList.UsualUrl,
    };

    private static Option<string> Author() => new("--author") { Description = "Who answers for it.", HelpName = "NAME", Required = true };

    private static Argument<string> Person() => new("PERSON") { Description = "The person's id, or e-mail address." };

    private sealed record Listed(Person Person, IReadOnlyList<Grant> Grants);
}

/// <summary>The options that make up a grant.</summary>
internal sealed class GrantOptions
{
    private readonly Option<string?> _role = new("--role")
    {
        Description = $"The role: {string.Join(", ", Enum.GetValues<Role>().Select(role => role.Code()))}.",
        HelpName = "ROLE",
    };

    private readonly Option<int> _level = new("--level") { Description = "Of an approver: 1, 2 or 3.", HelpName = "NUMBER" };

    private readonly Option<string?> _area = new("--area") { Description = "Code of the area, which stands for all below it.", HelpName = "CODE" };

    private readonly Option<string[]> _indicators = new("--refs")
    {
        Description = "Only these indicators.",
        HelpName = "REF",
        AllowMultipleArgumentsPerToken = true,
    };

    public void AddTo(Command command, bool isRequired)
    {
        _role.Required = isRequired;
        command.Add(_role);
        command.Add(_level);
        command.Add(_area);
        command.Add(_indicators);
    }

    /// <summary>False where what was typed is no grant, and says why; without a role there is none.</summary>
    public bool TryRead(ParseResult parsed, Terminal terminal, DateOnly from, out Grant? grant)
    {
        grant = null;
        if (parsed.GetValue(_role) is not { } typed)
        {
            return true;
        }

        var references = parsed.GetValue(_indicators) ?? [];
        if (RoleWords.Parse(typed) is not { } role || references.FirstOrDefault(reference => !IndicatorRef.IsValid(reference)) is not null)
        {
            terminal.Error.WriteLine(RoleWords.Parse(typed) is null ? $"There is no role '{typed}'." : "One of --refs is not an indicator's reference.");
            return false;
        }

        grant = new Grant
        {
            Role = role,
            Level = role == Role.Approver ? Math.Max(1, parsed.GetValue(_level)) : 0,
            Area = parsed.GetValue(_area),
            Indicators = [.. references.Select(reference => new IndicatorRef(reference))],
            From = from,
        };
        return true;
    }
}
