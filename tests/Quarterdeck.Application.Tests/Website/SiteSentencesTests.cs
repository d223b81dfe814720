using Quarterdeck.Application.Publishing;
using Quarterdeck.Application.Website;
using Quarterdeck.TestKit;

namespace Quarterdeck.Application.Tests.Website;

/// <summary>The site's sentences, as they are read aloud.</summary>
public sealed class SiteSentencesTests
{
    private const string Indicators = "indicators\nref,title,kind,area,unit,frequency,basis,ytd,decimals,polarity\n"
        + "RED,Red,kpi,A,percent,month,,none,,higher\nMID,Amber,kpi,A,percent,month,,none,,higher\nON,On the floor,kpi,A,percent,month,,none,,higher\n"
        + "MET,Green,kpi,A,percent,month,,none,,higher\nDAYS,Days,kpi,A,days,month,,none,1,lower\nQTR,Quarter,kpi,B,percent,quarter,,none,,higher\n"
        + "NONE,No target,kpi,B,percent,month,,none,,higher\nACT,Visits,activity,B,number,month,,none,,\nEMPTY,Empty,kpi,B,percent,month,,none,,higher\n";

    private const string Results = "results\nref,period,value\n"
        + "RED,2025-07,98%\nRED,2025-08,86%\nRED,2025-09,36%\nRED,2025-10,51%\nMID,2025-09,87%\nMID,2025-10,86%\nON,2025-09,85%\nON,2025-10,85%\nMET,2025-10,88%\n"
        + "DAYS,2025-09,24.0\nDAYS,2025-10,25.4\nQTR,2025-09,71%\nNONE,2025-10,50%\nACT,2025-10,5000\n";

    private const string Targets = "targets\nref,from,target,floor,lower,upper\nRED,2025-04,98%,95%,,\nMID,2025-04,90%,85%,,\nON,2025-04,90%,85%,,\nMET,2025-04,85%,80%,,\n"
        + "DAYS,2025-04,20,25,,\nQTR,2025-04,85%,80%,,\nACT,2025-04,,,3000,4000\n";

    private static readonly PublicDashboard Site = new(Packed.From("areas\ncode,name\nA,Finance\nB,Highways\n", Indicators, Results, Targets));

    [Theory]
    [InlineData("RED", "51% in October is below the floor standard of 95% (target 98%).")]
    [InlineData("MID", "86% in October is between the floor standard of 85% and the target of 90%.")]
    [InlineData("ON", "85% in October is on the floor standard of 85% (target 90%).")]
    [InlineData("MET", "88% in October meets the target of 85%.")]
    [InlineData("DAYS", "25.4 days in October is longer than the floor standard of 25 days (target 20 days).")]
    [InlineData("QTR", "71% from July to September is below the floor standard of 80% (target 85%).")]
    [InlineData("NONE", "50% in October; not rated: no target.")]
    [InlineData("ACT", "5,000 in October is above the expected range of 3,000 to 4,000.")]
    [InlineData("EMPTY", "No result has been returned.")]
    public void It_says_where_a_figure_stands(string reference, string sentence) =>
        Assert.Equal(sentence, Site.Sentences.Standing(Site.Find(reference)!));

    [Theory]
    [InlineData("RED", "It is 15 points better than in September, but 47 points lower than in July.")]
    [InlineData("MID", "It is 1 point worse than in September.")]
    [InlineData("ON", "It is the same as in September.")]
    [InlineData("DAYS", "It is 1.4 days worse than in September.")]
    [InlineData("MET", null)]
    public void It_says_how_a_figure_moved(string reference, string? sentence) => Assert.Equal(sentence, Site.Sentences.Movement(Site.Find(reference)!));

    [Theory]
    [InlineData("yes", "Yes in October meets the target of Yes.")]
    [InlineData("no", "No in October does not meet the target of Yes.")]
    public void It_says_yes_or_no(string typed, string sentence) => Assert.Equal(sentence, Worded($"K1,2025-10,{typed}\n", "K1"));

    [Fact]
    public void It_says_the_grade() => Assert.Equal("The grade in October is Good.", Worded("K2,2025-10,good\n", "K2"));

    private static string Worded(string results, string reference)
    {
        var site = new PublicDashboard(Packed.From(
            "schemes\nscheme,order,band,rule\ns,1,good,grade\ns,2,poor,grade\n",
            "indicators\nref,title,kind,unit,scheme\nK1,Plan tested,kpi,yes-no,\nK2,Inspection,kpi,grade,s\n",
            "results\nref,period,value\n" + results,
            "targets\nref,from,target\nK1,2025-04,yes\n"));
        return site.Sentences.Standing(site.Find(reference)!);
    }

    [Fact]
    public void It_says_how_the_council_and_its_areas_are_doing()
    {
        Assert.Equal("1 of our 8 indicators meets its target. 3 are Red.", SiteSentences.Home(Site.Tally));
        Assert.Equal("Finance: 1 of 5 indicators meets its target, 2 are Red", SiteSentences.Area("Finance", Site.FindArea("A")!.Tally));
        Assert.Equal("2 Red, 2 Amber, 1 Green", SiteSentences.CountsOf(Site.FindArea("a")!.Tally));
    }

    [Fact]
    public void The_worst_comes_first_by_its_share_of_the_floor() =>
        Assert.Equal(["RED", "QTR", "DAYS"], Site.Failing.Select(one => one.Indicator.Ref.Value));
}
