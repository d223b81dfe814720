using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Tests.Reports;

/// <summary>Short ways to what stands in a report's parts; nothing where it has no such part.</summary>
internal static class ReportReading
{
    public static Summary Summary(this Report report) => report.Part<SummaryPart>()!.Summary;

    public static IReadOnlyList<DepartmentSection> Departments(this Report report) => report.Part<AreasPart>()?.Departments ?? [];

    public static IReadOnlyList<IndicatorTable> Tables(this Report report) => [.. report.Part<AreasPart>()?.Tables ?? []];

    public static IReadOnlyList<GuidanceNote> Guidance(this Report report) => report.Part<GuidancePart>()?.Notes ?? [];

    public static IReadOnlyList<NarrativeGroup> Narrative(this Report report) => report.Part<TextsPart>()?.Groups ?? [];

    public static IReadOnlyList<CallIn> CallIns(this Report report) => [.. report.Part<CallInsPart>()?.CallIns.Select(one => one.CallIn) ?? []];
}
