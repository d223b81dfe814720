using System.Globalization;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Commentary;
using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Results;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Application.Tests.Checks;

/// <summary>One kind of fault that people make, put into a sound pack at a place drawn by a seed.</summary>
/// <param name="Name">In words.</param>
/// <param name="Codes">The codes that name it.</param>
/// <param name="Make">Gives the pack with the fault and the indicator it is in; null where the pack has no place for it.</param>
internal sealed record SeededFault(string Name, string[] Codes, Func<SoundPack, Random, (Pack Pack, IndicatorRef? Ref)?> Make)
{
    public static readonly SeededFault[] All =
    [
        new("a figure repeated in the middle of a series", ["value-unchanged"], (sound, random) => Value(
            sound,
            random,
            one => one.Periods.Count > 3 && Digits(one.Periods[1].Value) >= 4,
            one => random.Next(1, one.Periods.Count - 1),
            (one, at) => one.Periods[at - 1].Value)),
        new("a spike in the middle of a series", ["implausible"], (sound, random) => Value(
            sound,
            random,
            one => one.Periods.Count > 3 && IsVaried(one, 2),
            one => random.Next(one.Periods.Count - 1),
            (one, at) => one.Periods[at].Value * 6)),
        new("a drop in a steady series", ["implausible"], (sound, random) => Value(
            sound, random, one => one.Periods.Count > 3 && one.Rated.Indicator.Unit.IsPercent && IsVaried(one, 1.05m) && one.Periods[0].Value > 60,
            one => random.Next(one.Periods.Count), (one, at) => one.Periods[at].Value - 30)),
        new("an extra digit in the latest figure", ["implausible"], (sound, random) => Value(
            sound,
            random,
            one => one.Periods.Count > 3 && one.Periods[^1].Value > 10 && IsVaried(one, 2),
            one => one.Periods.Count - 1,
            (one, at) => (one.Periods[at].Value * 10) + 4)),
        new("transposed digits", ["implausible"], (sound, random) => Value(
            sound, random, one => one.Periods.Count > 3
                && one.Rated.Indicator.Unit.IsPercent
                && IsVaried(one, 1.1m)
                && one.Periods.TrueForAll(period => Apart(period.Value) >= 3),
            one => random.Next(one.Periods.Count), (one, at) => Transposed(one.Periods[at].Value))),
        new(
            "a year to date below the sum of its months",
            ["ytd-differs"],
            (sound, random) => YearToDate(sound, random, one => Math.Floor(one.Periods.Sum(period => period.Value) * 0.9m))),
        new("a year to date below its own month", ["ytd-differs"], (sound, random) => YearToDate(sound, random, one => Math.Floor(one.Periods[^1].Value / 2))),
        new(
            "last year's total left in",
            ["ytd-differs"],
            (sound, random) => YearToDate(sound, random, one => one.Periods[^1].Result.PreviousYearYtd!.Value.Number!.Value)),
        new("a target ten times too small", ["target-implausible", "floor-beyond-target"], TargetTenTimesTooSmall),
        new("a published year-to-date rating that contradicts", ["alert-contradicts"], (sound, random) => Published(
            sound,
            random,
            row => row.YtdRating is "Green" or "Red" && row.Round == sound.AsAt,
            row => row with { YtdRating = row.YtdRating == "Green" ? "Red" : "Green" })),
        new("a published value that contradicts", ["alert-contradicts"], (sound, random) => Published(
            sound, random, row => row.Value?.Number > 10, row => row with { Value = Figure.Of(row.Value!.Value.Number!.Value + 7) })),
        new("a set copied from the period before", ["set-copied"], SetCopied),
        new("one range for a cumulative figure", ["range-without-profile"], RangeWithoutProfile),
        new("a previous year ten times too large", ["previous-year-implausible", "share-over-100"], PreviousYearTenTimes),
        new("the words below target beside Green", ["words-against-rating"], (sound, random) => Said(
            sound, random, one => one.Rated.Rating.Band?.Label == "Green"
                && one.Rated.YtdRating.Band?.Label is null or "Green"
                && one.Rated.Indicator.Polarity == Polarity.Higher,
            _ => "Performance is below target because two posts are vacant.")),
        new("the word improved beside a worse figure", ["words-against-direction"], (sound, random) => Said(
            sound, random, one => one.Rated.Direction.Travel is Domain.Directions.Direction.Worsened
                && one.Rated.PreviousYearYtd is null
                && one.Rated.Indicator.Polarity is Polarity.Higher or Polarity.Lower,
            _ => "Performance improved this period and staff are to be thanked.")),
        new("a wrong distance from target", ["distance-in-prose"], (sound, random) => Said(
            sound, random, one => one.Rated.Standard.Target is not null && one.Rated.Indicator.Unit.IsPercent && one.Rated.Indicator.IsRated,
            one => string.Create(
                CultureInfo.InvariantCulture,
                $"The result is {Math.Abs(one.Rated.Value!.Value - one.Rated.Standard.Target!.Value) + 43:0} percentage points below target."))),
        new(
            "a wrong count of ratings",
            ["counts-in-prose"],
            (sound, random) => Said(sound, random, _ => true, _ => "It is a good quarter: 29 of 31 are Green.")),
        new("a change to a figure that is not held", ["change-in-prose"], (sound, random) => Said(
            sound, random, one => one.Periods.Count > 1 && one.Rated.Indicator.Unit.IsPercent,
            one => string.Create(CultureInfo.InvariantCulture, $"It went from {one.Periods[^2].Value:0.#} to {one.Periods[^1].Value + 131.7m:0.#}."))),
        new("commentary that is still to come", ["placeholder-in-text"], (sound, random) => Said(sound, random, _ => true, _ => "TBC")),
    ];

    private static (Pack, IndicatorRef?)? Value(
        SoundPack sound, Random random, Func<SoundSeries, bool> suits, Func<SoundSeries, int> place, Func<SoundSeries, int, decimal> value)
    {
        if (sound.Draw(random, suits) is not { } one)
        {
            return null;
        }

        var at = place(one);
        var (result, typed) = (one.Periods[at].Result, Numbers(value(one, at), one.Periods[at].Value.Scale));
        return (sound.With(result, result with { Value = Figure.Of(typed), Numerator = null, Denominator = null, Note = null }), one.Rated.Indicator.Ref);
    }

    private static (Pack, IndicatorRef?)? YearToDate(SoundPack sound, Random random, Func<SoundSeries, decimal> total)
    {
        if (sound.Draw(random, one => one.Rated.Indicator is { Unit.IsAdditive: true, Ytd: YtdMethod.Sum } && one.Periods.Count > 3
            && one.Periods[^1].Value > 10 && one.Periods[^1].Result is { Ytd: not null, PreviousYearYtd.Number: > 100 }) is not { } one)
        {
            return null;
        }

        var result = one.Periods[^1].Result;
        return (sound.With(result, result with { Ytd = Figure.Of(total(one)) }), one.Rated.Indicator.Ref);
    }

    private static (Pack, IndicatorRef?)? TargetTenTimesTooSmall(SoundPack sound, Random random)
    {
        var rows = sound.Pack.Targets.Where(row => row.Value > 20 && sound.Series.TryGetValue(row.Ref, out var one) && one.Rated.Indicator.IsRated
            && one.Rated.Indicator.Polarity == Polarity.Higher
            && one.Rated.History.Any(period => ReferenceEquals(period.Standard.Row, row) && period.Value >= row.Value / 2)).ToList();
        if (rows.Count == 0)
        {
            return null;
        }

        var row = rows[random.Next(rows.Count)];
        return (sound.Pack with
        {
            Targets = [.. sound.Pack.Targets.Select(other => ReferenceEquals(other, row) ? row with { Value = Math.Round(row.Value!.Value / 10, 1) } : other)]
        }, row.Ref);
    }

    private static (Pack, IndicatorRef?)? Published(
        SoundPack sound,
        Random random,
        Func<Domain.Publications.PublishedFigure, bool> suits,
        Func<Domain.Publications.PublishedFigure, Domain.Publications.PublishedFigure> change)
    {
        var rows = sound.Pack.Published.Where(row => suits(row) && sound.Series.ContainsKey(row.Ref)).ToList();
        if (rows.Count == 0)
        {
            return null;
        }

        var row = rows[random.Next(rows.Count)];
        return (sound.Pack with { Published = [.. sound.Pack.Published.Select(other => ReferenceEquals(other, row) ? change(row) : other)] }, row.Ref);
    }

    private static (Pack, IndicatorRef?)? SetCopied(SoundPack sound, Random random)
    {
        var sets = sound.Series.Values.Where(one => one.Periods.Count > 1 && one.Periods[^1].Value is not (0 or 100) && one.Periods[^2].Value is not (0 or 100))
            .GroupBy(one => (one.Rated.Indicator.Area, one.Rated.Latest)).Where(set => set.Count() >= 6).ToList();
        if (sets.Count == 0)
        {
            return null;
        }

        var set = sets[random.Next(sets.Count)].ToDictionary(one => one.Periods[^1].Result, one => one.Periods[^2].Value);
        return (sound.Pack with
        {
            Results = [.. sound.Pack.Results.Select(result => set.TryGetValue(result, out var value) ? result with { Value = Figure.Of(value) } : result)]
        }, null);
    }

    private static (Pack, IndicatorRef?)? RangeWithoutProfile(SoundPack sound, Random random)
    {
        var rows = sound.Pack.Targets.Where(row => row.Lower is not null && sound.Series.TryGetValue(row.Ref, out var one)
            && (one.Rated.Indicator.Basis.Kind == BasisKind.Cumulative || one.Rated.Indicator.Ytd == YtdMethod.Sum)).ToList();
        if (rows.Count == 0)
        {
            return null;
        }

        var row = rows[random.Next(rows.Count)];
        var opening = sound.Series[row.Ref].Rated.Latest!.Value.YearOpening;
        return (sound.Pack with
        {
            Targets = [.. sound.Pack.Targets.Select(
                other => ReferenceEquals(other, row) ? row with { From = opening, To = null, Profile = TargetProfile.Given } : other)],
        }, row.Ref);
    }

    private static (Pack, IndicatorRef?)? PreviousYearTenTimes(SoundPack sound, Random random)
    {
        if (sound.Draw(random, one => one.Periods[^1].Result.PreviousYear?.Number > 20
            || (one.Periods[^1].Result.PreviousYearYtd?.Number > 20 && one.Rated.Ytd.Number is not null)) is not { } one)
        {
            return null;
        }

        var result = one.Periods[^1].Result;
        return (sound.With(result, result.PreviousYear?.Number > 20
            ? result with { PreviousYear = Figure.Of(result.PreviousYear.Value.Number!.Value * 10) }
            : result with { PreviousYearYtd = Figure.Of(result.PreviousYearYtd!.Value.Number!.Value * 10) }), one.Rated.Indicator.Ref);
    }

    private static (Pack, IndicatorRef?)? Said(SoundPack sound, Random random, Func<SoundSeries, bool> suits, Func<SoundSeries, string> words)
    {
        if (sound.Draw(random, suits) is not { } one)
        {
            return null;
        }

        var entry = new CommentaryEntry { Round = sound.Round, Kind = CommentaryKind.Commentary, Text = words(one), Refs = [one.Rated.Indicator.Ref] };
        return (
            sound.Pack with { Commentary = [.. sound.Pack.Commentary.Where(text => !text.Refs.Contains(one.Rated.Indicator.Ref)), entry] },
            one.Rated.Indicator.Ref);
    }

    private static bool IsVaried(SoundSeries one, decimal times) => one.Periods.TrueForAll(period => period.Value > 0)
        && one.Periods.Max(period => period.Value) <= one.Periods.Min(period => period.Value) * times;

    private static int Digits(decimal value) => Math.Floor(Math.Abs(value)).ToString(CultureInfo.InvariantCulture).Length;

    private static int Apart(decimal value) => value is < 10 or >= 100 ? 0 : Math.Abs(((int)value / 10) - ((int)value % 10));

    private static decimal Transposed(decimal value) => ((int)value % 10 * 10) + ((int)value / 10);

    private static decimal Numbers(decimal value, int places) => Math.Round(value, places, MidpointRounding.AwayFromZero);
}

/// <summary>An indicator with the numbers it has.</summary>
internal sealed record SoundSeries(RatedIndicator Rated, List<(Result Result, decimal Value)> Periods);

/// <summary>A pack to put faults into.</summary>
internal sealed class SoundPack
{
    public SoundPack(Pack pack)
    {
        Pack = pack;
        var rater = new Rater(pack);
        AsAt = rater.DefaultAsAt;
        Round = pack.Commentary.Max(entry => entry.Round);
        Series = rater.RateAll(AsAt).Select(rated => new SoundSeries(rated, [.. rated.History.Where(period => period.Value is not null && !period.IsForecast)
            .Select(period => (period.Result!, period.Value!.Value))])).Where(one => one.Rated.Value is not null).ToDictionary(one => one.Rated.Indicator.Ref);
    }

    public Pack Pack { get; }

    public Domain.Periods.Month AsAt { get; }

    public Domain.Periods.Month Round { get; }

    public Dictionary<IndicatorRef, SoundSeries> Series { get; }

    public SoundSeries? Draw(Random random, Func<SoundSeries, bool> suits)
    {
        var suited = Series.Values.Where(suits).ToList();
        return suited.Count == 0 ? null : suited[random.Next(suited.Count)];
    }

    public Pack With(Result before, Result after) => Pack with { Results = [.. Pack.Results.Select(result => result == before ? after : result)] };
}
