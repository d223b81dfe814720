using Quarterdeck.Domain.Directions;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Kernel;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Results;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Domain.Tests.Kernel;

/// <summary>A series made from a seed, as a pack's rows and as columns: the same figures asked in two ways.</summary>
internal sealed class RandomSeries
{
    private static readonly RatingScheme[] Schemes =
    [
        RatingScheme.RagFloor,
        Scheme("within-percent", (BandRule.WithinRelative, 5, false), (BandRule.WithinRelative, 10, true), (BandRule.Otherwise, null, false)),
        Scheme("within-points", (BandRule.Target, null, false), (BandRule.Floor, null, false), (BandRule.WithinAbsolute, 2.5m, false), (BandRule.Otherwise, null, false)),
        Scheme("strict", (BandRule.Target, null, true), (BandRule.Floor, null, true)),
        Scheme("values", (BandRule.Value, 75, false), (BandRule.Value, 50.05m, true), (BandRule.Value, 25, false), (BandRule.Otherwise, null, false)),
        Scheme("range", (BandRule.Range, null, false), (BandRule.Range, 1.5m, true), (BandRule.Otherwise, null, false)),
    ];

    private readonly Random _random;
    private readonly Dictionary<int, (RowState State, long Numerator, long Denominator)> _rows = [];
    private readonly List<Target> _targets = [];
    private readonly long _largest;

    public RandomSeries(Random random, PeriodAxis axis, int number)
    {
        _random = random;
        Axis = axis;
        IsFraction = random.Next(2) == 0;
        Places = random.Next(3);
        DenominatorPlaces = IsFraction ? random.Next(2) : 0;
        var scheme = Pick(Schemes);
        Indicator = new Indicator
        {
            Ref = new IndicatorRef($"S{number}"),
            Title = "A series",
            Kind = random.Next(12) == 0 ? IndicatorKind.Activity : IndicatorKind.Kpi,
            Calendar = axis.Calendar,
            Polarity = Pick(Polarity.Higher, Polarity.Higher, Polarity.Lower, Polarity.Lower, Polarity.OnTarget, Polarity.Range, Polarity.Neutral),
            Decimals = random.Next(4),
            Per = Pick(1m, 100m, 100m, 1000m, 0.5m),
            RateOn = random.Next(5) == 0 ? RateOn.Exact : RateOn.Displayed,
            Ytd = Pick(YtdMethod.Sum, YtdMethod.Ratio, YtdMethod.Ratio, YtdMethod.Mean, YtdMethod.Latest, YtdMethod.None),
            YtdFrom = random.Next(4) == 0 ? random.Next(1, 13) : null,
            Direction = new DirectionSetting(
                [Pick(DirectionMethod.Previous, DirectionMethod.Previous, DirectionMethod.SamePeriodLastYear, DirectionMethod.RelativeToTarget, DirectionMethod.Attainment)],
                Pick(0m, 0m, 0m, 1m, 0.15m)),
            Scheme = scheme.Name,
        };
        Rules = scheme;
        var adds = IsFraction && Indicator.Ytd is YtdMethod.Sum or YtdMethod.Mean;
        _largest = Pick(60, 60, 2_000, 1_000_000_000, adds ? 1_000 : 2_000_000_000_000_000, adds ? 1_000 : long.MaxValue);
        Fill();
        Aim();
    }

    public PeriodAxis Axis { get; }

    public Indicator Indicator { get; }

    public RatingScheme Rules { get; }

    public bool IsFraction { get; }

    public int Places { get; }

    public int DenominatorPlaces { get; }

    public IEnumerable<(int Period, RowState State, long Numerator, long Denominator)> Rows =>
        _rows.Select(row => (row.Key, row.Value.State, row.Value.Numerator, row.Value.Denominator));

    /// <summary>The series' own pack, for the rich way.</summary>
    public Pack Pack => new()
    {
        Settings = new Settings([]),
        Indicators = [Indicator],
        Targets = _targets,
        Schemes = Rules == RatingScheme.RagFloor ? [] : [.. Rules.Rows],
        Results = [.. _rows.Select(row => ResultOf(row.Key, row.Value.State, row.Value.Numerator, row.Value.Denominator))],
    };

    /// <summary>Adds the series to a bulk rating.</summary>
    public int AddTo(BulkRaterBuilder builder)
    {
        var standards = new Standards(_targets, [], 4);
        var terms = builder.Terms(new SeriesTerms(Indicator, Rules, IsFraction, Places, DenominatorPlaces));
        StandardRun[] Runs(Func<Period, Standard> of) => [.. Enumerable.Range(0, Axis.Count).Select(period => new StandardRun(period, of(Axis[period])))];
        return builder.Add(builder.Schedule(
            terms,
            Runs(period => standards.OfPeriod(Indicator, period, () => null)),
            Runs(period => standards.OfYearToDate(Indicator, period, () => null))));
    }

    private static RatingScheme Scheme(string name, params (BandRule Rule, decimal? Amount, bool Strict)[] bands) =>
        new(name, bands.Select((band, index) => Given.Band(name, index, $"band-{index}", band.Rule, band.Amount, band.Strict)));

    private void Fill()
    {
        var (gaps, others) = (_random.Next(8), _random.Next(3) == 0);
        for (var period = 0; period < Axis.Count; period++)
        {
            if (_random.Next(40) < gaps)
            {
                continue;
            }

            var numerator = Number(_largest) * (_random.Next(10) == 0 ? -1 : 1);
            var denominator = _random.Next(12) == 0 ? 0 : Number(Math.Min(_largest, 4_000_000_000_000)) * (_random.Next(400) == 0 ? -1 : 1);
            _rows[period] = (others ? Pick(RowState.Number, RowState.Number, RowState.Forecast, RowState.Marker, RowState.Waiting) : RowState.Number, numerator, denominator);
        }
    }

    private long Number(long largest) => _random.Next(3) == 0 ? _random.NextInt64(Math.Min(largest, 12)) : _random.NextInt64(largest);

    /// <summary>Phases of targets that often lie exactly on a figure, or half a unit of its last decimal from it.</summary>
    private void Aim()
    {
        for (var from = 0; from < Axis.Count;)
        {
            var to = Math.Min(Axis.Count - 1, from + _random.Next(1, 14));
            foreach (var scope in _random.Next(3) == 0 ? [TargetScope.Period, TargetScope.Ytd] : new[] { TargetScope.Period })
            {
                var (lower, upper) = (Near(), Near());
                _targets.Add(new Target
                {
                    Ref = Indicator.Ref,
                    Scope = scope,
                    From = Axis[from].Closing,
                    To = Axis[to].Closing,
                    Value = _random.Next(10) == 0 ? null : Near(),
                    Floor = _random.Next(4) == 0 ? null : Near(),
                    Lower = _random.Next(3) == 0 ? null : Math.Min(lower, upper),
                    Upper = _random.Next(3) == 0 ? null : Math.Max(lower, upper),
                });
            }

            from = to + 1 + _random.Next(2);
        }
    }

    private decimal Near()
    {
        if (_rows.Count == 0 || _random.Next(3) == 0)
        {
            return _random.Next(-20, 120) / Pick(1m, 2m, 10m);
        }

        var (period, row) = _rows.ElementAt(_random.Next(_rows.Count));
        var value = Series.ValueOf(ResultOf(period, RowState.Number, row.Numerator, row.Denominator), Indicator) ?? Quantity.Of(1);
        var places = Indicator.Decimals!.Value;
        return value.Rounded(_random.Next(places + 2)) + Pick(0, 0, 0.5m / (decimal)Scaled.PowerOfTen(places));
    }

    private Result ResultOf(int period, RowState state, long numerator, long denominator)
    {
        var result = new Result { Ref = Indicator.Ref, Period = Axis[period], Status = state == RowState.Forecast ? ResultStatus.Forecast : ResultStatus.Final };
        return state == RowState.Marker ? result with { Value = Figure.Of(Marker.Suspended) }
            : state == RowState.Waiting ? result with { Value = Figure.Of(Marker.NotYetDue) }
            : IsFraction ? result with { Numerator = Scaled.ToDecimal(numerator, Places), Denominator = Scaled.ToDecimal(denominator, DenominatorPlaces) }
            : result with { Value = Figure.Of(Scaled.ToDecimal(numerator, Places)) };
    }

    private T Pick<T>(params ReadOnlySpan<T> choices) => choices[_random.Next(choices.Length)];
}
