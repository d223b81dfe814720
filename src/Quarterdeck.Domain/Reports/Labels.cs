using Quarterdeck.Domain.Directions;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Reports;

/// <summary>
/// The one catalogue of column heads and headings: every table of every report uses these words and no others. A setting
/// <c>labels.CODE</c> puts an organisation's own word in a term's place.
/// </summary>
public sealed class Labels(Settings settings)
{
    public static readonly Label Reference = new("reference", "Ref");
    public static readonly Label Indicator = new("indicator", "Indicator");
    public static readonly Label LatestRating = new("latest-rating", "Latest rating");
    public static readonly Label MonthRating = new("month-rating", "Month rating");
    public static readonly Label QuarterRating = new("quarter-rating", "Quarter rating");
    public static readonly Label TermRating = new("term-rating", "Term rating");
    public static readonly Label HalfRating = new("half-rating", "Half-year rating");
    public static readonly Label YearRating = new("year-rating", "Year rating");
    public static readonly Label YearToDate = new("year-to-date", "Year to date");
    public static readonly Label YearToDateRating = new("year-to-date-rating", "Year to date rating");
    public static readonly Label Target = new("target", "Target");
    public static readonly Label Floor = new("floor", "Floor");
    public static readonly Label FloorStandard = new("floor-standard", "floor standard");
    public static readonly Label InRange = new("in-range", "In expected range?");
    public static readonly Label ExpectedRange = new("expected-range", "Expected range");
    public static readonly Label Lower = new("lower", "Lower");
    public static readonly Label Upper = new("upper", "Upper");
    public static readonly Label PreviousYearToDate = new("previous-year-to-date", "Previous year to date");
    public static readonly Label SameMonthLastYear = new("same-month-last-year", "Same month last year");
    public static readonly Label SameQuarterLastYear = new("same-quarter-last-year", "Same quarter last year");
    public static readonly Label SameTermLastYear = new("same-term-last-year", "Same term last year");
    public static readonly Label SameHalfLastYear = new("same-half-last-year", "Same half last year");
    public static readonly Label PreviousYear = new("previous-year", "Previous year");
    public static readonly Label Period = new("period", "Period");
    public static readonly Label Value = new("value", "Value");
    public static readonly Label Rating = new("rating", "Rating");
    public static readonly Label Direction = new("direction", "Direction of travel");
    public static readonly Label Improved = new("improved", "improved");
    public static readonly Label Worsened = new("worsened", "worsened");
    public static readonly Label NoChange = new("no-change", "no change");
    public static readonly Label NoClearTrend = new("no-clear-trend", "no clear trend");
    public static readonly Label Forecast = new("forecast", "Forecast");
    public static readonly Label ForecastRating = new("forecast-rating", "Forecast rating");
    public static readonly Label Trend = new("trend", "Trend");
    public static readonly Label DirectionColumn = new("direction-column", "Dir.");
    public static readonly Label Steps = new("steps", "Steps");
    public static readonly Label NotRated = new("not-rated", "Not rated");
    public static readonly Label NotApplicable = new("not-applicable", "n/a");
    public static readonly Label NoResult = new("no-result", "no result");
    public static readonly Label ToCome = new("to-come", "to come");
    public static readonly Label Area = new("area", "Area");
    public static readonly Label PreviousRating = new("previous-rating", "Previous rating");
    public static readonly Label Page = new("page", "Page");
    public static readonly Label Kpis = new("kpis", "Key performance indicators");
    public static readonly Label Activity = new("activity", "Activity indicators");
    public static readonly Label Context = new("context", "Context");
    public static readonly Label Highlights = new("highlights", "Highlights outside the counts");
    public static readonly Label Commentary = new("commentary", "Commentary");
    public static readonly Label Actions = new("actions", "Actions");
    public static readonly Label Risks = new("risks", "Risks");
    public static readonly Label Assurance = new("assurance", "Assurance");
    public static readonly Label Department = new("department", "Department");
    public static readonly Label ServiceArea = new("service-area", "Service area");
    public static readonly Label Director = new("director", "Director");
    public static readonly Label ResponsibleOfficer = new("responsible-officer", "Responsible officer");
    public static readonly Label AccountableOfficer = new("accountable-officer", "Accountable officer");
    public static readonly Label CabinetMember = new("cabinet-member", "Cabinet member");
    public static readonly Label CabinetMembers = new("cabinet-members", "Cabinet members");
    public static readonly Label DeliveredBy = new("delivered-by", "Delivered by");

    /// <summary>Every term, in the order a reader meets them.</summary>
    public static readonly IReadOnlyList<Label> Catalogue =
    [
        Reference, Indicator, LatestRating, MonthRating, QuarterRating, TermRating, HalfRating, YearRating, YearToDate,
        YearToDateRating, Target, Floor, FloorStandard, InRange, ExpectedRange, Lower, Upper, PreviousYearToDate,
        SameMonthLastYear, SameQuarterLastYear, SameTermLastYear, SameHalfLastYear, PreviousYear, Period, Value, Rating,
        Direction, Improved, Worsened, NoChange, NoClearTrend, Trend, DirectionColumn, Forecast, ForecastRating,
        Steps, NotRated, NotApplicable, NoResult, ToCome, Area, PreviousRating, Page, Kpis, Activity, Context, Highlights, Commentary, Actions, Risks,
        Assurance, Department, ServiceArea, Director, ResponsibleOfficer, AccountableOfficer, CabinetMember, CabinetMembers,
        DeliveredBy,
        .. ReportSections.Known.Values,
    ];

    /// <summary>A section's heading; of a text's own section the code in words.</summary>
    public string SectionHeading(string code) =>
        ReportSections.Known.TryGetValue(code, out var known) ? Of(known) : settings.Label("section-" + code, Sentence(code));

    public string Of(Label label) => settings.Label(label.Code, label.Standard);

    /// <summary>A direction of travel in the council's words.</summary>
    public string Of(Directions.Direction travel) => Of(travel switch
    {
        Directions.Direction.Improved => Improved,
        Directions.Direction.Worsened => Worsened,
        Directions.Direction.NoChange => NoChange,
        Directions.Direction.NoClearTrend => NoClearTrend,
    });

    /// <summary>The direction a word means: one of this catalogue, or as records say it; null when it is neither.</summary>
    public Directions.Direction? DirectionOf(string word) => Enum.GetValues<Directions.Direction>()
        .Where(travel => new[] { Of(travel), DirectionOutcome.Word(travel) }.Contains(word.Trim(), StringComparer.OrdinalIgnoreCase))
        .Select(travel => (Directions.Direction?)travel)
        .FirstOrDefault();

    /// <summary>The head over the ratings of a table's own latest periods.</summary>
    public string RatingOf(Frequency frequency) => Of(frequency switch
    {
        Frequency.Month => MonthRating,
        Frequency.Quarter => QuarterRating,
        Frequency.Term => TermRating,
        Frequency.Half => HalfRating,
        Frequency.Year => YearRating,
    });

    /// <summary>The head over figures of the same own period a year before.</summary>
    public string YearBefore(Frequency frequency) => Of(frequency switch
    {
        Frequency.Month => SameMonthLastYear,
        Frequency.Quarter => SameQuarterLastYear,
        Frequency.Term => SameTermLastYear,
        Frequency.Half => SameHalfLastYear,
        Frequency.Year => PreviousYear,
    });

    /// <summary>
    /// A role as a heading, in the plural where several hold it: <c>Cabinet members</c>. A role of the council's own is its
    /// code in words, or its label.
    /// </summary>
    public string Role(string code, int holders)
    {
        var known = Catalogue.FirstOrDefault(label => label.Code == code)
            ?? (code == "delivery-partner" ? DeliveredBy : new Label(code, Sentence(code)));
        if (holders > 1 && known != DeliveredBy)
        {
            return settings.Label(known.Code + "s", Of(known) + "s");
        }

        return Of(known);
    }

    private static string Sentence(string code) =>
        string.Concat(code[..1].ToUpperInvariant(), code.AsSpan(1).ToString().Replace('-', ' '));
}
