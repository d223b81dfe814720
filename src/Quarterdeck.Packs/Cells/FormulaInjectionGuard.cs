namespace Quarterdeck.Packs.Cells;

/// <summary>
/// Text that a spreadsheet would take for a formula when it opens a CSV is written with an apostrophe before it, and
/// read without. Text that already looks so written gets one more, so that reading always gives back what was written.
/// </summary>
public static class FormulaInjectionGuard
{
    // The last four are the wide forms that East Asian versions of spreadsheets take for the plain ones.
    private const string Triggers = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    public static string Write(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return StartsLikeFormula(text) ? "'" + text : text;
    }

    public static string Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.StartsWith('\'') && StartsLikeFormula(text) ? text[1..] : text;
    }

    private static bool StartsLikeFormula(string text)
    {
        var at = 0;
        while (at < text.Length && text[at] == '\'')
        {
            at++;
        }

        return at < text.Length && Triggers.Contains(text[at], StringComparison.Ordinal);
    }
}
