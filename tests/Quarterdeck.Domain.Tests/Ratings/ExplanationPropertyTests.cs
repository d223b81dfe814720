using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Results;
using Quarterdeck.Domain.Targets;
using static Quarterdeck.Domain.Tests.Given;

namespace Quarterdeck.Domain.Tests.Ratings;

/// <summary>Thousands of made-up indicators: every explanation is one readable sentence that names what it rests on.</summary>
public sealed class ExplanationPropertyTests
{
    private static readonly string[] Units = ["percent", "number", "gbp", "days", "seconds", "per-10000", "kg-per-household", "fte"];

    private static readonly SchemeBand[] Schemes =
    [
        Band("tolerance", 1, "green", BandRule.WithinRelative, 5),
        Band("tolerance", 2, "amber", BandRule.WithinRelative, 10),
        Band("tolerance", 3, "red", BandRule.Otherwise),
        Band("near", 1, "green", BandRule.Target),
        Band("near", 2, "amber", BandRule.WithinAbsolute, 3, strict: true),
        Band("near", 3, "red", BandRule.Otherwise),
        Band("mixed", 1, "green", BandRule.Target),
        Band("mixed", 2, "amber", BandRule.Floor),
        Band("mixed", 3, "yellow", BandRule.WithinRelative, 20),
        Band("mixed", 4, "red", BandRule.Otherwise),
        Band("symbols", 1, "star", BandRule.Target, strict: true),
        Band("symbols", 2, "circle", BandRule.Floor, strict: true),
        Band("symbols", 3, "triangle", BandRule.Otherwise),
        Band("fixed", 1, "blue", BandRule.Value, 95, strict: true),
        Band("fixed", 2, "green", BandRule.Target),
        Band("fixed", 3, "amber", BandRule.Value, 50),
        Band("fixed", 4, "red", BandRule.Otherwise),
        Band("inside", 1, "green", BandRule.Range), Band("inside", 2, "amber", BandRule.Range, 5), Band("inside", 3, "red", BandRule.Otherwise),
        Band("open", 1, "green", BandRule.Target), Band("open", 2, "amber", BandRule.Floor),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Every_explanation_is_one_readable_sentence(int seed)
    {
        var random = new Random(seed);
        for (var count = 0; count < 1_000; count++)
        {
            var rated = Any(random);
            var sentence = rated.Explanation;
            Assert.Matches("^[A-Z£0-9-][^\\n]*[^. ;:,]\\.$", sentence);
            foreach (var flaw in new[] { "  ", "..", ";;", "((", "))", ") (", "()", " ,", " .", " ;", ": ;", "none)", "none ", "-0 ", "-0%", "NaN" })
            {
                Assert.False(
                    sentence.Contains(flaw, StringComparison.Ordinal) && !(flaw == "none " && sentence.Contains("none was supplied", StringComparison.Ordinal)),
                    $"«{flaw}» in: {sentence}");
            }

            Assert.Equal(sentence.Count(letter => letter == '('), sentence.Count(letter => letter == ')'));
            Named(rated, sentence);
            True(rated, sentence);
        }
    }

    /// <summary>Value, target, floor standard and period, where there are any.</summary>
    private static void Named(RatedIndicator rated, string sentence)
    {
        if (rated.Latest is { } period)
        {
            Assert.True(
                sentence.Contains(period.Label, StringComparison.Ordinal) || sentence.Contains(MonthNames.Long(period.Closing), StringComparison.Ordinal),
                sentence);
        }

        if (!rated.Indicator.IsRated)
        {
            return;
        }

        if (rated.Value is not null)
        {
            Assert.Contains(rated.Displayed, sentence, StringComparison.Ordinal);
        }

        var inRange = rated.Indicator.Polarity == Polarity.Range || rated.Indicator.Scheme == "inside";
        foreach (var figure in inRange ? [] : new[] { rated.Standard.Target, rated.Standard.Floor })
        {
            Assert.True(
                figure is null || sentence.Contains(FigureText.Full(rated.Indicator, figure.Value), StringComparison.Ordinal),
                $"{figure} is not in: {sentence}");
        }
    }

    /// <summary>What the sentence says of target and floor is so.</summary>
    private static void True(RatedIndicator rated, string sentence)
    {
        var latest = sentence.Split(';')[0];
        if (rated.Value is null || rated.Indicator.Polarity is not (Polarity.Higher or Polarity.Lower) || !rated.Indicator.IsRated)
        {
            return;
        }

        var figure = rated.Indicator.RateOn == RateOn.Exact ? rated.Value.Value : Domain.Numbers.Rounding.To(rated.Value.Value, rated.Decimals);
        var sign = rated.Indicator.Polarity == Polarity.Higher ? 1 : -1;
        Says("achieves the target", rated.Standard.Target, strict: false, true);
        Says("achieves the floor standard", rated.Standard.Floor, strict: false, true);
        Says("does not achieve the target", rated.Standard.Target, strict: false, false);
        Says("but not the target", rated.Standard.Target, strict: false, false);
        Says("does not achieve it", rated.Standard.Target, strict: false, false);
        Says("achieves neither", rated.Standard.Target, strict: false, false);
        Says("achieves neither", rated.Standard.Floor, strict: false, false);
        Says("does not achieve the floor", rated.Standard.Floor, strict: false, false);
        Says(sign > 0 ? "is above the target" : "is below the target", rated.Standard.Target, strict: true, true);
        Says(sign > 0 ? "is not above the floor" : "is not below the floor", rated.Standard.Floor, strict: true, false);

        void Says(string words, decimal? limit, bool strict, bool met)
        {
            if (latest.Contains(words, StringComparison.Ordinal))
            {
                var better = sign * figure.CompareTo(limit!.Value);
                Assert.True((strict ? better > 0 : better >= 0) == met, latest);
            }
        }
    }

    private static RatedIndicator Any(Random random)
    {
        string?[] schemes = [null, "tolerance", "near", "mixed", "symbols", "fixed", "inside", "open"];
        var frequency = Pick(random, Frequency.Month, Frequency.Quarter, Frequency.Term, Frequency.Half, Frequency.Year);
        var indicator =
            Kpi(Pick(random, Polarity.Higher, Polarity.Lower, Polarity.Higher, Polarity.Lower, Polarity.OnTarget, Polarity.Range, Polarity.Neutral)) with
            {
                Kind = Pick(random, IndicatorKind.Kpi, IndicatorKind.Kpi, IndicatorKind.Highlight, IndicatorKind.Activity),
                Unit = new Unit(Units[random.Next(Units.Length)]),
                Scale = Pick(random, 1m, 1m, 1000m),
                Decimals = Pick(random, null, null, 0, 1, (int?)2),
                RateOn = Pick(random, RateOn.Displayed, RateOn.Exact),
                Calendar = new PeriodCalendar(frequency, frequency == Frequency.Term ? 9 : Pick(random, 1, 4, 8)),
                Ytd = Pick(random, YtdMethod.None, YtdMethod.Sum, YtdMethod.Mean, YtdMethod.Latest, YtdMethod.Supplied),
                Basis = Pick(random, new MeasureBasis(BasisKind.Period), new MeasureBasis(BasisKind.Cumulative), new MeasureBasis(BasisKind.Rolling, 12)),
                Scheme = schemes[random.Next(schemes.Length)],
                Source = Pick(random, null, null, "Case records.", "Survey of\n residents "),
            };
        var last = indicator.Calendar.LastClosedBy(M("2025-12"));
        var results = Run(indicator, last.ToString(), [.. Enumerable.Range(0, random.Next(0, 14)).Select(_ => Some(random))])
            .Where(_ => random.Next(6) > 0)
            .Select(result => random.Next(8) switch
            {
                0 => result with { Value = Figure.Of((Marker)random.Next(10), Pick(random, null, "Audits suspended.", "New in 2025/26 (pilot)")) },
                1 => result with { Value = null, Numerator = random.Next(100), Denominator = random.Next(100) },
                2 => result with { Ytd = Figure.Of(Some(random)) },
                3 => result with { Status = ResultStatus.Forecast },
                _ => result,
            })
            .ToList();
        decimal? Maybe() => random.Next(4) > 0 ? Some(random) : null;
        var lower = Some(random);
        Target[] targets =
        [
            Aim("2024-01", Maybe(), Maybe()) with
            {
                To = M("2026-12"),
                Label = Pick(random, null, null, "national average", "Kent (incl. academies)"),
                Text = Pick(random, null, "Date met")
            },
            Range("2024-01", random.Next(5) > 0 ? lower : null, random.Next(5) > 0 ? lower + Some(random) : null) with { To = M("2026-12") },
        ];
        return Rate(Pack(indicator, results, random.Next(6) > 0 ? targets : []) with { Schemes = Schemes }, "2026-02");
    }

    private static decimal Some(Random random) => Pick(random, 0m, random.Next(200), random.Next(2_000) / 10m, random.Next(20_000) / 100m, 90, 90.0m);

    private static T Pick<T>(Random random, params T[] of) => of[random.Next(of.Length)];
}
