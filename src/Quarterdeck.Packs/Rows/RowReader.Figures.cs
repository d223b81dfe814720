using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Packs.Cells;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Tables;

namespace Quarterdeck.Packs.Rows;

/// <content>Cells of figures.</content>
internal sealed partial class RowReader
{
    private const string ExpectedNumber = "a number, such as 97%, 42,563, £1,250, 1.2m or (3.5)";

    public decimal? Number(PackColumn column) => Typed(column)?.Value;

    /// <param name="column">Whose cell.</param>
    /// <param name="indicator">
    /// Whose figure it is, where it is one's: a unit of time admits durations, a graded one its grades, and the unit's own words may stand after the number.
    /// </param>
    public TypedNumber? Typed(PackColumn column, Indicator? indicator = null)
    {
        var cell = Figures(column);
        return cell.Text.Length == 0 ? null : Typed(column, cell, indicator);
    }

    /// <summary>A number or a marker, with how the number was typed.</summary>
    /// <param name="column">Whose cell.</param>
    /// <param name="indicator">Whose figure it is, where it is one's.</param>
    public (Figure? Figure, TypedNumber? Typed) Figure(PackColumn column, Indicator? indicator = null)
    {
        var cell = Figures(column);
        if (cell.Text.Length == 0)
        {
            return default;
        }

        // A grade may be called C or X, which stand for markers elsewhere.
        if (indicator?.Grades?.NumberOf(cell.Text) is null && MarkerText.TryRead(cell.Text, out var marker))
        {
            if (MarkerText.IsSpreadsheetError(cell.Text))
            {
                Tell(
                    Severity.Warning,
                    column,
                    "spreadsheet-error",
                    cell.Text,
                    $"The cell holds a spreadsheet's error, {cell.Text}; it was read as not available.",
                    "a number, or a marker such as n/a",
                    "Mend the formula it came from, or type the figure.");
            }

            else if (MarkerText.IsProgramWord(cell.Text))
            {
                Tell(
                    Severity.Warning,
                    column,
                    "program-word",
                    cell.Text,
                    $"A program wrote {cell.Text} where it has nothing; it was read as not available.",
                    "a number, or a marker such as not available",
                    "Write not available, or leave the cell blank.");
            }

            return (marker, null);
        }

        return Typed(column, cell, indicator) is not { } typed ? default
            : (indicator?.Grades?.WordOf(typed.Value) is { } grade
                ? Domain.Figures.Figure.OfGrade(typed.Value, grade) : Domain.Figures.Figure.Of(typed.Value), typed);
    }

    public int? Integer(PackColumn column, int least, int most)
    {
        if (Typed(column) is not { } typed)
        {
            return null;
        }

        if (typed.Value == decimal.Truncate(typed.Value) && typed.Value >= least && typed.Value <= most)
        {
            return (int)typed.Value;
        }

        Error(
            column,
            "out-of-bounds",
            Cell(column).Text,
            $"{NumberText.Write(typed.Value)} is not a whole number from {least} to {most}.",
            $"a whole number from {least} to {most}",
            "Correct the number.");
        return null;
    }

    /// <summary>A cell of figures: spoiled text in it is an error, for no figure can be trusted that holds it.</summary>
    private RawCell Figures(PackColumn column)
    {
        var cell = Cell(column);
        return SpoiledText.Mended(cell.Text) is null ? cell : RawCell.Blank;
    }

    private TypedNumber? Typed(PackColumn column, RawCell cell, Indicator? indicator)
    {
        if (indicator?.Grades is { } grades)
        {
            return Graded(column, cell, grades);
        }

        var unit = indicator?.Unit;
        if (cell.Kind == CellKind.Date)
        {
            Error(
                column,
                "not-a-number",
                cell.Text,
                $"The cell holds the date {cell.Text}: spreadsheets turn what looks like one into a date.",
                ExpectedNumber,
                "Format the column as a number and type the figure again.");
            return null;
        }

        var text = FormulaInjectionGuard.Read(cell.Text);
        if (unit is { } counted && DurationText.TryRead(text, counted, out var duration))
        {
            TellHours(column, cell, counted);
            return new TypedNumber(duration);
        }

        if (NumberText.TryRead(WithoutUnit(text, unit), table.HasDoubtfulCommas, out var number, out var fault))
        {
            fault = number.MayBePence && unit is { IsMoney: true } ? NumberFault.Pence
                : number is { MayBeMinutes: true, Currency: null } && unit is { } kind && DurationText.SecondsOf(kind) is not null ? NumberFault.Minutes
                : null;
            if (fault is null)
            {
                return number with { Places = cell.Places };
            }
        }

        Refuse(column, cell.Text, fault!);
        return null;
    }

    private TypedNumber? Graded(PackColumn column, RawCell cell, GradeScale grades)
    {
        if (grades.NumberOf(cell.Text) is { } number)
        {
            return new TypedNumber(number);
        }

        var likely = Spelling.Nearest(cell.Text, grades.Words);
        Error(
            column,
            "not-a-grade",
            cell.Text,
            $"\"{Short(cell.Text)}\" is not one of the indicator's grades.",
            string.Join(", ", grades.Words),
            likely is null ? "Write one of them, or add the grade to the scheme in schemes." : $"Write {likely} if that is what is meant.");
        return null;
    }

    /// <summary>A figure in words of its own unit: <c>12 complaints</c>, <c>3.2 fte</c>.</summary>
    private static string WithoutUnit(string text, Unit? unit)
    {
        if (unit is not { Code: { Length: > 0 } code } || text.LastIndexOf(' ') is not (> 0 and var at))
        {
            return text;
        }

        var word = text[(at + 1)..];
        return string.Equals(word, code, StringComparison.OrdinalIgnoreCase) || string.Equals(word + "s", code, StringComparison.OrdinalIgnoreCase)
            ? text[..at] : text;
    }

    /// <summary>Who types 5:30 into a spreadsheet has typed hours and minutes, whatever was meant.</summary>
    private void TellHours(PackColumn column, RawCell cell, Unit unit)
    {
        if (cell.Kind == CellKind.Duration && unit.Code is "seconds" or "minutes" && !cell.Text.StartsWith("0:", StringComparison.Ordinal)
            && cell.Text.EndsWith(":00", StringComparison.Ordinal))
        {
            var typed = cell.Text[..^3];
            Tell(
                Severity.Warning,
                column,
                "hours-or-minutes",
                cell.Text,
                $"The cell holds {cell.Text}, hours first: a spreadsheet takes {typed} for hours and minutes.",
                "hours, minutes and seconds",
                $"If minutes and seconds were meant, type 0:{typed}.");
        }
    }

    /// <summary>Tells why the cell's text is no number.</summary>
    public void Refuse(PackColumn column, string text, NumberFault fault)
    {
        var expected = column.Type == ColumnType.Figure ? $"{ExpectedNumber}; or one of {string.Join(", ", MarkerText.Codes)}, n/a, -" : ExpectedNumber;
        if (MarkerText.IsSpreadsheetError(text))
        {
            Error(
                column,
                "spreadsheet-error",
                text,
                $"The cell holds a spreadsheet's error, {text}.",
                expected,
                "Mend the formula it came from, or type the figure.");
            return;
        }

        Error(
            column,
            fault.IsAmbiguous ? "ambiguous-number" : "not-a-number",
            text,
            $"\"{Short(text)}\" {fault.Why}.",
            expected,
            fault.Remedy);
    }
}
