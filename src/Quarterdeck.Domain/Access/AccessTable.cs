namespace Quarterdeck.Domain.Access;

/// <summary>How far a grant must reach for an action.</summary>
public enum Reach
{
    /// <summary>It must cover the indicator or area that is acted on.</summary>
    Subject,

    /// <summary>It must be for the whole organisation.</summary>
    Whole,
}

/// <summary>A row of the access table.</summary>
/// <param name="Action">What is done.</param>
/// <param name="Words">The same in words, after "may": <c>save a return</c>.</param>
/// <param name="Reach">How far the grant must reach.</param>
/// <param name="Roles">Who may; empty where only the program does it.</param>
public sealed record AccessRule(DeskAction Action, string Words, Reach Reach, IReadOnlyList<Role> Roles);

/// <summary>Who may do what. Pages, the command line and the background work all ask it, and the reference is made from it.</summary>
public static class AccessTable
{
    public static IReadOnlyList<AccessRule> Rules { get; } =
    [
        Of(DeskAction.ReadReturns, "read returns that are not published",
            Role.Reader, Role.Officer, Role.Approver, Role.Analyst, Role.Publisher, Role.Assurance, Role.Auditor),
        Of(DeskAction.Write, "write in the thread of a return", Role.Officer, Role.Approver, Role.Analyst, Role.Assurance),
        Of(DeskAction.Save, "save a return", Role.Officer),
        Of(DeskAction.Send, "send a return", Role.Officer),
        Of(DeskAction.CannotGive, "say that a figure cannot be given", Role.Officer),
        Of(DeskAction.TakeBack, "take a return back", Role.Officer),
        Of(DeskAction.ConfirmWords, "confirm corrected words", Role.Officer),
        Of(DeskAction.Answer, "answer a question", Role.Officer),
        Of(DeskAction.Change, "change what was sent or approved", Role.Officer, Role.Analyst),
        Of(DeskAction.AcceptExplanation, "accept why a figure is not given", Role.Approver, Role.Analyst),
        Of(DeskAction.Approve, "approve a return", Role.Approver),
        Of(DeskAction.Question, "ask a question", Role.Approver),
        Of(DeskAction.ReturnWithWords, "return it with words", Role.Approver, Role.Analyst),
        Of(DeskAction.CorrectWords, "correct its words", Role.Approver),
        Of(DeskAction.ChangeFigure, "change its figure while approving", Role.Approver),
        Of(DeskAction.Reopen, "reopen an approved return", Role.Analyst),
        Of(DeskAction.TakeIntoRelease, "take a return into a release", Role.Analyst, Role.Publisher),
        Of(DeskAction.Withdraw, "withdraw a return from a release", Role.Publisher),
        Of(DeskAction.Publish, "publish", Role.Publisher),
        Of(DeskAction.Correct, "correct what is published", Role.Analyst),
        Of(DeskAction.FallDue, "let a return fall due (the clock)"),
        Of(DeskAction.Lapse, "let approvals lapse (a change of target, floor, definition or earlier month)"),
        Of(DeskAction.ReadRound, "read how the round stands", Role.Approver, Role.Analyst, Role.Publisher, Role.Auditor),
        ForWhole(DeskAction.OpenRound, "open a round", Role.Analyst),
        ForWhole(DeskAction.Extend, "let a return come in later", Role.Analyst),
        ForWhole(DeskAction.Lock, "lock a round", Role.Analyst),
        ForWhole(DeskAction.ReadPeople, "read people and grants", Role.Administrator, Role.Auditor),
        ForWhole(DeskAction.ManagePeople, "add people, and grant and end roles", Role.Administrator),
        ForWhole(DeskAction.ReadTrail, "read the trail", Role.Analyst, Role.Auditor, Role.Administrator),
    ];

    private static readonly Dictionary<DeskAction, AccessRule> ByAction = Rules.ToDictionary(rule => rule.Action);

    public static AccessRule RuleOf(DeskAction action) => ByAction[action];

    /// <summary>What gives the actor the right; empty where nothing does.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="action">For what.</param>
    /// <param name="subject">On what; where the grant must be for the whole organisation, it does not matter.</param>
    public static IReadOnlyList<Authority> AuthoritiesFor(Actor actor, DeskAction action, AccessSubject subject)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var rule = RuleOf(action);
        return [.. actor.AuthoritiesOver(rule.Reach == Reach.Whole ? AccessSubject.Whole : subject).Where(authority => rule.Roles.Contains(authority.Role))];
    }

    /// <summary>Whether the actor holds a role that may do it to anything at all: decides what the menu shows.</summary>
    public static bool MayAnywhere(Actor actor, DeskAction action)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var rule = RuleOf(action);
        return actor.Own.Concat(actor.Delegated.Select(one => one.Grant))
            .Any(grant => rule.Roles.Contains(grant.Role) && (rule.Reach == Reach.Subject || grant.IsForAll));
    }

    /// <summary>Null where the actor may.</summary>
    public static Refusal? Refuse(Actor actor, DeskAction action, AccessSubject subject) =>
        AuthoritiesFor(actor, action, subject).Count > 0 ? null : NotYours(action);

    public static Refusal NotYours(DeskAction action)
    {
        var rule = RuleOf(action);
        var roles = rule.Roles.Select(role => role.WithArticle()).ToList();
        return new Refusal(RefusalCodes.NotYours, roles.Count == 0
            ? "Only the program does this."
            : $"You may not {rule.Words} here. {Capital(string.Join(" or ", roles))} {(rule.Reach == Reach.Whole ? "for the whole council" : "for it")} "
                + "may. An administrator can grant you this.");
    }

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static AccessRule Of(DeskAction action, string words, params Role[] roles) => new(action, words, Reach.Subject, roles);

    private static AccessRule ForWhole(DeskAction action, string words, params Role[] roles) => new(action, words, Reach.Whole, roles);
}
