using System.Text.RegularExpressions;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Packs.Adoption;

/// <summary>Reads one row of a block into the indicator it is of.</summary>
internal sealed partial class RowReading(AdoptedBlock block, SourceRow row, SourceContext context, AdoptedSource source)
{
    private readonly SourceSection _section = block.Section;
    private string? _rowDoubt;

    public void Read()
    {
        if (block.IsByRow)
        {
            ReadByRow();
            return;
        }

        var isOfSheet = !block.NamesIndicators && block.Columns is [{ Role: ColumnRole.Period }, ..] && block.Of(ColumnRole.Value) is not null;
        if (!block.NamesIndicators && !isOfSheet)
        {
            ReadOfficers();
            return;
        }

        if (row.Only is { } only && row.Filled.First() is { Index: <= 1, Item.HasDigit: false } && block.Columns.Count > 2)
        {
            context.Area = only;
            return;
        }

        if ((isOfSheet ? OfSheet() : Subject()) is not { } indicator)
        {
            return;
        }

        if (row.Cells.Count > block.Width)
        {
            _rowDoubt = $"The row has {row.Cells.Count} cells and the heading {block.Width}, so what stands where is doubtful.";
        }

        if (Milestone(indicator))
        {
            return;
        }

        foreach (var column in block.Columns)
        {
            Take(indicator, column, RoleIn(column), PeriodOf(column));
        }

        for (var place = block.Width; place < row.Cells.Count; place++)
        {
            source.Record.LeaveOut(_section, row, place, "It stands beyond the last heading.");
        }
    }

    /// <summary>The indicator the row names; null for a row of totals, or one that names none.</summary>
    private AdoptedIndicator? Subject()
    {
        var (reference, title) = (Text(ColumnRole.Ref), Text(ColumnRole.Title));
        if (reference is null && title is not null && Prefixed().Match(title) is { Success: true } prefixed)
        {
            (reference, title) = (prefixed.Groups[1].Value, prefixed.Groups[2].Value);
        }

        title = title is null ? string.Empty : Mark().Replace(title.Replace('\n', ' '), string.Empty).Trim();
        if (reference is null && title.Length == 0)
        {
            if (block.RowRole >= 0 && context.LastRow is { } above)
            {
                return above;
            }

            LeaveOut("The row names no indicator.");
            return null;
        }

        if (reference is null && Total().IsMatch(title))
        {
            LeaveOut("The row is a total or an average of others.");
            return null;
        }

        if (reference is not null && !IndicatorRef.IsValid(reference))
        {
            LeaveOut($"\"{reference}\" cannot be a reference: it may have 40 characters, no semicolon and no line break.");
            return null;
        }

        var isFull = block.HasPeriods || block.Of(ColumnRole.Value) is not null;
        var indicator = source.Indicators.Of(reference, title, Text(ColumnRole.Area) ?? context.Area, isFull);
        indicator.Area ??= context.Area;
        indicator.IsActivity |= IsActivity();
        context.LastRow = indicator;
        context.Subject = null;
        return indicator;
    }

    /// <summary>The indicator the whole table is of: the title above it says which, or the name of the sheet.</summary>
    private AdoptedIndicator? OfSheet()
    {
        if (row.Only is null && context.Subject is null && (context.Heading ?? _section.Name) is { Length: > 0 } title)
        {
            var reference = BlockFinder.Reference().IsMatch(_section.Name) ? _section.Name : null;
            context.Subject = source.Indicators.Of(reference, title, context.Area, isFull: true);
        }

        return context.Subject;
    }

    private bool IsActivity() =>
        (context.Heading?.Contains("activity", StringComparison.OrdinalIgnoreCase) ?? false)
        || block.Columns.Any(column => column.Role is ColumnRole.Range or ColumnRole.UpperLower or ColumnRole.LowerUpper)
        || (block.HasPeriods && block.Of(ColumnRole.Target) is null && block.Of(ColumnRole.Rating) is null && block.Of(ColumnRole.Floor) is null
            && block.RowRole < 0 && !HasColours());

    private bool HasColours() => row.Cells.Any(cell => cell.Colour is not null);

    private ColumnRole RoleIn(AdoptedColumn column) =>
        column.Role == ColumnRole.Value && block.RowRole >= 0 && HeadingRoles.Of(row[block.RowRole].Text) is not ColumnRole.Unknown and var said
            ? said : column.Role;

    private (Month? Period, string? Doubt) PeriodOf(AdoptedColumn column)
    {
        if (column.Period is { } own)
        {
            return (own.Closing, column.Doubt);
        }

        if (block.Of(ColumnRole.Period) is { } said && source.Periods.Read(row[said.Place].Text) is { } typed)
        {
            return (typed.Closing, typed.IsYearAssumed ? $"The year of \"{row[said.Place].Text}\" is written nowhere." : null);
        }

        return column.Role is ColumnRole.Value or ColumnRole.Numerator or ColumnRole.Denominator && context.Period is { } around
            ? (around.Closing, around.IsYearAssumed ? $"The year is written nowhere; {around.Closing} was taken." : null) : (null, null);
    }

    private void Take(AdoptedIndicator indicator, AdoptedColumn column, ColumnRole role, (Month? Period, string? Doubt) when)
    {
        var cell = row[column.Place];
        if (cell.IsCovered || (cell.IsBlank && cell.Colour is null))
        {
            return;
        }

        var name = indicator.Ref ?? indicator.Title;
        switch (role)
        {
            case ColumnRole.Ref or ColumnRole.Title or ColumnRole.Period:
                source.Record.Read(_section, row, column.Place, AdoptionMapping.Word(role));
                break;
            case ColumnRole.Area:
                indicator.Area = cell.Text;
                source.Record.Read(_section, row, column.Place, "area");
                break;
            case ColumnRole.Owner:
                indicator.Owner ??= cell.Text;
                break;
            case ColumnRole.Polarity:
                indicator.Polarity ??= PolarityOf(cell.Text);
                break;
            case ColumnRole.Unit:
                indicator.Unit ??= Cells.UnitText.Read(cell.Text).Code;
                break;
            case ColumnRole.Commentary or ColumnRole.Note:
                indicator.Words.Add(("commentary", cell.Text));
                source.Record.Read(_section, row, column.Place, $"commentary of {name}");
                break;
            case ColumnRole.Rating or ColumnRole.YtdRating or ColumnRole.PreviousRating:
                Rated(indicator, column, role, when.Period);
                break;
            case ColumnRole.Range or ColumnRole.Direction:
                indicator.Add(new AdoptedFigure(role, null, cell.Text, default, null, _section.Place(row.Number, column.Place)));
                break;
            case ColumnRole.UpperLower or ColumnRole.LowerUpper:
                Thresholds(indicator, column, role);
                break;
            case ColumnRole.Unknown or ColumnRole.Ignore or ColumnRole.Frequency or ColumnRole.CabinetMember:
                source.Record.LeaveOut(_section, row, column.Place, $"The column \"{column.Heading}\" is not taken: {column.Reason}");
                break;
            default:
                Figure(indicator, column, role, when);
                break;
        }
    }

    private void Rated(AdoptedIndicator indicator, AdoptedColumn column, ColumnRole role, Month? period)
    {
        var cell = row[column.Place];
        if (PrintedFigure.Rating(cell) is { } rating)
        {
            source.Record.Read(_section, row, column.Place, AdoptionMapping.Word(role));
            indicator.Add(new AdoptedFigure(role, period, rating, default, null, _section.Place(row.Number, column.Place)));
        }
        else if (!Cells.MarkerText.TryRead(cell.Text, out _))
        {
            source.Record.LeaveOut(_section, row, column.Place, $"\"{cell.Text}\" is not Red, Amber or Green.");
        }
    }

    private void Figure(AdoptedIndicator indicator, AdoptedColumn column, ColumnRole role, (Month? Period, string? Doubt) when)
    {
        var cell = row[column.Place];
        if (role == ColumnRole.Value && when.Period is null)
        {
            source.Record.LeaveOut(_section, row, column.Place, "Neither the heading nor the sheet says of which period it is.");
            return;
        }

        var read = PrintedFigure.Read(cell.Text);
        if (role == ColumnRole.Value && cell.Colour is { } colour && block.Columns.All(each => each.Role != ColumnRole.Rating || each.Period is null))
        {
            indicator.Add(new AdoptedFigure(ColumnRole.Rating, when.Period, colour, default, null, _section.Place(row.Number, column.Place)));
        }

        if (read.Fault is { } fault && !(role is ColumnRole.Target or ColumnRole.Floor && !cell.HasDigit))
        {
            source.Record.LeaveOut(_section, row, column.Place, cell.HasDigit ? $"\"{cell.Text}\" {fault}." : "It is a word where a figure stands.");
            return;
        }

        var isOfRow = role is not (ColumnRole.Value or ColumnRole.Numerator or ColumnRole.Denominator);
        var period = column.Period is null && isOfRow && block.Of(ColumnRole.Period) is null ? null : when.Period;
        var name = $"{AdoptionMapping.Word(role)} of {indicator.Ref ?? indicator.Title}" + (period is { } of ? $" for {of}" : string.Empty);
        var account = source.Record.Read(_section, row, column.Place, name, _rowDoubt ?? when.Doubt ?? column.Doubt);
        indicator.Add(new AdoptedFigure(role, period, cell.Text, read, account, _section.Place(row.Number, column.Place)) { Places = cell.Places });
        if (role == ColumnRole.Value && column.Period?.Frequency is { } frequency)
        {
            indicator.Frequency ??= frequency;
        }
    }

    /// <summary>Two thresholds that stand in one cell.</summary>
    private void Thresholds(AdoptedIndicator indicator, AdoptedColumn column, ColumnRole role)
    {
        var parts = row[column.Place].Text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 2 || PrintedFigure.Read(parts[0]) is not { Number: not null } first
            || PrintedFigure.Read(parts[1]) is not { Number: not null } second)
        {
            if (row[column.Place].HasDigit)
            {
                source.Record.LeaveOut(_section, row, column.Place, "Two thresholds were expected in the cell.");
            }

            return;
        }

        var doubt = first.Number > second.Number == (role == ColumnRole.UpperLower) ? null : "The upper threshold is below the lower.";
        var account = source.Record.Read(_section, row, column.Place, $"thresholds of {indicator.Ref ?? indicator.Title}", doubt);
        var place = _section.Place(row.Number, column.Place);
        indicator.Add(new AdoptedFigure(role == ColumnRole.UpperLower ? ColumnRole.Upper : ColumnRole.Lower, null, parts[0], first, account, place));
        indicator.Add(new AdoptedFigure(role == ColumnRole.UpperLower ? ColumnRole.Lower : ColumnRole.Upper, null, parts[1], second, account, place));
    }

    /// <summary>Steps with their dates in the cell of a figure: <c>Draft 30/06/2025 deadline met Final due 27/02/2026</c>.</summary>
    private bool Milestone(AdoptedIndicator indicator)
    {
        var found = row.Filled.FirstOrDefault(cell => block.Columns.Any(column => column.Place == cell.Index && column.Role == ColumnRole.Value)
            && Step().IsMatch(cell.Item.Text) && cell.Item.Text.Length > 14);
        if (found.Item.Text is not { Length: > 0 } text)
        {
            return false;
        }

        foreach (Match step in Step().Matches(text))
        {
            if (Cells.DateText.TryRead(step.Groups["date"].Value, out var due, out _))
            {
                var state = step.Groups["state"].Value.ToLowerInvariant();
                var became = state is "not met" or "missed" ? "missed" : state is "met" or "done" or "deadline met" ? "met" : "due";
                indicator.Steps.Add((step.Groups["step"].Value.Trim(' ', ';', ','), due, became));
            }
        }

        source.Record.Read(_section, row, found.Index, $"steps of {indicator.Ref ?? indicator.Title}", "The steps were taken apart from one cell.");
        foreach (var column in block.Columns.Where(column => column.Place != found.Index && column.Role != ColumnRole.Value))
        {
            Take(indicator, column, column.Role, (null, null));
        }

        return true;
    }

    /// <summary>A row that says in its first cell what its figures are.</summary>
    private void ReadByRow()
    {
        var role = HeadingRoles.Of(row[0].Text);
        if (context.Subject is not { } indicator || role is ColumnRole.Unknown or ColumnRole.Ignore)
        {
            LeaveOut(context.Subject is null ? "No title above says which indicator it is of." : $"\"{row[0].Text}\" is not taken.");
            return;
        }

        source.Record.Read(_section, row, 0, "heading");
        foreach (var column in block.Columns.Where(column => column.Place > 0))
        {
            if (column.Period is not null)
            {
                Take(indicator, column, role, (column.Period.Value.Closing, column.Doubt));
            }
            else if (row[column.Place].HasDigit)
            {
                source.Record.LeaveOut(_section, row, column.Place, $"The heading \"{column.Heading}\" is not a period.");
            }
        }
    }

    /// <summary>A row of a table that names services and who answers for them.</summary>
    private void ReadOfficers()
    {
        if (Text(ColumnRole.Area) is not { } area || block.Columns.All(column => column.Role is not (ColumnRole.Owner or ColumnRole.CabinetMember)))
        {
            LeaveOut("The table names no indicators.");
            return;
        }

        context.Area = area;
        source.Post(area, "responsible-officer", Text(ColumnRole.Owner) ?? string.Empty);
        source.Post(area, "cabinet-member", Text(ColumnRole.CabinetMember) ?? string.Empty);
    }

    private void LeaveOut(string reason)
    {
        foreach (var (place, _) in row.Filled.Where(each => each.Item.HasDigit))
        {
            source.Record.LeaveOut(_section, row, place, reason);
        }
    }

    private string? Text(ColumnRole role) => block.Of(role) is { } column && row[column.Place].Text.Trim() is { Length: > 0 } text ? text : null;

    private static string? PolarityOf(string text)
    {
        var plain = text.ToLowerInvariant();
        return plain.Contains("high") || plain.Contains("bigger") || plain.Contains("increase") || plain is "up" or "↑" or "+" ? "higher"
            : plain.Contains("low") || plain.Contains("small") || plain.Contains("decrease") || plain is "down" or "↓" or "-" ? "lower" : null;
    }

    [GeneratedRegex(@"^([A-Z][A-Z&]{0,6} ?\d{1,4}[a-z]?) ?[:\u2013-] +(.+)$", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Prefixed();

    [GeneratedRegex(@"\s*(?:\[\d{1,2}\]|\*+|[\u2020\u2021\u00B9\u00B2\u00B3])+$", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(
        @"^(?:grand |sub-?|overall |council )?(?:totals?|averages?|mean|sum)(?: (?:for|all|to date)\b.*| \(.*|:)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Total();

    [GeneratedRegex(
        @"(?<step>[A-Za-z][A-Za-z &/]*?) ?(?:due )?(?<date>\d{1,2}[/ ][A-Za-z0-9]{1,9}[/ ]\d{4}) ?(?<state>deadline met|not met|met|missed|due|done)?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Step();
}
