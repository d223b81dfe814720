using Quarterdeck.Domain.Reports;
using Quarterdeck.TestKit;

namespace Quarterdeck.Application.Tests.Reports;

/// <summary>The tables of a dashboard in their variants, each from the smallest pack that shows it.</summary>
public sealed class IndicatorTableTests
{
    [Fact]
    public void A_monthly_table_shows_only_the_columns_that_a_row_needs()
    {
        var table = Only(Packed.From(
            "indicators\n" + Packed.Indicators + "K1,Answered,kpi,,percent,month,,none,\n",
            "results\nref,period,value\nK1,2025-09,91%\nK1,2025-10,88%\n",
            "targets\nref,from,target\nK1,2025-04,90%\n"));

        Assert.Equal("Ref | Indicator | Sep 2025 | Oct 2025 | Month rating | Target", DashboardText.Columns(table));
        Assert.Equal("K1 | Answered | 91% | 88% | Not rated (no polarity) | 90%", DashboardText.Row(table, 0));
    }

    [Fact]
    public void A_snapshot_stands_among_years_to_date_with_na_and_says_what_its_last_year_is()
    {
        var table = Only(Packed.From(
            "indicators\n" + Packed.Indicators + "K1,Answered,kpi,,percent,month,,supplied,\nK2,Debt,kpi,,percent,month,snapshot,none,\n",
            "results\nref,period,value,ytd,previous_year,previous_year_ytd\nK1,2025-10,88%,91%,,90%\nK2,2025-10,27%,,34%,\n",
            "targets\nref,from,target,floor\nK1,2025-04,90%,80%\nK2,2025-04,70%,65%\n"));

        Assert.Equal(
            "Ref | Indicator | Oct 2025 | Month rating | Year to date | Year to date rating | Target | Floor | Previous year to date",
            DashboardText.Columns(table));
        Assert.Equal("K1 | Answered | 88% | Amber | 91% | Green | 90% | 80% | 90%", DashboardText.Row(table, 0));
        Assert.Equal("K2 | Debt | 27% | Red | n/a | n/a | 70% | 65% | 34%*", DashboardText.Row(table, 1));
        Assert.Equal("The figure of October 2024 alone, as the indicator has no year to date.", Assert.Single(table.Notes).Text);
    }

    [Fact]
    public void Quarters_cross_the_year_and_have_their_own_table()
    {
        var tables = Tables(Packed.From(
            "indicators\n" + Packed.Indicators + "K1,Answered,kpi,,percent,month,,none,\nK2,Complaints,kpi,,percent,quarter,,none,\n",
            "results\nref,period,value\nK1,2025-10,88%\nK2,2024-09,72%\nK2,2024-12,71%\nK2,2025-03,70%\nK2,2025-06,71%\nK2,2025-09,71%\n",
            "targets\nref,from,target,floor\nK1,2025-04,90%,80%\nK2,2025-04,85%,80%\n"));

        Assert.Equal(["Key performance indicators, monthly", "Key performance indicators, quarterly"], tables.Select(table => table.Heading));
        Assert.Equal(
            "Ref | Indicator | Dec 2024 | Mar 2025 | Jun 2025 | Sep 2025 | Quarter rating | Target | Floor | Same quarter last year",
            DashboardText.Columns(tables[1]));
    }

    [Theory]
    [InlineData("", "Ref | Indicator | 2024/25 | Year rating | Target | Floor", "K1 | At the standard | 80% | Green | 78% | 70%")]
    [InlineData("shown", "Ref | Indicator | 2024/25 | Year rating | Target | Floor | Forecast 2025/26", "K1 | At the standard | 80% | Green | 78% | 70% | 84%")]
    [InlineData(
        "rated",
        "Ref | Indicator | 2024/25 | Year rating | Target | Floor | Forecast 2025/26 | Forecast rating",
        "K1 | At the standard | 80% | Green | 78% | 70% | 84% | Amber")]
    public void A_forecast_is_shown_and_rated_where_the_report_asks_for_it(string forecasts, string columns, string row)
    {
        var table = Only(Packed.From(
            "indicators\n" + Packed.Indicators + "K1,At the standard,kpi,,percent,year,,none,\n",
            "results\nref,period,value,status\nK1,2024/25,80%,final\nK1,2025/26,84%,forecast\n",
            "targets\nref,from,to,target,floor\nK1,2024/25,2024/25,78%,70%\nK1,2025/26,2025/26,90%,82%\n",
            $"reports\ncode,kind,title,forecasts\ndashboard,dashboard,Dashboard,{forecasts}\n"));

        Assert.Equal(columns, DashboardText.Columns(table));
        Assert.Equal(row, DashboardText.Row(table, 0));
    }

    [Fact]
    public void The_target_of_the_year_stands_beside_that_of_the_month_and_grades_in_their_words()
    {
        var table = Only(Packed.From(
            "indicators\nref,title,kind,unit,polarity,ytd\nK1,Answered,kpi,percent,higher,none\nK2,Plan tested,kpi,yes-no,,none\n",
            "results\nref,period,value\nK1,2025-10,88%\nK2,2025-10,no\n",
            "targets\nref,from,scope,target,floor\nK1,2025-04,period,90%,80%\nK1,2025-04,year,95%,\nK2,2025-04,period,yes,\n"));

        Assert.Equal("K1 | Answered | 88% | Amber | 90%; 2025/26: 95% | 80%", DashboardText.Row(table, 0));
        Assert.Equal("K2 | Plan tested | No | Red | Yes | none", DashboardText.Row(table, 1));
    }

    [Fact]
    public void A_suspended_indicator_keeps_its_target_and_says_so_across_the_periods()
    {
        var table = Only(Packed.From(
            "indicators\n" + Packed.Indicators + "K1,Answered,kpi,,percent,month,,none,\nK2,Audits,kpi,,percent,month,,none,\n",
            "results\nref,period,value\nK1,2025-09,95%\nK1,2025-10,95%\nK2,2025-09,suspended\nK2,2025-10,suspended: Audits stopped for building work\n",
            "targets\nref,from,target,floor\nK1,2025-04,90%,80%\nK2,2025-04,95%,85%\n"));

        Assert.Equal("K2 | Audits | Audits stopped for building work <2> | Not rated (suspended) | 95% | 85%", DashboardText.Row(table, 1));
    }

    [Fact]
    public void A_milestones_steps_stand_across_the_periods_and_only_its_year_is_rated()
    {
        var table = Only(Packed.From(
            "indicators\n" + Packed.Indicators + "K1,Answered,kpi,,percent,month,,supplied,\nM1,Accounts,milestone,,,year,,,\n",
            "results\nref,period,value,ytd\nK1,2025-09,95%,\nK1,2025-10,95%,95%\n",
            "targets\nref,from,target,floor,text\nK1,2025-04,90%,80%,\nM1,2026-03,,,Date met\n",
            "milestones\nref,step,due,state\nM1,Draft,2025-06-30,met\nM1,Final,2026-02-27,due\n"));

        Assert.Equal(
            "M1 | Accounts | Draft 30 Jun 2025 met; Final 27 Feb 2026 due <2> | n/a | n/a | Green | Date met | n/a",
            DashboardText.Row(table, 1));
    }

    [Fact]
    public void Milestones_alone_have_a_table_of_steps()
    {
        var table = Only(Packed.From(
            "indicators\n" + Packed.Indicators + "M1,Accounts,milestone,,,year,,,\n",
            "results\nref,period,value\n",
            "reports\ncode,kind,title,results_to\nd,dashboard,Dates,2025-10\n",
            "milestones\nref,step,due,state\nM1,Draft,2025-06-30,missed\n"));

        Assert.Equal("Ref | Indicator | Steps | Year to date rating", DashboardText.Columns(table));
        Assert.Equal("M1 | Accounts | Draft 30 Jun 2025 missed | Red", DashboardText.Row(table, 0));
    }

    [Fact]
    public void Delivery_partners_have_tables_of_their_own()
    {
        var tables = Tables(Packed.From(
            "indicators\nref,title,kind,unit,frequency,delivered_by\nK1,Answered,kpi,percent,month,\nK2,Repaired,kpi,percent,month,Builders Ltd\n",
            "results\nref,period,value\nK1,2025-10,95%\nK2,2025-10,95%\n"));

        Assert.Equal(
            ["Key performance indicators, monthly", "Key performance indicators, monthly, delivered by Builders Ltd"],
            tables.Select(table => table.Heading));
    }

    [Fact]
    public void An_indicator_whose_latest_is_earlier_says_so_beside_its_rating()
    {
        var table = Only(Packed.From(
            "indicators\n"
                + Packed.Indicators
                + "K1,Answered,kpi,,percent,month,,none,\nK2,Late,kpi,,percent,month,,none,\nK3,Older,kpi,,percent,month,,none,\n",
            "results\nref,period,value\nK1,2025-10,95%\nK2,2025-09,95%\nK3,2025-07,95%\n",
            "targets\nref,from,target,floor\nK1,2025-04,90%,80%\nK2,2025-04,90%,80%\nK3,2025-04,90%,80%\n"));

        Assert.Equal("K2 | Late | no result | no result | 95% | no result | Green (Sep 2025) | 90% | 80%", DashboardText.Row(table, 1));
        Assert.Equal("K3 | Older | 95% | no result | no result | no result | Green (stale, Jul 2025) | 90% | 80%", DashboardText.Row(table, 2));
        Assert.Equal(["The latest result of K3 is for July 2025.", "The latest result of K2 is for September 2025."], table.Remarks);
    }

    [Fact]
    public void A_year_to_date_that_cannot_be_computed_has_a_note_saying_what_is_missing()
    {
        var table = Only(Packed.From(
            "indicators\n" + Packed.Indicators + "A1,Calls,activity,,number,month,,sum,\n",
            "results\nref,period,value\nA1,2025-09,100\nA1,2025-10,110\n"));

        Assert.Equal("A1 | Calls | 100 | 110 | not computed*", DashboardText.Row(table, 0));
        Assert.StartsWith("A1: the year to date cannot be computed, as there is no result for", table.Notes[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_range_says_what_was_tested_where_rows_differ()
    {
        var table = Only(Packed.From(
            "indicators\n"
                + Packed.Indicators
                + "A1,Calls,activity,,number,month,,supplied,\nA2,Cases,activity,,number,month,snapshot,none,\nA3,Meetings,activity,,number,month,snapshot,none,\n",
            "results\nref,period,value,ytd\nA1,2025-10,110,500\nA2,2025-10,95,\nA3,2025-10,12,\n",
            "targets\nref,from,scope,lower,upper\nA1,2025-04,ytd,400,600\nA2,2025-04,period,100,120\n"));

        Assert.Equal("Ref | Indicator | Oct 2025 | Year to date | In expected range? | Lower | Upper", DashboardText.Columns(table));
        Assert.Equal("A1 | Calls | 110 | 500 | Yes (year to date) | 400 | 600", DashboardText.Row(table, 0));
        Assert.Equal("A2 | Cases | 95 | n/a | Below (Oct 2025) | 100 | 120", DashboardText.Row(table, 1));
        Assert.Equal("A3 | Meetings | 12 | n/a | n/a | n/a | n/a", DashboardText.Row(table, 2));
    }

    [Theory]
    [InlineData("provisional,provisional", "88%", "Every figure in this table is provisional and may change.")]
    [InlineData("final,provisional", "88% p", "p marks a provisional figure, which may change.")]
    [InlineData("final,estimated", "88% e", "e marks an estimate.")]
    [InlineData("final,final", "88%", null)]
    public void Figures_that_are_not_final_say_so(string statuses, string cell, string? remark)
    {
        var status = statuses.Split(',');
        var table = Only(Packed.From(
            "indicators\n" + Packed.Indicators + "K1,Answered,kpi,,percent,month,,none,\n",
            $"results\nref,period,value,status\nK1,2025-09,95%,{status[0]}\nK1,2025-10,88%,{status[1]}\n"));

        Assert.Equal(cell, DashboardText.Cell(table.Rows[0].Cells[3]));
        Assert.Equal(remark, table.Remarks.SingleOrDefault());
    }

    [Fact]
    public void Footnotes_and_notes_of_results_are_attached_to_what_they_are_about()
    {
        var table = Only(Packed.From(
            "indicators\n" + Packed.Indicators + "K1,Day,kpi,,percent,month,,none,\nK2,Night,kpi,,percent,month,,none,\n",
            "results\nref,period,value,note\nK1,2025-10,95%,Two days are missing.\nK2,2025-10,95%,\n",
            "commentary\nround,kind,refs,text\n2025-10,footnote,K1;K2,Every day counts.\n"));

        Assert.Equal(["Every day counts.", "October 2025: Two days are missing."], table.Notes.Select(note => note.Text));
        Assert.Equal(["K1 | Day* | 95%*", "K2 | Night* | 95%"], [Start(table, 0), Start(table, 1)]);

        static string Start(IndicatorTable table, int row) => string.Join(" | ", table.Rows[row].Cells.Take(3).Select(DashboardText.Cell));
    }

    [Fact]
    public void Targets_of_the_year_to_date_are_shown_where_they_differ()
    {
        var table = Only(Packed.From(
            "indicators\n" + Packed.Indicators + "K1,Answered,kpi,,percent,month,,supplied,\n",
            "results\nref,period,value,ytd\nK1,2025-10,95%,91%\n",
            "targets\nref,from,scope,target,floor\nK1,2025-04,period,90%,80%\nK1,2025-04,ytd,92%,80%\n"));

        Assert.Equal("K1 | Answered | 95% | Green | 91% | Amber | 90%; year to date 92% | 80%", DashboardText.Row(table, 0));
    }

    [Fact]
    public void Keys_in_small_letters_are_not_printed_as_references()
    {
        var table = Only(Packed.From(
            "indicators\n" + Packed.Indicators + "days-lost,Working days lost,kpi,,days,month,,none,1\n",
            "results\nref,period,value\ndays-lost,2025-10,7.4\n"));

        Assert.Equal("Indicator | Oct 2025 | Month rating", DashboardText.Columns(table));
    }

    [Fact]
    public void Labels_of_the_settings_are_the_words_of_the_heads()
    {
        var table = Only(Packed.From(
            "settings\nkey,value\norganisation,Test Council\nlabels.month-rating,Month RAG\nlabels.floor,Minimum\n",
            "indicators\n" + Packed.Indicators + "K1,Answered,kpi,,percent,month,,none,\n",
            "results\nref,period,value\nK1,2025-10,88%\n",
            "targets\nref,from,target,floor\nK1,2025-04,90%,80%\n"));

        Assert.Equal("Ref | Indicator | Oct 2025 | Month RAG | Target | Minimum", DashboardText.Columns(table));
    }

    private static IndicatorTable Only(Domain.Packs.Pack pack) => Assert.Single(Tables(pack));

    private static List<IndicatorTable> Tables(Domain.Packs.Pack pack) => [.. DashboardText.Build(pack).Tables()];
}
