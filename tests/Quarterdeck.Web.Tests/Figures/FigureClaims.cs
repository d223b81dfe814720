using System.Globalization;
using System.Text.RegularExpressions;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Web.Tests.Figures;

/// <summary>What each figure of a page must say, by the open data; and, for what the open data has not, by the report itself.</summary>
/// <param name="site">The site.</param>
/// <param name="records">Its open data.</param>
/// <param name="report">The report that the page shows; null for a page that shows none.</param>
internal sealed partial class FigureClaims(PublicDashboard site, OpenRecords records, Report? report)
{
    private readonly CountClaims _counts = new(site, records, report);
    private readonly Dictionary<string, RatedIndicator> _rated = (report ?? site.Home).Rated.Concat(site.Rated)
        .GroupBy(one => one.Indicator.Ref.Value)
        .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);

    /// <summary>All that a cell may say; null where nobody can vouch for it.</summary>
    /// <param name="address">Of the page.</param>
    /// <param name="cell">A figure or a rating.</param>
    public IReadOnlyList<string?>? Allowed(string address, PageCell cell) => cell.Table switch
    {
        _ when CountClaims.IsCount(cell.Table) => _counts.Allowed(cell),
        _ when cell.Table.StartsWith("free-", StringComparison.Ordinal) => Free(cell),
        "table-compared" => RefOf(cell.Column) is { } compared ? Compared(compared, cell.RowHead) : null,
        "table-compared:periods" => RefOf(cell.Group) is { } side && records.Periods(side)
            .FirstOrDefault(own => cell.RowHead == own["period_label"] || cell.RowHead == Long(own["period"]!)) is { } own ? Of(own, cell.Column) : null,
        _ when YearTable().Match(cell.Table) is { Success: true } years => Year(years.Groups[1].Value, cell),
        _ when ChartTable().Match(cell.Table) is { Success: true } chart => Chart(chart.Groups[1].Value, cell),
        _ when RowRef(cell) is { } reference => Row(address, reference, cell),
        _ => null,
    };

    /// <summary>Whether a cell says one of them: the very words, those without their unit or before a remark, or an exact number as it is printed.</summary>
    public static bool Says(string text, string? allowed) => allowed is not null
        && (text == allowed
            || text.StartsWith(allowed + " (", StringComparison.Ordinal)
            || (allowed.StartsWith(text + " ", StringComparison.Ordinal) && !allowed[text.Length..].Any(char.IsDigit))
            || (decimal.TryParse(allowed, NumberStyles.Float, CultureInfo.InvariantCulture, out var meant) && Number(text) == meant));

    private static decimal? Number(string text) =>
        Figure().Match(text) is { Success: true } match ? decimal.Parse(
            match.Value.Replace("£", string.Empty, StringComparison.Ordinal).Replace(",", string.Empty, StringComparison.Ordinal),
            NumberStyles.Float,
            CultureInfo.InvariantCulture) : null;

    private static string Long(string closing) => Month.TryParse(closing, out var month) ? MonthNames.Long(month) : closing;

    /// <summary>A cell of a row that is an indicator's.</summary>
    private IReadOnlyList<string?>? Row(string address, string reference, PageCell cell)
    {
        var record = records[reference];
        return cell.Column switch
        {
            "Result" or "Latest" => [record["displayed"]],
            "Year to date" => [record["ytd_displayed"], $"{record["ytd_displayed"]} {record["ytd_rating"]}"],
            "Target" => [record["target"], record["ytd_target"]],
            "Floor" => [record["floor"], record["ytd_floor"]],
            "Lower" => [record["lower"]],
            "Upper" => [record["upper"]],
            "Previous year to date" or "Previous year" or "Same month last year" or "Same quarter last year" or "Same time last year" =>
                [record["previous_year_ytd"], record["previous_year"]],
            "Year to date rating" => [record["ytd_rating"]],
            "Previous rating" => [record["previous_rating"]],
            "Before" => address.StartsWith("/compare/areas", StringComparison.Ordinal)
                ? [records.RatingBy(reference, site.Rounds[1].ToString())]
                : [report?.Definition.Since is { } since ? records.RatingBy(reference, since.ToString()) : record["previous_rating"]],
            "Rating" when cell.Table == "list" && record["range"] is { } range => [range == "Yes" ? "in range" : $"{range.ToLowerInvariant()} range"],
            "Rating" or "Now" => record["kind"] == "milestone" ? [record["ytd_rating"]] : [
                record["rating"],
                address.EndsWith("/exceptions", StringComparison.Ordinal) || cell.Table == "table-need-action" ? record["ytd_rating"] : null
            ],
            _ when cell.Column.EndsWith(" rating", StringComparison.Ordinal) => [record["rating"]],
            _ when Closing(reference, cell.Column) is { } closing => records.Period(reference, closing) is { } own ? [own["displayed"]] : null,
            _ => null,
        };
    }

    private IReadOnlyList<string?>? Compared(string reference, string what) => what switch
    {
        "Rating" => [records[reference]["rating"]],
        "Value" => [records[reference]["displayed"]],
        "Year to date" => [records[reference]["ytd_displayed"]],
        "Year to date rating" => [records[reference]["ytd_rating"]],
        "Target" => [records[reference]["target"]],
        "Floor" => [records[reference]["floor"]],
        _ => null,
    };

    /// <summary>A cell of a chart's figures, with periods down the page or across it.</summary>
    private IReadOnlyList<string?>? Chart(string reference, PageCell cell)
    {
        var (label, what) = Closing(reference, cell.Column) is not null ? (cell.Column, cell.RowHead) : (cell.RowHead, cell.Column);
        if (Closing(reference, label) is { } closing && records.Period(reference, closing) is { } own && Of(own, what) is { } known)
        {
            return known;
        }

        // Targets of periods to come, and what others achieved.
        var row = site.Page(site.Find(reference)!).Part<SheetsPart>()!.Sheets[0].Detail.Trend?.Rows.FirstOrDefault(
            one => label == one.Label || label == one.Label + " (forecast)");
        return row is null ? null : [(what switch
        {
            "Target" => row.Rated.Standard.Target,
            "Floor" => row.Rated.Standard.Floor,
            "Lower" => row.Rated.Standard.Lower,
            "Upper" => row.Rated.Standard.Upper,
            _ => row.Comparator,
        })?.ToString(CultureInfo.InvariantCulture)];
    }

    /// <summary>A cell of years side by side.</summary>
    private IReadOnlyList<string?>? Year(string reference, PageCell cell)
    {
        var record = records[reference];
        if (cell is { RowHead: "Year to date", Column: "Rating" })
        {
            return [record["ytd_rating"]];
        }

        if (cell.RowHead == "Year to date")
        {
            return [cell.Column == _rated[reference].Latest!.Value.Calendar.YearLabel(_rated[reference].Latest!.Value.Closing)
                ? record["ytd_displayed"]
                : record["previous_year_ytd"]];
        }

        var calendar = _rated[reference].Latest!.Value;
        var year = cell.Column.Contains('/', StringComparison.Ordinal) || cell.Column.All(char.IsDigit)
            ? cell.Column
            : calendar.Calendar.YearLabel(calendar.Closing);
        var own = _rated[reference].History.FirstOrDefault(one => one.Period.Calendar.YearLabel(one.Period.Closing) == year
            && (string.Equals(one.Period.LabelWithinYear, cell.RowHead, StringComparison.OrdinalIgnoreCase)
                || string.Equals(one.Period.ShortLabelWithinYear, cell.RowHead, StringComparison.OrdinalIgnoreCase)));
        return own is not null && records.Period(reference, own.Period.Closing.ToString()) is { } known
            ? Of(known, year == cell.Column ? "Value" : cell.Column)
            : [record["previous_year"]];
    }

    private static IReadOnlyList<string?>? Of(IReadOnlyDictionary<string, string?> own, string what) => what switch
    {
        "Value" => [own["displayed"]],
        "Rating" => [own["rating"]],
        "Target" => [own["target"]],
        "Floor" => [own["floor"]],
        "Lower" or "Expected range, lower end" => [own["lower"]],
        "Upper" or "Expected range, upper end" => [own["upper"]],
        _ => null,
    };

    private List<string?>? Free(PageCell cell) =>
        report?.Part<FreeTablesPart>()?.Tables.FirstOrDefault(table => cell.Table.StartsWith($"free-{table.Name}..", StringComparison.Ordinal)) is { } free
        ? [.. free.Rows.Where(row => cell.RowHead.EndsWith(row.Name, StringComparison.Ordinal))
            .Select(row => (row.Cells[free.Columns.ToList().IndexOf(cell.Column)] as ReportCell.Number)?.Displayed)] : null;

    /// <summary>The closing month a heading names; null when it names none.</summary>
    private string? Closing(string reference, string heading)
    {
        heading = heading.Replace(" (forecast)", string.Empty, StringComparison.Ordinal);
        return _rated[reference].History.FirstOrDefault(own => own.Period.ShortLabel == heading) is { } known ? known.Period.Closing.ToString() : null;
    }

    private string? RowRef(PageCell cell) => RefLink().Match(cell.Row) is { Success: true } link
        ? link.Groups[1].Value
        : RefOf(PageTables.Words(cell.Row.Split("</t", 2)[0])) ?? RefOf(cell.RowHead);

    private string? RefOf(string name) => _rated.ContainsKey(name) ? name
        : _rated.Values.Where(one => new[] { one.Indicator.Title, one.Indicator.SummaryTitle }.Select(Plain)
            .Any(title => name == title || name == $"{one.Indicator.Ref}: {title}")).Select(one => one.Indicator.Ref.Value).Distinct().ToList() is [var only] ? only : null;

    /// <summary>Figures in thousands say so themselves.</summary>
    private static string Plain(string title) => Thousands().Replace(title, string.Empty);

    [GeneratedRegex(@"\s*\(£?0{3}s?\)")]
    private static partial Regex Thousands();

    [GeneratedRegex("^chart-([^.:]+)\\.\\.figures$")]
    private static partial Regex ChartTable();

    [GeneratedRegex("^chart-([^.:]+):(?:years|against\\.\\..*)")]
    private static partial Regex YearTable();

    [GeneratedRegex("href=\"(?:/indicators/|#indicator-)([^\"/]+)\"")]
    private static partial Regex RefLink();

    [GeneratedRegex("-?£?[0-9][0-9,]*(?:\\.[0-9]+)?")]
    private static partial Regex Figure();
}
