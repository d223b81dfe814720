namespace Quarterdeck.Interchange.Values;

/// <summary>
/// Keeps a spreadsheet from running text as a formula: text that begins like one is written behind an apostrophe, and an
/// apostrophe in front of such text is taken away again when it is read, so that writing and reading change nothing.
/// </summary>
public static class ProtectedText
{
    public static string Protect(string text) => IsDangerous(text) ? "'" + text : text;

    public static string Restore(string text) => text is ['\'', ..] && IsDangerous(text[1..]) ? text[1..] : text;

    private static bool IsDangerous(string text)
    {
        var start = text.AsSpan().TrimStart('\'');
        return start.Length > 0 && start[0] is ('=' or '+' or '-' or '@' or '\t' or '\r');
    }
}
