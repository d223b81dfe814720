using Quarterdeck.Domain.Statistics.ControlCharts;
using Quarterdeck.Packs.Csv;

namespace Quarterdeck.Cli.Statistics;

/// <summary>XmR charts: <c>input_series.csv</c> and the cases of <c>index.csv</c>, by the reference's own convention, so that every cell compares.</summary>
internal static class SpcFiles
{
    private const int FewestForLimits = 13;

    private static readonly string[] Asked =
    [
        "case_id", "series_id", "improvement_direction", "target", "screen_outliers", "fix_after_n_points", "rebase", "ref_status", "float_sensitive",
    ];

    private static readonly string[] Answered =
    [
        "degenerate", "n_points", "n_groups", "last_mean", "last_lpl", "last_upl", "last_special_cause_type", "variation_type", "variation_icon",
        "assurance_type", "assurance_icon", "n_special", "n_outside", "short_group_warning",
    ];

    private static readonly string[] Points =
    [
        "case_id", "period", "value", "rebase_group", "mean", "lpl", "upl", "mr", "mr_used", "amr", "relative_to_mean", "outside_limits",
        "close_to_limits", "rule_trend", "rule_two_in_three", "rule_shift", "special_cause_type", "special_cause_flag", "point_type", "short_group",
    ];

    private static readonly Dictionary<string, ImprovementDirection> Directions = new()
    {
        ["increase"] = ImprovementDirection.Increase,
        ["decrease"] = ImprovementDirection.Decrease,
        ["neutral"] = ImprovementDirection.Neutral,
    };

    private static readonly Dictionary<string, bool> Truths = new() { ["TRUE"] = true, ["FALSE"] = false };

    public static IEnumerable<PlainTable> Of(InputFolder input)
    {
        var series = InputSeries.Of(input.Table("input_series.csv", "series_id", "period", "value"));
        var cases = input.Table("index.csv", [.. Asked[..7]]);
        var index = new PlainTable("index.csv", [.. Asked, .. Answered]);
        var files = new Dictionary<string, PlainTable>();
        foreach (var asked in cases.Rows)
        {
            var points = InputSeries.Named(series, asked);
            var rebases = asked["rebase"].Split(';', StringSplitOptions.RemoveEmptyEntries)
                .Select(date => InputFolder.Date(asked, "rebase", date)).ToHashSet();
            var starts = points.Index().Where(point => rebases.Contains(point.Item.Period)).Select(point => point.Index).ToList();
            var chart = XmrChart.Of([.. points.Select(point => point.Value)], starts, Options(asked));
            index.Add([.. Asked.Select(column => Carried(asked, column)), .. Outcome(chart, InputFolder.Number(asked, "target"))]);
            if (!files.TryGetValue(asked["series_id"], out var file))
            {
                files[asked["series_id"]] = file = new PlainTable(FileOf(asked), Points);
            }

            // The reference counts phases from 1 where the first row is a rebase date itself.
            AddPoints(file, asked["case_id"], points, chart, starts is [0, ..] ? 1 : 0);
        }

        return files.Values.Prepend(index);
    }

    /// <summary>A series gets a file of its name, which may lead nowhere else and hide nothing.</summary>
    private static string FileOf(PlainRow asked) =>
        asked["series_id"] is { Length: > 0 and <= 64 } name && name != "index" && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
            ? name + ".csv"
            : throw InputFolder.Wrong(asked, "series_id", "a name of letters, digits, - and _ that a file can have (but not index)");

    private static XmrOptions Options(PlainRow asked) => new()
    {
        Improvement = InputFolder.OneOf(asked, "improvement_direction", Directions),
        ScreensMovingRanges = InputFolder.OneOf(asked, "screen_outliers", Truths),
        FrozenAfter = asked["fix_after_n_points"].Length == 0 ? null : InputFolder.Whole(asked, "fix_after_n_points", XmrOptions.FewestFrozen),
        Convention = XmrConvention.Reference,
    };

    /// <summary>What the case says of itself, and of the reference where it says nothing: that it ran, and that no cell hangs on its rounding.</summary>
    private static string Carried(PlainRow asked, string column) =>
        asked.Table.Has(column) ? asked[column] : column == "ref_status" ? "ok" : "0";

    private static IEnumerable<string> Outcome(XmrChart chart, decimal? target)
    {
        var last = chart.Phases.Count == 0 ? null : chart.Phases[^1];
        var cause = chart.Points.Count == 0 ? SpecialCause.CommonCause : chart.Points[^1].Cause;
        var assurance = chart.AssuranceOf(target);
        return
        [
            CellText.Of(last?.AverageRange is null), CellText.Of(chart.Points.Count), CellText.Of(chart.Phases.Count),
            CellText.Of(last?.Mean), CellText.Of(last?.Lower), CellText.Of(last?.Upper),
            Label(cause), PointType(chart.Variation), Icon(chart.Variation),
            Word(assurance, "consistent_"), Word(assurance, string.Empty),
            CellText.Of(chart.Points.Count(point => point.Cause != SpecialCause.CommonCause)), CellText.Of(chart.Points.Count(point => point.IsOutside)),
            CellText.Of(chart.Phases.Any(IsShort)),
        ];
    }

    private static void AddPoints(PlainTable file, string name, List<InputPoint> rows, XmrChart chart, int firstPhase)
    {
        foreach (var (point, row) in chart.Points.Zip(rows))
        {
            var phase = chart.Phases[point.Phase];
            var hasZones = point.Side is not null && phase.AverageRange is not null;
            file.Add(
                name, CellText.Of(row.Period), CellText.Of(point.Value), CellText.Of(point.Phase + firstPhase),
                CellText.Of(phase.Mean), CellText.Of(phase.Lower), CellText.Of(phase.Upper),
                CellText.Of(point.MovingRange), point.IsRangeUsed ? CellText.Of(point.MovingRange) : string.Empty, CellText.Of(phase.AverageRange),
                CellText.Of(point.Side), hasZones ? CellText.Of(point.IsOutside) : string.Empty, hasZones ? CellText.Of(point.IsNear) : string.Empty,
                CellText.Of(point.IsInTrend), CellText.Of(point.IsInTwoOfThree), CellText.Of(point.IsInShift),
                Label(point.Cause), CellText.Of(point.Cause != SpecialCause.CommonCause), PointType(point.Variation), CellText.Of(IsShort(phase)));
        }
    }

    private static string Word(TargetAssurance? assurance, string certain) => assurance switch
    {
        TargetAssurance.Pass => certain + "pass",
        TargetAssurance.Fail => certain + "fail",
        TargetAssurance.Inconsistent => "inconsistent",
        null => string.Empty,
    };

    private static bool IsShort(XmrPhase phase) => phase.Count < FewestForLimits;

    private static string Label(SpecialCause cause) => cause switch
    {
        SpecialCause.CommonCause => "Common Cause",
        SpecialCause.AboveUpperLimit => "Above UCL",
        SpecialCause.BelowLowerLimit => "Below LCL",
        SpecialCause.TrendIncreasing => "7 Point Trend (Increasing)",
        SpecialCause.TrendDecreasing => "7 Point Trend (Decreasing)",
        SpecialCause.TwoInThreeAbove => "2 in 3 Above CL",
        SpecialCause.TwoInThreeBelow => "2 in 3 Below CL",
        SpecialCause.ShiftAbove => "7 Points Above CL",
        SpecialCause.ShiftBelow => "7 Points Below CL",
    };

    private static string PointType(Variation variation) => variation switch
    {
        Variation.CommonCause => "common_cause",
        Variation.ImprovementHigh or Variation.ImprovementLow => "special_cause_improvement",
        Variation.ConcernHigh or Variation.ConcernLow => "special_cause_concern",
        Variation.NeutralHigh => "special_cause_neutral_high",
        Variation.NeutralLow => "special_cause_neutral_low",
    };

    private static string Icon(Variation variation) => variation switch
    {
        Variation.CommonCause => "common_cause",
        Variation.ImprovementHigh => "improvement_high",
        Variation.ImprovementLow => "improvement_low",
        Variation.ConcernHigh => "concern_high",
        Variation.ConcernLow => "concern_low",
        Variation.NeutralHigh => "neutral_high",
        Variation.NeutralLow => "neutral_low",
    };
}
