using System.Globalization;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Web.Tests.Figures;

/// <summary>How many indicators stand where, counted here once more from the open data.</summary>
internal sealed class CountClaims(PublicDashboard site, OpenRecords records, Report? report)
{
    private const string NotRated = "Not rated";

    /// <summary>Page one of a report counts each indicator once.</summary>
    private const string FrontPage = "table-front-page";

    private readonly Report _shown = report ?? site.Home;

    public static bool IsCount(string table) => table is "table-counts" or "chart-counts..figures" or "table-groups" or FrontPage;

    public List<string?> Allowed(PageCell cell)
    {
        var (month, refs) = (site.Rounds[0].ToString(), Counted(cell));
        var heading = cell.Table == "table-counts" ? cell.RowHead : cell.Column;
        if (cell.Table == "table-groups")
        {
            month = site.Rounds.First(round => MonthNames.Long(round) == cell.Group).ToString();
        }

        var count = refs.Count(reference => heading is "All" or "Total" || ((cell.Table == FrontPage ? Once(reference) : RatingOf(reference, cell.Group, month)) ?? NotRated) == heading);
        return [cell.Column == "Per cent"
            ? Math.Round(count * 100m / refs.Count, 0, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture)
            : count.ToString(CultureInfo.InvariantCulture)];
    }

    /// <summary>The indicators a row counts: those of its area, or all of the page.</summary>
    private List<string> Counted(PageCell cell)
    {
        var all = _shown.Rated.Where(one => one.Indicator.Kind is IndicatorKind.Kpi or IndicatorKind.Milestone).Select(one => one.Indicator.Ref.Value).ToList();
        if (cell.Table == FrontPage)
        {
            return [.. _shown.Part<FrontPart>()!.Front.Groups.Single(group => group.Heading == cell.RowHead).Rows.Select(row => row.Ref.Value)];
        }

        var summary = _shown.Part<CountsPart>()?.Summary ?? _shown.Part<SummaryPart>()?.Summary ?? site.Home.Part<CountsPart>()!.Summary;
        return cell.Table == "table-counts" || cell.RowHead == "All indicators" ? all
            : [.. summary.Groups.Single(group => group.Heading == cell.RowHead).Rows.Select(row => row.Ref.Value)];
    }

    /// <summary>A milestone is rated on its year alone.</summary>
    private string? Once(string reference) => records[reference][
        _shown.Rated.Single(one => one.Indicator.Ref.Value == reference).Indicator.Kind == IndicatorKind.Milestone ? "ytd_rating" : "rating"];

    private string? RatingOf(string reference, string group, string month) =>
        group == "Year to date rating" ? records[reference]["ytd_rating"]
        : month == site.Rounds[0].ToString() ? records[reference]["rating"]
        : records.RatingBy(reference, month);
}
