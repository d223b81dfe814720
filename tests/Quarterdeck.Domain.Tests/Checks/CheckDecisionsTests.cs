using Quarterdeck.Domain.Checks;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Publications;
using static Quarterdeck.Domain.Tests.Given;

namespace Quarterdeck.Domain.Tests.Checks;

public sealed class CheckDecisionsTests
{
    private static readonly Finding Error = new("dead-link", Severity.Error, "It leads nowhere.", "Mend it.") { Ref = "T01" };
    private static readonly Finding Warning = new("implausible", Severity.Warning, "It is large.", "Look.") { Ref = "T01" };
    private static readonly Finding Note = new("value-unchanged", Severity.Note, "It is the same.", "Look.") { Ref = "T01" };

    [Fact]
    public void Without_decisions_every_finding_stays() => Assert.Equal([Error, Warning, Note], Applied());

    [Fact]
    public void An_accepted_error_is_a_note_that_says_why()
    {
        var finding = Applied(Row("dead-link", DecisionState.Accepted))[0];

        Assert.Equal((Severity.Note, "Known.", "It leads nowhere. Accepted: Known."), (finding.Severity, finding.Accepted, finding.Message));
        Assert.Equal("It leads nowhere.", finding.Found);
    }

    [Fact]
    public void An_accepted_warning_is_a_note_and_not_listed_as_an_error()
    {
        var finding = Applied(Row("implausible", DecisionState.Accepted))[1];

        Assert.Equal((Severity.Note, null), (finding.Severity, finding.Accepted));
    }

    [Theory]
    [InlineData("implausible")]
    [InlineData("value-unchanged")]
    public void A_warning_or_note_that_is_switched_off_is_not_reported(string code) =>
        Assert.DoesNotContain(Applied(Row(code, DecisionState.Off)), finding => finding.Code == code);

    [Fact]
    public void An_error_cannot_be_switched_off_and_the_attempt_is_told()
    {
        var findings = Applied(Row("dead-link", DecisionState.Off));

        Assert.Contains(Error, findings);
        Assert.Equal(CheckDecisions.NotSwitchedOff, Assert.Single(findings, finding => finding.File == "checks.csv").Code);
    }

    [Theory]
    [InlineData("T01", false)]
    [InlineData("T02", true)]
    public void A_decision_about_one_indicator_leaves_the_others(string reference, bool stays)
    {
        var row = Row("implausible", DecisionState.Off) with { Ref = new IndicatorRef(reference) };
        Assert.Equal(stays, Applied(row).Contains(Warning));
    }

    [Theory]
    [InlineData("2025-10", false)]
    [InlineData("2025-09", true)]
    public void A_decision_holds_until_its_last_round(string until, bool stays) =>
        Assert.Equal(stays, Applied(Row("dead-link", DecisionState.Accepted) with { Until = M(until) }).Contains(Error));

    [Fact]
    public void An_acceptance_of_what_is_not_there_is_told() =>
        Assert.Contains(Applied(Row("total-differs", DecisionState.Accepted)), finding => finding.Code == CheckDecisions.Unused);

    private static CheckDecision Row(string code, DecisionState state) => new() { Code = code, State = state, Reason = "Known." };

    private static IReadOnlyList<Finding> Applied(params CheckDecision[] decisions) => CheckDecisions.Apply([Error, Warning, Note], decisions, M("2025-10"));
}
