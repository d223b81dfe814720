using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Reports;

/// <summary>Some indicators side by side, from the same records and sheets as their own pages.</summary>
internal static class ComparedIndicatorsBuilder
{
    public const string Code = "compared-indicators";

    /// <summary>What is held of an indicator in the last so many closing months of all.</summary>
    private const int MostPeriods = TrendBuilder.Longest;

    public static ComparedIndicatorsPart Part(ReportScope scope, IReadOnlyList<IndicatorSheet> sheets) =>
        new(Code, "Where each stands", [.. sheets.Select(Indicator)], Periods(scope, [.. sheets.Select(sheet => sheet.Detail.Rated)]));

    private static ComparedIndicator Indicator(IndicatorSheet sheet)
    {
        var indicator = sheet.Detail.Rated.Indicator;
        return new ComparedIndicator(References.Named(indicator), sheet, indicator.IsRated ? Good(indicator.Polarity) : null);
    }

    private static string? Good(Polarity polarity) => polarity switch
    {
        Polarity.Higher => "Higher is better",
        Polarity.Lower => "Lower is better",
        Polarity.OnTarget => "On target is best",
        Polarity.Range => "Inside the expected range is best",
        Polarity.Neutral => null,
    };

    private static List<ComparedPeriod> Periods(ReportScope scope, List<RatedIndicator> all)
    {
        var alike = all.Select(one => one.Indicator.Calendar).Distinct().Count() == 1;
        var closings = all.SelectMany(one => one.History)
            .Where(own => own.Result is not null)
            .Select(own => own.Period.Closing)
            .Distinct()
            .OrderDescending()
            .Take(MostPeriods)
            .Order();
        return
        [
            .. from closing in closings
               let each = all.Select(one => (One: one, Own: one.History.FirstOrDefault(own => own.Period.Closing == closing))).ToList()
               select new ComparedPeriod(
                   alike ? each.First(pair => pair.Own is not null).Own!.Period.Label : MonthNames.Long(closing),
                   [.. each.Select(pair => pair.Own is { } own ? TrendBuilder.Row(scope, pair.One, own) : null)]),
        ];
    }
}
