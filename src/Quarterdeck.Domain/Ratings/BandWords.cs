using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Ranges;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Domain.Ratings;

/// <summary>Why a figure falls in a band, in words, for every rule a band can have.</summary>
internal static class BandWords
{
    public static string Why(SchemeBand band, Indicator indicator, Standard standard, RatingScheme scheme) => band.Rule switch
    {
        BandRule.Target => indicator.Polarity == Polarity.Range
            ? $"lies in {Range(indicator, standard)}"
            : $"{Achieves(band, indicator)} the target of {Target(indicator, standard)}{Floor(indicator, standard)}",
        BandRule.Floor => $"achieves the floor standard of {Figure(indicator, standard.Floor)} but not the target of {Target(indicator, standard)}",
        BandRule.WithinRelative => $"is within {FigureText.Plain(band.Amount ?? 0)}% of the target of {Target(indicator, standard)}",
        BandRule.WithinAbsolute => $"is within {Figure(indicator, band.Amount)} of the target of {Target(indicator, standard)}",
        BandRule.Value => $"{Achieves(band, indicator)} {Figure(indicator, band.Amount)}",
        BandRule.Range => $"lies in {Range(indicator, standard)}{(band.Amount is { } wider ? $" or within {Figure(indicator, wider)} of it" : string.Empty)}",
        BandRule.Date => "meets its dates",
        BandRule.Otherwise => Otherwise(indicator, standard, scheme),
    };

    /// <summary>Where a tested figure lies: <c>above the upper threshold of 1,120 (expected range 920 to 1,120)</c>.</summary>
    public static string Lies(RangeOutcome.Tested tested, Indicator indicator)
    {
        var range = Range(indicator, new Standard { Lower = tested.Lower, Upper = tested.Upper });
        return tested.Result switch
        {
            RangeAlert.Within => $"within {range}",
            RangeAlert.Above => $"above {range}",
            RangeAlert.Below => $"below {range}",
        };
    }

    private static string Otherwise(Indicator indicator, Standard standard, RatingScheme scheme)
    {
        if (standard.Floor is { } floor && scheme.Rows.Any(row => row.Rule == BandRule.Floor))
        {
            return $"does not achieve the floor standard of {Figure(indicator, floor)} (target {Target(indicator, standard)})";
        }

        var widest = scheme.Rows.LastOrDefault(row => row.Rule != BandRule.Otherwise);
        return widest?.Rule switch
        {
            BandRule.WithinRelative => $"is not within {FigureText.Plain(widest.Amount ?? 0)}% of the target of {Target(indicator, standard)}",
            BandRule.WithinAbsolute => $"is not within {Figure(indicator, widest.Amount)} of the target of {Target(indicator, standard)}",
            BandRule.Range => $"lies outside {Range(indicator, standard)}",
            BandRule.Value => $"does not achieve {Figure(indicator, widest.Amount)}",
            _ => $"does not achieve the target of {Target(indicator, standard)}",
        };
    }

    private static string Achieves(SchemeBand band, Indicator indicator) => !band.Strict ? "achieves"
        : indicator.Polarity == Polarity.Lower ? "is below" : "is above";

    private static string Target(Indicator indicator, Standard standard) =>
        standard.Target is { } target
            ? FigureText.Full(indicator, target) + (standard.Label is { } label ? $" ({label})" : string.Empty)
            : standard.Text ?? "none";

    private static string Floor(Indicator indicator, Standard standard) =>
        standard.Floor is { } floor ? $" (floor standard {Figure(indicator, floor)})" : string.Empty;

    private static string Range(Indicator indicator, Standard standard) => (standard.Lower, standard.Upper) switch
    {
        ({ } lower, { } upper) => $"the expected range of {FigureText.Cell(indicator, lower)} to {FigureText.Full(indicator, upper)}",
        ({ } lower, null) => $"the expected range, {FigureText.Full(indicator, lower)} or more",
        (null, { } upper) => $"the expected range, {FigureText.Full(indicator, upper)} or less",
        _ => "the expected range",
    };

    private static string Figure(Indicator indicator, decimal? figure) => figure is { } known ? FigureText.Full(indicator, known) : "none";
}
