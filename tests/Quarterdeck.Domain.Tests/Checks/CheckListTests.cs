using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Assurance;
using Quarterdeck.Domain.Checks;
using Quarterdeck.Domain.Commentary;
using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Milestones;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.People;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Results;
using Quarterdeck.Domain.Tables;
using Quarterdeck.Domain.Targets;
using static Quarterdeck.Domain.Tests.Given;

namespace Quarterdeck.Domain.Tests.Checks;

/// <summary>Every check finds its fault in a small pack, and nothing in the same pack without the fault.</summary>
public sealed class CheckListTests
{
    private static readonly DateOnly Today = new(2025, 12, 1);

    /// <summary>Code, the sound pack, the same with one fault.</summary>
    public static TheoryData<string> Codes => [.. Cases.Keys];

    private static readonly Target NinetyEightyFive = Aim("2025-04", 90, 85);
    private static readonly Indicator Share = Kpi() with { Title = "Percentage of calls answered", Decimals = 0 };
    private static readonly Indicator Ratio = Share with { Ytd = YtdMethod.Ratio };
    private static readonly Indicator Count = Activity() with { Title = "Number of calls" };
    private static readonly Indicator Total =
        Count with { Kind = IndicatorKind.Kpi, Polarity = Polarity.Higher, Basis = new MeasureBasis(BasisKind.Cumulative), Ytd = YtdMethod.Latest };

    private static readonly Dictionary<string, (Pack Sound, Pack Faulty)> Cases = new()
    {
        ["alert-contradicts"] = (Sound() with { Published = [Printed("2025-10", "Green")] }, Sound() with { Published = [Printed("2025-10", "Red")] }),
        ["rating-rests-on-rounding"] = (Of(Share, Run(Share, "2025-10", 91.2m)), Of(Share, Run(Share, "2025-10", 89.6m))),
        ["ytd-outside-periods"] = (YearOf(71), YearOf(70)),
        ["ytd-differs"] = (Supplied(30), Supplied(31)),
        ["value-against-parts"] = (
            Of(Share with { Per = 100 }, [Given.Parts(Share, "2025-10", 19, 20) with { Value = Figure.Of(95m) }]),
            Of(Share with { Per = 100 }, [Given.Parts(Share, "2025-10", 85, 100) with { Value = Figure.Of(95m) }])),
        ["parts-against-whole"] = (Divided(60, 40), Divided(60, 41)),
        ["suppressed-part-follows"] = (Divided(60, 40), Hidden("South")),
        ["target-of-no-part"] = (Aimed("North"), Aimed("Nroth")),
        ["numerator-above-nothing"] = (Of(Share, [Given.Parts(Share, "2025-10", 0, 0)]), Of(Share, [Given.Parts(Share, "2025-10", 5, 0)])),
        ["more-places-than-printed"] = (
            Of(Share with { Decimals = null }, Run(Share, "2025-10", 95.1234m)),
            Of(Share with { Decimals = null }, Run(Share, "2025-10", 95.12345m))),
        ["cumulative-falls"] = (Of(Total, Run(Total, "2025-06", 10, 20, 30)), Of(Total, Run(Total, "2025-06", 10, 30, 20))),
        ["cumulative-not-reset"] = (Of(Total, Run(Total, "2025-04", 110, 120, 10)), Of(Total, Run(Total, "2025-04", 110, 120, 130))),
        ["share-over-100"] = (Sound(), Of(Share, Run(Share, "2025-10", 101))),
        ["implausible"] = (Of(Count, Run(Count, "2025-10", 20, 22, 21, 19, 20, 23, 24)), Of(Count, Run(Count, "2025-10", 20, 22, 21, 19, 20, 23, 240))),
        ["percent-as-fraction"] = (Of(Share, Run(Share, "2025-10", 95, 96, 97)), Of(Share, Run(Share, "2025-10", 95, 96, 0.97m))),
        ["value-unchanged"] = (Of(Count, Run(Count, "2025-10", 24586, 24587)), Of(Count, Run(Count, "2025-10", 24587, 24587))),
        ["period-missing"] = (Sound(), Of(Share, [Value(Share, "2025-08", 91), Value(Share, "2025-10", 92)])),
        ["stale"] = (Pair("2025-10"), Pair("2025-06")),
        ["period-in-future"] = (Sound(), Of(Share, [Value(Share, "2025-10", 91), Value(Share, "2026-10", 92)])),
        ["forecast-without-figure"] = (Forecast(Figure.Of(90m)), Forecast(null)),
        ["previous-year-absent"] = (Previous(Figure.Of(Marker.New, "New in 2025/26")), Previous(Figure.Of(Marker.NotAvailable))),
        ["step-undecided"] = (Steps(Step("Draft", new DateOnly(2025, 6, 30), StepState.Met)), Steps(Step("Draft", new DateOnly(2025, 6, 30)))),
        ["step-too-late"] = (Steps(Meeting(new DateOnly(2026, 1, 21))), Steps(Meeting(new DateOnly(2026, 1, 22)))),
        ["targets-overlap"] = (Sound(), Of(Share, Run(Share, "2025-10", 91), NinetyEightyFive, Aim("2025-04", 80, 70))),
        ["target-missing"] = (Sound(), Pack(Share, Run(Share, "2025-10", 91))),
        ["target-gap"] = (Sound(), Of(Share, Run(Share, "2025-10", 91, 92), Aim("2025-10", 90, 85))),
        ["floor-beyond-target"] = (Sound(), Of(Share, Run(Share, "2025-10", 91), Aim("2025-04", 85, 90))),
        ["thresholds-crossed"] =
            (Of(Count, Run(Count, "2025-10", 75), Range("2025-04", 70, 80)), Of(Count, Run(Count, "2025-10", 75), Range("2025-04", 80, 70))),
        ["target-approved-long-ago"] = (Approved(new DateOnly(2025, 3, 1)), Approved(new DateOnly(2023, 5, 1))),
        ["target-proposed"] = (Of(Share, Run(Share, "2025-10", 90, 91), Aim("2025-04", 90, 80)),
            Of(Share, Run(Share, "2025-10", 90, 91), Aim("2025-04", 90, 80), Aim("2026-04", 95, 80))),
        ["target-loosens"] = (Phased(90, 91), Phased(91, 90)),
        ["same-title"] = (Two("One", "Another"), Two("One", "One")),
        ["titles-count-differently"] = (Sound(), Titled(Share with { ShortTitle = "Number of calls answered" })),
        ["title-against-unit"] = (Sound(), Titled(Share with { Title = "Number of calls answered" })),
        ["data-note-against-unit"] = (Titled(Count with { DataNote = "Counted daily." }), Titled(Count with { DataNote = "Reported as a percentage." })),
        ["short-title-differs"] = (Titled(Share with { ShortTitle = "Calls answered" }), Titled(Share with { ShortTitle = "Calls answered in time" })),
        ["summary-group-differs"] = (Grouped("Finance"), Grouped("Finances")),
        ["label-unknown"] = (Sound() with { Published = [Printed("2025-10", "GREEN")] }, Sound() with { Published = [Printed("2025-10", "Gren")] }),
        ["section-unknown"] = (Sectioned("guidance"), Sectioned("guidence")),
        ["total-differs"] = (Added(870), Added(861)),
        ["column-periods"] = (Columns("Jul to Sep 2010"), Columns("Jul to Aug 2010")),
        ["spreadsheet-error"] = (Said("All is well."), Said("The total was #REF! last month.")),
        ["commentary-missing"] = (Sound(), Of(Share, Run(Share, "2025-10", 70))),
        ["commentary-older"] = (Written(new DateOnly(2025, 11, 12)), Written(new DateOnly(2025, 10, 15))),
        ["commentary-copied"] = (Copied("New words."), Copied("Old words.")),
        ["commentary-period-not-shown"] = (Said("In October 2025 it rose."), Said("In March 2027 it will rise.")),
        ["figure-not-held"] = (Said("It was 91% this month."), Said("It was 64% in one office.")),
        ["words-against-rating"] = (Said("We are on track."), Said("We are on track.", value: 70)),
        ["counts-in-prose"] = (Said("1 of the 1 KPIs is Green."), Said("3 of the 4 KPIs are Green.")),
        ["majority-in-prose"] = (Majority(600), Majority(400)),
        ["dead-link"] = (Said("See [the page](https://example.org/)."), Said("See [the page](#).")),
        ["citation-unresolved"] = (Said("It was {{T01}} in {{T01 period}}."), Said("It was {{T01 2024-01}}.")),
        ["rebaselined"] = (Said("It rose a little."), Said("The baseline was re-set in May.")),
        ["direction-rules-differ"] = (Moving(1428, 2325, 1200, 2325), Moving(1428, 2325, 1366, 1500)),
        ["action-overdue"] = (Acted(Promise(new DateOnly(2025, 12, 1))), Acted(Promise(new DateOnly(2025, 11, 30)))),
        ["action-missing"] = (Acted(Promise(null)), Acted(Promise(null) with { Refs = [] })),
        ["action-done-undated"] = (
            Acted(Promise(null) with { Status = ActionStatus.Done, DoneOn = new DateOnly(2025, 11, 3) }), Acted(Promise(null) with { Status = ActionStatus.Done })),
        ["action-moved-again"] = (
            Acted(Promise(null) with { Revised = [new RevisedDate(new DateOnly(2026, 1, 31), "late parts")] }),
            Acted(Promise(null) with
            {
                Revised = [new RevisedDate(new DateOnly(2026, 1, 31), "late parts"), new RevisedDate(new DateOnly(2026, 3, 31), "later parts")],
            })),
        ["call-in-open"] = (Assured(AssuranceState.Reviewed), Assured(AssuranceState.None)),
        ["target-implausible"] =
            (Of(Count with { Kind = IndicatorKind.Kpi, Polarity = Polarity.Higher }, Run(Count, "2025-10", 95, 96), Aim("2025-04", 90, 85)),
            Of(Count with { Kind = IndicatorKind.Kpi, Polarity = Polarity.Higher }, Run(Count, "2025-10", 95, 96), Aim("2025-04", 9))),
        ["floor-missing"] = (Of(Share, Run(Share, "2025-10", 91), Aim("2025-04", 90)), Of(Share, Run(Share, "2025-10", 89), Aim("2025-04", 90))),
        ["polarity-missing"] = (Sound(), Of(Share with { Polarity = Polarity.Neutral }, Run(Share, "2025-10", 91), Aim("2025-04", 90))),
        ["no-band-fits"] = (Sound(), Of(Share with { Scheme = "gap" }, Run(Share, "2025-10", 91)) with
        {
            Schemes = [Band("gap", 1, "Best", BandRule.Value, 98), Band("gap", 2, "Good", BandRule.Value, 95)],
        }),
        ["range-without-profile"] = (
            Of(
                Total with { Kind = IndicatorKind.Activity },
                Run(Total, "2025-10", 10, 20),
                Range("2025-04", 40, 60) with { Profile = TargetProfile.StraightLine }),
            Of(Total with { Kind = IndicatorKind.Activity }, Run(Total, "2025-10", 10, 20), Range("2025-04", 40, 60))),
        ["words-against-direction"] = (Moved("Performance improved this month.", 90, 92), Moved("Performance improved this month.", 94, 92)),
        ["distance-in-prose"] = (Said("The result is 1 percentage point above target."), Said("The result is 2 percentage points below target.")),
        ["change-in-prose"] = (Moved("It rose from 91 to 92.5.", 91, 92.5m), Moved("It rose from 91 to 93.4.", 91, 92.5m)),
        ["placeholder-in-text"] = (Said("It rose."), Said("TBC")),
        ["set-copied"] = (SetOf(1), SetOf(0)),
        ["ytd-stopped"] = (Stopped(31), Stopped(null)),
        ["previous-year-implausible"] = (LastYear(91), LastYear(910)),
        ["meeting-before-data"] = (Met(new DateOnly(2025, 11, 26)), Met(new DateOnly(2025, 1, 21))),
        ["rating-carried"] = (Sound(), Pack(Share, Run(Share, "2025-10", 70), Aim("2025-04", 90)) with { Published = [Printed("2025-10", "Red")] }),
    };

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_check_finds_its_fault_and_nothing_without_it(string code)
    {
        Assert.DoesNotContain(Found(Cases[code].Sound), finding => finding.Code == code);
        Assert.Contains(Found(Cases[code].Faulty), finding => finding.Code == code && finding.Message.Length > 20 && finding.Remedy.EndsWith('.'));
    }

    [Fact]
    public void Every_check_has_a_case_here() => Assert.Equal(CheckList.All.Select(check => check.Code).Order(), Cases.Keys.Order());

    [Fact]
    public void A_sound_pack_has_no_findings() => Assert.Empty(Found(Sound()));

    [Fact]
    public void An_accepted_reason_makes_a_total_a_note()
    {
        var pack = Added(861);
        var cells = pack.Tables.Select(cell => cell.Role == TableRole.Total ? cell with { Accepted = "Counted once." } : cell).ToList();
        Assert.Equal(Severity.Note, Assert.Single(Found(pack with { Tables = cells })).Severity);
    }

    /// <summary>History of exactly 100, so that only the least deviation counts: 3, twelve times over.</summary>
    [Theory]
    [InlineData(136, false)]
    [InlineData(137, true)]
    [InlineData(64, false)]
    [InlineData(63, true)]
    public void A_figure_beside_a_steady_series_is_implausible_from_a_third_of_it_away(int latest, bool isFound)
    {
        var pack = Of(Count, Run(Count, "2025-10", 100, 100, 100, 100, 100, 100, latest));

        Assert.Equal(isFound, Found(pack).Any(finding => finding.Code == "implausible"));
    }

    /// <summary>Each of two parts of one place may be half a tenth out, so together a tenth.</summary>
    [Theory]
    [InlineData(10.1, Severity.Note)]
    [InlineData(10.2, Severity.Error)]
    public void Rounding_of_the_parts_explains_half_a_step_for_each_part(double total, Severity severity)
    {
        var cells = new[]
        {
            Cell("A", 4.5m) with { PartOf = "All" },
            Cell("B", 5.5m) with { PartOf = "All" },
            Cell("All", (decimal)total) with { Role = TableRole.Total },
        };

        Assert.Equal(severity, Assert.Single(Found(Sound() with { Tables = cells }), finding => finding.Code == "total-differs").Severity);

        static TableCell Cell(string row, decimal value) => new() { Table = "complaints", Row = row, Column = "2011", Value = Figure.Of(value) };
    }

    private static IReadOnlyList<Finding> Found(Pack pack)
    {
        var rater = new Rater(pack);
        return CheckList.Run(pack, rater.RateAll(pack.Results.Any(result => result.Period.Closing > M("2025-11")) ? M("2025-10") : rater.DefaultAsAt), Today);
    }

    private static Pack Sound() => Of(Share, Run(Share, "2025-10", 91));

    private static Pack Of(Indicator indicator, IReadOnlyList<Result> results, params Target[] targets) =>
        Pack(indicator, results, targets.Length > 0 ? targets : [indicator.Kind == IndicatorKind.Kpi && indicator.Unit.IsPercent
            ? NinetyEightyFive
            : Aim("2024-04", null) with { Lower = 0, Upper = 1_000_000_000, To = M("2026-03") }]);

    /// <summary>A hundred calls a month in two parts; those of the last month are given.</summary>
    private static Pack Divided(decimal north, decimal south) => Of(
        Count, [.. Run(Count, "2025-10", 100, 100), .. Part("North", 60, north), .. Part("South", 40, south)]);

    private static IEnumerable<Result> Part(string name, params decimal[] values) =>
        Run(Count, "2025-10", values).Select(result => result with { Breakdown = name });

    /// <summary>The same with parts hidden in the last month.</summary>
    internal static Pack Hidden(params string[] names)
    {
        var pack = Divided(60, 40);
        return pack with
        {
            Results = [.. pack.Results.Select(result => result.Period.Closing == M("2025-10") && names.Contains(result.Breakdown)
                ? result with { Value = Figure.Of(Marker.Suppressed) } : result)],
        };
    }

    private static Pack Aimed(string part) => Of(
        Share, [Value(Share, "2025-10", 91), Value(Share, "2025-10", 90) with { Breakdown = "North" }], NinetyEightyFive, NinetyEightyFive with { Breakdown = part });

    private static Pack Titled(Indicator indicator) => Of(indicator, Run(indicator, "2025-10", 91));

    private static Pack YearOf(decimal year)
    {
        var quarterly = Ratio with { Calendar = Quarterly };
        var results = Run(quarterly, "2025-09", 71, 71);
        results[1] = results[1] with { Ytd = Figure.Of(year) };
        return Of(quarterly, results, Aim("2025-04", 65, 60));
    }

    private static Pack Supplied(decimal year)
    {
        var results = Run(Count, "2025-05", 10, 20);
        results[1] = results[1] with { Ytd = Figure.Of(year) };
        return Of(Count, results);
    }

    private static Pack Moved(string words, decimal before, decimal now) => Of(Share, Run(Share, "2025-10", before, now)) with { Commentary = [Entry(words)] };

    /// <summary>Four indicators whose figures of the latest period differ from those before by so much.</summary>
    private static Pack SetOf(decimal change)
    {
        var indicators = Enumerable.Range(1, 4)
            .Select(number => Count with { Ref = new IndicatorRef($"T0{number}"), Title = $"Calls of kind {number}" })
            .ToList();
        return Pack(indicators, [.. indicators.SelectMany((one, at) => Run(one, "2025-10", 1111 + at, 2345 + (100 * at), 2345 + (100 * at) + change))]);
    }

    private static Pack Stopped(decimal? year)
    {
        var results = Run(Share with { Ytd = YtdMethod.Supplied }, "2025-10", 91, 92);
        results[0] = results[0] with { Ytd = Figure.Of(91) };
        results[1] = results[1] with { Ytd = year is { } figure ? Figure.Of(figure) : null };
        return Of(Share with { Ytd = YtdMethod.Supplied }, results);
    }

    private static Pack LastYear(decimal figure) => Of(Share, [Value(Share, "2025-10", 91) with { PreviousYear = Figure.Of(figure) }]);

    /// <summary>Two indicators, so that one can lag behind the other.</summary>
    private static Pack Pair(string latest)
    {
        var other = Share with { Ref = new IndicatorRef("T02"), Title = "Percentage of letters answered" };
        return Pack([Share, other], [.. Run(Share, latest, 91), .. Run(other, "2025-10", 91)], NinetyEightyFive, NinetyEightyFive with { Ref = other.Ref });
    }

    private static Pack Two(string first, string second)
    {
        var pack = Pair("2025-10");
        return pack with { Indicators = [pack.Indicators[0] with { ShortTitle = first }, pack.Indicators[1] with { ShortTitle = second }] };
    }

    private static Pack Forecast(Figure? figure) =>
        Of(
            Share,
            [Value(Share, "2025-10", 91), new Result { Ref = Ref, Period = Monthly.Closing(M("2025-11")), Value = figure, Status = ResultStatus.Forecast }]);

    private static Pack Previous(Figure figure) => Of(Share, [Value(Share, "2025-10", 91) with { PreviousYear = figure }]);

    private static Pack Steps(MilestoneStep step)
    {
        var milestone = Kpi() with { Kind = IndicatorKind.Milestone };
        return Pack(milestone, [], Aim("2025-10", null) with { Text = "Date met" }) with
        {
            Milestones = [step],
            Commentary = [Entry("The step is explained.")],
            Reports = [new ReportDefinition { Code = "dashboard", Kind = ReportKind.Dashboard, Title = "Dashboard", ResultsTo = M("2025-10") }],
        };
    }

    private static MilestoneStep Meeting(DateOnly due) => Step("Papers", due, StepState.Due) with { MeetingOn = new DateOnly(2026, 1, 29), ClearDays = 5 };

    private static Pack Approved(DateOnly day) => Of(Share, Run(Share, "2025-10", 91), NinetyEightyFive with { ApprovedOn = day });

    private static Pack Phased(decimal first, decimal second) =>
        Of(Share, Run(Share, "2025-10", 95, 95), Aim("2025-09", first) with { Floor = 60, To = M("2025-09") }, Aim("2025-10", second) with { Floor = 60 });

    private static Pack Grouped(string group) => Sound() with { Areas = [new Area { Code = "FIN", Name = "Finance", SummaryGroup = group }] };

    private static Pack Added(decimal part) => Sound() with
    {
        Tables =
        [
            new TableCell { Table = "complaints", Row = "Roads", Column = "2011", Value = Figure.Of(part), PartOf = "Total" },
            new TableCell { Table = "complaints", Row = "Total", Column = "2011", Value = Figure.Of(870m), Role = TableRole.Total },
        ],
    };

    private static Pack Columns(string second) => Sound() with
    {
        Tables = [.. new[] { "Apr to Jun 2010", second, "Oct to Dec 2010", "Jan to Mar 2011" }.Select(
            (label, place) => new TableCell { Table = "complaints", Row = "Roads", Column = label, ColumnOrder = place, Value = Figure.Of(1m) })],
    };

    private static Pack Said(string words, decimal value = 91) => Of(Share, Run(Share, "2025-10", value)) with { Commentary = [Entry(words)] };

    private static Pack Written(DateOnly day) => Sound() with { Commentary = [Entry("It rose.") with { WrittenOn = day }] };

    private static Pack Copied(string words) => Sound() with { Commentary = [Entry("Old words.") with { Round = M("2025-09") }, Entry(words)] };

    private static Pack Majority(decimal part) => Sound() with
    {
        Tables =
        [
            new TableCell { Table = "complaints", Row = "Roads", Column = "2011", Value = Figure.Of(part), PartOf = "Total" },
            new TableCell { Table = "complaints", Row = "Care", Column = "2011", Value = Figure.Of(1000 - part - 300), PartOf = "Total" },
            new TableCell { Table = "complaints", Row = "Other", Column = "2011", Value = Figure.Of(300m), PartOf = "Total" },
            new TableCell { Table = "complaints", Row = "Total", Column = "2011", Value = Figure.Of(1000m), Role = TableRole.Total },
        ],
        Commentary = [Entry("The majority concern roads.") with { Refs = [], Group = "complaints" }],
    };

    private static Pack Moving(decimal before, decimal targetBefore, decimal now, decimal targetNow)
    {
        var entrants = Kpi(Polarity.Lower) with { Title = "Number of first-time entrants", Unit = Unit.Number };
        return Of(
            entrants,
            Run(entrants, "2025-10", before, now),
            Aim("2025-09", targetBefore, 5000) with { To = M("2025-09") },
            Aim("2025-10", targetNow, 5000));
    }

    /// <summary>A Red share with commentary, about which something is promised.</summary>
    private static Pack Acted(PlannedAction action) => Of(Share, Run(Share, "2025-10", 70)) with { Commentary = [Entry("It fell.")], Actions = [action] };

    private static PlannedAction Promise(DateOnly? due) => new() { Id = "A1", Title = "Mend it", Refs = [Share.Ref], Due = due };

    private static Pack Assured(AssuranceState state) => Of(Share, Run(Share, "2025-10", 70)) with
    {
        Commentary = [Entry("It fell."), Entry("Looked at.") with { Kind = CommentaryKind.Assurance, State = state }],
    };

    private static Pack Sectioned(string section) => Sound() with
    {
        Reports = [new ReportDefinition { Code = "main", Kind = ReportKind.Dashboard, Title = "Main", Sections = [section] }],
    };

    private static Pack Met(DateOnly day) => Sound() with
    {
        Reports = [new ReportDefinition { Code = "dashboard", Kind = ReportKind.Dashboard, Title = "Dashboard", ResultsTo = M("2025-10"), MeetingOn = day }],
    };

    private static CommentaryEntry Entry(string words) =>
        new() { Round = M("2025-10"), Kind = CommentaryKind.Commentary, Text = words, Refs = [Ref] };
}
