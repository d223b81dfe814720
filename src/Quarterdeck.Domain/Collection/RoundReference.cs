using System.Text;
using Quarterdeck.Domain.Access;

namespace Quarterdeck.Domain.Collection;

/// <summary>The reference of people and the round, written from the two tables that decide.</summary>
public static class RoundReference
{
    private const string Introduction = """
        # The reporting round: who may do what

        Written by `./build docs` from the two tables the program decides by. What does not stand here is refused, on every page and by every command.
        Whoever may write to the database itself is outside these tables.

        ## Roles

        A grant gives a role for an area and everything below it, for named indicators, or for the whole council, from one day to another.

        | role | what it is for |
        |---|---|

        """;

    private const string States = """

        ## What becomes of a return

        A return is what one indicator owes for one period. It is there from the day its round opens.
        After the lock, officers and approvers are refused unless an exception names the return and the person.
        Who entered or changed a figure cannot approve it at any level, nor can whoever stands in for them.
        An approval ends when anything changes that was on the approver's page.

        | the return is | who | does what | then it is | needs |
        |---|---|---|---|---|

        """;

    public static string Markdown()
    {
        var page = new StringBuilder(Introduction);
        foreach (var role in Enum.GetValues<Role>())
        {
            page.Append($"| {role.Code()} | {role.Purpose()} |\n");
        }

        page.Append("\n## Who may do what\n\n| to | may | for |\n|---|---|---|\n");
        foreach (var rule in AccessTable.Rules)
        {
            var roles = rule.Roles.Count == 0 ? "only the program" : string.Join(", ", rule.Roles.Select(role => role.Code()));
            page.Append($"| {rule.Words} | {roles} | {(rule.Reach == Reach.Whole ? "the whole council" : "the area or indicator")} |\n");
        }

        page.Append(States);
        foreach (var step in ReturnTable.Steps)
        {
            page.Append($"| {step.From.Words()} | {Who(step)} | {AccessTable.RuleOf(step.Action).Words} | {After(step)} | {Needs(step)} |\n");
        }

        page.Append("\n## Refusals\n\nThe code never changes.\n\n| code | means |\n|---|---|\n");
        foreach (var (code, meaning) in RefusalCodes.All)
        {
            page.Append($"| `{code}` | {meaning} |\n");
        }

        return page.ToString();
    }

    private static string Who(ReturnStep step) => step.Party switch
    {
        Party.Approver when step.From != ReturnState.Explained => "approver of its level",
        Party.Program => "the program",
        var party => party.ToString().ToLowerInvariant(),
    };

    private static string After(ReturnStep step) => step.Level switch
    {
        LevelAfter.First when step.To == ReturnState.Sent => "sent, at the first level",
        LevelAfter.Next => "sent, at the next level; approved after the last",
        _ => step.To.Words(),
    };

    private static string Needs(ReturnStep step) => string.Join(", ", new[]
    {
        step.NeedsFigure ? "a figure" : null,
        step.NeedsWords ? "words" : null,
        step.NeedsIndependence ? "another person than the author" : null,
        step.OnlyUnseen ? "that the approver has not acted" : null,
        step.OnlyWithoutApprover ? "that nobody may approve it" : null,
    }.OfType<string>());
}
