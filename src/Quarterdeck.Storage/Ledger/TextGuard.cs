using System.Text;
using System.Text.RegularExpressions;
using Quarterdeck.Application.Store;

namespace Quarterdeck.Storage.Ledger;

/// <summary>Text every engine keeps alike: well-formed Unicode without the null character. A pack never has other text.</summary>
internal static partial class TextGuard
{
    /// <exception cref="ArgumentException">Some text of the change itself is not.</exception>
    public static void Require(Change change) =>
        Require([change.Organisation, change.Author, change.Reason, change.Source, change.ProgramVersion]);

    /// <exception cref="ArgumentException">Some text of the statement is not.</exception>
    public static void Require(RowWrite statement)
    {
        Require([statement.Table, statement.Key, statement.Body ?? string.Empty]);
        if (statement.Body is { } body && body.Contains("\\u0000", StringComparison.Ordinal) && NullInJson().IsMatch(body))
        {
            throw new ArgumentException($"The row {statement.Table} {statement.Key} has a null character, which a store cannot keep.", nameof(statement));
        }
    }

    private static void Require(ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            if ((!Ascii.IsValid(text) || text.Contains('\0', StringComparison.Ordinal)) && !IsPlain(text))
            {
                throw new ArgumentException(
                    $"The text '{text.Replace('\0', '?')}' has a null character or half a character, which a store cannot keep.",
                    nameof(texts));
            }
        }
    }

    private static bool IsPlain(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                at++;
            }
            else if (text[at] == '\0' || char.IsSurrogate(text[at]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The null character as JSON writes it: after an even number of backslashes, which are text.</summary>
    [GeneratedRegex(@"(?<!\\)(\\\\)*\\u0000")]
    private static partial Regex NullInJson();
}
