using System.Text.RegularExpressions;
using Quarterdeck.App.Store;

namespace Quarterdeck.Storage.Ledger;

/// <summary>Text every engine keeps alike: well-formed Unicode without the null character. A pack never has other text.</summary>
internal static partial class PlainText
{
    /// <exception cref="ArgumentException">Some text of the change is not.</exception>
    public static void Require(Change change)
    {
        if (Texts(change).FirstOrDefault(text => !IsPlain(text)) is { } odd)
        {
            throw new ArgumentException($"The text '{odd.Replace('\0', '?')}' holds a null character or half a character, which no store can keep.", nameof(change));
        }

        if (change.Statements.FirstOrDefault(statement => statement.Body is { } body && NullInJson().IsMatch(body)) is { } escaped)
        {
            throw new ArgumentException($"The row {escaped.Table} {escaped.Key} holds a null character, which no store can keep.", nameof(change));
        }
    }

    private static IEnumerable<string> Texts(Change change) =>
        new[] { change.Organisation, change.Author, change.Reason, change.Source, change.ProgramVersion }
            .Concat(change.Statements.SelectMany(statement => new[] { statement.Table, statement.Key, statement.Body ?? string.Empty }));

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
