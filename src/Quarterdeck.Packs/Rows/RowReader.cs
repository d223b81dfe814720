using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Packs.Cells;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Findings;
using Quarterdeck.Packs.Tables;

namespace Quarterdeck.Packs.Rows;

/// <summary>Reads the cells of one row after another by column. What cannot be read becomes a finding and null, and spoils the row.</summary>
internal sealed partial class RowReader(RawTable table, Header header, FindingCollector log)
{
    private RawRow _row = new(0, []);

    /// <summary>Whether anything in the row was an error, so that no typed row can be made of it.</summary>
    public bool IsSpoilt { get; private set; }

    /// <summary>The indicator the row is about, for its findings.</summary>
    public string? About { get; set; }

    public Origin At => new(_row.Number);

    public string File => table.File;

    public bool HasDoubtfulCommas => table.HasDoubtfulCommas;

    public void Start(RawRow row)
    {
        _row = row;
        IsSpoilt = false;
        About = null;
        for (var place = 0; place < row.Cells.Count; place++)
        {
            if (!row[place].IsBlank && !header.IsNamed(place))
            {
                TellUnnamed(place);
            }
        }
    }

    /// <summary>No row can be made of it, for a reason that is told elsewhere.</summary>
    public void Spoil() => IsSpoilt = true;

    public bool Has(PackColumn column) => header.PlaceOf(column) >= 0;

    /// <summary>The cell of the column, its text trimmed; blank when the table does not have the column.</summary>
    public RawCell Cell(PackColumn column)
    {
        var place = header.PlaceOf(column);
        var cell = place < 0 ? RawCell.Blank : _row[place];
        var text = TrimmedText.Trimmed(cell.Text);
        if (TrimmedText.Control(text) is { } control)
        {
            Error(
                column,
                "unseen-character",
                text,
                $"The cell holds the character U+{(int)control:X4}, which cannot be seen or printed.",
                "text that can be printed",
                "Type the cell again.");
        }

        if (SpoiledText.Mended(text) is { } mended)
        {
            TellSpoiled(column, text, mended);
        }

        if (cell.IsFormula && text.Length == 0)
        {
            Error(
                column,
                "formula-without-result",
                string.Empty,
                "The cell is a formula of which the workbook holds no result.",
                "a value",
                "Open the workbook in a spreadsheet so that it calculates, and save it; or type the value.");
        }
        else if (cell.IsFormula)
        {
            Tell(
                Severity.Note,
                column,
                "formula-cell",
                text,
                "The cell is a formula; the result it last stored was read.",
                "a typed value",
                "Nothing to do if the workbook was calculated when it was saved.");
        }

        return cell with { Text = text };
    }

    public bool IsBlank(PackColumn column) => header.PlaceOf(column) is var place && (place < 0 || TrimmedText.Trimmed(_row[place].Text).Length == 0);

    /// <summary>Text, or null when blank. A required column that is blank is an error.</summary>
    public string? Text(PackColumn column)
    {
        var text = FormulaInjectionGuard.Read(Cell(column).Text);
        if (text.Length > 0)
        {
            return text;
        }

        if (column.IsRequired)
        {
            Error(
                column,
                "blank-cell",
                string.Empty,
                $"The cell is blank, and {column.Name} is needed in every row.",
                column.Description,
                "Fill it in, or remove the row.");
        }

        return null;
    }

    public IndicatorRef? Ref(PackColumn column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        if (IndicatorRef.IsValid(text))
        {
            About ??= text;
            return new IndicatorRef(text);
        }

        Error(
            column,
            "not-a-reference",
            text,
            $"\"{text}\" is not a reference.",
            $"1 to {IndicatorRef.MostCharacters} characters that can be seen, without semicolons",
            "Shorten it, or take out what cannot be seen and any semicolon, here and wherever it is used.");
        return null;
    }

    public T? Word<T>(PackColumn column, Vocabulary<T> vocabulary)
        where T : struct, Enum
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        if (vocabulary.TryRead(text, out var value))
        {
            return value;
        }

        var likely = Spelling.Nearest(text.ToLowerInvariant(), vocabulary.Words);
        Error(
            column,
            "unknown-word",
            text,
            $"\"{text}\" is none of the words this column knows.",
            string.Join(", ", vocabulary.Words),
            likely is null ? "Choose one of them." : $"Write {likely} if that is what is meant.");
        return null;
    }

    /// <summary>Several words between semicolons; each that is none of the vocabulary's is an error.</summary>
    public IReadOnlyList<T> Words<T>(PackColumn column, Vocabulary<T> vocabulary)
        where T : struct, Enum
    {
        var words = new List<T>();
        foreach (var part in Parts(column))
        {
            if (vocabulary.TryRead(part, out var value))
            {
                words.Add(value);
                continue;
            }

            var likely = Spelling.Nearest(part.ToLowerInvariant(), vocabulary.Words);
            Error(
                column,
                "unknown-word",
                part,
                $"\"{part}\" is none of the words this column knows.",
                string.Join(", ", vocabulary.Words),
                likely is null ? "Choose among them." : $"Write {likely} if that is what is meant.");
        }

        return words;
    }

    /// <summary>A month of the year, 1 to 12, by number or name.</summary>
    public int? MonthNumber(PackColumn column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        if (PeriodText.MonthNumber(text) is { } month)
        {
            return month;
        }

        Error(column, "not-a-month", text, $"\"{text}\" is not a month of the year.", "1 to 12, or the month's name", "Write 4 for April.");
        return null;
    }

    public DateOnly? Date(PackColumn column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        if (DateText.TryRead(text, out var date, out var why))
        {
            return date;
        }

        Error(column, "not-a-date", text, $"\"{text}\" {why}.", "a date such as 2025-10-31 or 31/10/2025", $"Write it as year, month, day: 2025-10-31.");
        return null;
    }

    public bool? YesNo(PackColumn column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        switch (text.ToLowerInvariant())
        {
            case "yes" or "y" or "true" or "1":
                return true;
            case "no" or "n" or "false" or "0":
                return false;
            default:
                Error(column, "not-yes-or-no", text, $"\"{text}\" is neither yes nor no.", "yes or no", "Write yes or no.");
                return null;
        }
    }

    /// <summary>Parts between semicolons, blanks left out.</summary>
    public IReadOnlyList<string> Parts(PackColumn column) =>
        Text(column) is { } text
            ? [.. text.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)]
            : [];

    public void Error(PackColumn column, string code, string value, string message, string expected, string remedy)
    {
        IsSpoilt = true;
        Tell(Severity.Error, column, code, value, message, expected, remedy);
    }

    public void Tell(Severity severity, PackColumn column, string code, string value, string message, string expected, string remedy) =>
        log.Add(new Finding(code, severity, message, remedy)
        {
            File = table.File,
            Row = _row.Number,
            Cell = CellOf(column),
            Column = column.Name,
            Value = Short(value),
            Expected = expected,
            Ref = About,
        });

    /// <summary>As a workbook names it, <c>C4</c>; a CSV has no names for its cells.</summary>
    private string? CellOf(PackColumn column) =>
        table.IsDelimited || header.PlaceOf(column) is not (>= 0 and var place) ? null : CellName.Of(place, _row.Number);

    private void TellSpoiled(PackColumn column, string text, string mended)
    {
        var isFigure = column.Type is ColumnType.Number or ColumnType.Figure or ColumnType.Integer;
        IsSpoilt |= isFigure;
        Tell(
            isFigure ? Severity.Error : Severity.Warning,
            column,
            "spoiled-text",
            text,
            $"The cell holds \"{Short(text)}\": a program read \"{Short(mended)}\" in the wrong character set.",
            Short(mended),
            $"Type {Short(mended)}, or save the table again as CSV UTF-8 where it is still right.");
    }

    private static string Short(string value) => value.Length <= 200 ? value : string.Concat(value.AsSpan(0, 200), "…");

    private void TellUnnamed(int place)
    {
        var column = new PackColumn($"{place + 1}", ColumnType.Text, string.Empty);
        var value = _row[place].Text;
        if (place >= header.Width && table.IsDelimited)
        {
            Error(
                column,
                "too-many-cells",
                value,
                $"The row has more cells than the header, which has {header.Width}: a comma inside a number or text was taken for the end of a cell.",
                $"{header.Width} cells",
                "Put quotation marks around the cell that holds the comma.");
        }
        else
        {
            Tell(
                Severity.Warning,
                column,
                "unnamed-column",
                value,
                "The cell stands in a column without a name; it was left out.",
                "a name in the first row",
                "Name the column, or remove what stands below it.");
        }
    }
}
