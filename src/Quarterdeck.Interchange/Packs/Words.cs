using Quarterdeck.Domain.Commentary;
using Quarterdeck.Domain.Directions;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Milestones;
using Quarterdeck.Domain.Objectives;
using Quarterdeck.Domain.People;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Reports;
using Quarterdeck.Domain.Results;
using Quarterdeck.Domain.Tables;
using Quarterdeck.Domain.Targets;
using Quarterdeck.Interchange.Values;

namespace Quarterdeck.Interchange.Packs;

/// <summary>The words each closed column of the pack knows. The first word of a value is the one written.</summary>
internal static class Words
{
    public static readonly Vocabulary<AreaKind> AreaKinds = new(
        ("department", AreaKind.Department), ("directorate", AreaKind.Directorate), ("division", AreaKind.Division), ("service-area", AreaKind.ServiceArea));

    public static readonly Vocabulary<ObjectiveKind> ObjectiveKinds = new(
        ("plan", ObjectiveKind.Plan), ("ambition", ObjectiveKind.Ambition), ("priority", ObjectiveKind.Priority), ("core-area", ObjectiveKind.CoreArea), ("outcome", ObjectiveKind.Outcome));

    public static readonly Vocabulary<IndicatorKind> IndicatorKinds = new(
        ("kpi", IndicatorKind.Kpi), ("key-performance-indicator", IndicatorKind.Kpi), ("activity", IndicatorKind.Activity), ("activity-indicator", IndicatorKind.Activity),
        ("milestone", IndicatorKind.Milestone), ("context", IndicatorKind.Context), ("highlight", IndicatorKind.Highlight));

    public static readonly Vocabulary<Polarity> Polarities = new(
        ("higher", Polarity.Higher), ("higher-is-better", Polarity.Higher), ("lower", Polarity.Lower), ("lower-is-better", Polarity.Lower),
        ("on-target", Polarity.OnTarget), ("range", Polarity.Range), ("neutral", Polarity.Neutral), ("none", Polarity.Neutral));

    public static readonly Vocabulary<Frequency> Frequencies = new(
        ("month", Frequency.Month), ("monthly", Frequency.Month), ("quarter", Frequency.Quarter), ("quarterly", Frequency.Quarter), ("term", Frequency.Term), ("termly", Frequency.Term),
        ("half", Frequency.Half), ("half-yearly", Frequency.Half), ("year", Frequency.Year), ("yearly", Frequency.Year), ("annual", Frequency.Year));

    public static readonly Vocabulary<YearKind> Years = new(
        ("financial", YearKind.Financial), ("academic", YearKind.Academic), ("calendar", YearKind.Calendar));

    public static readonly Vocabulary<YtdMethod> YtdMethods = new(
        ("sum", YtdMethod.Sum), ("ratio", YtdMethod.Ratio), ("weighted", YtdMethod.Weighted), ("mean", YtdMethod.Mean),
        ("latest", YtdMethod.Latest), ("supplied", YtdMethod.Supplied), ("none", YtdMethod.None), ("n/a", YtdMethod.None));

    public static readonly Vocabulary<RateOn> RateOns = new(("displayed", RateOn.Displayed), ("exact", RateOn.Exact));

    public static readonly Vocabulary<RangeOn> RangeOns = new(("ytd", RangeOn.Ytd), ("latest", RangeOn.Latest));

    public static readonly Vocabulary<DirectionMethod> Directions = new(
        ("previous", DirectionMethod.Previous), ("attainment", DirectionMethod.Attainment), ("same-period-last-year", DirectionMethod.SamePeriodLastYear),
        ("relative-to-target", DirectionMethod.RelativeToTarget), ("baseline", DirectionMethod.Baseline));

    public static readonly Vocabulary<TargetScope> Scopes = new(("period", TargetScope.Period), ("ytd", TargetScope.Ytd), ("year", TargetScope.Year));

    public static readonly Vocabulary<TargetProfile> Profiles = new(
        ("given", TargetProfile.Given), ("straight-line", TargetProfile.StraightLine), ("whole-year", TargetProfile.WholeYear));

    public static readonly Vocabulary<ResultStatus> Statuses = new(
        ("final", ResultStatus.Final), ("provisional", ResultStatus.Provisional), ("forecast", ResultStatus.Forecast), ("estimated", ResultStatus.Estimated), ("estimate", ResultStatus.Estimated));

    public static readonly Vocabulary<StepState> Steps = new(("met", StepState.Met), ("missed", StepState.Missed), ("due", StepState.Due));

    public static readonly Vocabulary<CommentaryKind> CommentaryKinds = new(
        ("commentary", CommentaryKind.Commentary), ("action", CommentaryKind.Action), ("risk", CommentaryKind.Risk), ("assurance", CommentaryKind.Assurance),
        ("footnote", CommentaryKind.Footnote), ("highlight", CommentaryKind.Highlight));

    public static readonly Vocabulary<AssuranceState> AssuranceStates = new(
        ("none", AssuranceState.None), ("waived", AssuranceState.Waived), ("scheduled", AssuranceState.Scheduled), ("reviewed", AssuranceState.Reviewed), ("actions", AssuranceState.Actions));

    public static readonly Vocabulary<ReportKind> ReportKinds = new(
        ("dashboard", ReportKind.Dashboard), ("quarterly", ReportKind.Quarterly), ("cover", ReportKind.Cover), ("exceptions", ReportKind.Exceptions));

    public static readonly Vocabulary<BandRule> BandRules = new(
        ("target", BandRule.Target), ("floor", BandRule.Floor), ("within-relative", BandRule.WithinRelative), ("within-absolute", BandRule.WithinAbsolute),
        ("value", BandRule.Value), ("range", BandRule.Range), ("date", BandRule.Date), ("otherwise", BandRule.Otherwise));

    public static readonly Vocabulary<bool> YesNo = new(
        ("yes", true), ("true", true), ("y", true), ("1", true), ("strict", true), ("no", false), ("false", false), ("n", false), ("0", false));

    public static readonly Vocabulary<TableRole> Roles = new(
        ("detail", TableRole.Detail), ("total", TableRole.Total), ("of-which", TableRole.OfWhich), ("memo", TableRole.Memo));
}
