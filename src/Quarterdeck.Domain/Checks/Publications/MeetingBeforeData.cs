using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Checks.Publications;

/// <summary>A meeting before the data it is to discuss.</summary>
public sealed class MeetingBeforeData() : Check(
    "meeting-before-data",
    Severity.Error,
    "Meeting or text dated before its data",
    "Results to November 2019 cannot go to a meeting in January 2019. The year is mistyped.",
    "Correct the date.")
{
    public override IEnumerable<Finding> Run(CheckContext context) =>
        from report in context.Pack.Reports
        let results = report.ResultsTo ?? context.AsAt
        where report.MeetingOn is { } day && day < results.FirstDay
        select Find(
            $"The report {report.Code} has results up to {MonthNames.Long(results)} and goes to a meeting on {MonthNames.Long(report.MeetingOn!.Value)}.",
            null,
            "reports",
            report.At,
            "meeting_on");
}
