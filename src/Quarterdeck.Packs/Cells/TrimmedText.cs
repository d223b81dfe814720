namespace Quarterdeck.Packs.Cells;

/// <summary>Cell text without what cannot be seen at its ends.</summary>
internal static class TrimmedText
{
    // A zero-width space and a byte order mark come along when text is copied from the web.
    private static readonly char[] Unseen = ['\u200B', '\uFEFF', ' ', '\t', '\n', '\r', '\u00A0', '\u2007', '\u2009', '\u202F', '\u3000'];

    public static string Trimmed(string text) => text.Trim(Unseen);

    /// <summary>The first character that text never holds, and that would spoil a document made from it.</summary>
    public static char? Control(string text)
    {
        foreach (var letter in text)
        {
            if (letter is (< ' ' and not ('\n' or '\t')) or '\uFFFE' or '\uFFFF' or '\uFFFD' or '\u007F')
            {
                return letter;
            }
        }

        return null;
    }
}
