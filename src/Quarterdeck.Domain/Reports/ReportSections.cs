using Quarterdeck.Domain.Packs;

namespace Quarterdeck.Domain.Reports;

/// <summary>
/// The sections a report may have and the order each kind of report has them in. A code that is none of these names a text:
/// <c>foreword</c> shows what was written under the heading Foreword.
/// </summary>
public static class ReportSections
{
    public const string Contents = "contents";
    public const string FrontPage = "front-page";
    public const string Charts = "charts";
    public const string ShortOfTarget = "short-of-target";
    public const string OutsideRange = "outside-range";
    public const string Guidance = "guidance";
    public const string Summary = "summary";
    public const string Overview = "overview";
    public const string CalledIn = "called-in";
    public const string Areas = "areas";
    public const string Objectives = "objectives";
    public const string ExecutiveSummary = "executive-summary";
    public const string Counts = "counts";
    public const string Standing = "standing";
    public const string Programmes = "programmes";
    public const string Sheets = "sheets";
    public const string Tables = "tables";
    public const string OtherIndicators = "other-indicators";
    public const string InBrief = "in-brief";
    public const string Recommendation = "recommendation";
    public const string Background = "background";
    public const string Movements = "movements";
    public const string NeedAction = "need-action";
    public const string OutOfRange = "out-of-range";
    public const string Stale = "stale";
    public const string WithoutCommentary = "without-commentary";
    public const string RiskMatrix = "risk-matrix";
    public const string Risks = "risks";
    public const string OverdueActions = "overdue-actions";
    public const string Actions = "actions";
    public const string Documents = "documents";
    public const string Appendix = "appendix";
    public const string Contacts = "contacts";

    /// <summary>Every section that is made from the data, with its heading.</summary>
    public static readonly IReadOnlyDictionary<string, Label> Known = new Label[]
    {
        Section(Contents, "Contents"),
        Section(FrontPage, "Summary"),
        Section(Guidance, "How to read this report"),
        Section(Summary, "Key performance indicators: summary"),
        Section(Overview, "Overview"),
        Section(CalledIn, "Called in for assurance"),
        Section(Areas, "Indicators by area"),
        Section(Objectives, "What the indicators serve"),
        Section(ExecutiveSummary, "Executive summary"),
        Section(Counts, "Indicators by rating"),
        Section(Charts, "Charts"),
        Section(ShortOfTarget, "Short of the target"),
        Section(OutsideRange, "Activity outside its expected range"),
        Section(Standing, "Where each indicator stands"),
        Section(Programmes, "Programmes looked at closely"),
        Section(Sheets, "Indicators one by one"),
        Section(Tables, "Other figures"),
        Section(OtherIndicators, "Activity and context"),
        Section(InBrief, "Summary"),
        Section(Recommendation, "Recommendation"),
        Section(Background, "Background"),
        Section(Movements, "What has changed"),
        Section(NeedAction, "Indicators that need action"),
        Section(OutOfRange, "Activity outside its expected range"),
        Section(Stale, "Results that are overdue"),
        Section(WithoutCommentary, "Commentary that is missing"),
        Section(RiskMatrix, "Risks by likelihood and impact"),
        Section(Risks, "Risks"),
        Section(OverdueActions, "Actions that are overdue"),
        Section(Actions, "What is being done"),
        Section(Documents, "Background documents"),
        Section(Appendix, "Appendix"),
        Section(Contacts, "Contact details"),
    }.ToDictionary(label => label.Code[Prefix.Length..], StringComparer.OrdinalIgnoreCase);

    private const string Prefix = "section-";

    /// <summary>The sections of a kind of report, where its settings name none.</summary>
    public static IReadOnlyList<string> Of(ReportKind kind) => kind switch
    {
        ReportKind.Dashboard => [FrontPage, Overview, CalledIn, Areas, Charts, Guidance],
        ReportKind.Quarterly =>
        [
            "foreword", Contents, Guidance, Objectives, "data-quality", ExecutiveSummary, Counts, Standing, CalledIn, Programmes, Sheets, Tables,
            OtherIndicators, "risk-register",
        ],
        ReportKind.Cover =>
        [
            InBrief, Recommendation, Background, NeedAction, CalledIn, "financial-implications", "legal-implications", "equality-implications",
            "risk-implications", Documents, Appendix, Contacts,
        ],
        ReportKind.Exceptions => [FrontPage, ShortOfTarget, OutsideRange, CalledIn, OverdueActions, Stale, WithoutCommentary, Charts],
        ReportKind.Register => [Overview, RiskMatrix, Risks, Actions],
    };

    /// <summary>
    /// Whether what people wrote under the heading of a made section opens it: <c>Guidance</c>, <c>Contact details</c>. Sections that are texts
    /// themselves, stand without a heading, or are several show none.
    /// </summary>
    public static bool HasOpening(string code) => Known.ContainsKey(code) && !new[] { Contents, FrontPage, Areas, OtherIndicators, Overview, ExecutiveSummary }
        .Contains(code, StringComparer.OrdinalIgnoreCase);

    /// <summary>The code of a text written under a heading: <c>risk-register</c> for Risk register.</summary>
    public static string CodeOf(string heading)
    {
        var code = string.Concat(heading.Select(letter => char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-'));
        return string.Join('-', code.Split('-', StringSplitOptions.RemoveEmptyEntries));
    }

    private static Label Section(string code, string heading) => new(Prefix + code, heading);
}
