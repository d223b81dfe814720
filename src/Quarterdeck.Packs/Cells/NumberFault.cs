using System.Text.RegularExpressions;

namespace Quarterdeck.Packs.Cells;

/// <summary>Why text is not read as a number.</summary>
/// <param name="Why">In words that follow the value.</param>
/// <param name="Remedy">What to type instead.</param>
/// <param name="IsAmbiguous">It is a number, but could be either of two.</param>
public sealed partial record NumberFault(string Why, string Remedy, bool IsAmbiguous = false)
{
    private const string UsePoint = "Write it with a decimal point, and commas only between thousands.";

    internal static readonly NumberFault NotANumber = new(
        "is not a number", "Type the figure alone. Where there is none, leave the cell blank or say why: not available, not returned, suppressed, n/a.");

    internal static readonly NumberFault TooLong = new(
        "has more than 15 digits before its point, which no spreadsheet keeps", "Type it in thousands or millions, and give the indicator that scale.");

    internal static readonly NumberFault Pence = new(
        "may be a provisional 5 or five pence", "Write [p] after the figure if it is provisional; write pence in pounds: £0.05.", true);

    internal static readonly NumberFault Minutes = new("may be minutes or millions", "Write min after minutes, and a million in full.", true);

    internal static readonly NumberFault Duration = new(
        "is a time or a duration", "Give the indicator a unit of time (seconds, minutes, hours or days), or type a plain number.");

    internal static readonly NumberFault DecimalComma = new("may be written with a decimal comma, and could mean two different numbers", UsePoint, true);

    internal static readonly NumberFault DoubtfulComma = new(
        "holds a comma in a file that parts its cells by semicolons: it may be a decimal comma or a thousands separator", UsePoint, true);

    internal static readonly NumberFault StrayCommas = new("has commas that do not part thousands", UsePoint, true);

    internal static readonly NumberFault StraySpaces = new("holds spaces that do not part thousands", "Take the spaces out.", true);

    private static readonly NumberFault Shortened = new(
        "was shortened by a spreadsheet or program, so its last digits may be lost", "Format the column as a number, type the figure in full and save.");

    private static readonly NumberFault Range = new(
        "is a range", "Type one figure. If the figure is hidden, write suppressed and the range after a colon: suppressed: 90-95%.");

    private static readonly NumberFault Fraction = new(
        "is a fraction", "Type the two numbers in the columns numerator and denominator, or the figure itself, such as 0.5.");

    private static readonly NumberFault Nothing = new(
        "may mean zero, or that nothing is known", "Type 0 if nothing happened; write not available if it is not known.", true);

    private static readonly NumberFault Sign = new(
        "may mean a hidden figure, or that there is a note", "Write suppressed if the figure is hidden; else type the figure with * after it.", true);

    private static readonly NumberFault YesOrNo = new("is a yes or a no, not a number", "Give the indicator the unit yes-no, or type the figure.");

    private static readonly NumberFault TrailingMinus = new("has its minus after it", "Write the minus before the figure: -5.");

    private static readonly NumberFault OddSeparator = new("has separators this does not know", "Part thousands with commas, or not at all: 1,000.");

    private static readonly NumberFault Footnote = new("ends with the mark of a footnote", "Type the figure with * after it, and the note in the column note.");

    private static readonly NumberFault Formula = new("is a formula or words; a CSV holds only values", "Type the value.");

    private static readonly NumberFault Seldom = new(
        "says how often, not how much", "Write not yet due where no result is due, or correct the indicator's frequency.");

    private static readonly NumberFault Bound = new(
        "is less or more than a number", "Type the number alone: whether it is a ceiling follows from the polarity of the indicator.");

    private static readonly (Regex Form, NumberFault Fault)[] Known =
    [
        (ShortenedForm(), Shortened),
        (RangeForm(), Range),
        (FractionForm(), Fraction),
        (OddSeparatorForm(), OddSeparator),
        (FootnoteForm(), Footnote),
        (BoundForm(), Bound),
    ];

    /// <summary>The fault of text that holds no number as it stands.</summary>
    /// <param name="text">In small letters, with one kind of space and dash.</param>
    internal static NumberFault Of(string text)
    {
        switch (text)
        {
            case "none" or "nothing":
                return Nothing;
            case "*" or "**" or "#" or "\u2020":
                return Sign;
            case "true" or "false" or "yes" or "no" or "y" or "n":
                return YesOrNo;
            case "annual" or "annually" or "yearly" or "quarterly":
                return Seldom;
        }

        foreach (var (form, fault) in Known)
        {
            if (form.IsMatch(text))
            {
                return fault;
            }
        }

        return text is [.. var before, '-'] && NumberText.TryRead(before, false, out _, out _) ? TrailingMinus
            : About(text) ?? (DurationText.IsDuration(text) ? Duration : text is ['=' or '@' or '+' or '-', _, ..] ? Formula : NotANumber);
    }

    /// <summary>A rough figure: the remedy says how to type it as an estimate.</summary>
    private static NumberFault? About(string text) =>
        AboutForm().Match(text) is { Success: true } about && NumberText.TryRead(about.Groups[1].Value, false, out _, out _)
            ? new NumberFault("is roughly a figure", $"Type {about.Groups[1].Value} [e] if it is an estimate, or the exact figure.") : null;

    [GeneratedRegex(@"^[\d.]+e[+-]?\d+%?$", RegexOptions.CultureInvariant)]
    private static partial Regex ShortenedForm();

    [GeneratedRegex(@"^[£$]?[\d.,]+%? ?(?:-|to) ?[£$]?[\d.,]+%?$", RegexOptions.CultureInvariant)]
    private static partial Regex RangeForm();

    [GeneratedRegex(@"^(?:[\d,]+ ?(?:/|of|out of) ?[\d,]+|\d* ?[\u00BC-\u00BE\u2150-\u215E])$", RegexOptions.CultureInvariant)]
    private static partial Regex FractionForm();

    [GeneratedRegex(@"^\d{1,3}(?:['\u2019_]\d{3})+(?:\.\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex OddSeparatorForm();

    [GeneratedRegex(@"^[£]?[\d.,]+%?(?:[\u00B9\u00B2\u00B3\u2070-\u2079]+| ?\[\d\]| ?\(\d\)|\^\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex FootnoteForm();

    [GeneratedRegex(@"^[<>\u2264\u2265]=? ?[£]?[\d.,]+%?$", RegexOptions.CultureInvariant)]
    private static partial Regex BoundForm();

    [GeneratedRegex(@"^(?:~|c\.|c |ca\.? |circa |approx\.? |approximately |about |around |roughly )\s*(.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex AboutForm();
}
