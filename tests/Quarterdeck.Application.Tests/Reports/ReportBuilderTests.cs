using Quarterdeck.Application.Reports;
using Quarterdeck.Domain.Reports;
using Quarterdeck.TestKit;

namespace Quarterdeck.Application.Tests.Reports;

public sealed class ReportBuilderTests
{
    private const string Areas =
        "areas\ncode,name,parent,kind,order,summary_order\nTOP,Department,,department,1,\nB,Second,TOP,service-area,3,1\nA,First,TOP,service-area,2,2\nX,Elsewhere,,department,4,3\n";

    private const string Four = "indicators\n" + Packed.Indicators
        + "K1,One,kpi,A,percent,month,,none,\nK2,Two,kpi,B,percent,month,,none,\nK3,Three,kpi,X,percent,month,,none,\nK4,Four,kpi,,percent,month,,none,\n";

    [Theory]
    [InlineData("2025-10", "October 2025")]
    [InlineData("2025-10,2025-09", "September and October 2025")]
    [InlineData("2025-01,2024-12", "December 2024 and January 2025")]
    [InlineData("2025-10,2025-09,2025-07", "July, September and October 2025")]
    [InlineData("2025-10,2025-09,2025-08,2025-07,2025-06", "June 2025 to October 2025, the latest month of each indicator")]
    public void Results_go_up_to_the_latest_month_of_each_indicator(string latest, string words)
    {
        var months = latest.Split(',');
        var pack = Packed.From(
            "indicators\n" + Packed.Indicators + string.Concat(months.Select((_, index) => $"K{index},Title {index},kpi,,percent,month,,none,\n")),
            "results\nref,period,value\n" + string.Concat(months.Select((month, index) => $"K{index},{month},88%\n")));

        Assert.Equal(words, DashboardText.Build(pack).Title.ResultsToWords);
    }

    [Fact]
    public void Areas_stand_in_their_order_under_their_department_and_the_summary_in_its_own()
    {
        var dashboard = DashboardText.Build(Packed.From(Areas, Four, "results\nref,period,value\nK1,2025-10,88%\n"));

        Assert.Equal(["Department: First, Second", "Elsewhere: Elsewhere", "Other indicators: Other indicators"],
            dashboard.Departments().Select(department => $"{department.Name}: {string.Join(", ", department.Areas.Select(area => area.Name))}"));
        Assert.Equal(["Second", "First", "Elsewhere", "Other indicators"], dashboard.Summary().Groups.Select(group => group.Heading));
    }

    [Theory]
    [InlineData("TOP", "K1 K2")]
    [InlineData("B", "K2")]
    [InlineData("X;B", "K2 K3")]
    [InlineData("", "K1 K2 K3 K4")]
    public void A_report_covers_its_areas_with_all_below_them(string areas, string covered)
    {
        var dashboard = DashboardText.Build(
            Packed.From(Areas, Four, "results\nref,period,value\nK1,2025-10,88%\n", $"reports\ncode,kind,title,areas\nd,dashboard,Title,{areas}\n"));

        Assert.Equal(covered, string.Join(' ', dashboard.Rated.Select(rated => rated.Indicator.Ref.Value).Order(StringComparer.Ordinal)));
        Assert.Equal(dashboard.Rated.Count, dashboard.Summary().Latest.Total);
    }

    [Fact]
    public void Those_in_post_on_the_day_of_the_meeting_are_named()
    {
        var area = DashboardText.Build(Packed.From(
            Areas,
            Four,
            "results\nref,period,value\nK1,2025-10,88%\n",
            "posts\narea,role,holder,title,from,to\nA,cabinet-member,Leader,,,\nA,cabinet-member,Deputy Leader,,,\nA,director,Old "
            + "Director,,,2025-11-25\nA,director,New Director,interim,2025-11-26,\n",
            "reports\ncode,kind,title,meeting_on\nd,dashboard,Title,2025-11-26\n")).Departments()[0].Areas[0];

        Assert.Equal(
            ["Director: New Director (interim)", "Cabinet members: Leader, Deputy Leader"],
            area.Posts.Select(post => $"{post.Role}: {string.Join(", ", post.Holders)}"));
    }

    [Fact]
    public void What_people_write_under_the_heading_of_a_section_opens_it_and_stands_nowhere_else()
    {
        const string texts = "commentary\nround,kind,group,text\n2025-10,commentary,Guidance,Read this first.\n2025-10,commentary,Contact details,Ask at the desk.\n"
            + "2025-10,commentary,Legal implications,There are none.\n2025-10,commentary,News,All is well.\n";
        const string reports = "reports\ncode,kind,title\ncover,cover,Cover\nboard,dashboard,Dashboard\n";
        var pack = Packed.From(Areas, Four, "results\nref,period,value\nK1,2025-10,88%\n", texts, reports);

        var cover = ReportBuilder.Build(pack, pack.Reports[0]);
        var dashboard = ReportBuilder.Build(pack, pack.Reports[1]);

        Assert.Equal("Read this first.", Assert.Single(Assert.Single(dashboard.Parts.OfType<GuidancePart>()).Opening).Text);
        Assert.DoesNotContain("Guidance", dashboard.Narrative().Select(group => group.Heading));
        Assert.Contains("News", dashboard.Narrative().Select(group => group.Heading));
        Assert.Equal(
            ["legal-implications: There are none.", "contacts: Ask at the desk."],
            cover.Parts.OfType<TextsPart>().Select(part => $"{part.Code}: {part.Groups[0].Commentary[0].Text}"));
    }

    [Fact]
    public void A_table_may_have_its_own_columns_periods_and_order()
    {
        var months = string.Concat(Enumerable.Range(1, 9).SelectMany(month => new[] { "K1", "K5", "K2" }.Select(key => $"{key},2025-0{month},88%\n")));
        var dashboard = DashboardText.Build(Packed.From(
            Areas,
            Four + "K5,Five,kpi,A,percent,month,,none,\n",
            "results\nref,period,value\n" + months,
            "targets\nref,from,target\nK1,2025-04,90%\nK5,2025-04,90%\nK2,2025-04,90%\n",
            "reports\ncode,kind,title,period_columns\nd,dashboard,Title,3\n",
            "report_tables\nreport,table,columns,periods,order\nd,A,target;latest-rating,6,K5\nd,kpi,latest-rating,,\n"));
        var tables = dashboard.Tables();

        Assert.Equal("Ref | Indicator | Apr 2025 | May 2025 | Jun 2025 | Jul 2025 | Aug 2025 | Sep 2025 | Target | Month rating", DashboardText.Columns(tables[0]));
        Assert.Equal(["K5", "K1"], tables[0].Rows.Select(row => row.Rated.Indicator.Ref.Value));
        Assert.Equal("Ref | Indicator | Jul 2025 | Aug 2025 | Sep 2025 | Month rating", DashboardText.Columns(tables[1]));
    }

    [Fact]
    public void An_indicator_that_is_no_longer_in_force_is_not_in_the_report()
    {
        var dashboard = DashboardText.Build(Packed.From(
            "indicators\nref,title,kind,unit,frequency,from,to\nK1,Kept,kpi,percent,month,,\nK2,Dropped,kpi,percent,month,,2025-03\n",
            "results\nref,period,value\nK1,2025-10,88%\nK2,2025-03,88%\n"));

        Assert.Equal(["K1"], dashboard.Rated.Select(rated => rated.Indicator.Ref.Value));
    }

    [Fact]
    public void Guidance_explains_the_scheme_in_force_and_who_approved_its_targets()
    {
        var dashboard = DashboardText.Build(Packed.From(
            "settings\nkey,value\norganisation,Test Council\nrating_scheme,close\n",
            "schemes\nscheme,order,band,rule,amount\nclose,1,green,within-relative,5\nclose,2,amber,within-relative,10\nclose,3,red,otherwise,\n",
            "indicators\n" + Packed.Indicators + "K1,One,kpi,,percent,month,,none,\n",
            "results\nref,period,value\nK1,2025-10,88%\n",
            "targets\nref,from,target,approved_by,approved_on\nK1,2025-04,90%,Cabinet,2025-03-18\n"));

        var note = Assert.Single(dashboard.Guidance());
        Assert.Equal(
            ["Green: The result is within 5% of the target", "Amber: The result is within 10% of the target", "Red: None of the above"],
            note.Key.Select(entry => $"{entry.Band.Label}: {entry.Meaning}"));
        Assert.Contains("Targets were approved by the Cabinet on 18 March 2025.", note.Paragraphs);
        Assert.DoesNotContain(note.Paragraphs, paragraph => paragraph.Contains("floor", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_texts_of_the_last_round_are_shown_and_each_where_it_belongs()
    {
        var dashboard = DashboardText.Build(Packed.From(
            Areas,
            Four,
            "results\nref,period,value\nK1,2025-10,88%\n",
            "commentary\nround,kind,refs,area,group,text,author,written_on\n2025-09,commentary,K1,,,Old.,,\n2025-10,commentary,K1,,,New.,Director,2025-11-12\n2025-10,commentary,,A,,Of the area.,,\n2025-10,highlight,,,Foreword,Of the report.,,\n"));

        var area = dashboard.Departments()[0].Areas[0];
        Assert.Equal(new Narrative("New.", "Director", new DateOnly(2025, 11, 12)), Assert.Single(Assert.Single(area.Tables[0].Narrative).Commentary));
        Assert.Equal("Of the area.", Assert.Single(Assert.Single(area.Narrative).Commentary).Text);
        Assert.Equal("Foreword", Assert.Single(dashboard.Narrative()).Heading);
    }

    [Fact]
    public void A_trend_shows_gaps_and_forecasts_and_says_what_there_is_to_see()
    {
        var pack = Packed.From(
            "indicators\n" + Packed.Indicators + "K1,One,kpi,,percent,month,,none,\n",
            "results\nref,period,value,status\nK1,2025-07,91%,\nK1,2025-08,79%,\nK1,2025-10,88%,\nK1,2025-11,92%,forecast\n",
            "targets\nref,from,target,floor\nK1,2025-04,90%,80%\n");
        var detail = Assert.Single(ReportBuilder.Build(pack, ReportBuilder.Default).Part<ChartsPart>()!.Details);

        Assert.Equal(["91%", "79%", "no result", "88%", "92%"], detail.Trend!.Rows.Select(row => row.Displayed));
        Assert.Equal(
            "4 figures, the first for July 2025, the last for November 2025. The lowest is 79% (Aug 2025), the highest 92% (Nov 2025). The latest is 88% "
            + "(Oct 2025), rated Amber; target 90%, floor 80%. It is lower than at the start, 91%. There is no figure for Sep 2025. Nov 2025 is a forecast.",
            detail.Trend.Description);
    }
}
