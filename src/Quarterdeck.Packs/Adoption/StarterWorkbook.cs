using System.Globalization;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Packs.Schemas;
using Quarterdeck.Packs.Writing;

namespace Quarterdeck.Packs.Adoption;

/// <summary>What a council answers before its first workbook is made.</summary>
/// <param name="Organisation">Its name.</param>
/// <param name="YearStart">First month of its financial year, 1 to 12.</param>
/// <param name="Frequency">How often its indicators have a result: month, quarter or year.</param>
/// <param name="Tolerance">Per cent of the target inside which a result is Amber; null where each target has a floor standard.</param>
public sealed record StarterAnswers(string Organisation, int YearStart, Frequency Frequency, decimal? Tolerance);

/// <summary>
/// A workbook to begin with: the tables that are needed, each with examples to overwrite. It is a pack as it stands, and nothing in it
/// is doubtful.
/// </summary>
public static class StarterWorkbook
{
    /// <param name="answers">What the council said.</param>
    /// <param name="today">The examples have results up to the last period that is closed.</param>
    /// <returns>The bytes of an <c>.xlsx</c> file.</returns>
    public static byte[] Write(StarterAnswers answers, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var latest = LatestClosed(answers, today);
        var monthsOfYear = (((latest.Number - answers.YearStart) % 12) + 12) % 12;
        var yearStart = latest.AddMonths(-monthsOfYear).ToString();
        var frequency = answers.Frequency.ToString().ToLowerInvariant();
        var tolerance = answers.Tolerance;
        string? Floor(string floor) => tolerance is null ? floor : null;
        List<PackSheet> sheets =
        [
            Sheet(
                PackDescription.Settings,
                "key,value",
                ["organisation", answers.Organisation],
                ["financial_year_start", answers.YearStart.ToString(CultureInfo.InvariantCulture)],
                ["rating_scheme", tolerance is null ? "rag-floor" : "tolerance"]),
            Sheet(PackDescription.Areas, "code,name,kind", ["CUS", "Customer services", "service-area"], ["ENV", "Environment", "service-area"]),
            Sheet(
                PackDescription.Posts,
                "area,role,holder",
                ["CUS", "responsible-officer", "Head of Customer Services"],
                ["ENV", "responsible-officer", "Head of Environment"]),
            Sheet(
                PackDescription.Indicators,
                "ref,title,kind,area,unit,polarity,frequency,ytd",
                ["CS01", "Calls answered within 20 seconds", "kpi", "CUS", "percent", "higher", frequency, "none"],
                ["CS02", "Days taken to process a new benefit claim", "kpi", "CUS", "days", "lower", frequency, "none"],
                ["EN01", "Household waste recycled", "kpi", "ENV", "percent", "higher", frequency, "none"]),
            Sheet(
                PackDescription.Targets,
                "ref,from,target,floor",
                ["CS01", yearStart, "90", Floor("85")],
                ["CS02", yearStart, "20", Floor("25")],
                ["EN01", yearStart, "50", Floor("45")]),
            Sheet(
                PackDescription.Results,
                "ref,period,value,note",
                ["CS01", latest.ToString(), "92", null],
                ["CS02", latest.ToString(), "21", null],
                ["EN01", latest.ToString(), "51.5", null]),
            Sheet(
                PackDescription.Commentary,
                "round,kind,refs,text,author",
                [
                    latest.ToString(), "commentary", "CS02", "Two posts were vacant. Both are filled now, and claims should be processed in time again.",
                    "Head of Customer Services",
                ]),
            Sheet(
                PackDescription.Reports,
                "code,kind,title,authors",
                ["dashboard", "dashboard", "Performance dashboard", "Performance team"]),
        ];
        if (tolerance is { } within)
        {
            sheets.Add(Sheet(
                PackDescription.Schemes,
                "scheme,order,band,rule,amount",
                ["tolerance", "1", "green", "target", null],
                ["tolerance", "2", "amber", "within-relative", within.ToString(CultureInfo.InvariantCulture)],
                ["tolerance", "3", "red", "otherwise", null]));
        }

        return PackWorkbookWriter.Write(sheets);
    }

    private static PackSheet Sheet(PackTable table, string columns, params IReadOnlyList<string?>[] rows) =>
        new(table, [.. columns.Split(',').Select(name => table.Columns.Single(column => column.Name == name))], rows, Percents);

    private static readonly HashSet<string> Percents = ["CS01", "EN01"];

    /// <summary>The last month that closes a period before today.</summary>
    private static Month LatestClosed(StarterAnswers answers, DateOnly today)
    {
        var months = answers.Frequency switch { Frequency.Quarter => 3, Frequency.Year => 12, _ => 1 };
        var closed = Month.Of(today).AddMonths(-1);
        while ((closed.Number - answers.YearStart + 13) % months != 0)
        {
            closed = closed.AddMonths(-1);
        }

        return closed;
    }
}
