using System.Globalization;
using Quarterdeck.Domain.Numbers;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Packs.Cells;
using Quarterdeck.Packs.Schemas;
using Quarterdeck.Packs.Writing;

namespace Quarterdeck.Packs.Adoption;

/// <summary>What was taken for granted because no source says it.</summary>
/// <param name="About">The indicator or table.</param>
/// <param name="What">Which column.</param>
/// <param name="Value">What was taken.</param>
/// <param name="Reason">Why.</param>
public sealed record AdoptionAssumption(string About, string What, string Value, string Reason);

/// <summary>Makes the tables of a pack from the indicators that were found.</summary>
internal sealed class AdoptedPack(AdoptedSource source, string organisation, int yearStart)
{
    private readonly List<AdoptionAssumption> _assumptions = [];
    private readonly Dictionary<string, string> _areas = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<string?[]>> _rows = [];

    public IReadOnlyList<AdoptionAssumption> Assumptions => _assumptions;

    public IReadOnlyList<PackSheet> Sheets()
    {
        var indicators = source.Indicators.All.Where(each => each.Results.Count > 0 || each.Steps.Count > 0).ToList();
        Number(indicators);
        Add(PackDescription.Settings, ("key", "organisation"), ("value", organisation));
        Add(PackDescription.Settings, ("key", "financial_year_start"), ("value", yearStart.ToString(CultureInfo.InvariantCulture)));
        Add(PackDescription.Settings, ("key", "rating_scheme"), ("value", "rag-floor"));
        Add(PackDescription.Settings, ("key", "call_in"), ("value", "off"));
        foreach (var area in indicators.Select(each => each.Area).OfType<string>().Concat(source.Posts.Select(post => post.Area)))
        {
            Area(area);
        }

        foreach (var (area, role, holder) in source.Posts)
        {
            Add(PackDescription.Posts, ("area", _areas[area]), ("role", role), ("holder", holder));
        }

        indicators.ForEach(Add);
        foreach (var (cut, whole) in source.Indicators.Guessed.Where(each => indicators.Contains(each.Whole)))
        {
            _assumptions.Add(new AdoptionAssumption(
                whole.Ref!, "title", whole.Title, $"The page is headed \"{cut}\"; it was matched by its place in the list."));
        }

        Add(PackDescription.Reports, ("code", "dashboard"), ("kind", "dashboard"), ("title", "Performance dashboard"));
        HashSet<string> percents = [.. indicators.Where(each => AdoptedUnits.Unit(each) == "percent").Select(each => each.Ref!)];
        return [.. PackDescription.All.Where(table => table.IsRequired || _rows.ContainsKey(table.Name)).Select(table => Sheet(table, percents))];
    }

    /// <summary>Gives a reference to those that have none.</summary>
    private void Number(List<AdoptedIndicator> indicators)
    {
        var taken = indicators.Select(each => each.Ref).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var next = 1;
        foreach (var indicator in indicators.Where(each => each.Ref is null))
        {
            string reference;
            do
            {
                reference = string.Create(CultureInfo.InvariantCulture, $"KPI{next++:00}");
            }
            while (!taken.Add(reference));

            indicator.Ref = reference;
            _assumptions.Add(new AdoptionAssumption(indicator.Title, "ref", reference, "The source gives it no reference."));
        }
    }

    private void Area(string name)
    {
        if (_areas.ContainsKey(name))
        {
            return;
        }

        var words = name.Split([' ', ',', '&', '-', '/', '\''], StringSplitOptions.RemoveEmptyEntries).Where(word => char.IsLetterOrDigit(word[0])
            && !string.Equals(word, "and", StringComparison.OrdinalIgnoreCase) && !string.Equals(word, "of", StringComparison.OrdinalIgnoreCase)).ToList();
        var stem = (words.Count == 0 ? "AREA" : words.Count == 1 ? words[0][..Math.Min(3, words[0].Length)]
            : string.Concat(words.Take(5).Select(word => word[0]))).ToUpperInvariant();
        var code = stem;
        for (var number = 2; _areas.ContainsValue(code); number++)
        {
            code = string.Create(CultureInfo.InvariantCulture, $"{stem}{number}");
        }

        _areas.Add(name, code);
        Add(PackDescription.Areas, ("code", code), ("name", name), ("kind", "service-area"));
    }

    private void Add(AdoptedIndicator indicator)
    {
        var unit = AdoptedUnits.Unit(indicator);
        var scale = AdoptedUnits.Scale(indicator);
        var isMilestone = indicator.Steps.Count > 0;
        var frequency = AdoptedUnits.Frequency(indicator);
        var basis = indicator.Basis ?? (IsCumulative(indicator.Title) ? "cumulative" : null);
        var hasYtd = indicator.First(ColumnRole.Ytd)?.Figure.Number is not null && basis is null;
        Add(
            PackDescription.Indicators,
            ("ref", indicator.Ref), ("title", indicator.Title), ("kind", isMilestone ? "milestone" : indicator.IsActivity ? "activity" : "kpi"),
            ("short_title", indicator.ShortTitle), ("area", indicator.Area is { } area ? _areas[area] : null), ("unit", isMilestone ? null : unit),
            ("scale", scale == 1 ? null : CellWriting.Number(scale)),
            ("polarity", isMilestone || indicator.IsActivity ? null : Polarity(indicator)), ("frequency", isMilestone ? null : Word(frequency)),
            ("year_start", YearStart(indicator, frequency)), ("calendar", frequency == Frequency.Term ? "academic" : null), ("basis", basis),
            ("ytd", isMilestone ? null : hasYtd ? "supplied" : "none"), ("source", indicator.Source));
        if (indicator.Owner is { } owner)
        {
            Add(PackDescription.Posts, ("ref", indicator.Ref), ("role", "responsible-officer"), ("holder", owner));
        }

        foreach (var (step, due, state) in indicator.Steps)
        {
            Add(PackDescription.Milestones, ("ref", indicator.Ref), ("step", step), ("due", CellWriting.Date(due)), ("state", state));
        }

        var isShare = unit == "percent" && AdoptedUnits.AreShares(indicator);
        new AdoptedTargets(indicator, yearStart, isShare, hasYtd, basis == "cumulative").Rows().ToList().ForEach(row => Add(PackDescription.Targets, row));
        if (isShare)
        {
            _assumptions.Add(new AdoptionAssumption(indicator.Ref!, "unit", "percent", "Its figures are shares of one, so 0.97 was read as 97%."));
        }

        Results(indicator, isShare, hasYtd);
        Published(indicator, isShare);
        foreach (var (kind, text) in indicator.Words.Where(_ => indicator.Round is not null))
        {
            Add(PackDescription.Commentary, ("round", indicator.Round.ToString()), ("kind", kind), ("refs", indicator.Ref), ("text", text));
        }
    }

    private string Polarity(AdoptedIndicator indicator)
    {
        var (polarity, reason, isSure) = AdoptedUnits.Polarity(indicator);
        if (!isSure)
        {
            _assumptions.Add(new AdoptionAssumption(indicator.Ref!, "polarity", polarity, reason));
        }

        return polarity;
    }

    private void Results(AdoptedIndicator indicator, bool isShare, bool hasYtd)
    {
        var latest = indicator.Latest;
        // A dash in a period after the last figure is a period to come, not one in which nothing happened.
        foreach (var result in indicator.Results.Where(each => each.Period <= latest || each.Figure.Marker != "nil"))
        {
            var isLatest = result.Period == latest;
            string? At(ColumnRole role) => Text(indicator.Of(role).FirstOrDefault(each => each.Period == result.Period), isShare);
            string? Last(ColumnRole role) => isLatest ? Text(indicator.Of(role).FirstOrDefault(each => each.Period is null), isShare) : At(role);
            var previous = Last(ColumnRole.PreviousYear);
            var previousYtd = Last(ColumnRole.PreviousYearYtd);
            Add(
                PackDescription.Results,
                ("ref", indicator.Ref), ("period", CellWriting.Date(result.Period!.Value.LastDay)), ("value", Text(result, isShare)),
                ("numerator", At(ColumnRole.Numerator)), ("denominator", At(ColumnRole.Denominator)), ("status", result.Figure.Status),
                ("decimals", result.Places is { } places ? CellWriting.Integer(places) : null), ("ytd", hasYtd ? Last(ColumnRole.Ytd) : null),
                ("previous_year", hasYtd ? null : previous ?? previousYtd), ("previous_year_ytd", hasYtd ? previousYtd ?? previous : null));
        }
    }

    private void Published(AdoptedIndicator indicator, bool isShare)
    {
        if (indicator.Round is not { } round)
        {
            return;
        }

        var dated = indicator.Of(ColumnRole.Rating).Where(each => each.Period is not null && each.Period != indicator.Latest).ToList();
        foreach (var rating in dated)
        {
            Add(
                PackDescription.Published,
                ("ref", indicator.Ref), ("round", round.ToString()), ("period", CellWriting.Date(rating.Period!.Value.LastDay)), ("rating", rating.Text));
        }

        var latest = indicator.Latest;
        var printed = indicator.Of(ColumnRole.Rating).FirstOrDefault(each => each.Period is null || each.Period == latest)?.Text;
        var range = indicator.First(ColumnRole.Range)?.Text.Trim();
        (string, string?)[] row =
        [
            ("ref", indicator.Ref), ("round", round.ToString()), ("period", latest is { } month ? CellWriting.Date(month.LastDay) : null),
            ("rating", printed), ("ytd_rating", indicator.First(ColumnRole.YtdRating)?.Text),
            ("previous_rating", indicator.First(ColumnRole.PreviousRating)?.Text),
            ("range", range is "Yes" or "Above" or "Below" ? range : null),
        ];
        if (row.Skip(3).Any(cell => cell.Item2 is not null))
        {
            var value = indicator.Results.FirstOrDefault(each => each.Period == latest);
            var ytd = indicator.Of(ColumnRole.Ytd).FirstOrDefault(each => each.Figure.Number is not null);
            Add(PackDescription.Published, [.. row, ("value", value?.Figure.Number is null ? null : Text(value, isShare)), ("ytd", Text(ytd, isShare))]);
        }
    }

    internal static string? Text(AdoptedFigure? figure, bool isShare) =>
        figure?.Figure.Number is { } number ? NumberText.Write(isShare && !figure.Figure.IsPercent ? SignificantDigits.Trimmed(number * 100) : number)
        : figure?.Figure.Marker;

    private static bool IsCumulative(string title) =>
        title.Contains("(YTD)", StringComparison.OrdinalIgnoreCase) || title.Contains("cumulative", StringComparison.OrdinalIgnoreCase);

    /// <summary>The first month of its year, where its periods do not close with those of the organisation's.</summary>
    private string? YearStart(AdoptedIndicator indicator, Frequency frequency)
    {
        var months = frequency switch { Frequency.Quarter => 3, Frequency.Half => 6, Frequency.Year => 12, _ => 1 };
        return indicator.Latest is { } latest && (latest.Number - yearStart + 13) % months != 0
            ? CellWriting.Integer((latest.Number % 12) + 1) : null;
    }

    private static string Word(Frequency frequency) => frequency.ToString().ToLowerInvariant();

    private void Add(PackTable table, params (string Column, string? Value)[] cells)
    {
        var row = new string?[table.Columns.Count];
        foreach (var (column, value) in cells)
        {
            row[table.Columns.Index().First(each => each.Item.Name == column).Index] = value;
        }

        if (!_rows.TryGetValue(table.Name, out var rows))
        {
            _rows.Add(table.Name, rows = []);
        }

        rows.Add(row);
    }

    private PackSheet Sheet(PackTable table, HashSet<string> percents)
    {
        var rows = _rows.GetValueOrDefault(table.Name, []);
        var used = table.Columns.Index()
            .Where(column => column.Item.IsRequired || column.Item.IsExpected || rows.Exists(row => row[column.Index] is not null)).ToList();
        return new PackSheet(
            table, [.. used.Select(column => column.Item)], [.. rows.Select(row => used.Select(column => row[column.Index]).ToArray())], percents);
    }
}
