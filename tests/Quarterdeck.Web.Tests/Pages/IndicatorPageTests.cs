using System.Net;
using System.Text.RegularExpressions;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.TestKit;
using Quarterdeck.Web.Tests.Sites;

namespace Quarterdeck.Web.Tests.Pages;

/// <summary>The page of one indicator: a sentence, four figures, the chart, what lies behind it, who answers for it.</summary>
public sealed partial class IndicatorPageTests(RunningSite running)
{
    public static TheoryData<string> Packs => [Samples.Latest, Samples.First];

    [Fact]
    public async Task Its_parts_stand_in_the_order_a_reader_asks_for_them()
    {
        var page = await running.Read(Samples.Latest, "/indicators/FN08");
        var places = new[]
        {
            "FN08 · monthly · higher is better", "<h1>", "class=\"lead\"", "class=\"strip\"", "id=\"trend\"", "id=\"behind\"", "id=\"notes\"", "id=\"answers\"",
            "id=\"rules\"", "id=\"get\"",
        }.Select(part => WebUtility.HtmlDecode(page).IndexOf(part, StringComparison.Ordinal)).ToList();

        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public async Task It_says_who_answers_how_it_is_rated_and_the_year_before()
    {
        var page = WebUtility.HtmlDecode(await running.Read(Samples.Latest, "/indicators/FN08"));

        Assert.All(
            [
                "51% in October is below the floor standard of 95% (target 98%). It is 15 points better than in September, but 47 points lower than in July.",
                "Red since August", "Interim Director of Finance", "Cabinet Member for Finance and Resources", "95% to 97%", "less than 95%",
                "Policy and Resources Cabinet Committee", "11 points higher than now",
            ],
            said => Assert.Contains(said, page, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public async Task The_four_figures_are_those_of_the_record(string sample)
    {
        foreach (var rated in running.Site(sample).Rated.Where(one => one.Indicator.Kind != IndicatorKind.Milestone && one.Latest is not null))
        {
            var page = await running.Read(sample, "/indicators/" + rated.Indicator.Ref);
            var values = Values().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).ToList();
            Assert.True(values.Count > 0, $"{rated.Indicator.Ref} has no figure.");

            Assert.Equal(rated.Displayed, values[0]);
            Assert.True(rated.Ytd.Number is null || values.ElementAtOrDefault(1) == rated.YtdDisplayed, $"{rated.Indicator.Ref} says {string.Join(", ", values)}.");
            Assert.True(
                rated.Standard.Target is not { } target || values[^1] == FigureText.Cell(rated.Indicator, target), $"{rated.Indicator.Ref} says {values[^1]}.");
        }
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public async Task Every_chart_names_its_last_value_its_target_and_its_floor_at_every_size(string sample)
    {
        foreach (var rated in running.Site(sample).Rated.Where(one => one.Value is not null))
        {
            var page = WebUtility.HtmlDecode(await running.Read(sample, "/indicators/" + rated.Indicator.Ref));
            var charts = Charts().Matches(page).Select(match => match.Value).ToList();
            var last = rated.History.Last(own => own.Value is not null && own.Period.Closing <= rated.AsAt);
            Assert.True(charts.Count is 0 or 3, $"{rated.Indicator.Ref} has {charts.Count} charts.");
            Assert.All(charts, chart =>
            {
                Assert.Contains($"font-weight=\"700\"", chart, StringComparison.Ordinal);
                Assert.Contains($">{FigureText.Cell(rated.Indicator, decimal.Round(last.Value!.Value, last.Decimals, MidpointRounding.AwayFromZero))}<", chart,
                    StringComparison.Ordinal);
                Assert.True(last.Standard.Target is not { } target || chart.Contains($">Target {FigureText.Cell(rated.Indicator, target)}<", StringComparison.Ordinal));
                Assert.True(last.Standard.Floor is not { } floor || chart.Contains($">Floor {FigureText.Cell(rated.Indicator, floor)}<", StringComparison.Ordinal));
            });
        }
    }

    [GeneratedRegex("<span class=\"value\">([^<]*)</span>")]
    private static partial Regex Values();

    [GeneratedRegex("<svg class=\"trend-(?:wide|middle|narrow)\".*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Charts();
}
