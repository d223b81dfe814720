using System.Globalization;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Numbers;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Results;
using Quarterdeck.Domain.Statistics.Forecasts;

namespace Quarterdeck.Application.Publishing;

/// <summary>A published forecast with its indicator, and what came of it.</summary>
/// <param name="Rated">The indicator.</param>
/// <param name="PublishedOn">The day.</param>
/// <param name="Of">What was forecast, by its closing month.</param>
/// <param name="Compared">What it said and what came.</param>
public sealed record DueForecast(RatedIndicator Rated, DateOnly PublishedOn, Month Of, ComparedForecast Compared);

/// <summary>How good a council's own forecasts of the year's end were: those it published, and those that would have been made.</summary>
/// <param name="Due">Published ones whose year has ended, the last published first.</param>
/// <param name="Waiting">How many published ones wait for their result.</param>
/// <param name="Published">The score of those that are due.</param>
/// <param name="BackTest">The score of those that would have been made in years now complete, from the figures held today.</param>
public sealed record ForecastRecord(IReadOnlyList<DueForecast> Due, int Waiting, ForecastScore Published, ForecastScore BackTest)
{
    /// <summary>With fewer, a score says more of chance than of the forecasts.</summary>
    public const int FewestToScore = 10;

    /// <summary>Years that are looked back over.</summary>
    private const int Years = 3;

    /// <param name="rater">Of what readers may see.</param>
    /// <param name="rated">Its indicators.</param>
    /// <param name="archive">What was published; null where nothing is remembered.</param>
    public static ForecastRecord Of(Rater rater, IReadOnlyList<RatedIndicator> rated, PublicationArchive? archive)
    {
        ArgumentNullException.ThrowIfNull(rater);
        var made = archive is null ? [] : rated.SelectMany(one => Forecasts(one, archive)).ToList();
        var due = made.Select(one => WithResult(rater, one)).OfType<DueForecast>().OrderByDescending(one => one.PublishedOn).ToList();
        return new ForecastRecord(
            due,
            made.Count - due.Count,
            new ForecastScore([.. due.Select(one => one.Compared)]),
            new ForecastScore([.. rated.Where(one => one.Indicator.HasYearEndForecast).AsParallel().AsOrdered().SelectMany(one => BackTested(rater, one))]));
    }

    /// <summary>What was published of one indicator: of each round as it was published first, whatever corrected it later.</summary>
    private static IEnumerable<(RatedIndicator Rated, DateOnly On, IReadOnlyDictionary<string, string> Record)> Forecasts(
        RatedIndicator rated, PublicationArchive archive) =>
        archive.With(rated.Indicator.Ref).GroupBy(version => version.ResultsTo).Select(round => round.MinBy(version => version.PublishedAt)!)
            .Select(version => (rated, version.PublishedOn, archive.RecordOf(version, rated.Indicator.Ref)!))
            .Where(one => one.Item3.ContainsKey("year_end_forecast"));

    private static DueForecast? WithResult(Rater rater, (RatedIndicator Rated, DateOnly On, IReadOnlyDictionary<string, string> Record) one)
    {
        decimal? Number(string field) =>
            one.Record.TryGetValue(field, out var text) ? decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture) : null;
        return Month.TryParse(one.Record["year_end_period"], out var closing)
            && Compared(
                rater,
                one.Rated.Indicator.Ref,
                (closing, one.Record["year_end_of"] == "year"),
                (Number("year_end_low")!.Value, Number("year_end_high")!.Value),
                (Number("year_end_target"), (double?)Number("chance_of_target"))) is { } compared
            ? new DueForecast(one.Rated, one.On, closing, compared) : null;
    }

    /// <summary>A forecast from every period of the last years that are complete, each from the figures up to it.</summary>
    private static IEnumerable<ComparedForecast> BackTested(Rater rater, RatedIndicator rated)
    {
        if (rated.Latest is not { } latest)
        {
            yield break;
        }

        var end = latest.Next.YearOpening == latest.YearOpening ? latest.YearOpening.AddMonths(-1) : latest.Closing;
        foreach (var own in rated.History.Where(own => own.Period.Closing <= end && end.MonthsSince(own.Period.Closing) < 12 * Years))
        {
            if (rater.YearEndAt(rated.Indicator.Ref, own.Period) is { Forecast: { } forecast } year
                && Compared(
                    rater,
                    rated.Indicator.Ref,
                    (year.Closing.Closing, year.IsWholeYear),
                    (forecast.Low, forecast.High),
                    (year.Standard.Target, forecast.ChanceOfTarget)) is { } compared)
            {
                yield return compared;
            }
        }
    }

    /// <summary>Null where the result is not there yet.</summary>
    private static ComparedForecast? Compared(
        Rater rater, IndicatorRef reference, (Month Closing, bool IsWholeYear) of, (decimal Low, decimal High) ends, (decimal? Level, double? Chance) target)
    {
        var result = rater.Rate(reference, of.Closing);
        var figure = result.Latest?.Closing != of.Closing ? null
            : of.IsWholeYear ? (result.Ytd as YearToDate.Known)?.Rounded
            : result.Value is { } value ? Rounding.To(value, result.Decimals) : null;
        if (figure is not { } came)
        {
            return null;
        }

        bool? Met(decimal? shown) => shown is { } known && target.Level is { } level && target.Chance is not null
            ? result.Indicator.Polarity == Polarity.Lower ? known <= level : known >= level : null;
        return new ComparedForecast(
            ends.Low, ends.High, came, target.Chance, Met(came), Met((of.IsWholeYear ? result.PreviousYearYtd : result.PreviousYear)?.Number));
    }
}
