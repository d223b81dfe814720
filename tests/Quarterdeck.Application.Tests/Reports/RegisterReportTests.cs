using Quarterdeck.Application.Publishing;
using Quarterdeck.Application.Reports;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Reports;
using Quarterdeck.TestKit;

namespace Quarterdeck.Application.Tests.Reports;

public sealed class RegisterReportTests
{
    private static readonly string[] Tables =
    [
        "areas\ncode,name\nHOU,Housing\nENV,Environment\n",
        "indicators\nref,title,kind,area,unit,polarity,frequency\nA1,Homes let,kpi,HOU,percent,higher,month\nB1,Bins,kpi,ENV,percent,higher,month\n",
        "targets\nref,from,target,floor\nA1,2025-04,90,80\n",
        "results\nref,period,value\nA1,2025-10,70%\nB1,2025-10,88%\n",
        "risks\nid,title,area,refs,consequence,likelihood,impact,target_likelihood,target_impact,appetite,owner,public,from\n"
            + "R1,Too few homes,HOU,A1,Families wait,3,4,2,3,8,Director,yes,2025-04\n"
            + "R1,Too few homes,HOU,A1,Families wait,4,4,2,3,8,Director,yes,2025-10\n"
            + "R2,Lorries fail,ENV,B1,,1,2,,,,,yes,2025-04\n"
            + "R3,A secret,HOU,A1,,5,5,,,,,,2025-04\n",
        "actions\nid,title,refs,risk,area,owner,due,revised_due,status,progress,done_on,update,since,public\n"
            + "D1,Hire a fitter,A1,,HOU,Head of Housing,2025-09-30,2025-11-15: nobody applied,slipping,40,,Two are to be seen.,2025-08,\n"
            + "D2,Buy land,,R1,,Director,2026-03-31,,on-track,,,,2025-08,\n"
            + "D3,Sweep more,B1,,ENV,Head of Environment,2025-10-10,,done,,2025-10-09,,2025-08,\n"
            + "D4,Speak to the mayor,A1,,HOU,Director,2025-12-01,,,,,,2025-08,no\n"
            + "D5,Later,A1,,HOU,Director,2026-12-01,,,,,,2025-11,\n",
        "reports\ncode,kind,title,results_to,since,meeting_on\nregister,register,Register,2025-10,2025-07,2025-11-20\ndashboard,dashboard,Dashboard,2025-10,2025-07,2025-11-20\n",
    ];

    [Fact]
    public void A_register_says_of_each_risk_where_it_stands_how_it_moved_and_what_answers_it()
    {
        var part = Register().Part<RisksPart>()!;

        Assert.Equal("2 risks; since July 2025 1 went up. 1 is above what the council accepts.", part.Sentence);
        Assert.Equal(
            ["R1 16 Up from 12: Buy land", "R2 2 No change: "],
            part.Risks.Select(line => $"{line.Risk.Id} {line.Risk.Current?.Product} {line.Movement}: {string.Join("; ", line.Actions)}"));
        Assert.Equal(5, Register().Part<RiskMatrixPart>()!.Top);
    }

    [Fact]
    public void Actions_stand_by_their_day_the_overdue_first_and_the_done_last()
    {
        var part = Register().Part<ActionsPart>()!;

        Assert.Equal("3 actions: 1 done, 2 open, 1 overdue.", part.Sentence);
        Assert.Equal(
            [
                "Overdue: Hire a fitter, for A1. Was due on 15 November 2025, first promised for 30 September 2025. Slipping, 40% done",
                "Open: Buy land, for Too few homes. Due 31 March 2026. On track",
                "Done: Sweep more, for B1. Due 10 October 2025. Done on 9 October 2025"
            ],
            part.Actions.Select(line => $"{line.Group}: {line.Action.Title}, for {line.About}. {line.Due}. {line.Status}"));
    }

    [Fact]
    public void A_dashboard_says_what_is_being_done_beside_the_commentary_and_on_its_first_page()
    {
        var report = ReportBuilder.Build(Packed.From(Tables), Definition("dashboard"));
        var group = Assert.Single(report.Part<AreasPart>()!.Tables.SelectMany(table => table.Narrative), one => one.Heading == "A1");

        Assert.Equal(
            ["Hire a fitter. Two are to be seen. [Head of Housing, was due on 15 November 2025, first promised for 30 September 2025; slipping, 40% done]"],
            group.Actions.SelectMany(one => one.Actions).Select(Said));
        var risk = Assert.Single(group.Risks);
        Assert.Equal("Too few homes. Families wait. [Director, scored 16: likelihood 4, impact 4; to be 6]", Said(risk.Risk));
        Assert.Equal(["Buy land. [Director, due 31 March 2026; on track]"], risk.Answers.Select(Said));
        var failing = Assert.Single(report.Part<FrontPart>()!.Front.Failing);
        Assert.Equal("Hire a fitter, by 15 November 2025 (Head of Housing).", Assert.Single(failing.Commentary).Text);
    }

    [Fact]
    public void Words_of_actions_and_risks_find_their_indicator()
    {
        var site = new PublicDashboard(Packed.From(Tables));

        Assert.Equal(["A1"], site.Search(new IndicatorQuery("fitter")).Select(one => one.Indicator.Ref.Value));
        Assert.Equal(["A1"], site.Search(new IndicatorQuery("families")).Select(one => one.Indicator.Ref.Value));
        Assert.Empty(site.Search(new IndicatorQuery("secret")));
        Assert.Empty(site.Search(new IndicatorQuery("mayor")));
    }

    private static string Said(Narrative text) => $"{text.Text} [{text.Signature}]";

    private static Report Register() => ReportBuilder.Build(Packed.From(Tables), Definition("register"));

    private static ReportDefinition Definition(string code) => Packed.From(Tables).Reports.Single(one => one.Code == code);
}
