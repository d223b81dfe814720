using Quarterdeck.Application.Ratings;
using Quarterdeck.Application.Records;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Reports;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Application.Reports;

/// <summary>One own period of one indicator of a report, laid flat: the tidy rows of its open data.</summary>
public sealed record PeriodRecord(RatedIndicator Rated, RatedPeriod Own)
{
    /// <summary>In the order written.</summary>
    public static IReadOnlyList<RecordField<PeriodRecord>> Fields { get; } =
    [
        new("ref", row => row.Rated.Indicator.Ref.Value, FieldKind.Text, "The indicator's reference.") { IsRequired = true },
        new("title", row => row.Rated.Indicator.Title, FieldKind.Text, "What the indicator measures.") { IsRequired = true },
        new("area", row => row.Rated.Indicator.Area, FieldKind.Text, "Code of the area that answers for the indicator."),
        new(
            "kind",
            row => RateRecord.Kind(row.Rated.Indicator.Kind),
            FieldKind.Text,
            "A key performance indicator, a measure of activity, a milestone, context or a highlight.") { IsRequired = true, Words = RateRecord.Kinds },
        new("unit", row => row.Rated.Indicator.Unit.Code, FieldKind.Text, "Code of the unit the figures are in.") { IsRequired = true },
        new(
            "scale",
            row => ExactDecimal.Text(row.Rated.Indicator.Scale),
            FieldKind.Decimal,
            "Units in one of the values: 752.8 with scale 1000 is 752,800. Targets and thresholds likewise.") { IsRequired = true },
        new("period", row => row.Own.Period.ToString(), FieldKind.Month, "Closing month of the period.") { IsRequired = true },
        new("period_label", row => row.Own.Period.Label, FieldKind.Text, "The period in words.") { IsRequired = true },
        new("value", row => ExactDecimal.Text(row.Own.Value), FieldKind.Decimal, "The result, exact; a percentage is given as its figure, 97.5 for 97.5%."),
        new(
            "displayed",
            row => row.Own.Displayed.Length == 0 ? null : row.Own.Displayed,
            FieldKind.Text,
            "The result as printed, with its unit, or the word that stands in its place."),
        new("numerator", row => ExactDecimal.Text(row.Own.Result?.Numerator), FieldKind.Decimal, "What was counted."),
        new("denominator", row => ExactDecimal.Text(row.Own.Result?.Denominator), FieldKind.Decimal, "What it was counted out of."),
        new(
            "marker",
            row => Series.MarkerOf(row.Own.Result)?.Marker?.Code(),
            FieldKind.Text,
            "Why there is no number: suspended, not returned, not applicable and so on."),
        new(
            "status",
            row => row.Own.Result is { } result ? RateRecord.Status(result.Status) : null,
            FieldKind.Text,
            "How firm the result is.") { Words = RateRecord.Statuses },
        new(
            "target",
            row => ExactDecimal.Text(row.Own.Standard.Target) ?? row.Own.Standard.Text,
            FieldKind.Text,
            "The target of the period: a number, or words."),
        new(
            "floor",
            row => ExactDecimal.Text(row.Own.Standard.Floor),
            FieldKind.Decimal,
            "The floor standard of the period: short of it, management must act."),
        new("lower", row => ExactDecimal.Text(row.Own.Standard.Lower), FieldKind.Decimal, "The lower end of the expected range."),
        new("upper", row => ExactDecimal.Text(row.Own.Standard.Upper), FieldKind.Decimal, "The upper end of the expected range."),
        new("rating", row => row.Own.Rating.Band?.Label, FieldKind.Text, "The band the result is in; empty where it is not rated."),
        new("reason", row => RateRecord.Reason(row.Own.Rating), FieldKind.Text, "Where the rating came from, or why there is none.") { IsRequired = true },
        new("note", row => row.Own.Result?.Note, FieldKind.Text, "What was said of the result when it was returned."),
        new("area_name", row => row.Rated.AreaName, FieldKind.Text, "Name of the area that answers for the indicator."),
        new("breakdown", row => row.Rated.Breakdown, FieldKind.Text, "The part of the whole it speaks for; empty for the whole."),
        new("made_of", row => row.Own.Result?.MadeOf, FieldKind.Text, "What the program made the result of; empty where it was given."),
    ];

    /// <summary>Every period of the report that has a result, indicators in report order, oldest period first.</summary>
    public static IReadOnlyList<PeriodRecord> Of(Report report) => [.. report.Rated.SelectMany(Of)];

    /// <summary>Every period of one indicator that has a result, oldest first, then those of each of its parts.</summary>
    public static IReadOnlyList<PeriodRecord> Of(RatedIndicator rated) => [.. OfWhole(rated), .. rated.Breakdowns.SelectMany(OfWhole)];

    /// <summary>The same without the parts.</summary>
    public static IReadOnlyList<PeriodRecord> OfWhole(RatedIndicator rated) =>
        [.. rated.History.Where(own => own.Result is not null).Select(own => new PeriodRecord(rated, own))];
}
