using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Checks;
using Quarterdeck.Domain.Commentary;
using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Results;
using Quarterdeck.Domain.Targets;
using Quarterdeck.TestKit;

namespace Quarterdeck.Application.Tests.Checks;

/// <summary>The check list finds the faults that people make, and is quiet about packs that have none.</summary>
public sealed class SeededFaultsTests(ITestOutputHelper output)
{
    private const int TimesEach = 3;
    private const int LeastFound = 55;
    private const int HonestPacks = 100;

    private static readonly DateOnly Today = new(2025, 11, 26);

    [Fact]
    public void Of_sixty_faults_put_into_the_samples_one_at_a_time_at_least_55_are_found_by_their_names()
    {
        var samples = new[] { Samples.Latest, Samples.First }.Select(sample => new SoundPack(Samples.Read(sample))).ToList();
        var quiet = samples.ToDictionary(sample => sample, sample => Found(sample.Pack).Select(Key).ToHashSet());
        var (seeded, missed) = (0, new List<string>());
        foreach (var fault in SeededFault.All)
        {
            for (var seed = 1; seed <= TimesEach; seed++)
            {
                var random = new Random((seed * 1000) + Array.IndexOf(SeededFault.All, fault));
                var (sample, made) =
                    samples.OrderBy(_ => random.Next()).Select(one => (Sample: one, Made: fault.Make(one, random))).First(one => one.Made is not null);
                var found = Found(made!.Value.Pack).Where(finding => !quiet[sample].Contains(Key(finding))).ToList();
                seeded++;
                if (!found.Exists(
                    finding => fault.Codes.Contains(finding.Code) && (finding.Ref is null || made.Value.Ref is null || finding.Ref == made.Value.Ref?.Value)))
                {
                    missed.Add($"{fault.Name} in {made.Value.Ref?.Value ?? "a set"} (seed {seed}): {string.Join(", ", found.Select(finding => finding.Code))}");
                }
            }
        }

        missed.ForEach(output.WriteLine);
        Assert.Equal(60, seeded);
        Assert.True(seeded - missed.Count >= LeastFound, string.Join(Environment.NewLine, missed));
    }

    [Fact]
    public void Honest_packs_drawn_at_random_raise_under_one_warning_each()
    {
        var warnings = Enumerable.Range(1, HonestPacks)
            .SelectMany(seed => Found(Honest(new Random(seed))))
            .Where(finding => finding.Severity != Severity.Note)
            .ToList();

        foreach (var code in warnings.GroupBy(finding => finding.Code))
        {
            output.WriteLine($"{code.Count()} {code.Key}: {code.First().Message}");
        }

        Assert.True(warnings.Count < HonestPacks, $"{warnings.Count} warnings in {HonestPacks} packs.");
    }

    [Theory]
    [InlineData(Samples.Latest)]
    [InlineData(Samples.First)]
    public void No_finding_of_a_sample_tells_a_fact_twice(string sample)
    {
        var cells = Found(Samples.Read(sample)).Where(finding => finding is { Row: not null, Column: not null, Ref: not null })
            .GroupBy(finding => (finding.Ref, finding.File, finding.Row, finding.Column))
            .Where(cell => cell.Select(finding => finding.Value).Distinct().Count() < cell.Count());

        Assert.Empty(cells.Select(cell => $"{cell.Key}: {string.Join(", ", cell.Select(finding => finding.Code))}"));
    }

    private static (string, string?, string) Key(Finding finding) => (finding.Code, finding.Ref, finding.Message);

    private static IReadOnlyList<Finding> Found(Pack pack)
    {
        var rater = new Rater(pack);
        return CheckList.Run(pack, rater.RateAll(rater.DefaultAsAt), Today, isAgeLeftOut: true);
    }

    /// <summary>Ten indicators over three years to October 2025: percentages and counts that vary as honest ones do, with targets and commentary.</summary>
    private static Pack Honest(Random random)
    {
        var calendar = new PeriodCalendar(Frequency.Month, 4);
        var last = new Month(2025, 10);
        var (indicators, targets, results) = (new List<Indicator>(), new List<Target>(), new List<Result>());
        for (var number = 1; number <= 10; number++)
        {
            var reference = new IndicatorRef($"H{number:00}");
            var isPercent = number % 2 == 0;
            var polarity = number % 3 == 0 ? Polarity.Lower : Polarity.Higher;
            indicators.Add(new Indicator
            {
                Ref = reference,
                Title = $"{(isPercent ? "Percentage" : "Number")} of cases of kind {number}",
                Kind = IndicatorKind.Kpi,
                Unit = isPercent ? Unit.Percent : Unit.Number,
                Polarity = polarity,
                Calendar = calendar,
                Ytd = YtdMethod.None,
            });
            var level = isPercent ? random.Next(40, 95) : random.Next(50, 5000);
            var noise = isPercent ? 1 + (random.NextDouble() * 3) : level * (0.02 + (random.NextDouble() * 0.1));
            var places = isPercent && random.Next(2) == 0 ? 1 : 0;
            var count = random.Next(5, 37);
            for (var back = count - 1; back >= 0; back--)
            {
                var drawn = level + (noise * Normal(random));
                var value = Math.Round((decimal)Math.Max(0, isPercent ? Math.Min(100, drawn) : drawn), places);
                results.Add(new Result { Ref = reference, Period = calendar.Closing(last.AddMonths(-back)), Value = Figure.Of(value) });
            }

            var (target, floor) = polarity == Polarity.Higher ? (level - noise, level - (3 * noise)) : (level + noise, level + (3 * noise));
            for (var year = 2022; year <= 2025; year++)
            {
                targets.Add(new Target { Ref = reference, From = new Month(year, 4), Value = Math.Round((decimal)target), Floor = Math.Round((decimal)floor) });
            }
        }

        var pack = new Pack { Settings = new Settings([]), Indicators = indicators, Targets = targets, Results = results };
        return pack with
        {
            Commentary = [.. new Rater(pack).RateAll(last).Where(rated => CommentaryNeeded.Because(rated, []) is not null).Select(rated => new CommentaryEntry
            {
                Round = last,
                Kind = CommentaryKind.Commentary,
                Refs = [rated.Indicator.Ref],
                Text = $"More complex cases came in to {rated.Indicator.Ref}, and two posts were vacant.",
            })],
        };
    }

    /// <summary>Of the normal distribution, by Box and Muller.</summary>
    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
