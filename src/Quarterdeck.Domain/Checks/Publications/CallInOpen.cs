using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Domain.Checks.Publications;

/// <summary>A called-in indicator that assurance has not dealt with, where the council calls indicators in.</summary>
public sealed class CallInOpen() : Check(
    "call-in-open",
    Severity.Error,
    "Called in, and nothing recorded",
    "Indicators that are Red, or Amber several times in a row, are called in. Each is reviewed, scheduled or waived with a " +
    "reason before publication (rules: Call-in). The setting call_in says whether the council does this; without it, a council does that keeps " +
    "the table call_ins or assurance texts. `on; signals; forecasts` calls in a sign of real decline and a likely miss too.",
    "Record the decision in the table call_ins, or as an assurance text with a state. If the council does not call indicators in, set call_in to off.")
{
    public override IEnumerable<Finding> Run(CheckContext context) =>
        from one in context.Pack.HasCallIn
            ? new CallInRule(settings: context.Pack.Settings).Of(context.Rated, context.Pack.Commentary, context.Pack.CallIns, context.Round) : []
        where one.IsOpen
        select Find($"{context.ByRef[one.Ref].Indicator.Title}: {one.Reason}", one.Ref);
}
