using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Commentary;
using Quarterdeck.Domain.Ranges;
using Quarterdeck.Domain.Reports;
using Quarterdeck.TestKit;

namespace Quarterdeck.Application.Tests.Reports;

/// <summary>The dashboards of the samples against the papers they were made from.</summary>
public sealed class SampleDashboardTests
{
    private static readonly Report Latest = DashboardText.Build(Samples.Read(Samples.Latest));
    private static readonly Report First = DashboardText.Build(Samples.Read(Samples.First));

    [Fact]
    public void The_title_block_says_which_months_the_results_really_go_up_to()
    {
        Assert.Equal("September and October 2025", Latest.Title.ResultsToWords);
        Assert.Equal("2025/26", Latest.Title.FinancialYear);
        Assert.Equal("April, June, July and August 2011", First.Title.ResultsToWords);
    }

    [Fact]
    public void The_summary_has_its_own_order()
    {
        Assert.Equal(
            [
                "Finance",
                "Marketing and Resident Experience",
                "Human Resource and Organisational Development",
                "Governance, Law & Democracy",
                "Health and Safety",
                "Technology",
                "Infrastructure"
            ],
            Latest.Summary().Groups.Select(group => group.Heading));
        Assert.Equal(
            [
                "Children's Social Care", "Education", "Skills", "Young People", "Economic Support", "Adult Social Care", "Highways", "Waste Management",
                "Customer Services"
            ],
            First.Summary().Groups.Select(group => group.Heading));
    }

    [Fact]
    public void The_counts_are_those_published_and_name_what_is_not_rated()
    {
        Assert.Equal("Green 22, Amber 1, Red 5; rated on the year to date only FN15 FN16", Said(Latest.Summary().Latest));
        Assert.Equal("Green 20, Amber 3, Red 5; no year to date FN06 PI01", Said(Latest.Summary().YearToDate));
        Assert.Equal("Green 11, Amber 8, Red 7", Said(First.Summary().Latest));
        Assert.Equal(["42", "31", "27"], First.Summary().Latest.Bands.Select(band => $"{band.Percentage}"));
    }

    [Fact]
    public void Departments_areas_and_tables_follow_the_paper()
    {
        var outline = Latest.Departments().SelectMany(department => department.Areas.Select(
            area => $"{department.Code}/{area.Code}: {string.Join("; ", area.Tables.Select(table => $"{table.Heading} ({table.Rows.Count})"))}"));

        Assert.Equal(
        [
            "CED/FIN: Key performance indicators, monthly (9); Activity indicators, monthly (4)",
            "CED/GLD: Key performance indicators, monthly (3); Activity indicators, monthly (3)",
            "DCED/MRE: Key performance indicators, monthly (5); Key performance indicators, quarterly (1); Activity indicators, monthly (4)",
            "DCED/HROD: Key performance indicators, monthly (2); Activity indicators, monthly (6)",
            "DCED/HS: Key performance indicators, quarterly (1)",
            "DCED/TECH: Key performance indicators, monthly (5); Activity indicators, monthly (2)",
            "DCED/INF: Key performance indicators, monthly (4); Activity indicators, monthly (5)",
        ],
        outline);
    }

    [Theory]
    [InlineData(
        "FN12",
        "FN12 | Percentage of working days aggregate bank balance is in credit (Incl. £1m agreed overdraft) | 100% | 95% | 100% | 100% | Green | 99% "
        + "| Amber | 100% | 90% | 99%")]
    [InlineData("CS07", "CS07 | Percentage of complaints responded to in timescale | 71% | 70% | 71% | 71% | Red | 70% | Red | 85% | 80% | 70%")]
    [InlineData(
        "GL01",
        "GL01 | Council and Committee papers published at least five clear days before meetings | 83% | 100% | 100% | 100% | Green | 98% | Amber | "
        + "100% | 96% | 99%")]
    [InlineData(
        "ICT04",
        "ICT04 | Working hours where ICT Services are available to staff | 99.8% | 100% | 99.9% | 100% | Green | 99.7% | Green | 99.0% | 98.0% | 99.7%")]
    public void A_row_reads_as_it_was_printed(string reference, string printed)
    {
        var (table, row) = Find(Latest, reference);

        Assert.Equal(printed, DashboardText.Row(table, row));
    }

    [Theory]
    [InlineData("HR24", "777 | Yes | 583 | 875 | New in 2025/26")]
    [InlineData("HR13", "54,404 | Above | 40,833 | 49,583 | 48,646")]
    [InlineData("CS13", "24 | 32 | Yes | 30 | 120 | 50")]
    [InlineData("GL01b", "19 | 50 | n/a | n/a | n/a | 65")]
    public void Activity_reads_as_it_was_printed(string reference, string ending)
    {
        var (table, row) = Find(Latest, reference);

        Assert.EndsWith(" | " + ending, DashboardText.Row(table, row), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rating_and_alert_shown_is_the_one_published()
    {
        var published = Samples.Read(Samples.Latest).Published;
        foreach (var paper in published)
        {
            var rated = Latest.Rated.Single(one => one.Indicator.Ref == paper.Ref);
            Assert.Equal((paper.Rating, paper.YtdRating), (rated.Rating.Band?.Label, rated.YtdRating.Band?.Label));
            Assert.Equal(paper.Range, rated.Range.Alert is { } alert ? RangeOutcome.Word(alert) : null);
        }

        Assert.Equal(54, published.Count);
    }

    [Fact]
    public void Commentary_stands_under_the_table_of_the_first_indicator_it_is_about()
    {
        var finance = Latest.Departments()[0].Areas[0].Tables;

        Assert.Equal(["FN06 and FN06b", "FN08", "FN11", "FN12", "FN16"], finance[0].Narrative.Select(group => group.Heading));
        Assert.Empty(finance[1].Narrative);
    }

    [Fact]
    public void What_is_short_of_its_target_or_outside_its_range_is_drawn_with_its_sentence()
    {
        var details = Latest.Part<ChartsPart>()!.Details;

        Assert.Equal(
            "FN06 FN08 FN11 FN12 GL01 GL02 GL03 GL02b GL03b CS07 CS12 CS14 HR12 HR13 HR16 HR21 HR23".Split(' ').Order(StringComparer.Ordinal),
            details.Select(detail => detail.Rated.Indicator.Ref.Value).Order(StringComparer.Ordinal));
        Assert.Equal("27% is below the floor standard of 65% (target 70%).", details[0].Sentence);
        Assert.All(details, detail => Assert.NotNull(detail.Trend));
    }

    [Fact]
    public void Page_one_counts_each_indicator_once_and_says_what_is_Red_and_why()
    {
        var front = Latest.Part<FrontPart>()!.Front;

        Assert.Equal("6 Red, 1 Amber and 23 Green", front.Counts);
        Assert.Equal("of 30 key performance indicators.", front.Of);
        Assert.Equal("2 ratings worsened since July 2025.", front.Changes);
        Assert.Equal(["FN06", "FN08", "FN16", "GL02", "GL03", "CS07"], front.Failing.Select(row => row.Indicator.Printed));
        Assert.Equal("The step due on 28 October 2025 was missed.", front.Failing[2].Why);
        Assert.Equal(
            ["Amber, now or for the year to date", "Activity outside its expected range"], front.Lines.Select(line => line.Heading));
        Assert.Equal(30, front.Groups.Sum(group => group.Latest.Total));
    }

    [Fact]
    public void Twelve_indicators_of_2011_are_called_in_and_four_have_nothing_recorded()
    {
        Assert.Equal(12, First.CallIns().Count);
        Assert.Equal(7, First.CallIns().Count(one => one.Cause == CallInCause.Failing));
        Assert.Equal(7, First.CallIns().Count(one => one.State is AssuranceState.Reviewed or AssuranceState.Scheduled or AssuranceState.Actions));
        Assert.Equal(["lac"], First.CallIns().Where(one => one.State == AssuranceState.Waived).Select(one => one.Ref.Value));
        Assert.Equal(
            ["cpp-2yr", "cpp-rate", "municipal-waste", "qsw-posts"],
            First.CallIns().Where(one => one.IsOpen).Select(one => one.Ref.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Highlights_stand_apart_from_what_is_counted()
    {
        Assert.Equal(5, First.Summary().Highlights.Count);
        Assert.Equal(26, First.Summary().Groups.Sum(group => group.Rows.Count));
    }

    [Fact]
    public void Actions_that_answer_a_risk_stand_with_it()
    {
        var telecare = First.Tables().SelectMany(table => table.Narrative).Single(group => group.Refs is [{ Value: "telecare" }]);

        Assert.Equal(3, telecare.Risks.Count);
        Assert.All(telecare.Risks, risk => Assert.Single(risk.Answers));
        Assert.Equal(4, Assert.Single(telecare.Actions).Actions.Count);
    }

    private static (IndicatorTable Table, int Row) Find(Report dashboard, string reference) => dashboard.Tables()
        .SelectMany(table => table.Rows.Select((row, index) => (table, row, index)))
        .Where(entry => entry.row.Rated.Indicator.Ref.Value == reference)
        .Select(entry => (entry.table, entry.index))
        .Single();

    private static string Said(RatingCounts counts) => string.Join("; ",
        counts.NotRated.Select(reason => $"{reason.Reason} {string.Join(' ', reason.Refs)}")
            .Prepend(string.Join(", ", counts.Bands.Select(band => $"{band.Band.Label} {band.Count}"))));
}
