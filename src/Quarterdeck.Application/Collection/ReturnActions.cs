using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Collection;

namespace Quarterdeck.Application.Collection;

/// <summary>What somebody can do with a return from where it stands, given the words and the figure it needs: what cannot work is not offered.</summary>
public static class ReturnActions
{
    public static IReadOnlySet<DeskAction> Of(ReturnFacts facts, Actor actor, AccessSubject subject, DateOnly today) =>
        ReturnTable.Steps.Where(step => step.Party != Party.Program).Select(step => step.Action).Distinct()
            .Where(action => ReturnRules.Decide(facts with { HasFigure = true }, action, actor, subject, "words", today) is ReturnDecision.Allowed)
            .ToHashSet();
}
